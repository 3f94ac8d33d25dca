r"""Coloring a graph: few conflicts and few colors.

A coloring gives each node a color; names of colors do not matter, so the colors are numbered
in the order of their first use.  With at most k colors there are

.. math:: \sum_{j=1}^{k} S(n, j)

colorings of n nodes, S being Stirling's numbers of the second kind.  Its costs are the edges
with both ends of one color, and the number of colors used.  If a conflict weighs at least n
times as much as a color and k colors suffice, the best decisions are the proper colorings with
as few colors as possible: the least loss is the chromatic number, NP-hard to find
[karp1972]_ and found here by enumeration.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeAlias, final

from altheory.errors import BudgetError, DomainError
from altheory.numeric.inputs import count, listed
from altheory.play.problem import Costs

Colors: TypeAlias = tuple[int, ...]

LARGEST = 1_000_000  # colorings that are gone through


@final
@dataclass(frozen=True, slots=True)
class Coloring:
    """Color the nodes of a graph.

    Parameters
    ----------
    nodes
        How many.
    edges
        Pairs of different nodes, numbered from 0; the same pair once.
    colors
        How many there are.

    Examples
    --------
    >>> path = Coloring(3, [(0, 1), (2, 1)], 2)
    >>> [*path.decisions()]
    [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)]
    >>> [int(cost) for cost in path.costs((0, 1, 1))]
    [1, 2]

    """

    nodes: int
    edges: tuple[tuple[int, int], ...]
    colors: int

    def __post_init__(self) -> None:
        n = count(self.nodes, "the number of nodes")
        edges = tuple(sorted(_edge(edge, n) for edge in listed(self.edges, "the edges")))
        if len(set(edges)) < len(edges):
            twice = next(a for a, b in pairwise(edges) if a == b)
            raise DomainError(f"an edge is given once, got {twice} twice")
        object.__setattr__(self, "nodes", n)
        object.__setattr__(self, "edges", edges)
        object.__setattr__(self, "colors", count(self.colors, "the number of colors"))

    @property
    def criteria(self) -> tuple[str, ...]:
        return ("conflicts", "colors")

    @property
    def size(self) -> int:
        """The number of colorings."""
        ways = [1]  # of the nodes so far, by the number of colors in use
        for _ in range(1, self.nodes):
            with_new = [0, *ways]
            pairs = zip([*ways, 0], with_new, strict=True)
            ways = [j * a + b for j, (a, b) in enumerate(pairs, 1)][: self.colors]
        return sum(ways)

    def costs(self, decision: Colors) -> Costs:
        """Return the number of edges within a color, and of colors used."""
        self._require(decision)
        conflicts = sum(decision[a] == decision[b] for a, b in self.edges)
        return (Fraction(conflicts), Fraction(len(set(decision))))

    def start(self) -> Colors:
        """Return all nodes in one color."""
        return (0,) * self.nodes

    def neighbors(self, decision: Colors) -> tuple[Colors, ...]:
        """Return the colorings that differ at one node, up to names of colors."""
        self._require(decision)
        palette = range(min(self.colors, max(decision) + 2))
        moved = (
            canonical((*decision[:node], color, *decision[node + 1 :]))
            for node in range(self.nodes)
            for color in palette
        )
        return tuple(other for other in dict.fromkeys(moved) if other != decision)

    def decisions(self) -> Iterator[Colors]:
        """Go through all colorings in lexicographic order.

        Raises
        ------
        BudgetError
            If there are more than ``LARGEST``.

        """
        if self.size > LARGEST:
            raise BudgetError(
                f"{self.size} colorings of {self.nodes} nodes are too many to go through, which is "
                f"done up to {LARGEST}; descended and evolved only look at some"
            )
        return self._completed()

    def _completed(self) -> Iterator[Colors]:
        begun: list[tuple[Colors, int]] = [((0,), 1)]  # with the colors in use, the first one last
        while begun:
            colors, used = begun.pop()
            if len(colors) == self.nodes:
                yield colors
                continue
            last = reversed(range(min(used + 1, self.colors)))
            begun.extend(((*colors, color), max(used, color + 1)) for color in last)

    def _require(self, decision: Colors) -> None:
        if len(decision) != self.nodes or canonical(decision) != decision:
            raise DomainError(
                f"a coloring has {self.nodes} nodes and numbers its colors in the order of first "
                f"use, got {decision!r:.60}"
            )
        if max(decision) >= self.colors:
            raise DomainError(f"colors are below {self.colors}, got {decision!r:.60}")


def canonical(colors: Sequence[int]) -> Colors:
    """Return a coloring with its colors numbered in the order of first use.

    >>> canonical((2, 0, 2, 1))
    (0, 1, 0, 2)
    """
    names: dict[int, int] = {}
    return tuple(names.setdefault(color, len(names)) for color in colors)


def _edge(edge: Any, nodes: int) -> tuple[int, int]:
    ends = [count(end, "a node of an edge", least=0) for end in listed(edge, "an edge")]
    if len(ends) != 2 or max(ends) >= nodes:
        raise DomainError(f"an edge joins two of the nodes 0 to {nodes - 1}, got {edge!r}")
    low, high = sorted(ends)
    if low == high:
        raise DomainError(f"no proper coloring has an edge from a node to itself, got {edge!r}")
    return low, high
