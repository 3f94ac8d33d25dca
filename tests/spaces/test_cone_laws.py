"""Uniform directions of cones: by the areas of their parts, at every scale, and from nothing."""

import math
from fractions import Fraction

import numpy as np
import pytest

from altheory.errors import DomainError
from altheory.numeric.directions import dot
from altheory.numeric.enclosure import Enclosure
from altheory.spaces.cone import Cone, polyhedral
from altheory.spaces.cone_laws import uniform
from altheory.spaces.intrinsic import solid_angle

ALPHA = 1e-7
SIZE = 1500
FARTHEST = math.sqrt(math.log(2 / ALPHA) / (2 * SIZE))  # Hoeffding

CUTS = [(1, 0, 0), (0, 1, 0), (1, -1, 0), (3, -1, -1), (1, 5, -4), (-2, 1, 3)]
MIDDLE = [(3, -1, -1), (-1, 3, -1), (-1, -1, 3)]  # of the triangle below: its half sides
CONES = {
    "sphere": [],
    "half": [(1, 2, 3)],
    "lune": [(1, 0, 0), (-5, 1, 1)],
    "octant": [(1, 0, 0), (0, 1, 0), (0, 0, 1)],
    "almost a half": [(1, 0, 9), (-1, 1, 9), (-1, -1, 9)],
    "sliver": [(1, 0, 0), (0, 1, 0), (-1, 0, 1000)],
    "pentagon": [(5, 0, 4), (1, 5, 4), (-4, 3, 4), (-4, -3, 4), (1, -5, 4)],
}


def share(cone, part):
    """Return the mass of a part given a cone."""
    whole = solid_angle(cone)
    piece = Fraction(0) if part is None else solid_angle(part)
    return float(piece if isinstance(piece, Enclosure) else Enclosure.exactly(piece)) / float(whole)


@pytest.mark.statistical(alpha=len(CUTS) * ALPHA, power=0.99)
@pytest.mark.parametrize("name", CONES)
def test_parts_are_met_by_their_area(name, rng):
    cone = polyhedral(3, CONES[name])
    assert cone is not None
    found = [uniform(cone, rng) for _ in range(SIZE)]
    assert all(dot(z, w) > 0 for z in cone.normals for w in found)
    for z in CUTS:
        met = np.mean([dot(z, w) > 0 for w in found])
        assert abs(met - share(cone, cone.above(z))) < FARTHEST


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_the_middle_of_a_triangle_is_met_more_often_than_a_quarter(rng):
    """With 0.2815 of the area; on the flat triangle it would have a quarter."""
    corners, size = [(1, 1, 0), (1, 0, 1), (0, 1, 1)], 20_000
    dual = polyhedral(3, corners)
    assert dual is not None
    cone, middle = polyhedral(3, dual.rays), polyhedral(3, MIDDLE)
    assert cone is not None
    found = [uniform(cone, rng) for _ in range(size)]
    met = np.mean([all(dot(z, w) > 0 for z in MIDDLE) for w in found])
    assert abs(met - share(cone, middle)) < math.sqrt(math.log(2 / ALPHA) / (2 * size))


@pytest.mark.statistical(alpha=4 * ALPHA, power=0.99)
@pytest.mark.parametrize("normals", [[], [(1, 3)], [(1, 3), (-1, 2)], [(1, 0), (-(10**40), 1)]])
def test_arcs_are_met_by_their_length(normals, rng):
    cone = polyhedral(2, normals)
    assert cone is not None
    found = [uniform(cone, rng) for _ in range(SIZE)]
    assert all(dot(z, w) > 0 for z in normals for w in found)
    for z in ((1, 0), (1, -1), (-(10**40), 2), (-(10**40), 7)):
        met = np.mean([dot(z, w) > 0 for w in found])
        assert abs(met - share(cone, cone.above(z))) < FARTHEST


@pytest.mark.seeded("membership is exact whatever is drawn")
@pytest.mark.parametrize("size", [10**6, 10**40, 10**400])
def test_tiny_cones_hold_what_is_drawn(rng, size):
    corners = [(size, 1, 7), (size, -2, 3), (size, 0, 1)]
    dual = polyhedral(3, corners)
    assert dual is not None
    tiny = polyhedral(3, dual.rays)
    assert tiny is not None
    found = [uniform(tiny, rng) for _ in range(20)]
    assert all(dot(z, w) > 0 for z in tiny.normals for w in found)
    assert len(set(found)) == 20
    assert max(abs(c).bit_length() for w in found for c in w) <= 80 + 2 * size.bit_length()


@pytest.mark.seeded("refused before any draw")
def test_flat_cones_are_refused(rng):
    with pytest.raises(DomainError, match="one of dimension 2 in dimension 3"):
        uniform(Cone.whole(3).on((1, 0, 0)), rng)
