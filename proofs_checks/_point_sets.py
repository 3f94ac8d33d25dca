"""Small sets of integer points, and their best k centers, in exact squared distances."""

from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement, product
from typing import TypeAlias

Point: TypeAlias = tuple[int, ...]


def squared(a: Point, b: Point) -> int:
    """Return the squared distance of two points."""
    return sum((x - y) ** 2 for x, y in zip(a, b, strict=True))


def squared_radius(pool: Sequence[Point], centers: Sequence[int]) -> int:
    """Return the squared distance of the farthest point from its nearest center."""
    return max(min(squared(x, pool[c]) for c in centers) for x in pool)


def best(pool: Sequence[Point], k: int) -> int:
    """Return the least squared radius of any k centers of the pool."""
    return min(squared_radius(pool, centers) for centers in combinations(range(len(pool)), k))


def on_line(size: int, length: int) -> Iterator[tuple[Point, ...]]:
    """Go through the sets of points 0, ..., length, copies included."""
    line = [(x,) for x in range(length + 1)]
    yield from combinations_with_replacement(line, size)


def in_square(size: int, side: int) -> Iterator[tuple[Point, ...]]:
    """Go through the sets of distinct points of a square grid."""
    yield from combinations(list(product(range(side), repeat=2)), size)
