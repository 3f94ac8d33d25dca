"""Directions in space: vectors up to a positive factor, as integers without a common divisor.

Every vector of rationals, so every vector of finite floats, is a positive multiple of
exactly one primitive integer vector.  Signs of dot products depend on nothing else, and
with integers they are exact.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import gcd, lcm
from operator import mul
from typing import TypeAlias

Direction: TypeAlias = tuple[int, ...]


def primitive(numbers: Iterable[Fraction | int]) -> Direction:
    """Return the primitive integer vector that is a positive multiple of a vector.

    The zero vector, which has no direction, stays as it is.

    >>> primitive([Fraction(1, 2), Fraction(-1, 3)]), primitive([4, 0]), primitive([0, 0])
    ((3, -2), (1, 0), (0, 0))
    """
    vector = tuple(numbers)
    scale = lcm(*(c.denominator for c in vector))
    return reduced([c.numerator * (scale // c.denominator) for c in vector])


def reduced(integers: Sequence[int]) -> Direction:
    """Return integers without their common divisor."""
    divisor = gcd(*integers) or 1
    return tuple(c // divisor for c in integers) if divisor > 1 else tuple(integers)


def dot(u: Sequence[int], v: Sequence[int]) -> int:
    """Return the dot product of two integer vectors."""
    return sum(map(mul, u, v))


def sign(x: int | Fraction) -> int:
    """Return -1, 0 or +1."""
    return (x > 0) - (x < 0)


def opposite(u: Direction) -> Direction:
    """Return the antipode."""
    return tuple(-c for c in u)


def combined(a: int, u: Direction, b: int, v: Direction) -> Direction:
    """Return the direction of ``a u + b v``."""
    return reduced([a * p + b * q for p, q in zip(u, v, strict=True)])


def unit_vectors(dimension: int) -> tuple[Direction, ...]:
    """Return the standard basis.

    >>> unit_vectors(2)
    ((1, 0), (0, 1))
    """
    return tuple(tuple(int(i == k) for i in range(dimension)) for k in range(dimension))


def split(basis: Iterable[Direction], u: Direction) -> tuple[Direction, list[Direction]]:
    """Return the projection of ``u`` on a span, and an orthogonal basis of what is left of it.

    Parameters
    ----------
    basis
        Orthogonal to each other.
    u
        Not orthogonal to all of them.

    Examples
    --------
    >>> split([(1, 0, 0), (0, 1, 0)], (3, 4, 5))
    ((3, 4, 0), [(-4, 3, 0)])

    """
    along: Direction = ()
    rest = list[Direction]()
    for b in basis:
        # invariant: along is the projection on the span so far, rest the rest of that span
        share = dot(u, b)
        if share == 0:
            rest.append(b)
        elif not along:
            along = b if share > 0 else opposite(b)
        else:
            sofar = dot(u, along)
            rest.append(combined(sofar, b, -share, along))
            along = combined(sofar * dot(b, b), along, share * dot(along, along), b)
    return along, rest
