"""Great circles through a polygon: where their poles lie, at every scale, and by which law."""

import math
from fractions import Fraction

import numpy as np
import pytest

from altheory.numeric.directions import dot, sign
from altheory.numeric.enclosure import Enclosure
from altheory.spaces._crossings import crossing
from altheory.spaces.cone import polyhedral
from altheory.spaces.polygon import SphericalPolygon
from altheory.spaces.sphere import SphereRegion
from altheory.spaces.sphere_laws import UniformSphere

LAW = UniformSphere(3)
BOUND = math.sqrt(math.log(2 / 1e-7) / 2)  # of sqrt(n) times a deviation, at level 1e-7


def beside(d, corners):
    """The directions on which some corner is positive and another negative."""
    cone = SphereRegion.cone(d, corners)
    return ~(cone | SphereRegion.cone(d, [tuple(-c for c in v) for v in corners]))


def poles(corners, n, rng):
    polygon = polyhedral(3, corners)
    assert polygon is not None
    pairs = ([z for i, z in enumerate(polygon.normals) if t >> i & 1] for t in polygon.tight)
    sides = [(a, b) for a, b in pairs]
    return [crossing(sides, rng) for _ in range(n)]


def directions(found):
    xs = np.array([[float(Fraction(c, max(map(abs, x)))) for c in x] for x in found])
    return xs / np.linalg.norm(xs, axis=1, keepdims=True)


def farthest(values):
    """The largest distance of the empirical distribution function from the uniform one."""
    ordered, n = np.sort(values), len(values)
    steps = np.arange(n + 1) / n
    return max(np.max(steps[1:] - ordered), np.max(ordered - steps[:-1]))


@pytest.mark.statistical(alpha=1e-6, power=0.999)
def test_poles_of_an_arc_are_uniform_on_two_lunes(rng):
    """By the height over the plane of the arc and the angle around it, which are uniform.

    By the inequality of Dvoretzky, Kiefer and Wolfowitz.  A uniform crossing angle would
    be off by 0.1 in height, where 0.064 is the most that is allowed.
    """
    arc, n = beside(3, [(1, 0, 0), (1, 1, 0)]), 2000
    xs = directions([LAW.draw(arc, rng) for _ in range(n)])
    around = np.arctan2(xs[:, 1], xs[:, 0]) % math.pi - math.pi / 2
    assert farthest((xs[:, 2] + 1) / 2) * math.sqrt(n) < BOUND
    assert farthest(around / (math.pi / 4)) * math.sqrt(n) < BOUND
    assert abs(np.mean(xs[:, 1] > 0) - 1 / 2) * math.sqrt(n) < BOUND


@pytest.mark.statistical(alpha=1e-6, power=0.999)
def test_poles_of_a_polygon_fall_on_parts_by_their_mass(rng):
    """Six parts of the region beside an uneven triangle, by Hoeffding's inequality."""
    corners, n = [(1, 0, 0), (1, 3, 1), (2, 1, 5)], 2000
    region = beside(3, corners)
    xs = directions(poles(corners, n, rng))
    assert region.contains(xs).all()
    whole = LAW.mass(region)
    parts = [
        [(1, 0, 0), (0, 1, 0)],
        [(1, 0, 0), (0, -1, 0)],
        [(0, 0, 1), (0, -1, 0)],
        [(1, 0, 0), (0, -1, 1)],
        [(1, -2, 0), (0, 1, 1)],
    ]
    for normals in parts:
        part = SphereRegion.cone(3, normals)
        share = LAW.mass(region & part) / whole
        assert isinstance(share, Enclosure)
        assert abs(part.contains(xs).mean() - float(share)) * math.sqrt(n) < BOUND


@pytest.mark.seeded("membership is exact whatever is drawn")
@pytest.mark.parametrize("size", [1, 10**6, 10**40, 10**400])
def test_tiny_polygons_are_crossed_exactly(rng, size):
    """At any scale, with corners that share most of their digits."""
    corners = [(size, 1, 7), (size, -2, 3), (size, 0, 1)]
    region = beside(3, corners)
    for x in [LAW.draw(region, rng) for _ in range(20)]:
        assert x in region
        assert {-1, 1} <= {sign(sum(a * b for a, b in zip(x, v, strict=True))) for v in corners}
        assert max(abs(int(c)).bit_length() for c in x) <= 2 * 64 + size.bit_length()


@pytest.mark.seeded("membership is exact whatever is drawn")
def test_directions_beside_a_wedge_in_the_plane(rng):
    law = UniformSphere(2)
    for corners in ([(1, 0), (1, 1)], [(10**30, 1), (10**30, 2)]):
        region = beside(2, corners)
        found = [law.draw(region, rng) for _ in range(40)]
        assert all(x in region for x in found)
        assert {x[1] > 0 for x in found} == {True, False}


@pytest.mark.seeded("the corners are exact")
def test_a_polygon_shrinks_on_and_on(rng):
    """Forty cuts that each leave the part around a fixed point: bits grow with its size only."""
    center, space = (1, 2, 3), polyhedral(3, [(1, 0, 0), (0, 1, 0), (0, 0, 1)])
    assert space is not None
    for _ in range(40):
        region = beside(3, space.rays)
        x = LAW.draw(region, rng)
        z = tuple(int(c) for c in x)
        cut = space.above(z if dot(z, center) > 0 else tuple(-c for c in z))
        assert cut is not None
        space = cut
    perimeter = SphericalPolygon(space).perimeter
    assert isinstance(perimeter, Enclosure)
    digits = 64 + math.ceil(1 / perimeter.lo).bit_length()
    assert max(c.bit_length() for r in space.rays for c in r) <= 2 * digits + 2
    assert perimeter.hi < Fraction(1, 100)
