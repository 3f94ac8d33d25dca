"""How far cones without listed rays reach: against their extreme rays, at every size."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.numeric.directions import primitive
from altheory.spaces._band import tangent
from altheory.spaces._reach import reach
from altheory.spaces.cone import polyhedral
from altheory.spaces.facet_cone import facet_cone
from altheory.spaces.sphere import SphereRegion
from altheory.spaces.sphere_laws import UniformSphere


def thin(d, size, seed):
    """Return normals of a thin cone around the first axis, with a few more at random."""
    rng = np.random.default_rng(seed)
    flat = [*np.eye(d - 1, dtype=int).tolist(), [-1] * (d - 1), *rng.integers(-4, 5, (4, d - 1))]
    return [primitive([Fraction(size), *map(Fraction, map(int, row))]) for row in flat if any(row)]


@given(st.integers(3, 6), st.integers(0, 10**6), st.sampled_from([2, 9, 60, 200]))
def test_it_bounds_all_rays_and_is_not_much_more(d, seed, digits):
    normals = thin(d, Fraction(1, 10**digits), seed)
    rays, cone = polyhedral(d, normals), facet_cone(d, normals)
    assert rays is not None
    assert cone is not None
    farthest, found = tangent(cone.inner, rays.rays), reach(cone)
    assert found is not None
    assert farthest is not None
    assert farthest <= found < 3 * farthest


def test_a_cone_with_lines_has_none_and_a_wide_one_has_some():
    octant = facet_cone(4, [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0)])
    assert octant is not None
    assert reach(octant) is None
    wide = facet_cone(3, [(1, 9, 0), (1, -9, 0), (1, 0, 9), (1, 0, -9), (9, 1, 1)])
    assert wide is not None
    assert reach(wide) is not None


@pytest.mark.seeded("true of every run")
def test_a_tiny_region_in_nine_dimensions_is_drawn_from_and_estimated(rng):
    cone = facet_cone(9, thin(9, Fraction(1, 10**9), 0))
    assert cone is not None
    inside, law = SphereRegion.combinations(cone), UniformSphere(9)
    doubt = ~(inside | inside.antipodes)
    assert law.draw(doubt, rng) in doubt
    found = law.estimate(doubt, rng, 100)
    assert 0 < found.high < 1e-7
