"""Conjunctions and grid boxes on few points, to be gone through hypothesis by hypothesis.

Members are bitmasks that the hypotheses' own labels make, one instance at a time; version
spaces are what remains of the list.  Nothing here knows of hulls or boundary sets.
"""

from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from typing import TypeAlias

from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.grid_rectangles import GridRectangles
from altheory.protocols import Label

HullClass: TypeAlias = Conjunctions | GridRectangles
Sample: TypeAlias = tuple[tuple[int, Label], ...]
Masks: TypeAlias = tuple[int, ...]

SMALL: tuple[HullClass, ...] = (
    Conjunctions(1),
    Conjunctions(2),
    GridRectangles(1, 3),
    GridRectangles(2, 2),
)
LARGER: tuple[HullClass, ...] = (Conjunctions(3), GridRectangles(2, 3))
BOTH: tuple[Label, Label] = (-1, 1)


@cache
def members(of: HullClass) -> Masks:
    """Return every hypothesis as the set of points that it labels +1.

    >>> len(members(Conjunctions(2)))
    10
    """
    points = range(of.n_points)
    all_of_them = (of.hypothesis(i) for i in range(of.size))
    return tuple(sum(1 << x for x in points if h(x) == 1) for h in all_of_them)


def samples(n_points: int, most: int) -> Iterator[Sample]:
    """Go through every way to label at most so many of the points.

    >>> len(list(samples(2, 2)))
    9
    """
    for size in range(most + 1):
        for points in combinations(range(n_points), size):
            for labels in product(BOTH, repeat=size):
                yield tuple(zip(points, labels, strict=True))


def left(of: HullClass, sample: Sample) -> Masks:
    """Return the members that agree with every label."""
    return tuple(h for h in members(of) if all((h >> x & 1) == (y == 1) for x, y in sample))


def haussler(k: int) -> tuple[Conjunctions, tuple[int, ...]]:
    """Return 2 k attributes and k instances, each false at two attributes of its own.

    >>> [bin(x) for x in haussler(2)[1]]
    ['0b1100', '0b11']
    """
    of = Conjunctions(2 * k)
    return of, tuple((of.n_points - 1) ^ (0b11 << 2 * i) for i in range(k))
