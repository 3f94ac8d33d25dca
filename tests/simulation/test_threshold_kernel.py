"""The kernel has the law of the naive stream, and the same bytes without numba."""

import inspect
import math

import numpy as np
import pytest
from scipy.stats import poisson

from altheory.simulation import threshold_kernel
from altheory.simulation.threshold_kernel import threshold_runs
from tests.simulation.laws import ALPHA, deviates, distribution, threshold_law

GOALS = (
    {"epsilon": 1e-6},
    {"limit": 1000.0},
    {"epsilon": 1e-3, "batch": 4},
    {"limit": 77.0, "batch": 3},
    {"epsilon": 1e-30},
    {"epsilon": 0.5, "limit": 2.0},
)


def uniform_targets(rng, n):
    left = rng.random(n)
    return left, 1 - left


@pytest.mark.seeded("two ways of computing the same thing")
@pytest.mark.parametrize("goal", GOALS)
def test_compiled_and_interpreted_give_the_same_bytes(goal, rng, monkeypatch):
    seed = int(rng.integers(2**32))

    def bytes_drawn():
        own = np.random.default_rng(seed)
        runs = threshold_runs(own, *uniform_targets(own, 50), **goal)
        parts = (runs.queries, runs.unlabeled, runs.left, runs.right)
        return [part.tobytes() for part in parts], own.random()

    compiled = bytes_drawn()
    monkeypatch.setattr(threshold_kernel, "_kernel", inspect.unwrap(threshold_kernel._kernel))
    assert bytes_drawn() == compiled


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_to_width_epsilon_it_asks_one_plus_a_poisson_number(rng):
    runs = threshold_runs(rng, *uniform_targets(rng, 20_000), epsilon=1e-4)
    law = poisson(2 * math.log(1e4))
    assert not deviates(runs.queries.tolist(), lambda k: law.cdf(k - 1))
    assert deviates(runs.queries.tolist(), law.cdf)  # the 1 is not optional


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_the_instances_to_width_epsilon_follow_the_beta_law(rng):
    epsilon = 0.05
    runs = threshold_runs(rng, *uniform_targets(rng, 20_000), epsilon=epsilon)
    # W_n is Beta(2, n) for a uniform target, so P(N <= n) = P(W_n <= epsilon)
    instances = runs.unlabeled.astype(int).tolist()
    assert not deviates(instances, lambda n: 1 - (1 - epsilon) ** n * (1 + n * epsilon))


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
@pytest.mark.parametrize("batch", [1, 2, 3])
def test_on_a_stream_it_has_the_enumerated_law(batch, rng):
    runs = threshold_runs(rng, *uniform_targets(rng, 20_000), limit=5.0, batch=batch)
    assert not deviates(runs.queries.tolist(), distribution(threshold_law(5, batch)))


@pytest.mark.seeded("true of every run")
@pytest.mark.parametrize("goal", GOALS)
def test_runs_keep_to_their_goal(goal, rng):
    epsilon, limit = goal.get("epsilon", 0.0), goal.get("limit", math.inf)
    left, right = uniform_targets(rng, 300)
    runs = threshold_runs(rng, left, right, **goal)
    assert (runs.left <= left).all()
    assert (runs.right <= right).all()
    assert ((runs.left >= 0) & (runs.right >= 0)).all()
    assert ((runs.left + runs.right <= epsilon) | (runs.unlabeled == limit)).all()
    assert (runs.queries <= runs.unlabeled).all()
    assert (runs.unlabeled <= limit).all()


@pytest.mark.seeded("true of every run")
def test_targets_at_the_ends_are_approached_from_one_side(rng):
    ends = np.array([0.0, 1.0])
    runs = threshold_runs(rng, ends, 1 - ends, epsilon=1e-9)
    assert runs.left[0] == runs.right[1] == 0
