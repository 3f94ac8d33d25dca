r"""Query trees: which point to ask next, whatever the answers so far.

A query tree identifies every hypothesis of a finite class: each inner node asks
for the label of a point, and each leaf is reached by one hypothesis.  Two measures
of a tree are the most questions and, under the uniform prior, the mean number of
questions.  What remains after some answers is a set :math:`V` of hypotheses, and
nothing else matters for the rest of the tree, so

.. math::

    D(V) = 1 + \min_x \max_{y} D(V_{x,y}), \qquad
    T(V) = |V| + \min_x \sum_{y} T(V_{x,y}),

with :math:`D = T = 0` for one hypothesis, give the least depth :math:`D` and the
least total depth :math:`T`.  A binary tree with :math:`k` leaves has depth at least
:math:`d = \lceil \log_2 k \rceil` and total depth at least :math:`(d + 1) k - 2^d`;
a split that cannot beat the best so far is passed over.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, TypeAlias, final

from altheory import certificate
from altheory.complexity._finite import finite
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.spaces.finite import FiniteRegion

Goal: TypeAlias = Literal["worst", "average"]
Tree: TypeAlias = "FiniteHypothesis | tuple[int, Tree, Tree]"  # (point, if -1, if +1)
Splits: TypeAlias = dict[int, int]  # point -> the hypotheses that say +1 there, as a bitmask

STATES = 200_000  # sets of surviving hypotheses
HYPOTHESES = 256  # the depth of the recursion is below this


@final
@dataclass(frozen=True, slots=True)
class QueryTree:
    """A tree of questions that identifies every hypothesis of ``of``.

    >>> tree = optimal_query_tree(FiniteClass(3, ["---", "--+", "-++", "+++"]))
    >>> tree.depth, tree.total, tree.average
    (2, 8, Fraction(2, 1))
    """

    of: FiniteClass
    root: Tree

    @property
    def depths(self) -> dict[FiniteHypothesis, int]:
        """The number of questions that identify each hypothesis."""
        return _depths(self.root)

    @property
    def depth(self) -> int:
        """The most questions that a hypothesis takes."""
        return max(self.depths.values())

    @property
    def total(self) -> int:
        """The sum of the questions over the hypotheses."""
        return sum(self.depths.values())

    @property
    def average(self) -> Fraction:
        """The mean number of questions under the uniform prior."""
        return Fraction(self.total, len(self.of.hypotheses))

    def certificate(self) -> dict[str, Any]:
        """Return the proof that no more questions are needed than this tree asks."""
        tree = _rows(self.root)
        return certificate.query_tree(self.of.table(), tree, self.depth, self.total)


def optimal_query_tree(of: FiniteClass, goal: Goal = "worst", *, states: int = STATES) -> QueryTree:
    """Return a query tree of the least depth, or of the least mean depth.

    Parameters
    ----------
    of
        The class, of at most 256 hypotheses.
    goal
        ``"worst"`` for the least depth, ``"average"`` for the least mean depth.
    states
        How many sets of surviving hypotheses may be examined.

    Raises
    ------
    BudgetError
        If the class or the search is too large.

    Examples
    --------
    A star takes its points one after the other.

    >>> optimal_query_tree(FiniteClass(3, ["---", "+--", "-+-", "--+"])).depth
    3

    """
    if goal not in ("worst", "average"):
        raise DomainError(f"the goal is 'worst' or 'average', got {goal!r}")
    if len(finite(of).hypotheses) > HYPOTHESES:
        raise BudgetError(
            f"at most {HYPOTHESES} hypotheses, got {len(of.hypotheses)}; use greedy_query_tree"
        )
    return _grow(of, _optimal_choice(of, goal, states))


def greedy_query_tree(of: FiniteClass) -> QueryTree:
    """Return the tree that always asks at the first point that splits most evenly.

    >>> greedy_query_tree(FiniteClass(3, ["---", "--+", "-++", "+++"])).depth
    2
    """
    splits = _splits(finite(of))
    return _grow(of, lambda alive: _parts(splits, alive)[0][0])


def _optimal_choice(of: FiniteClass, goal: Goal, states: int) -> Callable[[int], int]:
    """Return the best point to ask for a set of survivors, by memoized recursion."""
    splits = _splits(of)
    best: dict[int, tuple[int, int]] = {}  # survivors -> (cost, point to ask)

    def cost(alive: int) -> int:
        if alive.bit_count() == 1:
            return 0
        if alive not in best:
            best[alive] = search(alive)
        return best[alive][0]

    def search(alive: int) -> tuple[int, int]:
        if len(best) >= states:
            raise BudgetError(
                f"examined {states} sets of survivors; allow more states or use greedy_query_tree"
            )
        found = (alive.bit_count() ** 2, -1)  # more than any tree costs
        for x, minus, plus in _parts(splits, alive):
            if _joined(goal, alive, _least(goal, minus), _least(goal, plus)) < found[0]:
                found = min(found, (_joined(goal, alive, cost(minus), cost(plus)), x))
        return found

    cost((1 << len(of.hypotheses)) - 1)
    return lambda alive: best[alive][1]


def _joined(goal: Goal, alive: int, minus: int, plus: int) -> int:
    """Return what a question to the survivors costs, given what its two answers lead to."""
    return 1 + max(minus, plus) if goal == "worst" else alive.bit_count() + minus + plus


def _least(goal: Goal, alive: int) -> int:
    """Return what no binary tree with so many leaves falls below."""
    leaves = alive.bit_count()
    depth = (leaves - 1).bit_length()
    return depth if goal == "worst" else (depth + 1) * leaves - (1 << depth)


def _splits(of: FiniteClass) -> Splits:
    """Return the first point of each way to split the class, with who says +1 there."""
    everyone = (1 << len(of.hypotheses)) - 1
    splits: Splits = {}
    for x in range(of.n_points):
        plus = sum(1 << i for i, h in enumerate(of.hypotheses) if h >> x & 1)
        if not {plus, everyone ^ plus} & set(splits.values()):
            splits[x] = plus
    return splits


def _parts(splits: Splits, alive: int) -> list[tuple[int, int, int]]:
    """Return the ways to split the survivors, the most even first."""
    parts = [(x, alive & ~plus, alive & plus) for x, plus in splits.items()]
    return sorted(
        (part for part in parts if part[1] and part[2]),
        key=lambda part: abs(part[1].bit_count() - part[2].bit_count()),
    )


def _grow(of: FiniteClass, ask: Callable[[int], int]) -> QueryTree:
    """Return the tree that asks at ``ask(survivors)`` until one hypothesis is left."""
    splits = _splits(of)

    def grown(alive: int) -> Tree:
        if alive.bit_count() == 1:
            mask = of.hypotheses[alive.bit_length() - 1]
            return FiniteHypothesis(FiniteRegion(of.n_points, mask))
        x = ask(alive)
        return x, grown(alive & ~splits[x]), grown(alive & splits[x])

    return QueryTree(of, grown((1 << len(of.hypotheses)) - 1))


def _depths(node: Tree) -> dict[FiniteHypothesis, int]:
    if isinstance(node, FiniteHypothesis):
        return {node: 0}
    _, minus, plus = node
    return {h: depth + 1 for h, depth in (_depths(minus) | _depths(plus)).items()}


def _rows(node: Tree) -> Any:
    """Return the tree as certificates write it."""
    if isinstance(node, FiniteHypothesis):
        return str(node)
    x, minus, plus = node
    return [x, _rows(minus), _rows(plus)]
