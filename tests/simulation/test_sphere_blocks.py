"""Blocks of separators: what the kernel does, and what it leaves to exact geometry."""

from dataclasses import replace
from fractions import Fraction

import pytest

from altheory.hypotheses.sphere import SphereSeparators
from altheory.simulation.replicate import require_possible, simulate
from altheory.simulation.sphere_blocks import HIGHEST, capacity, sphere_block
from altheory.simulation.sweep import label_complexity
from altheory.simulation.task import Goal, Task
from altheory.theory.sphere_cal import cal_expected_queries

SPACE = SphereSeparators(4)
CAL = Task(hypotheses=SPACE, learner="cal", goal=Goal(stream=200), size=30)


def block_of(task):
    block = sphere_block(task)
    assert block is not None
    return block


def test_a_block_is_what_the_task_says_and_nothing_else():
    block = block_of(CAL)
    assert block == simulate(CAL) == block_of(CAL) != block_of(replace(CAL, index=1))
    assert (len(block.queries), block.unlabeled) == (30, 30 * 200)
    assert (block.failures, block.eliminated_best) == (0, 0)


@pytest.mark.parametrize("goal", [Goal(stream=200), Goal(epsilon=Fraction(1, 50))])
def test_passive_learning_pays_for_what_cal_looks_at(goal):
    cal, passive = (block_of(replace(CAL, goal=goal, learner=name)) for name in ("cal", "passive"))
    assert sum(passive.queries) == passive.unlabeled
    assert sum(cal.queries) < cal.unlabeled


def test_longer_batches_take_more_labels():
    means = [sum(block_of(replace(CAL, batch=b, size=300)).queries) for b in (1, 10, 50, 200)]
    assert means == sorted(means)
    assert means[-1] == 300 * 200


def test_an_accuracy_of_one_is_free_and_streams_may_be_long():
    assert block_of(replace(CAL, goal=Goal(epsilon=Fraction(1)))).queries == (0,) * 30
    longest = block_of(replace(CAL, goal=Goal(stream=10**300), size=2))
    assert longest.unlabeled == 2 * 10**300
    assert min(longest.queries) > 3000


@pytest.mark.parametrize(
    "other",
    [
        replace(CAL, noise="classification:0.1"),
        replace(CAL, learner="bisection"),
        replace(CAL, hypotheses=SphereSeparators(HIGHEST + 1)),
    ],
)
def test_the_rest_takes_the_general_way(other):
    assert sphere_block(other) is None


def test_noise_takes_exact_geometry_in_every_dimension():
    noisy = replace(CAL, noise="classification:0.1", goal=Goal(stream=8), size=3)
    noisy = replace(noisy, hypotheses=SphereSeparators(6))
    require_possible(noisy)
    assert len(simulate(noisy).queries) == 3


@pytest.mark.parametrize("d", range(2, 9))
def test_simulated_and_exact_values_are_side_by_side(d):
    rows = label_complexity(SphereSeparators(d), streams=[d, 1000], replicates=10, rng=0).rows
    assert [row.exact for row in rows] == [d, float(cal_expected_queries(d, 1000))]
    assert rows[0].mean_queries == d
    assert rows[1].mean_queries == pytest.approx(rows[1].exact, rel=0.2)


def test_the_room_is_many_times_the_mean_number_of_rays():
    assert [capacity(d) for d in (2, 3, 5, 8)] == [16 * (2 + 4), 16 * (5 + 9), 16 * 62, 16 * 943]
