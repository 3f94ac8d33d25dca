r"""Long version spaces on the sphere: triangles with a tip at the pole and a base on the equator.

Three instances (a, b, 0), (a, -b, 0) and (0, 0, 1) with the label +1 and :math:`a^2 + b^2 = c^2`
leave the separators between two meridians an angle :math:`\phi` apart, with
:math:`s = \sin(\phi/2) = a/c`, above the equator.  The center of the largest ball is (c, 0, a), at
a distance r from all three walls with :math:`\tan r = s`: near the base.
"""

from fractions import Fraction

from altheory.numeric.directions import Direction, dot
from altheory.numeric.enclosure import Enclosure
from altheory.spaces.cone import Cone
from altheory.spaces.intrinsic import solid_angle

Sides = tuple[int, int, int]  # a, b, c

LONG: tuple[Sides, ...] = ((9, 40, 41), (7, 24, 25), (11, 60, 61), (20, 99, 101))


def walls(sides: Sides) -> tuple[Direction, ...]:
    """Return the labeled instances, all +1."""
    a, b, _ = sides
    return (a, b, 0), (a, -b, 0), (0, 0, 1)


def center(sides: Sides) -> Direction:
    """Return the direction that is as far from all three walls."""
    a, _, c = sides
    return c, 0, a


def below(sides: Sides, x: Direction) -> Enclosure:
    """Return the share of the version space on which an instance is +1."""
    whole = Cone.whole(3)
    for wall in walls(sides):
        whole = _cut(whole, wall)
    part = Enclosure.exactly(0) + solid_angle(_cut(whole, x))
    return part / solid_angle(whole)


def smaller(share: Enclosure) -> Enclosure:
    """Return the smaller of a share and the rest."""
    rest = Fraction(1) - share
    return rest if rest.less_than(share) else share


def _cut(cone: Cone, x: Direction) -> Cone:
    part = cone.above(x)
    if part is None:
        raise ArithmeticError(f"{x} is negative on all of the version space")
    return part


def crosses_center(sides: Sides, x: Direction) -> bool:
    """Decide whether the hyperplane of an instance goes through the center."""
    return dot(center(sides), x) == 0
