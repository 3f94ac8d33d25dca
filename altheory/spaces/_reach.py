r"""How far a cone reaches from a direction inside it, where its extreme rays are not listed.

With orthogonal axes :math:`e_1, \dots, e_{d-1} \perp c`, each bound
:math:`e_i \cdot w \le m_i \, c \cdot w` for all members w says that :math:`m_i c - e_i` is a
nonnegative combination of the normals, which is decided exactly
(:mod:`altheory.spaces.facet_cone`).  Linear programs propose the least such numbers, in units
of the distance from c to the nearest facet, so that a cone of any size is of order one.  What
they propose is rounded up a little and then proved, or given up.  The box of these bounds
holds the cone in the chart :math:`c \cdot w = 1`, and its farthest corner bounds the angle.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import isqrt

import numpy as np

from altheory.numeric.directions import Direction, combined, dot, reduced
from altheory.protocols import Floats
from altheory.spaces._crossings import length
from altheory.spaces.facet_cone import FacetCone
from altheory.spaces.hit_and_run import orthonormal

SLACKS = (Fraction(1, 10**6), Fraction(1, 10**3), Fraction(1))  # beyond what is proposed
SKEW = 1 + Fraction(1, 2**20)  # axes are orthogonal to each other but for rounding
BITS = 64


def reach(cone: FacetCone) -> Fraction | None:
    """Return an upper bound on the tangents of the angles from the inner direction.

    None if there is a right angle or a wider one, or no bound is proved.
    """
    c = cone.inner
    if not cone.is_solid:
        return None
    axes = [combined(dot(c, c), e, -dot(e, c), c) for e in orthonormal(c)]
    unit = min(filter(None, (_distance(z, c) for z in cone.normals)))
    square = Fraction(0)
    for e, proposed in zip(axes, _proposals(cone, axes, unit), strict=True):
        sides = [
            _proved(cone, e if y > 0 else tuple(-k for k in e), abs(y), unit) for y in proposed
        ]
        if None in sides:
            return None
        square += max(side for side in sides if side is not None) ** 2
    scaled = int(SKEW * square / unit**2 * 4**BITS)
    return unit * Fraction(isqrt(scaled) + 1, 2**BITS)


def _distance(z: Direction, c: Direction) -> Fraction:
    """Return the distance in the chart from c to a facet, in lengths of c; 0 if it has none."""
    flat = _flat(z, c)
    return dot(z, c) / flat if flat else Fraction(0)


def _flat(z: Direction, c: Direction) -> Fraction:
    """Return the length of z orthogonal to c, times the length of c."""
    square = dot(z, z) * dot(c, c) - dot(z, c) ** 2
    return Fraction(isqrt(square << 2 * BITS), 1 << BITS)


def _proposals(
    cone: FacetCone, axes: list[Direction], unit: Fraction
) -> Iterator[tuple[float, float]]:
    """Yield the extreme coordinates along each axis, in units; infinite where there are none."""
    from scipy.optimize import linprog

    c, sizes = cone.inner, [length(e) for e in axes]
    rows, room = list[list[float]](), list[float]()
    for z in cone.normals:
        distance = _distance(z, c)
        if distance:
            flat = _flat(z, c) / length(c)
            rows.append([-float(dot(z, e) / (s * flat)) for e, s in zip(axes, sizes, strict=True)])
            room.append(float(distance / unit))
    matrix: Floats = np.array(rows)
    for k in range(len(axes)):
        ends = list[float]()
        for way in (1.0, -1.0):
            goal = np.zeros(len(axes))
            goal[k] = -way
            found = linprog(goal, matrix, room, bounds=(None, None), method="highs")
            value = None if found.status else found.fun
            ends.append(way * np.inf if value is None else -way * float(value))
        yield ends[0], ends[1]


def _proved(cone: FacetCone, e: Direction, proposed: float, unit: Fraction) -> Fraction | None:
    """Return a bound in lengths of c on the coordinate along an axis, None if none is proved."""
    if not np.isfinite(proposed):
        return None
    ratio = length(e) / length(cone.inner)
    for slack in SLACKS:
        bound = (Fraction(proposed) + slack) * (1 + slack) * unit
        m = bound * ratio
        if cone.side(reduced(combined(m.numerator, cone.inner, -m.denominator, e))) > 0:
            return bound
    return None
