"""Hit-and-run: calibrated exactly, at every scale, and false walks are found out.

A reversible walk that starts in its law is the same backward.  So go some steps from the
truth to a hub, and from there as many steps again for each draw: truth and draws are then
exchangeable, however slowly the walk forgets (Besag and Clifford).
"""

from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest

from altheory.hypotheses.sphere import SphereSeparators
from altheory.numeric.directions import combined, dot, unit_vectors
from altheory.spaces import hit_and_run as module
from altheory.spaces.cone import Cone, polyhedral
from altheory.spaces.cone_laws import uniform
from altheory.spaces.facet_cone import facet_cone
from altheory.spaces.hit_and_run import HitAndRun, orthonormal
from tests.spaces.calibration import ALPHA, allowed, farthest, unit

DRAWS, TRIALS = 5, 150


def posed(d, labels, rng):
    """Return a target, uniform given its labels, and the cone of all that agrees with them."""
    cls = SphereSeparators(d)
    target, space = cls.draw_target(rng), cls.version_space()
    for x in cls.law().sample(rng, labels).tolist():
        space = space.restrict(x, target(x))
    return target.normal, space.closure()


def rounded_by_rays(cone):
    return HitAndRun.inside(cone, () if cone.lines else cone.rays)


def as_it_is(cone):
    return HitAndRun.inside(cone)


def crooked(cone):
    """Any widths will do if places are accepted by the density."""
    widths = [Fraction(1, 2 + 3 * j) for j in range(cone.dimension - 1)]
    return HitAndRun.stretched(cone, orthonormal(cone.inner), widths)


def uncorrected(cone):
    """A false walk: uniform where the directions have another density."""
    return replace(crooked(cone), stretch=np.ones(cone.dimension))


def matrix(walk):
    return np.array([[float(x) for x in e] for e in walk.basis])


def place_of(walk, w):
    """Return the place that stands for a direction."""
    u = np.linalg.solve(matrix(walk).T, unit([w])[0])
    return u / np.linalg.norm(u)


def functionals(cone, ws):
    """Return values at directions: along the middle and a facet, and how near any facet is."""
    ws = ws / np.linalg.norm(ws, axis=1, keepdims=True)
    middle, sides = ws @ unit([cone.inner])[0], ws @ unit(cone.normals).T
    return np.column_stack([middle, sides[:, 0], sides[:, 0] ** 2, sides.min(axis=1)])


def trial(make, problem, steps, rng):
    d, labels = problem
    w, cone = posed(d, labels, rng)
    walk = make(cone)
    hub = walk.walk_from(place_of(walk, w), rng, 1, steps)[0]
    places = [walk.walk_from(hub, rng, 1, steps)[0] for _ in range(DRAWS)]
    ws = np.vstack([unit([w]), np.array(places) @ matrix(walk)])
    return functionals(cone, ws)


@pytest.mark.statistical(alpha=4 * ALPHA, power=0.99)
@pytest.mark.parametrize(
    ("make", "problem"),
    [
        *product((rounded_by_rays, as_it_is, crooked), [(3, 20), (4, 5)]),
        (rounded_by_rays, (5, 12)),
        pytest.param(as_it_is, (5, 12), marks=pytest.mark.slow),
        pytest.param(crooked, (5, 12), marks=pytest.mark.slow),
    ],
)
def test_walks_are_calibrated(make, problem, rng):
    trials = [trial(make, problem, 30, rng) for _ in range(TRIALS)]
    assert farthest(trials, DRAWS, rng) < allowed(TRIALS)


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_calibration_rejects_a_walk_without_the_density(rng):
    trials = [trial(uncorrected, (4, 6), 60, rng) for _ in range(300)]
    assert farthest(trials, DRAWS, rng) > allowed(300)


def plain_walk(walk, place, rng, n, thin):
    """Walk without machine code."""
    path = np.empty((n, place.size))
    interpreted: Any = module._walk
    interpreted.__wrapped__(rng, place.copy(), (walk.facets, walk.stretch), path, thin)
    return path


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_calibration_rejects_a_walk_that_goes_forward_only(rng, monkeypatch):
    """A false walk: uniform on the part of the arc ahead, so it is at the ends too often."""

    def ahead(rng, arc, stretch, place, way):
        del stretch, place, way
        return arc[1] * rng.random()

    monkeypatch.setattr(module, "_angle", ahead)
    monkeypatch.setattr(HitAndRun, "walk_from", plain_walk)
    trials = [trial(as_it_is, (3, 3), 8, rng) for _ in range(600)]
    assert farthest(trials, DRAWS, rng) > allowed(600)


@pytest.mark.statistical(alpha=4 * ALPHA, power=0.99)
@pytest.mark.parametrize(("d", "labels"), [(2, 3), (3, 6), (4, 2), (4, 9), (5, 7)])
def test_uniform_directions_are_calibrated(d, labels, rng):
    trials = []
    for _ in range(TRIALS):
        w, cone = posed(d, labels, rng)
        ws = unit([w, *(uniform(cone, rng) for _ in range(3))])
        trials.append(functionals(cone, ws))
    assert farthest(trials, 3, rng) < allowed(TRIALS)


@pytest.mark.seeded("membership is exact whatever is drawn")
@pytest.mark.parametrize("d", [4, 7])
@pytest.mark.parametrize("size", [10**6, 10**40, 10**400])
def test_tiny_cones_are_walked_exactly(d, size, rng):
    pole, *others = unit_vectors(d)
    widths = [1, *([1000] * (d - 2))]  # and narrow one way
    sides = [
        combined(1, pole, s * size * k, e)
        for e, k in zip(others, widths, strict=True)
        for s in (1, -1)
    ]
    cone = polyhedral(d, sides)
    assert cone is not None
    found = [uniform(cone, rng) for _ in range(10)]
    assert all(dot(z, w) > 0 for z in cone.normals for w in found)
    assert len({w[1] * 10**900 // w[0] for w in found}) == 10


@pytest.mark.seeded("membership is exact whatever is drawn")
def test_cones_by_their_facets_are_walked_as_well(rng):
    d = 12
    normals = [tuple(int(c) for c in z) for z in rng.integers(-1000, 1000, (30, d))]
    facing = [z if z[0] > 0 else tuple(-c for c in z) for z in normals if z[0]]
    cone = facet_cone(d, facing)
    assert cone is not None
    assert all(dot(z, uniform(cone, rng)) > 0 for z in cone.normals)


@pytest.mark.seeded("true of every walk")
def test_a_walk_stays_within_the_facets_with_and_without_machine_code(rng):
    _, cone = posed(5, 12, rng)
    walk = rounded_by_rays(cone)
    seed = int(rng.integers(2**32))
    fast = walk.walk(np.random.default_rng(seed), 40)
    start = np.array(unit_vectors(5)[0], dtype=np.float64)
    plain = plain_walk(walk, start, np.random.default_rng(seed), 40, 1)
    np.testing.assert_allclose(fast, plain, rtol=1e-6, atol=1e-9)
    assert all(walk.direction(place) is not None for place in fast)
    assert np.allclose((fast**2).sum(axis=1), 1)


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_one_step_along_an_arc_is_uniform(rng):
    """In the plane there is one great circle, so no place is remembered."""
    cone = polyhedral(2, [(4, 1), (1, -1)])
    assert cone is not None
    found = HitAndRun.inside(cone).walk(rng, 4000) @ matrix(HitAndRun.inside(cone))
    start, end = np.arctan2(-4, 1), np.pi / 4
    shares = np.sort((np.arctan2(found[:, 1], found[:, 0]) - start) / (end - start))
    steps = np.arange(4001) / 4000
    assert max((steps[1:] - shares).max(), (shares - steps[:-1]).max()) < allowed(4000)


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
def test_the_whole_sphere_is_walked(rng):
    """One place in fifty, as good as independent: each side of a plane is met half the time."""
    found = HitAndRun.inside(Cone.whole(4)).walk(rng, 2000, 50)
    assert np.abs((found > 0).mean(axis=0) - 1 / 2).max() < allowed(2000)


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
def test_rounding_makes_a_needle_walkable(rng):
    """A thousand steps see both ends of a cone a million times as long as it is thick."""
    thin, long = 10**9, 10**3
    sides = [(1, s * thin, 0, 0) for s in (1, -1)] + [(1, 0, s * thin, 0) for s in (1, -1)]
    cone = polyhedral(4, [*sides, (1, 0, 0, long), (1, 0, 0, -long)])
    assert cone is not None

    def ends(walk):
        return np.mean(walk.walk(rng, 2000, 25) @ matrix(walk)[:, 3] > 0)

    assert abs(ends(rounded_by_rays(cone)) - 1 / 2) < allowed(2000)
    assert abs(ends(as_it_is(cone)) - 1 / 2) > 2 * allowed(2000)
