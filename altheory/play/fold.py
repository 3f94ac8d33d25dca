r"""Folding a chain of H and P on the square lattice, the model of Lau and Dill [lau1989]_.

A fold is a self-avoiding walk that puts one monomer on each node it visits.  Two H that are
neighbors on the lattice but not along the chain are a *contact*, and contacts are all that
energy rewards.  The nodes of the square lattice are of two colors, like a chessboard, so only
monomers an odd number of steps apart, three at least, can touch: the pairs of H among them are
the contacts to be had, and the first cost is how many of them a fold misses.  Lau and Dill
minimize that alone.  The others are of this package, to have something to weigh: the perimeter
of the smallest box around the fold, and its number of bends, which a stiff chain pays for.

A fold is written by its turns, F, L or R; turning it over exchanges L and R, and the first
turn that is not F is L.  So each walk is there once up to the eight symmetries of the square.
A walk of n >= 1 steps has 8 images, a straight one 4, and of :math:`c_n` walks there are

.. math:: \frac{c_n + 4}{8} = 1, 2, 5, 13, 36, 98, 272, 740, \dots

A move is a pivot [madras1988]_: at one monomer, the rest of the chain is turned or turned over.
Every fold can be reached by such moves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias, final

from altheory.errors import BudgetError, DomainError
from altheory.play.problem import Costs

Node: TypeAlias = tuple[int, int]

LARGEST = 14  # monomers of a chain of which all folds, 110,188 then, are gone through
TURNED = str.maketrans("LR", "RL")


@final
@dataclass(frozen=True, slots=True)
class Fold:
    """Fold a chain of monomers in the plane.

    Parameters
    ----------
    sequence
        Of H, which avoid water, and P, which do not; two at least.

    Examples
    --------
    >>> chain = Fold("HPPH")
    >>> [*chain.decisions()]
    ['FF', 'FL', 'LF', 'LL', 'LR']
    >>> [[int(cost) for cost in chain.costs(fold)] for fold in ("FF", "LL")]
    [[1, 6, 0], [0, 4, 2]]

    """

    sequence: str

    def __post_init__(self) -> None:
        given: Any = self.sequence
        if not isinstance(given, str) or set(given) - set("HP") or len(given) < 2:
            raise DomainError(f"a chain is a text of H and P, two at least, got {given!r}")

    @property
    def criteria(self) -> tuple[str, ...]:
        return ("missing contacts", "perimeter", "bends")

    @property
    def contacts(self) -> frozenset[tuple[int, int]]:
        """The pairs of H that some walk makes neighbors, were they alone."""
        n = len(self.sequence)
        return frozenset(
            (i, j)
            for i in range(n)
            for j in range(i + 3, n, 2)
            if self.sequence[i] == self.sequence[j] == "H"
        )

    def costs(self, decision: str) -> Costs:
        """Return the contacts missed, the perimeter of the box in steps, and the bends."""
        nodes = self._nodes(decision)
        missed = sum(not _near(nodes[i], nodes[j]) for i, j in self.contacts)
        sides = sum(max(axis) - min(axis) for axis in zip(*nodes, strict=True))
        bends = len(decision) - decision.count("F")
        return (Fraction(missed), Fraction(2 * sides), Fraction(bends))

    def start(self) -> str:
        """Return the straight chain."""
        return "F" * (len(self.sequence) - 2)

    def neighbors(self, decision: str) -> tuple[str, ...]:
        """Return the folds that one pivot makes of it."""
        self._nodes(decision)
        pivots = (
            canonical_turns(decision[:at] + turn + rest)
            for at in range(len(decision))
            for turn in "FLR"
            for rest in (decision[at + 1 :], decision[at + 1 :].translate(TURNED))
        )
        others = (fold for fold in dict.fromkeys(pivots) if fold != decision)
        return tuple(fold for fold in others if is_self_avoiding(walk(fold)))

    def decisions(self) -> Iterator[str]:
        """Go through all folds in alphabetical order of turns.

        Raises
        ------
        BudgetError
            If there are more than ``LARGEST`` monomers.

        """
        if len(self.sequence) > LARGEST:
            raise BudgetError(
                f"the folds of {len(self.sequence)} monomers are too many to go through, which is "
                f"done up to {LARGEST}; descended and evolved only look at some"
            )
        return _grown(((0, 0), (1, 0)), "", len(self.sequence))

    def _nodes(self, decision: str) -> tuple[Node, ...]:
        """Return the nodes of a fold, refusing what is none of this chain."""
        n = len(self.sequence)
        if len(decision) == n - 2 and not set(decision) - set("FLR"):
            nodes = walk(decision)
            if is_self_avoiding(nodes):
                return nodes
        raise DomainError(
            f"a fold of {n} monomers is {n - 2} turns, F, L or R, that meet no node twice, got "
            f"{decision!r}"
        )


def walk(turns: str) -> tuple[Node, ...]:
    """Return the nodes that a walk visits which begins with a step to the right.

    >>> walk("LL")
    ((0, 0), (1, 0), (1, 1), (0, 1))
    """
    nodes = [(0, 0), (1, 0)]
    for turn in turns:
        nodes.append(_stepped(nodes[-2], nodes[-1], turn))
    return tuple(nodes)


def is_self_avoiding(nodes: Sequence[Node]) -> bool:
    """Return whether a walk visits no node twice.

    >>> is_self_avoiding(walk("LL")), is_self_avoiding(walk("LLL"))
    (True, False)
    """
    return len(set(nodes)) == len(nodes)


def canonical_turns(turns: str) -> str:
    """Return the turns of a fold, or of its mirror image, of which the first bend is L.

    >>> canonical_turns("FRL")
    'FLR'
    """
    return turns.translate(TURNED) if turns.lstrip("F")[:1] == "R" else turns


def _stepped(before: Node, now: Node, turn: str) -> Node:
    dx, dy = now[0] - before[0], now[1] - before[1]
    step = {"F": (dx, dy), "L": (-dy, dx), "R": (dy, -dx)}[turn]
    return now[0] + step[0], now[1] + step[1]


def _near(a: Node, b: Node) -> bool:
    return abs(a[0] - b[0]) + abs(a[1] - b[1]) == 1


def _grown(nodes: tuple[Node, ...], turns: str, monomers: int) -> Iterator[str]:
    if len(nodes) == monomers:
        yield turns
        return
    for turn in "FLR" if "L" in turns else "FL":
        node = _stepped(nodes[-2], nodes[-1], turn)
        if node not in nodes:
            yield from _grown((*nodes, node), turns + turn, monomers)
