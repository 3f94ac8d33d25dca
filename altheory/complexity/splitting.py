r"""The splitting index: how much of any doubt a random question is worth.

An *edge* is a pair of hypotheses, a doubt which of them is right.  Of a finite set Q of
edges those remain after the label y of a point x whose ends both say y at x.  The point
:math:`\rho`-splits Q if at most :math:`(1 - \rho) |Q|` remain, whatever the label.  A class
is :math:`(\rho, \varepsilon, \tau)`-splittable if for every finite Q of edges longer than
:math:`\varepsilon`, those with :math:`P(h \ne h') > \varepsilon`,

.. math:: P(x \;\rho\text{-splits } Q) \ge \tau

[dasgupta2005coarse]_.  Here the largest such :math:`\rho` is found for finite classes, where
it is attained.  An edge may be in Q several times, so Q is a rational weight of each edge.

The idea: Q defeats :math:`\rho` iff there are points A with :math:`P(A) > 1 - \tau` and an
answer f(x) at each of them which leaves more than :math:`1 - \rho` of Q.  An edge is *cut*
at the points :math:`D_e(f) \subseteq A` where an end differs from f, so

.. math:: \rho = \min_{A, f} \frac1{\nu(A, f)}, \qquad
          \nu(A, f) = \max \Bigl\{ \sum_e z_e : \sum_{e : x \in D_e(f)} z_e \le 1
          \text{ for all } x \in A,\ z \ge 0 \Bigr\},

the largest fractional matching of the sets :math:`D_e(f)`; only the least A matter.  Answers
are given point by point, the least :math:`1/\nu` first.  Where none is given yet, an edge
is cut for sure only if its ends differ, and that bounds what the answers can still reach.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import Any, TypeAlias, final

from altheory.complexity._finite import law_of_points
from altheory.complexity._fractional import largest_matching, minimal
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import rational
from altheory.spaces.finite import FiniteDistribution, FiniteRegion

Edge: TypeAlias = tuple[int, int]  # the bitmasks of its ends
Share: TypeAlias = Callable[[frozenset[int]], Fraction]

STATES = 20_000  # linear programs, or sets of edges


@final
@dataclass(frozen=True, slots=True)
class EdgeSet:
    """Weighted edges of a class, and how well the points of a law split them.

    Attributes
    ----------
    of, law
        The class and the law of its points.
    edges
        Both ends of each edge and its weight; the weights sum up to 1.

    """

    of: FiniteClass
    law: FiniteDistribution
    edges: tuple[tuple[FiniteHypothesis, FiniteHypothesis, Fraction], ...]

    def split(self, x: int) -> Fraction:
        """Return the largest rho for which a point rho-splits the edges."""
        kept = (
            sum((w for h, g, w in self.edges if h(x) == g(x) == y), Fraction(0)) for y in (-1, 1)
        )
        return 1 - max(kept)

    def index(self, tau: Fraction) -> Fraction:
        """Return the largest rho for which points of mass tau rho-split the edges."""
        shares = [self.split(x) for x in range(self.of.n_points)]
        points = {rho: [x for x, s in enumerate(shares) if s >= rho] for rho in set(shares)}
        return max(
            rho
            for rho, found in points.items()
            if self.law.mass(FiniteRegion.of(self.of.n_points, found)) >= tau
        )


def splitting_index(
    of: FiniteClass, epsilon: Any, tau: Any, law: Any = None, *, states: int = STATES
) -> Fraction:
    r"""Return the largest :math:`\rho` for which a class is splittable, exactly.

    Parameters
    ----------
    of
        A finite class.
    epsilon
        Edges are longer than this, at least 0.
    tau
        The mass of points that are to split any edges, in (0, 1].
    law
        The law of the points, by default the uniform one.
    states
        How many linear programs may be solved.

    Returns
    -------
    Fraction
        It is 1 if no edge is that long.

    Raises
    ------
    BudgetError
        If there are more linear programs; `splitting_bounds` solves a few.

    Examples
    --------
    A point of a star of three splits off one edge of three, a threshold one of two.

    >>> splitting_index(FiniteClass(3, ["---", "+--", "-+-", "--+"]), 0.25, 0.25)
    Fraction(1, 3)
    >>> splitting_index(FiniteClass(3, ["---", "--+", "-++", "+++"]), 0.25, 0.25)
    Fraction(1, 2)

    """
    found = hardest_edges(of, epsilon, tau, law, states=states)
    return Fraction(1) if found is None else found.index(_share(tau))


def hardest_edges(
    of: FiniteClass, epsilon: Any, tau: Any, law: Any = None, *, states: int = STATES
) -> EdgeSet | None:
    """Return weighted edges that attain the splitting index, None if no edge is that long.

    The parameters and the errors are those of `splitting_index`.
    """
    doubts = _doubts(of, epsilon, law)
    if not doubts.edges:
        return None
    share = _shares(states)
    dropped = _droppable(doubts.law.weights, _share(tau))
    points = ((1 << of.n_points) - 1 & ~mask for mask in dropped)
    heap = [(share(doubts.cut(a, 0, 0)), 0, a, 0, 0) for a in points]
    heapify(heap)
    while True:
        _, _, a, given, answers = heappop(heap)
        if given == a:
            return doubts.hardest(a, answers)
        x = (a & ~given) & -(a & ~given)
        for f in (answers, answers | x):
            sets = doubts.cut(a, given | x, f)
            heappush(heap, (share(sets), -(given | x).bit_count(), a, given | x, f))


def splitting_bounds(of: FiniteClass, epsilon: Any, tau: Any, law: Any = None) -> Enclosure:
    r"""Return numbers between which the splitting index of a larger class lies.

    From below: with :math:`m > \varepsilon` for the mass of the shortest edge, a random
    point cuts at least the share m of any edges on average, so the index is at least
    :math:`(m - \tau)/(1 - \tau)`.  From above, the edges that are hardest if each
    hypothesis in turn gives the answers; points are given up for tau greedily.

    >>> thresholds = FiniteClass(5, [31 >> k << k for k in range(6)])
    >>> print(splitting_bounds(thresholds, 0.25, 0.125))
    [0.314285714286, 0.5]
    """
    doubts, mass = _doubts(of, epsilon, law), _share(tau)
    if not doubts.edges:
        return Enclosure.exactly(1)
    least = min(map(doubts.length, doubts.edges))
    low = (least - mass) / (1 - mass) if mass < 1 else Fraction(0)
    high = min(doubts.greedily(h, mass).index(mass) for h in of.hypotheses)
    return Enclosure(max(low, Fraction(0)), high)


def splitting_index_of_sets(
    of: FiniteClass, epsilon: Any, tau: Any, law: Any = None, *, states: int = STATES
) -> Fraction:
    r"""Return the largest :math:`\rho` if no edge may be in Q twice, by brute force.

    Raises
    ------
    BudgetError
        If there are more than ``states`` sets of edges.

    Examples
    --------
    >>> splitting_index_of_sets(FiniteClass(3, ["---", "+--", "-+-", "--+"]), 0.25, 0.25)
    Fraction(1, 3)

    """
    doubts, mass = _doubts(of, epsilon, law), _share(tau)
    if 1 << len(doubts.edges) > states:
        raise BudgetError(
            f"{len(doubts.edges)} edges have more than {states} sets; allow more (states=), or "
            "weigh the edges: splitting_index"
        )
    chosen = (c for k in range(len(doubts.edges)) for c in combinations(doubts.edges, k + 1))
    found = (doubts.weighted(dict.fromkeys(c, Fraction(1, len(c)))).index(mass) for c in chosen)
    return min(found, default=Fraction(1))


@final
@dataclass(frozen=True, slots=True)
class _Doubts:
    """The edges of a class that are long enough under a law."""

    of: FiniteClass
    law: FiniteDistribution
    edges: tuple[Edge, ...]

    def length(self, edge: Edge) -> Fraction:
        return self.law.mass(FiniteRegion(self.of.n_points, edge[0] ^ edge[1]))

    def cut(self, points: int, given: int, answers: int) -> frozenset[int]:
        """Return the least sets of ``points`` at which an edge is cut for sure.

        All masks; ``answers`` are those at the points ``given`` so far.
        """
        return frozenset(minimal({_cut(e, points, given, answers) for e in self.edges}))

    def hardest(self, points: int, answers: int) -> EdgeSet:
        """Return weights of which the least share is cut at any of ``points``."""
        edge_of = {_cut(e, points, points, answers): e for e in self.edges}
        if 0 in edge_of:
            return self.weighted({edge_of[0]: Fraction(1)})
        weights, _ = largest_matching(edge_of)
        total = sum(weights.values(), Fraction(0))
        return self.weighted({edge_of[s]: w / total for s, w in weights.items()})

    def greedily(self, answers: int, tau: Fraction) -> EdgeSet:
        """Return the hardest weights after giving up points that cost most, for tau in all."""
        weights, spent = self.law.weights, Fraction(0)
        points = sum(1 << x for x, w in enumerate(weights) if w > 0)
        while 0 not in (sets := self.cut(points, points, answers)):
            _, cover = largest_matching(sets)
            free = [x for x in cover if spent + weights[x] < tau]
            if not free:
                break
            given_up = max(free, key=cover.__getitem__)
            points, spent = points ^ 1 << given_up, spent + weights[given_up]
        return self.hardest(points, answers)

    def weighted(self, weights: Mapping[Edge, Fraction]) -> EdgeSet:
        """Return edges with their weights as hypotheses."""
        edges = tuple((self._member(h), self._member(g), w) for (h, g), w in weights.items())
        return EdgeSet(self.of, self.law, edges)

    def _member(self, mask: int) -> FiniteHypothesis:
        return FiniteHypothesis(FiniteRegion(self.of.n_points, mask))


def _doubts(of: FiniteClass, epsilon: Any, law: Any) -> _Doubts:
    """Return the edges longer than epsilon."""
    measure = law_of_points(of, law)
    least = rational(epsilon, "epsilon")
    if least < 0:
        raise DomainError(f"epsilon is at least 0, got {epsilon}")
    every = _Doubts(of, measure, tuple(combinations(of.hypotheses, 2)))
    return _Doubts(of, measure, tuple(e for e in every.edges if every.length(e) > least))


def _share(tau: Any) -> Fraction:
    value = rational(tau, "tau")
    if not 0 < value <= 1:
        raise DomainError(f"tau is above 0 and at most 1, got {tau}")
    return value


def _cut(edge: Edge, points: int, given: int, answers: int) -> int:
    """Return the points at which an edge is cut for sure, whatever the answers not given."""
    h, g = edge
    return ((h ^ answers) | (g ^ answers)) & given | (h ^ g) & points & ~given


def _shares(states: int) -> Share:
    r"""Return the function :math:`1/\nu` of sets, 0 where one is empty, with a memory."""
    known: dict[frozenset[int], Fraction] = {}

    def share(sets: frozenset[int]) -> Fraction:
        if 0 in sets:
            return Fraction(0)
        if sets not in known:
            if len(known) >= states:
                raise BudgetError(
                    f"solved {states} linear programs; allow more (states=), or see "
                    "splitting_bounds"
                )
            _, cover = largest_matching(sets)
            known[sets] = 1 / sum(cover.values(), Fraction(0))
        return known[sets]

    return share


def _droppable(weights: tuple[Fraction, ...], tau: Fraction) -> Iterator[int]:
    """Yield the largest sets of points of mass below tau, as masks."""
    stack = [(0, Fraction(0), 0)]
    while stack:
        x, mass, dropped = stack.pop()
        if x < len(weights):
            stack.append((x + 1, mass, dropped))
            if mass + weights[x] < tau:
                stack.append((x + 1, mass + weights[x], dropped | 1 << x))
        elif all(dropped >> z & 1 or mass + w >= tau for z, w in enumerate(weights)):
            yield dropped
