"""Masses beyond space, in several ways: enclosed, by cells, and estimated at every size."""

import math
import random
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from altheory.errors import DomainError
from altheory.hypotheses.sphere import SphereSeparators
from altheory.numeric.directions import opposite, unit_vectors
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.estimate import Estimate
from altheory.spaces.caps import cap_mass
from altheory.spaces.cone import polyhedral
from altheory.spaces.facet_cone import facet_cone
from altheory.spaces.intrinsic import solid_angle
from altheory.spaces.sphere import SphereRegion
from altheory.spaces.sphere_laws import UniformSphere


def known(x):
    return x if isinstance(x, Enclosure) else Enclosure.exactly(x)


def meet(a, b):
    a, b = known(a), known(b)
    return a.lo <= b.hi and b.lo <= a.hi


def beside(dimension, corners):
    """Where hyperplanes cross the cone of these corners: neither in C nor in -C."""
    cone = SphereRegion.cone(dimension, corners)
    return ~(cone | SphereRegion.cone(dimension, map(opposite, corners)))


def corners(seed, dimension, count, scale=1):
    """Directions at about 1/scale from the last axis."""
    rng = random.Random(seed)
    return [
        (*(rng.randint(-1000, 1000) for _ in range(dimension - 1)), 1000 * scale)
        for _ in range(count)
    ]


def holds(mass, found):
    """Whether an interval holds an enclosed number."""
    return found.low <= float(known(mass).lo) and float(known(mass).hi) <= found.high


@pytest.mark.parametrize(("dimension", "count"), [(3, 5), (4, 4), (4, 6), (5, 5)])
def test_the_mass_of_disagreement_is_found_in_two_ways(dimension, count):
    """By intrinsic volumes, and by solid angles of the cells of the region itself."""
    law, given = UniformSphere(dimension), corners(1, dimension, count)
    region = beside(dimension, given)
    half = SphereRegion.open_half((*[0] * (dimension - 1), 1))
    mass = known(law.mass(region))
    assert meet(mass, 2 * law.mass(region & half))  # cells: the region is symmetric
    assert meet(mass, 1 - law.mass(~region))
    inner = polyhedral(dimension, given)
    assert inner is not None
    assert meet(mass, 1 - 2 * solid_angle(inner))
    assert mass.width * 10**29 < mass.lo


def test_orthants_and_their_unions_in_five_dimensions():
    law, axes = UniformSphere(5), unit_vectors(5)
    orthant = SphereRegion.cone(5, axes)
    assert Fraction(1, 32) in known(law.mass(orthant))
    assert Fraction(15, 16) in known(law.mass(beside(5, axes)))
    other = SphereRegion.cone(5, [opposite(axes[0]), *axes[1:]])
    assert Fraction(1, 16) in known(law.mass(orthant | other))
    assert law.mass(SphereRegion.cone(5, axes, [(1, -1, 0, 0, 0)])) == 0


@pytest.mark.parametrize("dimension", [3, 4, 5])
def test_a_tiny_disagreement_is_as_accurate_as_a_large_one(dimension):
    """A mass scales with the size of the cone, up to a relative error of its square."""
    law, scale = UniformSphere(dimension), 10**30
    near, far = (
        law.mass(beside(dimension, corners(2, dimension, 7, s))) for s in (scale, scale**2)
    )
    assert known(near).width * 10**29 < known(near).lo
    ratio = near / far
    assert isinstance(ratio, Enclosure)
    assert abs(ratio.midpoint / scale - 1) < Fraction(1, 10**28)


def test_only_the_span_of_the_corners_counts():
    """In dimension 9 the masses of four and five coordinates, after a rotation."""
    law = UniformSphere(9)
    for dimension in (4, 5):
        given = corners(3, dimension, dimension + 1)
        apart = [(*v, *[0] * (9 - dimension)) for v in given]
        turned = [(3 * v[0], *(5 * c for c in v[1:8]), 4 * v[0]) for v in apart]
        mass = UniformSphere(dimension).mass(beside(dimension, given))
        assert meet(law.mass(beside(9, apart)), mass)
        assert meet(law.mass(beside(9, [(a, *v, b) for a, b, *v in apart])), mass)
        assert meet(law.mass(beside(9, turned)), mass)
    with pytest.raises(DomainError, match="got 6; estimate the mass with"):
        law.mass(beside(9, [(*v, 0, 0, 0) for v in unit_vectors(6)]))


@pytest.mark.parametrize("dimension", [3, 5])
def test_masses_beside_a_cone_known_by_its_facets(dimension):
    """As those of the same regions by extreme rays, whatever side of the cone they take."""
    law, given = UniformSphere(dimension), corners(4, dimension, dimension + 1)
    solid, rays = facet_cone(dimension, given), polyhedral(dimension, given)
    assert solid is not None
    assert rays is not None
    specific, same = (
        SphereRegion.combinations(solid),
        SphereRegion.cone(dimension, rays.rays),
    )
    for one, other in ((specific, same), (specific.antipodes, same.antipodes)):
        assert meet(law.mass(one), law.mass(other))
        assert meet(law.mass(~one), law.mass(~other))
    assert meet(law.mass(specific | specific.antipodes), 2 * law.mass(same))
    assert meet(law.mass(~specific & ~specific.antipodes), 1 - 2 * law.mass(same))
    assert meet(law.mass(~specific - specific.antipodes), 1 - 2 * law.mass(same))
    assert law.mass(specific & specific.antipodes) == 0


@pytest.mark.parametrize(("dimension", "labels"), [(10, 12), (50, 55)])
@pytest.mark.seeded("counts that do not depend on chance, and an interval around what it has")
def test_what_is_not_enclosed_is_refused_at_once_and_estimated(dimension, labels, rng):
    law, space = UniformSphere(dimension), SphereSeparators(dimension).version_space()
    for n, x in enumerate(rng.integers(-9, 10, (labels, dimension)).tolist()):
        if n in {0, dimension - 1}:
            assert law.mass(space.disagreement()) == 1
            assert law.mass(space.specific()) == 0
        space = space.restrict(x, 1 if x[0] >= 0 else -1)
    sure, doubt = space.specific(), space.disagreement()
    half = SphereRegion.open_half(tuple(range(1, dimension + 1)))
    for region in (doubt, ~doubt, sure, doubt & half):
        with pytest.raises(DomainError, match=r"UniformSphere.d..estimate.region, rng, n"):
            law.mass(region)
        found = law.estimate(region, rng, 20)
        assert 0 <= found.low <= float(found) <= found.high <= 1


@pytest.mark.statistical(alpha=1e-6, power=0.99)
def test_intervals_hold_masses_of_every_size(rng):
    """Ten intervals that each miss with chance at most 1e-7, from half the sphere to 1e-30."""
    found = [
        (mass, UniformSphere(d).estimate(region, rng, 400, level=1 - 1e-7))
        for d, scale in product((2, 3, 4, 5), (1, 10**30))
        for region in [beside(d, corners(d, d, 6, scale))]
        for mass in [UniformSphere(d).mass(region)]
    ]
    for scale in (1, 10**20):
        cone = polyhedral(5, corners(7, 5, 6, scale))
        assert cone is not None
        narrow = SphereRegion.cone(5, cone.rays)
        found.append(
            (UniformSphere(5).mass(narrow), UniformSphere(5).estimate(narrow, rng, 400, 1 - 1e-7))
        )
    assert all(holds(mass, interval) for mass, interval in found)
    # a share of at least 5 % of the zone around it is known to a factor of three
    assert all(e.high < 3 * float(m) + 1e-300 for m, e in found if e.value > 0.05)


@pytest.mark.statistical(alpha=1e-6, power=0.99)
def test_cones_in_seven_dimensions(rng):
    """An orthant of 1/128, the cone of a regular cross of tiny size, a half space."""
    law, level = UniformSphere(7), 1 - 1e-7
    orthant = law.estimate(SphereRegion.cone(7, unit_vectors(7)), rng, 1000, level)
    half = law.estimate(SphereRegion.cone(7, unit_vectors(7)[:1]), rng, 2000, level)
    assert holds(Fraction(1, 128), orthant)
    assert orthant.high < 0.02
    assert holds(Fraction(1, 2), half)
    size = 10**9
    cross = [(*s, size) for e in unit_vectors(6) for s in (e, opposite(e))]
    dual = polyhedral(7, cross)
    assert dual is not None
    tiny = law.estimate(SphereRegion.cone(7, dual.rays), rng, 2500, level)
    # a cross polytope of radius 1e-9 in the tangent space: (2 r)^6 / 6! over the area of S^6
    area = 16 * math.pi**3 / 15
    assert holds(Fraction(2**6, math.factorial(6)) * Fraction(1, 10**54) * Fraction(1 / area), tiny)
    assert tiny.high < float(cap_mass(7, Fraction(1, 3 * 10**9)))


@pytest.mark.seeded("what is counted does not depend on chance")
def test_estimates_of_everything_and_nothing(rng):
    law = UniformSphere(4)
    nothing, everything = SphereRegion.nothing(4), ~SphereRegion.nothing(4)
    none = law.estimate(nothing, rng, 2000, level=0.9)
    assert (none.value, none.low, none.replicates) == (0, 0, 2000)
    assert none.high == pytest.approx(1 - 0.05 ** (1 / 2000))
    assert law.estimate(everything, rng, 10).high == 1
    flat = law.estimate(SphereRegion.cone(4, [(1, 0, 0, 0)], [(0, 1, 0, 0)]), rng, 10)
    assert flat.value == 0
    seeded = [law.estimate(beside(4, corners(5, 4, 5)), 7, 50) for _ in range(2)]
    assert seeded[0] == seeded[1]
    assert isinstance(seeded[0], Estimate)
    assert (seeded[0].seed, seeded[0].level, none.seed) == (7, 0.95, None)
    with pytest.raises(DomainError, match="sample size"):
        law.estimate(nothing, rng, 0)
    with pytest.raises(DomainError, match="in dimension 4"):
        law.estimate(SphereRegion.nothing(3), rng, 5)
    with pytest.raises(DomainError, match="level"):
        law.estimate(nothing, rng, 5, level=1)


@pytest.mark.statistical(alpha=1e-6, power=0.99)
def test_draws_of_a_cap_are_uniform(rng):
    """The share within every smaller cap, against Dvoretzky, Kiefer and Wolfowitz."""
    from altheory.spaces._cap import Cap

    n = 1500
    for dimension, radius in [(3, Fraction(1, 3)), (5, Fraction(2, 5)), (4, Fraction(1, 10**20))]:
        cap = Cap((*[0] * (dimension - 1), 1), radius)
        xs = [cap.draw(rng) for _ in range(n)]
        tangents = np.array([math.hypot(*x[:-1]) / x[-1] for x in xs])
        angles = np.sort(np.arctan(tangents) / math.pi)
        shares = [float(cap_mass(dimension, Fraction(a)) / cap.mass) for a in angles[::50]]
        steps = np.arange(0, n, 50) / n
        assert np.abs(np.array(shares) - steps).max() < math.sqrt(math.log(2e7) / 2 / n) + 1 / n
        upper = np.mean([x[0] > 0 for x in xs])
        assert abs(upper - 0.5) < math.sqrt(math.log(2e7) / 2 / n)
