"""Polygons: Girard's angle sum, duality of area and perimeter, lunes and half spheres."""

import math
import random
from fractions import Fraction

import pytest

from altheory.errors import DomainError
from altheory.numeric.angles import angle
from altheory.numeric.directions import dot, opposite
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.signs import determinant_sign
from altheory.spaces.cone import Cone, polyhedral
from altheory.spaces.intrinsic import solid_angle
from altheory.spaces.polygon import SphericalPolygon

E1, E2, E3 = Cone.whole(3).lines


def clipped(*poles):
    polygon = SphericalPolygon.sphere()
    for pole in poles:
        part = polygon.clip(pole)
        assert part is not None
        polygon = part
    return polygon


def random_polygons(count, seed, size=10**6):
    """Polygons around the north pole."""
    rng = random.Random(seed)
    for _ in range(count):
        k, tilt = rng.randint(3, 12), rng.choice([1, 10**3, 10**9])
        poles = [
            (rng.randint(-size, size) * tilt, rng.randint(-size, size) * tilt, rng.randint(1, size))
            for _ in range(k)
        ]
        yield clipped(*poles)


def around(polygon):
    corners = polygon.corners
    return list(zip(corners, corners[1:] + corners[:1], strict=True))


def girard(polygon):
    """The sum of the interior angles less (k - 2) pi, over 4 pi."""
    sides = [
        next(z for z in polygon.cone.normals if dot(z, a) == dot(z, b) == 0)
        for a, b in around(polygon)
    ]
    turns = sum(
        (Fraction(1, 2) - angle(a, b) for a, b in zip(sides, sides[1:] + sides[:1], strict=True)),
        Enclosure.exactly(0),
    )
    return (turns - Fraction(len(sides) - 2, 2)) / 2


def known(x):
    """A number as an enclosure, exact or not."""
    return x if isinstance(x, Enclosure) else Enclosure.exactly(x)


def meet(a, b):
    a, b = known(a), known(b)
    return a.less_than(b) is None and b.less_than(a) is None


def test_corners_go_around_counterclockwise_and_all_are_there():
    for polygon in random_polygons(40, seed=1):
        corners = polygon.corners
        assert len(corners) in {0, 2} or set(corners) == set(polygon.cone.rays)
        if len(corners) < 3:
            continue
        assert corners[0] == min(corners)
        assert all(
            determinant_sign([a, b, c]) > 0
            for a, b in around(polygon)
            for c in corners
            if c not in (a, b)
        )


def test_the_area_is_that_of_girard_and_the_perimeter_that_of_the_polar_polygon():
    """The normals are the corners of the polar polygon, whose area is 1 - perimeter, halved."""
    solid = 0
    for polygon in random_polygons(40, seed=2):
        if polygon.cone.lines:
            continue
        solid += 1
        assert meet(polygon.area, girard(polygon))
        polar = polyhedral(3, polygon.cone.rays)
        assert polar is not None
        assert meet(solid_angle(polar), (1 - polygon.perimeter) / 2)
    assert solid > 20


def test_clipping_splits_the_area():
    rng = random.Random(3)
    for polygon in random_polygons(40, seed=3):
        pole = (rng.randint(-9, 9), rng.randint(-9, 9), rng.randint(1, 9))
        halves = [polygon.clip(pole), polygon.clip(opposite(pole))]
        assert meet(sum(half.area for half in halves if half is not None), polygon.area)
        assert all((half is None) or (half.cone.inner in polygon) for half in halves)


def test_tiny_polygons_keep_their_digits():
    """A square of side about s around the pole has area s^2 and perimeter 4 s."""
    s = Fraction(1, 10**25)
    n = s.denominator
    square = clipped((n, 0, 1), (-n, 0, 1), (0, n, 1), (0, -n, 1))
    area, perimeter = square.area, square.perimeter
    assert abs(float(area) * 4 * math.pi / float(4 * s * s) - 1) < 1e-12
    assert abs(float(perimeter) * 2 * math.pi / float(8 * s) - 1) < 1e-12
    assert area.width < area.lo / 10**30
    assert perimeter.width < perimeter.lo / 10**30


def test_the_sphere_half_spheres_lunes_and_octants():
    whole, half, lune = clipped(), clipped(E1), clipped(E1, E2)
    assert (whole.area, whole.perimeter, whole.corners) == (1, 0, ())
    assert (half.area, half.perimeter, half.corners) == (Fraction(1, 2), 1, ())
    assert Fraction(1, 4) in lune.area
    assert (lune.perimeter, set(lune.corners)) == (1, {E3, opposite(E3)})
    octant = clipped(E1, E2, E3)
    assert set(octant.corners) == {E1, E2, E3}
    assert Fraction(1, 8) in octant.area
    assert Fraction(3, 4) in octant.perimeter
    assert half.clip(opposite(E1)) is None
    thin = clipped(E1, (-1, 10**9, 0))
    assert meet(thin.area, angle(E2, (10**9, 1, 0)))
    assert thin.perimeter == 1


def test_a_narrow_lune_has_almost_no_area_and_a_whole_perimeter():
    lune = clipped((0, 1, 10**12), (0, -1, 10**12))
    narrow = clipped((0, 10**12, 1), (0, -(10**12), 1))
    assert meet(lune.area + narrow.area, Fraction(1, 2))
    assert float(narrow.area) == pytest.approx(1e-12 / math.pi, rel=1e-9)
    assert lune.perimeter == narrow.perimeter == 1


def test_a_polygon_is_a_solid_cone_in_space():
    with pytest.raises(DomainError, match="solid cone in space"):
        SphericalPolygon(Cone.whole(5))
