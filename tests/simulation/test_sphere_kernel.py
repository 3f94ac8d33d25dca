"""The kernel has the law of the naive stream, in every dimension, and cuts as exact cones do.

Label counts have a variance and no useful bound, so means are compared as normal variables
are: five standard errors, with thousands of runs behind most of them.
"""

import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from scipy.optimize import nnls
from scipy.special import betainc

from altheory.bounds.betting_mean import betting_mean
from altheory.errors import BudgetError
from altheory.hypotheses.sphere import SphereSeparators
from altheory.learners.cal import CAL
from altheory.numeric import compiled
from altheory.numeric.directions import primitive
from altheory.numeric.enclosure import Enclosure
from altheory.simulation import sphere_blocks, sphere_kernel
from altheory.simulation.jumps import event_driven
from altheory.simulation.sphere_blocks import sphere_runs
from altheory.spaces.cone import Cone, polyhedral
from altheory.spaces.sphere_laws import UniformSphere
from altheory.theory.circle_cal import cal_query_law_circle
from altheory.theory.sphere_cal import cal_expected_queries
from tests.simulation.laws import deviates, differ, distribution

RARE = 1e-7
FIVE = 6e-7  # at most the chance of a normal variable to be 5 standard deviations off
FARTHER = 4e-8  # to be 5.5 off
GOALS = (
    (2, {"limit": 1000.0}),
    (3, {"epsilon": 1e-9}),
    (3, {"limit": 77.0, "batch": 4}),
    (4, {"limit": 1e6}),
    (5, {"limit": 300.0, "batch": 3}),
    (5, {"epsilon": 0.01}),
    (6, {"limit": 100.0}),
)


def standard_errors(queries, exact, like=None):
    """How far the mean is from the exact one; few runs have the spread of others ``like`` them."""
    spread = np.std(queries if like is None else like, ddof=1)
    return (np.mean(queries) - float(exact)) / (spread / math.sqrt(len(queries)))


def naive_queries(rng, d, n):
    """CAL by its definition: ask unless the label follows, by nonnegative least squares."""
    known = np.empty((d, 0))
    for x in rng.standard_normal((n, d)):
        z = x / math.copysign(np.linalg.norm(x), x[0])  # the target is e_1
        # z or -z is a nonnegative combination of the signed examples
        if min(nnls(known, side * z)[1] if known.size else 1.0 for side in (1, -1)) > 1e-9:
            known = np.column_stack([known, z])
    return known.shape[1]


def event_driven_queries(rng, d, n):
    """CAL on exact version spaces, from one label to the next."""
    separators = SphereSeparators(d)
    cal, target = CAL(separators.version_space()), separators.draw_target(rng)
    return event_driven(cal, separators.law(), target, rng, limit=n).transcript.queries


def cut_by(d, signed):
    """The kernel's version space of some signed examples with a positive first coordinate."""
    cell = sphere_blocks.vacant(d, 1)
    sphere_kernel._begin(cell, np.linalg.inv(np.array(signed[:d], dtype=float))[None], 0)
    for label, z in enumerate(signed[d:], d + 1):
        top = cell.sizes[sphere_kernel.TOP]
        sphere_kernel._least(cell.rays, top, np.array(z, dtype=float), cell.values)
        sphere_kernel._cut(cell, label)
    return cell


def present(cell):
    """The places that are taken."""
    return [p for p in range(cell.sizes[sphere_kernel.TOP]) if cell.facets[p, 0] >= 0]


def examples(rng, d, n):
    signed = rng.integers(-1000, 1001, (n, d))
    signed[:, 0] = abs(signed[:, 0]) + 1
    return [tuple(map(int, z)) for z in signed]


@pytest.mark.seeded("degenerate examples are as good as impossible")
@pytest.mark.parametrize("d", [2, 3, 4, 5, 6])
def test_cuts_leave_the_rays_and_facets_of_the_exact_cone(d, rng):
    signed = examples(rng, d, 40)
    cell = cut_by(d, signed)
    space = SphereSeparators(d).version_space().restrict_all(signed, [1] * len(signed))
    cone = space.closure()
    assert isinstance(cone, Cone)
    found = np.array([cell.rays[:, p] / np.linalg.norm(cell.rays[:, p]) for p in present(cell)])
    exact = np.array(cone.rays, dtype=float)
    exact /= np.linalg.norm(exact, axis=1, keepdims=True)
    assert found.shape == exact.shape
    assert (found @ exact.T).max(axis=0) == pytest.approx(1, abs=1e-12)
    assert len(np.unique(cell.facets[present(cell)])) == len(cone.normals)


@pytest.mark.seeded("instances within rounding of a ray are as good as impossible")
@pytest.mark.parametrize("d", [2, 3, 4])
def test_every_decision_on_the_way_to_tiny_version_spaces_is_the_exact_one(d, rng):
    """Rays keep their digits down to 1e-10: each band instance is asked iff exact signs say so."""
    first = examples(rng, d, d)
    cone: Any = polyhedral(d, first)
    cell, instances, z = cut_by(d, first), float(d), np.empty(d)
    while instances < 1e10:
        top = sphere_kernel._look(cell, 0.0, 1)
        instances += 1 + sphere_kernel._passed_over(rng, cell.outlook[sphere_kernel.BAND])
        sphere_kernel._draw(rng, cell.outlook, z)
        asked = sphere_kernel._least(cell.rays, top, z, cell.values) < 0
        kept = cone.above(primitive(map(Fraction, z.tolist())))
        assert (kept is not cone) == asked
        if asked:
            sphere_kernel._cut(cell, int(cell.facets.max()) + 1)
        cone = kept
    slopes = sorted(tuple(float(Fraction(x, r[0])) for x in r[1:]) for r in cone.rays)
    found = sorted(tuple(cell.rays[1:, p] / cell.rays[0, p]) for p in present(cell))
    assert np.array(found) == pytest.approx(np.array(slopes), rel=0, abs=1e-9 * np.max(slopes))


@pytest.mark.seeded("degenerate examples are as good as impossible")
@pytest.mark.parametrize("d", [2, 3, 4, 5, 6])
def test_the_polytope_is_simple_and_its_edges_lead_back(d, rng):
    cell = cut_by(d, examples(rng, d, 40))
    for p in present(cell):
        assert len(set(cell.facets[p])) == len(set(cell.near[p])) == d - 1
        for q, left in zip(cell.near[p], cell.facets[p], strict=True):
            assert p in cell.near[q]
            assert set(cell.facets[p]) - {left} == set(cell.facets[p]) & set(cell.facets[q])


@pytest.mark.seeded("degenerate examples are as good as impossible")
@pytest.mark.parametrize("d", [2, 3, 4, 5])
def test_the_guarantee_is_that_of_the_exact_version_space(d, rng):
    law = UniformSphere(d)
    for n in (d, 2 * d, 40):
        signed = examples(rng, d, n)
        space = SphereSeparators(d).version_space().restrict_all(signed, [1] * n)
        region = space.disagreement()
        envelope = law.envelope(region)
        mass = law.mass(region) if envelope is None else envelope.mass
        exact = mass.midpoint if isinstance(mass, Enclosure) else mass
        assert sphere_kernel._mass(cut_by(d, signed)) == pytest.approx(float(exact), rel=1e-9)


@pytest.mark.parametrize("d", range(2, 11))
def test_the_band_has_its_mass(d):
    whole = sphere_kernel._mass_of_band(math.pi / 2, d)
    for angle in (1e-100, 1e-9, 0.1, 1.0, 1.3):
        exact = betainc(0.5, (d - 1) / 2, math.sin(angle) ** 2)
        assert sphere_kernel._mass_of_band(angle, d) / whole == pytest.approx(exact, rel=1e-12)


@pytest.mark.statistical(alpha=RARE, power=0.99)
@pytest.mark.parametrize("band", [1.0, 0.5, 0.02])
def test_the_wait_is_geometric(band, rng):
    waits = [sphere_kernel._passed_over(rng, band) for _ in range(20_000)]
    assert all(wait.is_integer() for wait in waits)
    assert not deviates(list(map(int, waits)), lambda k: 1 - (1 - band) ** (k + 1), RARE)


@pytest.mark.statistical(alpha=RARE, power=0.99)
@pytest.mark.parametrize("d", [2, 3, 6])
def test_latitudes_have_the_density_of_the_sphere(d, rng):
    angle, unit, bins = 1.2, 2.0**-10, 20
    outlook, z, places = np.array([0.0, angle, unit, 0.0]), np.empty(d), []
    for _ in range(20_000):
        sphere_kernel._draw(rng, outlook, z)
        latitude = math.atan2(z[0] * unit, np.linalg.norm(z[1:]))
        band = sphere_kernel._mass_of_band(angle, d)
        places.append(int(bins * sphere_kernel._mass_of_band(latitude, d) / band))
    assert not deviates(places, lambda k: (k + 1) / bins, RARE)


@pytest.mark.seeded("two ways of computing the same thing")
@pytest.mark.parametrize(("d", "goal"), GOALS)
def test_compiled_and_interpreted_give_the_same_bytes(d, goal, rng, monkeypatch):
    seed = int(rng.integers(2**32))

    def bytes_drawn():
        own = np.random.default_rng(seed)
        runs = sphere_runs(own, d, 5, **goal)
        parts = (runs.queries, runs.unlabeled, runs.reach, runs.error, runs.lost)
        return [part.tobytes() for part in parts], own.random()

    machine = bytes_drawn()
    monkeypatch.setattr(compiled, "_machine_code", lambda kernel: kernel)
    assert bytes_drawn() == machine


@pytest.mark.seeded("true of every run")
@pytest.mark.parametrize(("d", "goal"), GOALS)
def test_runs_keep_to_their_goal(d, goal, rng):
    runs = sphere_runs(rng, d, 100, **goal)
    limit = goal.get("limit", math.inf)
    assert (runs.queries <= runs.unlabeled).all()
    assert (runs.unlabeled <= limit).all()
    assert limit == math.inf or (runs.unlabeled == limit).all()
    assert (runs.error < runs.reach).all()
    # reach is the mass of a lune that is in the region
    assert (runs.reach <= goal.get("epsilon", 1)).all()
    assert not runs.lost.any()


@pytest.mark.seeded("true of every run")
@pytest.mark.parametrize("batch", [1, 2, 5])
@pytest.mark.parametrize("d", [2, 3, 4, 7, 10])
def test_the_first_d_instances_are_asked(d, batch, rng):
    for n in (1, d - 1, d):
        assert set(sphere_runs(rng, d, 20, limit=float(n), batch=batch).queries) == {n}
    first = d + (-d % batch)  # fewer labels leave a line, and the batch goes on
    assert set(sphere_runs(rng, d, 20, limit=float(first), batch=batch).queries) == {first}


@pytest.mark.seeded("true of every run")
@pytest.mark.parametrize("d", [2, 4])
def test_the_longest_streams_and_the_finest_accuracies(d, rng):
    long = sphere_runs(rng, d, 5, limit=1e300)
    assert (long.reach < 1e-290).all()
    fine = sphere_runs(rng, d, 5, epsilon=2.0**-1000)
    assert (fine.unlabeled > 1e298).all()
    assert ((fine.reach > 0) & (fine.reach <= 2.0**-1000)).all()


@pytest.mark.seeded("labels that no target gives")
def test_a_version_space_that_is_lost_is_told(rng):
    cell = cut_by(3, [*examples(rng, 3, 10), (-1, 0, 0)])
    assert cell.sizes[sphere_kernel.STATE] == sphere_kernel.LOST


@pytest.mark.seeded("true of every run")
def test_a_version_space_without_room_is_told(rng, monkeypatch):
    monkeypatch.setattr(sphere_blocks, "capacity", lambda d: 5 * d)
    with pytest.raises(BudgetError, match="more than 20 extreme rays in dimension 4"):
        sphere_runs(rng, 4, 50, limit=1e4)


@pytest.mark.statistical(alpha=RARE, power=0.99)
@pytest.mark.parametrize("n", [2, 7, 60])
def test_in_the_plane_the_labels_have_the_law_of_records(n, rng):
    law = dict(enumerate(cal_query_law_circle(n)))
    queries = sphere_runs(rng, 2, 20_000, limit=float(n)).queries.tolist()
    assert not deviates(queries, distribution(law), RARE)


@pytest.mark.statistical(alpha=3 * FIVE, power=0.99)
@pytest.mark.parametrize("d", [2, 3, 4, 5, 6])
def test_the_mean_is_the_exact_one_in_short_streams(d, rng):
    for n in (10, 100, 1000)[: 3 if d < 6 else 2]:
        queries = sphere_runs(rng, d, 2000, limit=float(n)).queries
        assert abs(standard_errors(queries, cal_expected_queries(d, n))) < 5


@pytest.mark.statistical(alpha=RARE, power=0.99)
@pytest.mark.parametrize(("d", "n"), [(3, 10), (4, 30)])
def test_the_mean_is_the_exact_one_by_an_exact_inequality(d, n, rng):
    queries = sphere_runs(rng, d, 20_000, limit=float(n)).queries.tolist()
    exact = Fraction(float(cal_expected_queries(d, n)))
    bound = betting_mean(queries, RARE, low=0, high=n)
    assert exact in bound
    assert exact + Fraction(1, 4) not in bound
    assert exact - Fraction(1, 4) not in bound


@pytest.mark.statistical(alpha=RARE, power=0.99)
@pytest.mark.parametrize(("d", "n"), [(3, 20), (4, 12), (5, 12)])
def test_the_labels_have_the_law_of_the_naive_stream(d, n, rng):
    naive = [naive_queries(rng, d, n) for _ in range(400)]
    assert not differ(naive, sphere_runs(rng, d, 20_000, limit=float(n)).queries.tolist(), RARE)
    assert differ(naive, sphere_runs(rng, d, 20_000, limit=float(2 * n)).queries.tolist(), RARE)


@pytest.mark.statistical(alpha=RARE, power=0.99)
@pytest.mark.parametrize("batch", [3])
def test_batches_have_the_law_of_the_exact_learner(batch, rng):
    separators = SphereSeparators(3)
    cal, target = CAL(separators.version_space(), batch), separators.draw_target(rng)
    exact = [
        event_driven(cal, separators.law(), target, rng, limit=12).transcript.queries
        for _ in range(80)
    ]
    assert not differ(
        exact, sphere_runs(rng, 3, 20_000, limit=12.0, batch=batch).queries.tolist(), RARE
    )
    other = sphere_runs(rng, 3, 20_000, limit=12.0, batch=12)
    assert differ(exact, other.queries.tolist(), RARE)


@pytest.mark.statistical(alpha=RARE, power=0.99)
@pytest.mark.parametrize("d", [3, pytest.param(4, marks=pytest.mark.slow)])
def test_to_an_accuracy_the_labels_have_the_law_of_the_exact_learner(d, rng):
    """In space the guarantee is the mass of the region, beyond that of a band around it."""
    separators, goal = SphereSeparators(d), Fraction(1, 10)
    cal, target = CAL(separators.version_space()), separators.draw_target(rng)
    exact = [
        event_driven(cal, separators.law(), target, rng, epsilon=goal).transcript.queries
        for _ in range(40)
    ]
    assert not differ(exact, sphere_runs(rng, d, 20_000, epsilon=0.1).queries.tolist(), RARE)
    assert differ(exact, sphere_runs(rng, d, 20_000, epsilon=0.004).queries.tolist(), RARE)


@pytest.mark.slow
@pytest.mark.statistical(alpha=FIVE, power=0.99)
@pytest.mark.parametrize(
    ("d", "n"), [*((d, 10**10) for d in range(2, 9)), *((d, 10**300) for d in (2, 3, 4))]
)
def test_the_mean_is_the_exact_one_at_any_length(d, n, rng):
    runs = 2000 if d < 7 and n == 10**10 else 200
    queries = sphere_runs(rng, d, runs, limit=float(n)).queries
    assert abs(standard_errors(queries, cal_expected_queries(d, n))) < 5


@pytest.mark.slow
@pytest.mark.statistical(alpha=3 * FARTHER, power=0.99)
@pytest.mark.parametrize("d", [2, 3, 4, 5, 6])
def test_the_naive_stream_has_the_exact_mean(d, rng):
    for n, runs in ((10, 2000), (100, 200), (1000, 50)):
        queries = [naive_queries(rng, d, n) for _ in range(runs)]
        like = sphere_runs(rng, d, 2000, limit=float(n)).queries
        assert abs(standard_errors(queries, cal_expected_queries(d, n), like)) < 5.5


@pytest.mark.slow
@pytest.mark.statistical(alpha=4 * FARTHER, power=0.99)
@pytest.mark.parametrize("d", [2, 3, 4, 5, 6])
def test_the_exact_event_driven_learner_has_the_exact_mean(d, rng):
    for n, runs in ((10, 300), (100, 100), (1000, 50), (10**10, 10 if d > 4 else 40)):
        queries = [event_driven_queries(rng, d, n) for _ in range(runs)]
        like = sphere_runs(rng, d, 1000, limit=float(n)).queries
        assert abs(standard_errors(queries, cal_expected_queries(d, n), like)) < 5.5


@pytest.mark.slow
@pytest.mark.statistical(alpha=FIVE, power=0.99)
def test_the_variance_grows_as_it_should_in_space(rng):
    """By sigma_3^2 = 8.2393 for each unit of the logarithm, between 1e6 and 1e10."""
    runs = 100_000
    near, far = (sphere_runs(rng, 3, runs, limit=n).queries for n in (1e6, 1e10))
    spreads = [np.var((q - q.mean()) ** 2) / runs for q in (near, far)]
    expected = math.log(1e4) * 8.239308122116720381
    assert abs(np.var(far) - np.var(near) - expected) < 5 * math.sqrt(sum(spreads))
