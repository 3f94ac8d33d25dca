r"""Regions of the sphere :math:`S^{d-1}` that finitely many hyperplanes bound, exactly.

An instance is a vector other than zero and stands for its direction: positive multiples
are the same place, whatever their length, and nothing is ever normalized.  A region is a
Boolean combination of closed polyhedral cones
:math:`\{x \ne 0 : n_i \cdot x \ge 0, \; l_j \cdot x = 0\}`: half spheres with and without
their boundary, polygons, great circles, lunes, single points.

Membership needs the signs of finitely many dot products, which are exact
(:mod:`altheory.numeric.signs`).  Whether a region is empty, and so whether two regions are
equal, is decided by a search for a cell inside (:mod:`altheory.spaces._cells`), which may
exceed its budget on many hyperplanes in high dimension; membership never does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError, DomainError
from altheory.numeric.directions import (
    Direction,
    dot,
    opposite,
    primitive,
    sign,
    unit_vectors,
)
from altheory.numeric.inputs import count, exact_rows, listed, rational
from altheory.numeric.signs import dot_signs
from altheory.protocols import Bools, Floats
from altheory.spaces._cells import (
    Boundary,
    ClosedCone,
    DualCone,
    Formula,
    antipodes,
    cells,
    decide,
    facet_cones,
    inside,
    normals,
    outside,
    probes,
    union,
)
from altheory.spaces._region_names import described
from altheory.spaces.facet_cone import FacetCone

Vector: TypeAlias = tuple[Fraction, ...]


def sphere_dimension(dimension: Any) -> int:
    """Return the dimension of the space around a sphere, at least 2."""
    return count(dimension, "the dimension of the space around a sphere", least=2)


def sphere_point(x: Any, dimension: int) -> Vector:
    """Return ``x`` as an exact vector other than zero, or refuse it.

    >>> sphere_point((0.5, 0, -1), 3)
    (Fraction(1, 2), Fraction(0, 1), Fraction(-1, 1))
    """
    if isinstance(x, str):
        raise DomainError(f"an instance is a vector of {dimension} numbers, got {x!r}")
    vector = tuple(rational(c, "a coordinate") for c in listed(x, "the coordinates"))
    if len(vector) != dimension:
        raise DomainError(f"an instance has {dimension} coordinates, got {len(vector)}")
    if not any(vector):
        raise DomainError("the zero vector has no direction, so it is no instance of a sphere")
    return vector


def sphere_points(xs: Any, dimension: int) -> Floats:
    """Return ``xs`` as float instances, ``float64[n, dimension]``, or refuse them."""
    rows = exact_rows(xs, dimension)
    if not rows.all():  # an entry is zero: perhaps all of its row
        zero = ~rows.any(axis=1)
        if zero.any():
            raise DomainError(f"the zero vector has no direction, got it in row {np.argmax(zero)}")
    return rows


def sphere_region(region: Any, dimension: int) -> "SphereRegion":
    """Return ``region`` if it is one of this sphere, or refuse it."""
    if not isinstance(region, SphereRegion) or region.dimension != dimension:
        given = region if isinstance(region, SphereRegion) else f"{region!r:.60}"
        raise DomainError(f"a region of the sphere in dimension {dimension}, got {given}")
    return region


@final
@dataclass(frozen=True, slots=True, eq=False)
class SphereRegion:
    """A Boolean combination of finitely many closed cones, without the origin.

    Equal regions are equal sets, however they are written.

    >>> north, east = SphereRegion.open_half((0, 0, 1)), SphereRegion.open_half((1, 0, 0))
    >>> (1, 0, 1) in north & east, (0, 0, 1) in north - east, (0, 1, 0) in north | east
    (True, True, False)
    >>> (north | ~north) == ~SphereRegion.nothing(3), (north - east).is_empty
    (True, False)
    """

    dimension: int
    formula: Formula

    @classmethod
    def cone(
        cls, dimension: int, halves: Iterable[Direction], flats: Iterable[Direction] = ()
    ) -> Self:
        """Return the closed cone with ``n . x >= 0`` for all ``halves`` and 0 for ``flats``."""
        given = (tuple(sorted(set(each))) for each in (halves, flats))
        return cls(dimension, ClosedCone(*given))

    @classmethod
    def combinations(cls, cone: FacetCone) -> Self:
        """Return the nonnegative combinations of the normals of a cone, without the origin."""
        return cls(cone.dimension, DualCone(cone))

    @classmethod
    def open_half(cls, pole: Iterable[Any]) -> Self:
        """Return the open half sphere around a pole."""
        exact = listed(pole, "the coordinates")
        vector = sphere_point(exact, len(exact))
        return cls(len(vector), outside(ClosedCone((opposite(primitive(vector)),))))

    @classmethod
    def nothing(cls, dimension: int) -> Self:
        """Return the empty region."""
        return cls(dimension, outside(ClosedCone()))

    @property
    def antipodes(self) -> "SphereRegion":
        """The opposite of every direction."""
        return SphereRegion(self.dimension, antipodes(self.formula))

    @property
    def is_empty(self) -> bool:
        return self.witness() is None

    def witness(self, *, solid: bool = False) -> Direction | None:
        """Return a direction in the region, None if there is none.

        With ``solid`` one in its interior, None if it has no measure.
        """
        cones = facet_cones(self.formula)
        if cones:
            return self._probed(cones, solid=solid)
        found = next(cells(self.formula, self.dimension, solid=solid), None)
        return None if found is None else found.inner

    def _probed(self, cones: Sequence[FacetCone], *, solid: bool) -> Direction | None:
        """Look for a witness on each side of some cones; for one cone alone that is enough."""
        poles = normals(self.formula)
        for x in (x for cone in cones for x in probes(cone)):
            thick = all(dot(n, x) for n in poles) and all(
                cone.side(x) == 0 or cone.is_solid for cone in cones
            )
            if (thick or not solid) and self._holds(x):
                return x
        if poles or len(cones) > 1:
            raise BudgetError(
                f"whether the {self} is empty is not decided by its facets; "
                "ask for members, or sample"
            )
        return None

    def __contains__(self, x: Any) -> bool:
        direction = primitive(sphere_point(x, self.dimension))
        return self._holds(direction)

    def contains(self, xs: Any) -> Bools:
        """Decide a batch, exactly: ``xs : float64[n, d] -> bool[n]``."""
        rows, poles = sphere_points(xs, self.dimension), sorted(normals(self.formula))
        signs = dot_signs(rows, poles).values
        columns: dict[Boundary, NDArray[np.int8]] = {}
        for k, n in enumerate(poles):
            columns |= {n: signs[:, k], opposite(n): -signs[:, k]}
        for cone in facet_cones(self.formula):
            columns[cone] = cone.batch_sides(rows).values
        return inside(self.formula, columns, len(rows))

    def __and__(self, other: "SphereRegion") -> "SphereRegion":
        return ~(~self | ~other)

    def __or__(self, other: "SphereRegion") -> "SphereRegion":
        formula = sphere_region(other, self.dimension).formula
        return SphereRegion(self.dimension, union(self.formula, formula))

    def __sub__(self, other: "SphereRegion") -> "SphereRegion":
        return ~(~self | sphere_region(other, self.dimension))

    def __invert__(self) -> "SphereRegion":
        return SphereRegion(self.dimension, outside(self.formula))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SphereRegion) or other.dimension != self.dimension:
            return NotImplemented
        if self.formula == other.formula:
            return True
        return (self - other).is_empty and (other - self).is_empty

    def __hash__(self) -> int:
        """Hash what does not depend on how the region is written: a few memberships."""
        axes = unit_vectors(self.dimension)
        probes = [*axes, *map(opposite, axes), *(tuple(map(sum, zip(*axes, strict=True))),)]
        return hash((self.dimension, *(self._holds(p) for p in probes)))

    def __str__(self) -> str:
        return f"region of S^{self.dimension - 1}{described(self.formula)}"

    def _holds(self, direction: Direction) -> bool:
        signs: dict[Boundary, int] = {}
        for n in normals(self.formula):
            signs[n] = sign(dot(n, direction))
            signs[opposite(n)] = -signs[n]
        signs |= {cone: cone.side(direction) for cone in facet_cones(self.formula)}
        return decide(self.formula, signs) is True
