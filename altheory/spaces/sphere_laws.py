r"""The uniform law on the sphere: masses of regions as solid angles.

A region is cut into cones with disjoint interiors, and up to dimension 5 the solid angle of
a cone is enclosed (:mod:`altheory.spaces.intrinsic`).  What lies neither in a closed convex
cone :math:`C` nor in :math:`-C` has the mass

.. math:: P(X \notin C \cup -C) = 2 (v_2 + v_4 + \dots), \qquad
          C^* = \{w : w \cdot x \ge 0 \text{ for all } x \in C\},

with the intrinsic volumes of :math:`C^*`, since it is where the hyperplane orthogonal to
:math:`X` crosses that cone.  In space :math:`2 v_2` is the perimeter of the polygon
:math:`C^*` in turns.  In dimension 4 it is all but :math:`2 v_4`, twice the solid angle of
:math:`C^*`, which is enclosed too.  Only positive terms are added, so a mass of
:math:`10^{-30}` is enclosed as accurately as one of 1/2, to 29 digits.  Projections of
uniform directions on a subspace are uniform, so only the span of :math:`C^*` counts.

In every dimension a mass is estimated by sampling, a small one within a band or a cap of
known mass (:meth:`UniformSphere.estimate`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations
from typing import final

import numpy as np

from altheory.errors import BudgetError, DomainError
from altheory.numeric.directions import Direction
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.estimate import Estimate
from altheory.numeric.inputs import count
from altheory.numeric.proportions import binomial_interval
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats
from altheory.spaces._band import Band
from altheory.spaces._cap import Cap
from altheory.spaces._cells import (
    ClosedCone,
    DualCone,
    Formula,
    Outside,
    beside_a_cone,
    cells,
    decide,
    facet_cones,
    leaves,
)
from altheory.spaces._crossings import Side, crossing
from altheory.spaces._reach import reach
from altheory.spaces.caps import HALF
from altheory.spaces.cone import polyhedral
from altheory.spaces.intrinsic import crossing_mass, enclosed_dimension, polar, solid_angle
from altheory.spaces.margin_band import MarginBand
from altheory.spaces.sphere import (
    SphereRegion,
    Vector,
    sphere_dimension,
    sphere_point,
    sphere_region,
)

TRIES = 1 << 22  # of drawing an instance of a region
BLOCK = 1 << 10
COARSE = Fraction(1, 1 << 16)  # half turns, beside which a float is exact to 1e-10
ENUMERATED = 8  # dimensions in which the rays of a cone are listed to find a cap around it


@final
@dataclass(frozen=True, slots=True)
class UniformSphere:
    """The uniform law on the unit sphere of a space.

    >>> north, east = SphereRegion.open_half((0, 0, 1)), SphereRegion.open_half((1, 0, 0))
    >>> UniformSphere(3).mass(north), Fraction(1, 4) in UniformSphere(3).mass(north & east)
    (Fraction(1, 2), True)
    """

    dimension: int

    def __post_init__(self) -> None:
        sphere_dimension(self.dimension)

    def mass(self, region: SphereRegion | MarginBand) -> Fraction | Enclosure:
        """Return the probability of ``region``, exactly where it is rational by symmetry.

        Raises
        ------
        DomainError
            Beyond dimension 5, for regions that depend on more than five coordinates, in
            whatever basis, and for most that a cone known by its facets alone bounds;
            :meth:`estimate` tells their mass.

        """
        if isinstance(region, MarginBand) and region.dimension == self.dimension:
            return region.mass
        formula = sphere_region(region, self.dimension).formula
        if facet_cones(formula):
            return _by_facets(formula)
        beside = beside_a_cone(formula)
        if isinstance(beside, ClosedCone):
            return _crofton(self.dimension, beside)
        within = beside_a_cone(Outside(formula))
        if isinstance(within, ClosedCone):
            return 1 - _crofton(self.dimension, within)
        total: Fraction | Enclosure = Fraction(0)
        for cell in cells(formula, self.dimension, solid=True):
            total = total + solid_angle(cell)
        return total

    def estimate(self, region: SphereRegion, rng: Rng, n: int, level: float = 0.95) -> Estimate:
        """Estimate the probability of ``region`` from ``n`` instances, in every dimension.

        What lies beside two opposite cones is sampled within a band around it, a cone
        within a cap, both of known mass and exact at every size: a mass of 1e-9 is known
        as accurately as one of 1/2.  Other regions are sampled from the whole sphere.

        Parameters
        ----------
        region
            Of this sphere.
        rng
            A generator, a seed or None.
        n
            The number of instances.
        level
            The least chance that the interval of Clopper and Pearson holds the mass.

        References
        ----------
        ``clopper1934``.

        Examples
        --------
        >>> corner = SphereRegion.cone(7, [(0,) * i + (1,) + (0,) * (6 - i) for i in range(7)])
        >>> found = UniformSphere(7).estimate(corner, 0, 1000, level=0.999)
        >>> found.low < 1 / 128 < found.high
        True

        """
        size, stream = count(n, "a sample size"), generator(rng)
        zone = _zone(sphere_region(region, self.dimension))
        mass = Enclosure.exactly(1) if zone is None else zone.mass
        sizes = (min(BLOCK, size - i) for i in range(0, size, BLOCK))
        hits = sum(self._hits(region, zone, stream, k) for k in sizes)
        low, high = binomial_interval(hits, size, level)
        return Estimate(
            float(mass) * hits / size,
            float(mass.lo) * low,
            float(mass.hi) * high,
            level=float(level),
            replicates=size,
            seed=int(rng) if isinstance(rng, int) else None,
        )

    def _hits(
        self, region: SphereRegion, zone: Band | Cap | None, stream: np.random.Generator, n: int
    ) -> int:
        """Count how many of ``n`` instances of a zone are in a region."""
        if zone is None:
            return int(region.contains(self.sample(stream, n)).sum())
        xs = [zone.draw(stream) for _ in range(n)]
        if zone.radius < COARSE:
            return sum(x in region for x in xs)
        return int(region.contains(np.array(xs, dtype=np.float64)).sum())

    def sample(self, rng: Rng, n: int) -> Floats:
        """Draw ``n`` instances: ``float64[n, dimension]``, of length one up to rounding."""
        size = count(n, "a sample size", least=0)
        gaussian = generator(rng).standard_normal((size, self.dimension))
        rows: Floats = gaussian / (gaussian**2).sum(axis=1, keepdims=True) ** 0.5
        return rows

    def draw(self, region: SphereRegion | MarginBand, rng: Rng) -> Vector:
        """Draw one exact instance conditioned on ``region``.

        What lies beside two opposite cones in the plane or in space is drawn without
        rejection, however little it is, and beyond from a band around it, of which it is
        about half; elsewhere instances are drawn until one falls in.
        """
        if isinstance(region, MarginBand) and region.dimension == self.dimension:
            return region.draw(rng)
        stream, band = generator(rng), self.envelope(region)
        region = sphere_region(region, self.dimension)
        if band is not None:
            return self._thinned(band, region, stream)
        beside = beside_a_cone(region.formula) if self.dimension <= 3 else None
        sides = _polar_sides(self.dimension, beside) if isinstance(beside, ClosedCone) else None
        if not sides:
            return self._rejected(region, stream)
        x = crossing(sides, stream)
        while x not in region:  # by rounding, once in 2^60 draws
            x = crossing(sides, stream)
        return sphere_point(x, self.dimension)

    def envelope(self, region: SphereRegion | MarginBand) -> Band | None:
        """Return a band around what lies beside two opposite cones.

        Of known mass, unlike the region itself beyond dimension 3; None for other regions.
        """
        if isinstance(region, MarginBand):
            return None
        beside = beside_a_cone(sphere_region(region, self.dimension).formula)
        return None if self.dimension <= 3 or beside is None else _band(beside)

    def _thinned(self, band: Band, region: SphereRegion, stream: np.random.Generator) -> Vector:
        for _ in range(TRIES):
            x = band.draw(stream)
            if x in region:
                return sphere_point(x, self.dimension)
        raise BudgetError(f"none of {TRIES} instances around {region} fell into it")

    def _rejected(self, region: SphereRegion, stream: np.random.Generator) -> Vector:
        for block in range(TRIES // BLOCK):
            xs = self.sample(stream, BLOCK)
            found = xs[region.contains(xs)]
            if len(found):
                return sphere_point(found[0].tolist(), self.dimension)
            if block == 0 and region.witness(solid=True) is None:
                raise DomainError(f"cannot draw from a region of mass zero: {region}")
        raise BudgetError(f"none of {TRIES} instances fell into {region}; its mass is too small")


def _zone(region: SphereRegion) -> Band | Cap | None:
    """Return a part of the sphere of known mass around a region, None if that is too wide."""
    beside, cone = beside_a_cone(region.formula), region.formula
    if beside is not None:
        band = _band(beside)
        return None if band is None or band.radius == HALF else band
    if not isinstance(cone, ClosedCone) or cone.flats or region.dimension > ENUMERATED:
        return None
    solid = polyhedral(region.dimension, cone.halves)
    return None if solid is None or solid.lines else Cap.around(solid.rays)


def _band(beside: ClosedCone | DualCone) -> Band | None:
    """Return a band around what is beside the cone C and its opposite, None if C is flat."""
    if isinstance(beside, DualCone):
        cone = beside.cone
        return Band.reaching(cone.inner, reach(cone)) if cone.is_solid else None
    return None if beside.flats or len(beside.halves) < 2 else Band.around(beside.halves)


def _crofton(dimension: int, beside: ClosedCone) -> Fraction | Enclosure:
    """Return the mass beside the cone C and its opposite, 1 if C is flat."""
    if beside.flats:
        return Fraction(1)
    enclosed_dimension(_rank(beside.halves))  # before facets are listed for nothing
    cone = polyhedral(dimension, beside.halves)
    return Fraction(1) if cone is None else crossing_mass(polar(cone))


def _rank(vectors: Sequence[Direction]) -> int:
    from flint import fmpz_mat  # 70 ms that most callers never need

    return int(fmpz_mat([list(v) for v in vectors]).rank()) if vectors else 0


def _by_facets(formula: Formula) -> Fraction | Enclosure:
    """Return the mass of a region that one cone K bounds, of which the facets are known.

    An instance is in the dual cone of K, opposite to it, or beside both, where its
    hyperplane crosses K; there are almost all of them if the normals of K do not span space.
    """
    cone, *others = facet_cones(formula)
    if others or not all(isinstance(leaf, DualCone) for leaf in leaves(formula)):
        raise DomainError(
            f"the mass of a region that a cone of {len(cone.normals)} facets in dimension "
            f"{cone.dimension} does not bound alone is not enclosed; estimate it with "
            "UniformSphere(d).estimate(region, rng, n)"
        )
    crossed: Fraction | Enclosure = Fraction(1)
    if cone.is_solid:
        enclosed_dimension(cone.dimension)  # before rays are listed for nothing
        rays = polyhedral(cone.dimension, cone.normals)
        crossed = crossed if rays is None else crossing_mass(rays)
    shares = {0: crossed, 1: (1 - crossed) / 2, -1: (1 - crossed) / 2}
    held = (share for side, share in shares.items() if decide(formula, {cone: side}) is True)
    return sum(held, Fraction(0))


def _polar_sides(dimension: int, beside: ClosedCone) -> list[Side] | None:
    """Return the sides of C*, whose corners are the normals of C; None if C is flat.

    Two normals that meet in a corner of C span a side.  An arc has two, there and back.
    In the plane and in space only.
    """
    cone = None if beside.flats else polyhedral(dimension, beside.halves)
    if cone is None:
        return None
    if len(cone.normals) <= 2:
        return list(permutations(cone.normals, 2))
    pairs = ([n for i, n in enumerate(cone.normals) if t >> i & 1] for t in cone.tight)
    return [(a, b) for a, b in pairs]
