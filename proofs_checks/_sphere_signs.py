r"""All labelings that separators give to integer points in general position, by their vertices.

Points :math:`x_1, \dots, x_n` of :math:`\mathbb Z^d`, n >= d, any d of them independent, cut
the directions into pointed cones.  Each has an edge, a direction u orthogonal to d - 1 of the
points and to no other, and around u all :math:`2^{d-1}` signs at those occur.  So the
labelings are found from determinants, in integers.
"""

from collections.abc import Sequence
from functools import cache
from itertools import combinations, product

Point = tuple[int, ...]


def determinant(rows: Sequence[Sequence[int]]) -> int:
    """Return the determinant of a small integer matrix, by elimination without fractions.

    >>> determinant([[1, 2], [3, 4]])
    -2
    """
    left, before, sign = [list(row) for row in rows], 1, 1
    while left:
        k = next((k for k, row in enumerate(left) if row[0]), None)
        if k is None:
            return 0
        first = left.pop(k)
        pivot, sign = first[0], -sign if k % 2 else sign
        # Bareiss: each entry becomes a minor of the matrix, so the division is exact
        left = [
            [(pivot * x - row[0] * y) // before for x, y in zip(row[1:], first[1:], strict=True)]
            for row in left
        ]
        before = pivot
    return sign * before


def curve(d: int, n: int) -> tuple[Point, ...]:
    """Return n points of the moment curve, any d of which are independent."""
    return tuple(tuple(t**k for k in range(d)) for t in range(1, n + 1))


def spread(d: int, n: int) -> tuple[Point, ...]:
    """Return n other points, with signs: the moment curve of t modulo a prime, centered."""
    return tuple(tuple((t ** (k + 1)) % 101 - 50 for k in range(d)) for t in range(2, n + 2))


def in_general_position(points: Sequence[Point]) -> bool:
    """Decide whether any d points are independent."""
    d = len(points[0])
    return all(determinant(chosen) != 0 for chosen in combinations(points, d))


@cache
def labelings(points: tuple[Point, ...]) -> frozenset[tuple[int, ...]]:
    """Return the rows of signs of all separators that vanish at none of the points."""
    d, rows = len(points[0]), set[tuple[int, ...]]()
    for chosen in combinations(range(len(points)), d - 1):
        base = [points[i] for i in chosen]
        signs = [_sign(determinant([*base, x])) for x in points]
        for around in product((-1, 1), repeat=d - 1):
            row = list(signs)
            for i, sign in zip(chosen, around, strict=True):
                row[i] = sign
            rows |= {tuple(row), tuple(-s for s in row)}
    return frozenset(rows)


def needed(points: tuple[Point, ...], row: tuple[int, ...]) -> int:
    """Return how many labels of a labeling the others do not imply."""
    others = labelings(points)
    flipped = ((*row[:i], -s, *row[i + 1 :]) for i, s in enumerate(row))
    return sum(other in others for other in flipped)


def facets(points: tuple[Point, ...], row: tuple[int, ...]) -> int:
    """Return how many d - 1 of the signed points have all others on one side of their plane."""
    d, found = len(points[0]), 0
    for chosen in combinations(range(len(points)), d - 1):
        base = tuple(points[i] for i in chosen)
        rest = set(range(len(points))).difference(chosen)
        found += len({row[i] * _side(base, points[i]) for i in rest}) == 1
    return found


@cache
def _side(base: tuple[Point, ...], x: Point) -> int:
    return _sign(determinant([*base, x]))


def _sign(x: int) -> int:
    return (x > 0) - (x < 0)
