"""Intervals with ends on a grid, and means over instances on ever finer grids.

Average what depends linearly on n instances within each order of them, with a target on
edges between cells.  Over all placements at the centers of N equal cells the mean is a
polynomial in 1/N of degree n along the multiples of some number of cells (Ehrhart), so
its value at 1/N = 0, the mean over uniform instances, follows exactly from n + 1 grids.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement
from math import factorial, prod

from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.interval import Interval
from altheory.hypotheses.interval_version_space import IntervalVersionSpace
from altheory.hypotheses.intervals import Intervals

Statistic = Callable[[IntervalVersionSpace], Fraction]


def grid(cells: int) -> tuple[Fraction, ...]:
    """Return the multiples of 1/cells in [0, 1].

    >>> len(grid(4))
    5
    """
    return tuple(Fraction(k, cells) for k in range(cells + 1))


def members(cells: int, min_width: Fraction = Fraction(0)) -> tuple[Interval, ...]:
    """Return the intervals with ends on a grid, wide enough or empty.

    >>> len(members(2)), len(members(2, Fraction(1)))
    (7, 2)
    """
    ends = combinations_with_replacement(grid(cells), 2)
    return (Interval.empty(), *(Interval(a, b) for a, b in ends if b - a >= min_width))


@cache
def trace(n: int) -> FiniteClass:
    """Return the intervals on n points in a row: all labelings that leave a member.

    >>> trace(2).table()["hypotheses"]
    ['--', '+-', '-+', '++']
    """
    points = [Fraction(2 * k + 1, 2 * n) for k in range(n)]
    left = [
        labels
        for mask in range(1 << n)
        for labels in [[1 if mask >> i & 1 else -1 for i in range(n)]]
        if not Intervals().version_space().restrict_all(points, labels).is_empty
    ]
    return FiniteClass(n, left)


def mean(statistic: Statistic, n: int, cells: int, target: Interval) -> Fraction:
    """Return the mean over n instances, each at a random center of so many cells."""
    centers = [Fraction(2 * i + 1, 2 * cells) for i in range(cells)]
    total = Fraction(0)
    for xs in combinations_with_replacement(centers, n):
        orders = factorial(n) // prod(factorial(xs.count(x)) for x in set(xs))
        space = Intervals().version_space().restrict_all(xs, [target(x) for x in xs])
        total += orders * statistic(space)
    return total * Fraction(1, cells**n)


def uniform_mean(statistic: Statistic, n: int, target: Interval, least: int) -> Fraction:
    """Return the mean over n uniform instances, from grids of multiples of ``least`` cells.

    >>> uniform_mean(lambda space: space.disagreement().length, 1, Interval(0, 1), 1)
    Fraction(1, 1)
    """
    sizes = [least * m for m in range(1, n + 2)]
    values = [mean(statistic, n, cells, target) for cells in sizes]
    return at_zero([Fraction(1, cells) for cells in sizes], values)


def at_zero(places: Sequence[Fraction], values: Sequence[Fraction]) -> Fraction:
    """Return the value at 0 of the polynomial through some points (Lagrange).

    >>> at_zero([Fraction(1), Fraction(2)], [Fraction(3), Fraction(5)])
    Fraction(1, 1)
    """
    total = Fraction(0)
    for x, value in zip(places, values, strict=True):
        others = (other / (other - x) for other in places if other != x)
        total += value * prod(others, start=Fraction(1))
    return total
