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

from collections.abc import Callable, Iterator
from fractions import Fraction
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import Any, TypeAlias

from altheory.complexity._fractional import largest_matching
from altheory.complexity.edges import EdgeSet, long_edges
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import rational

Share: TypeAlias = Callable[[frozenset[int]], Fraction]

STATES = 20_000  # linear programs, or sets of edges


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
    doubts = long_edges(of, epsilon, law)
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
    doubts, mass = long_edges(of, epsilon, law), _share(tau)
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
    doubts, mass = long_edges(of, epsilon, law), _share(tau)
    if 1 << len(doubts.edges) > states:
        raise BudgetError(
            f"{len(doubts.edges)} edges have more than {states} sets; allow more (states=), or "
            "weigh the edges: splitting_index"
        )
    chosen = (c for k in range(len(doubts.edges)) for c in combinations(doubts.edges, k + 1))
    found = (doubts.weighted(dict.fromkeys(c, Fraction(1, len(c)))).index(mass) for c in chosen)
    return min(found, default=Fraction(1))


def _share(tau: Any) -> Fraction:
    value = rational(tau, "tau")
    if not 0 < value <= 1:
        raise DomainError(f"tau is above 0 and at most 1, got {tau}")
    return value


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
