r"""Lines among integer points of the plane, by crossings of segments and nothing else.

Two finite sets lie strictly on different sides of a line iff their convex hulls are disjoint,
and hulls of the plane that meet do so in a point of one set within a triangle of the other,
or in a crossing of two segments: four points suffice (Radon, Kirchberger).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, combinations_with_replacement, product
from typing import NamedTuple, TypeAlias

from altheory.protocols import Label

Point: TypeAlias = tuple[int, int]
Sample: TypeAlias = tuple[tuple[Point, Label], ...]

GRID: tuple[Point, ...] = tuple((a, b) for a in (-1, 0, 1) for b in (-1, 0, 1))
SIDES: tuple[Label, Label] = (-1, 1)
LABELINGS = 58  # of the grid, by lines and constants


class Sure(NamedTuple):
    """Where every line that agrees with labels says +, and where every one says -."""

    positive: frozenset[Point]
    negative: frozenset[Point]

    def __str__(self) -> str:
        return f"+ on {sorted(self.positive)}, - on {sorted(self.negative)}"


def turn(a: Point, b: Point, c: Point) -> int:
    """Return twice the signed area of a triangle."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def between(x: Point, a: Point, b: Point) -> bool:
    """Decide whether x is on the closed segment from a to b."""
    inner = (a[0] - x[0]) * (b[0] - x[0]) + (a[1] - x[1]) * (b[1] - x[1])
    return turn(a, b, x) == 0 and inner <= 0


def within(x: Point, a: Point, b: Point, c: Point) -> bool:
    """Decide whether x is in the closed triangle, which may be flat."""
    turns = (turn(a, b, x), turn(b, c, x), turn(c, a, x))
    if turn(a, b, c) == 0:
        return between(x, a, b) or between(x, b, c) or between(x, c, a)
    return min(turns) >= 0 or max(turns) <= 0


def meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Decide whether two closed segments have a point in common."""
    if turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0:
        return True
    return between(a, c, d) or between(b, c, d) or between(c, a, b) or between(d, a, b)


def separable(plus: Sequence[Point], minus: Sequence[Point]) -> bool:
    """Decide whether a line has one set strictly on one side and the other on the other."""
    for one, other in ((plus, minus), (minus, plus)):
        triangles = list(combinations_with_replacement(other, 3))
        if any(within(x, *triangle) for x in one for triangle in triangles):
            return False
    pairs = product(combinations(plus, 2), combinations(minus, 2))
    return not any(meet(*one, *other) for one, other in pairs)


def parted(sample: Sample) -> tuple[list[Point], list[Point]]:
    """Return the positive and the negative points."""
    plus, minus = ([x for x, y in sample if y == side] for side in (1, -1))
    return plus, minus


@cache
def rows() -> tuple[frozenset[Point], ...]:
    """Return what lines with small coefficients, and the constants, call + on the grid."""
    sides = product(range(-2, 3), range(-2, 3), range(-9, 10, 2))
    found = {frozenset(x for x in GRID if 2 * (a * x[0] + b * x[1]) > c) for a, b, c in sides}
    return tuple(found)


@cache
def said(sample: Sample) -> Sure | None:
    """Return what all lines that agree say, from the list of lines; None if none agrees."""
    left = [row for row in rows() if all((x in row) == (y == 1) for x, y in sample)]
    if not left:
        return None
    everywhere = frozenset(GRID)
    return Sure(everywhere.intersection(*left), everywhere.difference(*left))


def samples(most: int) -> Iterator[Sample]:
    """Return all labelings of at most so many points of the grid."""
    for n in range(most + 1):
        for points in combinations(GRID, n):
            for ys in product(SIDES, repeat=n):
                yield tuple(zip(points, ys, strict=True))
