r"""Regions of :math:`\mathbb R^d` that finitely many hyperplanes bound, on or off the origin.

The lift :math:`x \mapsto (x, 1)` places the points of space on the upper half of the sphere
:math:`S^d`, and every hyperplane :math:`w \cdot x + b = 0` becomes one through the origin,
with the normal :math:`(w, b)`.  So a region is one of the sphere
(:mod:`altheory.spaces.sphere`) of which only the open upper half is looked at: membership
is that of the lifted point, and a region is empty iff it holds no direction with a positive
last coordinate.  A lifted float is a float, so whole batches stay exact too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self, final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.directions import opposite, unit_vectors
from altheory.numeric.inputs import count, exact_rows, listed, rational
from altheory.protocols import Bools, Floats
from altheory.spaces.sphere import SphereRegion, Vector


def affine_dimension(dimension: Any) -> int:
    """Return the dimension of an affine space, at least 1."""
    return count(dimension, "the dimension of an affine space")


def lifted(x: Any, dimension: int) -> Vector:
    """Return the exact direction ``(x, 1)`` of a point, or refuse what is none.

    >>> lifted((0.5, 0), 2)
    (Fraction(1, 2), Fraction(0, 1), Fraction(1, 1))
    """
    if isinstance(x, str):
        raise DomainError(f"an instance is a point of {dimension} numbers, got {x!r}")
    point = tuple(rational(c, "a coordinate") for c in listed(x, "the coordinates"))
    if len(point) != dimension:
        raise DomainError(f"an instance has {dimension} coordinates, got {len(point)}")
    return (*point, Fraction(1))


def lifted_rows(xs: Any, dimension: int) -> Floats:
    """Return ``xs : float64[n, dimension]`` with a last column of ones, or refuse them."""
    rows = exact_rows(xs, dimension)
    return np.column_stack([rows, np.ones(len(rows))])


def affine_region(region: Any, dimension: int) -> "AffineRegion":
    """Return ``region`` if it is one of this space, or refuse it."""
    if not isinstance(region, AffineRegion) or region.dimension != dimension:
        given = region if isinstance(region, AffineRegion) else f"{region!r:.60}"
        raise DomainError(f"a region of the affine space in dimension {dimension}, got {given}")
    return region


@final
@dataclass(frozen=True, slots=True, eq=False)
class AffineRegion:
    """The points whose lift lies in a region of the sphere.

    Equal regions are equal sets of points, whatever they are below the horizon.

    >>> right = AffineRegion.open_half((1, 0, -2))  # where x > 2
    >>> (3, 0) in right, (2, 5) in right, right.contains([[2.5, 0.0], [-1.0, 7.0]]).tolist()
    (True, False, [True, False])
    >>> (right - AffineRegion.open_half((1, 0, -1))).is_empty
    True
    """

    lift: SphereRegion

    @classmethod
    def open_half(cls, normal: Iterable[Any]) -> Self:
        """Return where ``w . x + b > 0``, for the normal ``(w, b)``."""
        return cls(SphereRegion.open_half(normal))

    @classmethod
    def nothing(cls, dimension: int) -> Self:
        """Return the empty region."""
        return cls(SphereRegion.nothing(dimension + 1))

    @property
    def dimension(self) -> int:
        return self.lift.dimension - 1

    @property
    def above(self) -> SphereRegion:
        """What the region is on the open upper half of the sphere."""
        return self.lift & SphereRegion.open_half((0,) * self.dimension + (1,))

    @property
    def is_empty(self) -> bool:
        return self.above.is_empty

    def witness(self, *, solid: bool = False) -> Vector | None:
        """Return a point of the region, None if there is none; with ``solid`` of its interior."""
        found = self.above.witness(solid=solid)
        return None if found is None else tuple(Fraction(c, found[-1]) for c in found[:-1])

    def __contains__(self, x: Any) -> bool:
        return lifted(x, self.dimension) in self.lift

    def contains(self, xs: Any) -> Bools:
        """Decide a batch, exactly: ``xs : float64[n, d] -> bool[n]``."""
        return self.lift.contains(lifted_rows(xs, self.dimension))

    def __and__(self, other: "AffineRegion") -> "AffineRegion":
        return AffineRegion(self.lift & affine_region(other, self.dimension).lift)

    def __or__(self, other: "AffineRegion") -> "AffineRegion":
        return AffineRegion(self.lift | affine_region(other, self.dimension).lift)

    def __sub__(self, other: "AffineRegion") -> "AffineRegion":
        return AffineRegion(self.lift - affine_region(other, self.dimension).lift)

    def __invert__(self) -> "AffineRegion":
        return AffineRegion(~self.lift)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, AffineRegion) or other.dimension != self.dimension:
            return NotImplemented
        return self.above == other.above

    def __hash__(self) -> int:
        """Hash what does not depend on how the region is written: a few memberships."""
        axes = unit_vectors(self.dimension)
        probes = [(0,) * self.dimension, *axes, *map(opposite, axes)]
        return hash((self.dimension, *(x in self for x in probes)))

    def __str__(self) -> str:
        return f"part of R^{self.dimension}, the lift a {self.lift}"
