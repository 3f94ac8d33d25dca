r"""Angles between directions, and solid angles of triangles, as enclosures.

Dot products, Gram determinants and triple products of integer vectors are exact, so what
is left to ball arithmetic is a square root and an arc tangent:

.. math:: \angle(u, v) = \operatorname{atan2}\bigl(\sqrt{|u|^2 |v|^2 - (u \cdot v)^2},\;
          u \cdot v\bigr),

and for a spherical triangle with corners in directions :math:`a, b, c`

.. math:: \Omega = 2 \operatorname{atan2}\bigl(|\det(a, b, c)|,\; |a||b||c| + (a \cdot b)|c|
          + (b \cdot c)|a| + (c \cdot a)|b|\bigr)

the formula of Van Oosterom and Strackee.  Small triangles lose no relative accuracy that
way, while Girard's sum of the three angles, less pi, would lose most of it.
"""

from collections.abc import Callable
from typing import Any

from altheory.numeric.directions import Direction, dot
from altheory.numeric.enclosure import PRECISION, Enclosure


def angle(u: Direction, v: Direction) -> Enclosure:
    """Return the angle between two directions, in turns: 1/2 for opposite ones.

    >>> from fractions import Fraction
    >>> Fraction(1, 8) in angle((1, 0, 0), (1, 1, 0))
    True
    """
    cosine = dot(u, v)
    sine = dot(u, u) * dot(v, v) - cosine * cosine
    return _ball(lambda arb: arb.atan2(arb(sine).sqrt(), arb(cosine)) / (2 * arb.pi()))


def triangle(a: Direction, b: Direction, c: Direction) -> Enclosure:
    """Return the area of a spherical triangle, as a share of the sphere.

    The corners lie in three directions that span space; the triangle is the one of less
    than half of the sphere.

    >>> from fractions import Fraction
    >>> Fraction(1, 8) in triangle((1, 0, 0), (0, 1, 0), (0, 0, 1))
    True
    """
    volume = abs(
        a[0] * (b[1] * c[2] - b[2] * c[1])
        - a[1] * (b[0] * c[2] - b[2] * c[0])
        + a[2] * (b[0] * c[1] - b[1] * c[0])
    )

    def share(arb: Any) -> Any:
        p, q, r = (arb(dot(v, v)).sqrt() for v in (a, b, c))
        below = p * q * r + dot(a, b) * r + dot(b, c) * p + dot(c, a) * q
        return arb.atan2(arb(volume), below) / (2 * arb.pi())  # twice, over 4 pi

    return _ball(share)


def _ball(f: Callable[[Any], Any]) -> Enclosure:
    from flint import arb, ctx  # 70 ms that most callers never need

    with ctx.workprec(PRECISION):
        return Enclosure.of_ball(f(arb))
