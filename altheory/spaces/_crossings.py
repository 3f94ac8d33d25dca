r"""Directions on whose hyperplane a convex set has members on both sides, without rejection.

Let the set be a polygon on the sphere, or an arc.  A direction :math:`x` is wanted iff
the great circle with pole :math:`x` crosses the boundary; it does so twice, and the
uniform law on poles is that of a *uniform point p of the boundary* and a crossing angle
:math:`\psi \in (0, \pi)` with density :math:`\sin(\psi) / 2`, so :math:`\cos \psi` is
uniform:

.. math:: x = \pm \left(\cos \psi \, \frac{n}{|n|}
          + \sin \psi \, \frac{n \times p}{|n| |p|}\right), \qquad n = a \times b

on the side from :math:`a` to :math:`b`.  Chances are floats, so densities are right up to
a factor :math:`1 + O(2^{-52})`; what is computed from them is exact, so it works for a
polygon of any size.  At the end the direction is rounded, far below that size.
"""

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from typing import TypeAlias

import numpy as np

from altheory.numeric.angles import angle
from altheory.numeric.directions import Direction, dot, reduced

Side: TypeAlias = tuple[Direction, Direction]

GUARD = 64  # bits beyond the size of the set
CHANCES = 2**53
STRAIGHT = 1e-9  # radians below which an arc is a chord, to the last bit of a float


def crossing(sides: Sequence[Side], rng: np.random.Generator) -> Direction:
    """Draw the pole of a great circle that crosses the boundary of a convex polygon.

    Parameters
    ----------
    sides
        Pairs of corners in dimension 3; of an arc both ways, and so in the plane.
    rng
        The source of chance.

    """
    lengths = [angle(a, b).midpoint for a, b in sides]
    totals = list(accumulate(lengths))
    u = totals[-1] * Fraction(share(rng))
    i = next(k for k, total in enumerate(totals) if u < total)
    a, b = sides[i]
    s, t = place(float(lengths[i]) * 2 * math.pi, share(rng))
    p = weighted(s / length(a), a, t / length(b), b)
    way = 1 if rng.random() < 0.5 else -1
    if len(a) == 2:
        x: Direction = (-way * p[1], way * p[0])
    else:
        n, cosine = _cross(a, b), Fraction(2 * share(rng) - 1)
        sine = Fraction(math.sqrt((1 - cosine) * (1 + cosine)))
        x = weighted(way * cosine * length(p), n, way * sine, _cross(n, p))
    return rounded(x, GUARD + math.ceil(1 / totals[-1]).bit_length())


def place(theta: float, share: float) -> tuple[Fraction, Fraction]:
    """Return the weights of the ends of an arc of ``theta`` radians at a share of its length."""
    if theta < STRAIGHT:
        return 1 - Fraction(share), Fraction(share)
    return Fraction(math.sin((1 - share) * theta)), Fraction(math.sin(share * theta))


def share(rng: np.random.Generator) -> float:
    """Draw a float strictly between 0 and 1."""
    return (2 * int(rng.integers(CHANCES // 2)) + 1) / CHANCES


def length(v: Direction) -> Fraction:
    """Return the length of a vector to ``GUARD`` bits and more."""
    return Fraction(math.isqrt(dot(v, v) << 2 * GUARD), 1 << GUARD)


def weighted(s: Fraction, u: Direction, t: Fraction, v: Direction) -> Direction:
    """Return the direction of ``s u + t v``."""
    p, q = s.numerator * t.denominator, t.numerator * s.denominator
    return reduced([p * a + q * b for a, b in zip(u, v, strict=True)])


def _cross(u: Direction, v: Direction) -> Direction:
    return (u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])


def rounded(x: Direction, bits: int) -> Direction:
    """Return a direction whose largest coordinate has so many bits, at most."""
    spare = max(c.bit_length() for c in x) - bits
    return x if spare <= 0 else reduced([(c + (1 << spare >> 1)) >> spare for c in x])
