"""Bands around cones: all that crosses lies in them, they are met uniformly, at every scale."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import betainc

from altheory.hypotheses.sphere import SphereSeparators
from altheory.numeric.angles import angle
from altheory.numeric.directions import combined, dot, sign, unit_vectors
from altheory.spaces._band import Band
from altheory.spaces.cone import Cone
from altheory.spaces.sphere import SphereRegion
from altheory.spaces.sphere_laws import UniformSphere
from tests.spaces.calibration import ALPHA, allowed, farthest, unit

SIZE = 4000
SMALL = st.integers(-6, 6)


def beside(rays):
    """The directions on which some ray is positive and another negative."""
    cone = SphereRegion.cone(len(rays[0]), rays)
    return ~(cone | SphereRegion.cone(len(rays[0]), [tuple(-c for c in r) for r in rays]))


def apart(values, cdf):
    """Return how far the empirical distribution function is from a continuous one."""
    ordered = cdf(np.sort(values))
    steps = np.arange(len(values) + 1) / len(values)
    return max(np.max(steps[1:] - ordered), np.max(ordered - steps[:-1]))


@st.composite
def crossings(draw):
    """Rays at an angle of less than a right one to a pole, and a direction that crosses them."""
    d = draw(st.integers(2, 6))
    around = st.tuples(st.integers(2, 40), *[SMALL] * (d - 1))
    rays = draw(st.lists(around, min_size=1, max_size=6))
    weights = draw(st.lists(st.integers(1, 5), min_size=len(rays), max_size=len(rays)))
    w = tuple(dot(weights, column) for column in zip(*rays, strict=True))
    v = draw(st.tuples(*[SMALL] * d))
    return rays, combined(dot(w, w), v, -dot(v, w), w)


@given(crossings())
def test_all_that_crosses_the_cone_is_in_the_band(case):
    """The sine of the angle between the direction and the hyperplane, exactly."""
    rays, x = case
    band = Band.around(rays)
    if not any(x) or band.radius == Fraction(1, 2):
        return
    c = band.pole
    largest = max(1 - Fraction(dot(c, r) ** 2, dot(c, c) * dot(r, r)) for r in rays)
    assert dot(x, c) ** 2 <= largest * dot(x, x) * dot(c, c)
    widest = max(2 * angle(c, r).hi for r in rays)
    assert all(2 * angle(c, r).lo <= band.radius for r in rays)
    assert band.radius <= max(widest * (1 + Fraction(1, 2**60)), Fraction(1, 2**60))


def test_cones_that_reach_too_far_have_everything_around_them():
    flat = Band.around([(1, 0, 0), (-1, 1, 0), (-1, -1, 1)])
    assert flat.radius == Fraction(1, 2)
    assert flat.mass.lo == flat.mass.hi == 1


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
@pytest.mark.parametrize("d", [2, 3, 4, 7])
@pytest.mark.parametrize("across", [1, 3, 10**5])
def test_draws_are_uniform_on_the_band(d, across, rng):
    """By the height over the middle and the part along a direction of the middle."""
    pole, *others = unit_vectors(d)
    band = Band.around([combined(across, pole, s, e) for e in others for s in (1, -1)])
    assert band.pole == pole
    xs = unit([band.draw(rng) for _ in range(SIZE)])
    heights, sine = xs[:, 0], math.sin(math.pi * band.radius)
    assert np.abs(heights).max() <= sine * (1 + 1e-12)

    def height(s):
        return 0.5 + np.sign(s) * betainc(0.5, (d - 1) / 2, s**2) / float(band.mass) / 2

    along = xs[:, 1] / np.sqrt(1 - heights**2)
    assert apart(heights, height) < allowed(SIZE)
    if d > 2:
        assert apart(along, lambda t: 0.5 + np.sign(t) * betainc(0.5, (d - 2) / 2, t**2) / 2) < (
            allowed(SIZE)
        )
    else:
        assert abs(np.mean(along > 0) - 0.5) < allowed(SIZE)


@pytest.mark.seeded("membership is exact whatever is drawn")
@pytest.mark.parametrize("d", [4, 5, 8])
@pytest.mark.parametrize("size", [1, 10**12, 10**60, 10**400])
def test_tiny_cones_are_crossed_exactly(d, size, rng):
    """At any scale, with rays that share most of their digits."""
    rays = [(size, *(3 * (i == k) - k for i in range(1, d))) for k in range(d + 1)]
    region, law = beside(rays), UniformSphere(d)
    for x in [law.draw(region, rng) for _ in range(10)]:
        assert x in region
        assert {-1, 1} <= {sign(sum(a * b for a, b in zip(x, v, strict=True))) for v in rays}
        assert max(abs(int(c)).bit_length() for c in x) <= 2 * 64 + size.bit_length()


def thinned(law, region, space):
    """The sampler of the law itself."""
    del space
    return lambda rng: law.draw(region, rng)


def whole_band(law, region, space):
    """A false sampler: every direction of the band."""
    del law, region
    return Band.around(space.closure().rays).draw


def trial(d, labels, draws, rng, sampler=thinned):
    """Return functionals of an instance of the stream that crosses, and of some draws."""
    cls = SphereSeparators(d)
    law, target, space = cls.law(), cls.draw_target(rng), cls.version_space()
    for x in law.sample(rng, labels).tolist():
        space = space.restrict(x, target(x))
    region = space.disagreement()
    blocks = (law.sample(rng, 256) for _ in range(1000))
    truth = next(found for xs in blocks if len(found := xs[region.contains(xs)]))[0].tolist()
    draw = sampler(law, region, space)
    xs = unit([truth, *(draw(rng) for _ in range(draws))])
    cone = space.closure()
    assert isinstance(cone, Cone)
    (c,), rays = unit([cone.inner]), unit(cone.rays)
    sides = xs @ rays.T
    across = sides.min(axis=1) * sides.max(axis=1)  # below 0 iff x crosses
    return np.column_stack([xs @ c, np.abs(xs @ c), sides[:, 0], across])


@pytest.mark.statistical(alpha=4 * ALPHA, power=0.99)
@pytest.mark.parametrize(("d", "labels"), [(2, 4), (3, 7), (4, 12)])
def test_draws_are_calibrated_against_the_stream(d, labels, rng):
    trials = [trial(d, labels, 3, rng) for _ in range(400)]
    assert farthest(trials, 3, rng) < allowed(400)


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_calibration_rejects_a_sampler_that_does_not_thin(rng):
    trials = [trial(4, 30, 3, rng, whole_band) for _ in range(600)]
    assert farthest(trials, 3, rng) > allowed(600)
