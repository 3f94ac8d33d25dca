r"""Convex spherical polygons: what a cone in space cuts out of the sphere.

A corner is an extreme ray, so an exact direction, and a side is part of a great circle.
Clipping by a great circle is one step of double description (:mod:`altheory.spaces.cone`):
only signs of dot products of integers are taken.  The whole sphere and the half sphere
have no corners, a lune has two opposite ones.

With interior angles :math:`\alpha_1, \dots, \alpha_k` the area is
:math:`\sum_i \alpha_i - (k - 2) \pi` (Girard).  It is computed as a fan of triangles
instead (:mod:`altheory.spaces.intrinsic`), as accurate for a tiny polygon as for a large one.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Self, final

from altheory.errors import DomainError
from altheory.numeric.angles import angle
from altheory.numeric.directions import Direction, dot
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.signs import determinant_sign
from altheory.spaces.cone import Cone
from altheory.spaces.intrinsic import solid_angle


@final
@dataclass(frozen=True, slots=True)
class SphericalPolygon:
    """A convex polygon with interior, at most all of the sphere.

    >>> octant = SphericalPolygon.sphere()
    >>> for pole in ((1, 0, 0), (0, 1, 0), (0, 0, 1)):
    ...     octant = octant.clip(pole)
    >>> octant.corners
    ((0, 0, 1), (1, 0, 0), (0, 1, 0))
    >>> Fraction(1, 8) in octant.area, Fraction(3, 4) in octant.perimeter
    (True, True)
    """

    cone: Cone

    def __post_init__(self) -> None:
        if self.cone.dimension != 3 or self.cone.span != 3:
            raise DomainError(f"a polygon on the sphere is a solid cone in space, got {self.cone}")

    @classmethod
    def sphere(cls) -> Self:
        """Return the whole sphere."""
        return cls(Cone.whole(3))

    def clip(self, pole: Direction) -> "SphericalPolygon | None":
        """Return the part in the closed half sphere around ``pole``, None if it has no area."""
        part = self.cone.above(pole)
        return None if part is None else SphericalPolygon(part)

    @property
    def corners(self) -> tuple[Direction, ...]:
        """The corners, counterclockwise as seen from outside, the least direction first."""
        if len(self.cone.lines) == 1:
            line = self.cone.lines[0]
            return (line, tuple(-c for c in line)) if len(self.cone.rays) == 2 else ()
        if self.cone.lines:
            return ()
        return _around(self.cone)

    @property
    def area(self) -> Fraction | Enclosure:
        """The area as a share of the sphere."""
        return solid_angle(self.cone)

    @property
    def perimeter(self) -> Fraction | Enclosure:
        """The length of the boundary in turns: 1 for half spheres and lunes."""
        if self.cone.lines:
            return Fraction(1 if self.cone.rays else 0)
        around = self.corners
        sides = [angle(a, b) for a, b in pairwise((*around, around[0]))]
        return sum(sides, Enclosure.exactly(0))

    def __contains__(self, w: Direction) -> bool:
        return all(dot(z, w) >= 0 for z in self.cone.normals)


def _around(cone: Cone) -> tuple[Direction, ...]:
    """Walk from corner to corner: each lies on two sides and each side has two corners."""
    left = dict(zip(cone.rays, cone.tight, strict=True))
    corner = min(left)
    walk, side = [corner], left.pop(corner)
    while left:
        corner = min(r for r, sides in left.items() if sides & side)
        walk.append(corner)
        side = left.pop(corner) & ~side
    if determinant_sign(walk[:3]) < 0:
        walk[1:] = walk[:0:-1]
    return tuple(walk)
