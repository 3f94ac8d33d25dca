r"""Angles between directions, and solid angles of triangles, as enclosures.

Dot products and Gram determinants of integer vectors are exact, so what is left to ball
arithmetic is a square root and an arc tangent:

.. math:: \angle(u, v) = \operatorname{atan2}\bigl(\sqrt{|u|^2 |v|^2 - (u \cdot v)^2},\;
          u \cdot v\bigr),

and for a spherical triangle with corners in directions :math:`a, b, c`

.. math:: \Omega = 2 \operatorname{atan2}\bigl(\operatorname{vol}(a, b, c),\; |a||b||c|
          + (a \cdot b)|c| + (b \cdot c)|a| + (c \cdot a)|b|\bigr)

with the volume that the three vectors span, the formula of Van Oosterom and Strackee.
Small triangles lose no relative accuracy that way, while Girard's sum of the three angles,
less pi, would lose most of it.  Where a sum cancels all the same, between corners that are
nearly opposite, the precision grows until the result is accurate.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from altheory.numeric.balls import enclosed
from altheory.numeric.directions import Direction, dot
from altheory.numeric.enclosure import Enclosure

ACCURACY = 100  # bits: enclosures are narrower than 2^-100 of their value
GUARD = 28  # bits more than that to begin with


def angle(u: Direction, v: Direction, *, bits: int = ACCURACY) -> Enclosure:
    """Return the angle between two directions, in turns: 1/2 for opposite ones.

    >>> from fractions import Fraction
    >>> Fraction(1, 8) in angle((1, 0, 0), (1, 1, 0))
    True
    """
    from flint import arb  # 70 ms that most callers never need

    cosine = dot(u, v)
    sine = dot(u, u) * dot(v, v) - cosine * cosine

    def share() -> Any:
        return arb.atan2(arb(sine).sqrt(), arb(cosine)) / (2 * arb.pi())

    return enclosed(share, bits + GUARD, accuracy=bits)


def triangle(a: Direction, b: Direction, c: Direction, *, bits: int = ACCURACY) -> Enclosure:
    """Return the area of a spherical triangle, as a share of the sphere of its span.

    The corners lie in three independent directions; the triangle is the one of less than
    half of the sphere.

    >>> from fractions import Fraction
    >>> Fraction(1, 8) in triangle((1, 0, 0), (0, 1, 0), (0, 0, 1))
    True
    """
    from flint import arb  # 70 ms that most callers never need

    volume = gram((a, b, c))

    def share() -> Any:
        p, q, r = (arb(dot(v, v)).sqrt() for v in (a, b, c))
        below = p * q * r + dot(a, b) * r + dot(b, c) * p + dot(c, a) * q
        return arb.atan2(arb(volume).sqrt(), below) / (2 * arb.pi())  # twice, over 4 pi

    return enclosed(share, bits + GUARD, accuracy=bits)


def gram(rows: Sequence[Direction], columns: Sequence[Direction] = ()) -> int:
    """Return the determinant of the dot products of ``rows`` with ``columns`` or themselves.

    >>> gram([(1, 1, 0), (0, 1, 0)]), gram([(1, 1, 0), (0, 1, 0)], [(1, 0, 0), (0, 1, 0)])
    (1, 1)
    """
    from flint import fmpz_mat  # 70 ms that most callers never need

    return int(fmpz_mat([[dot(u, v) for v in columns or rows] for u in rows]).det())


def remainder(
    whole: Callable[[int], Fraction | Enclosure],
    part: Callable[[int], Fraction | Enclosure],
    bits: int,
) -> Enclosure:
    """Enclose a difference that is positive, with as many digits more as it loses.

    Both terms are functions of their relative accuracy in bits.
    """
    digits = bits
    while True:
        rest = whole(digits) - part(digits) + Enclosure.exactly(0)
        if rest.lo > 0 and rest.width < rest.lo / 2**bits:
            return rest
        digits *= 2
