"""The short ways for thresholds agree with the general one."""

from dataclasses import replace
from fractions import Fraction
from itertools import repeat

import pytest

from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.bisection import Bisection
from altheory.simulation.stream import run
from altheory.simulation.task import FINEST, Goal, Task
from altheory.simulation.threshold_blocks import LONGEST, threshold_block

LINE = Thresholds()
CUTS = [Fraction(k, 12) for k in range(13)] + [Fraction(1, 4) + Fraction(1, 2**60)]
CAL = Task(hypotheses=LINE, learner="cal", goal=Goal(epsilon=Fraction(1, 100)), size=200)


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("labels", [1, 2, 3, 7])
def test_bisection_finds_the_cell_of_the_learner(cut, labels):
    """A block has no state to show, but its error decides: the promise is kept exactly."""
    target = Threshold(cut)
    asked = run(Bisection(LINE.version_space()), repeat(0), target, max_instances=labels)
    task = Task(
        hypotheses=LINE, learner="bisection", goal=Goal(stream=labels), target=target, size=2
    )
    block = threshold_block(task)
    assert block is not None
    assert block.queries == (asked.queries, asked.queries)
    assert (block.unlabeled, block.failures, block.eliminated_best) == (0, 0, 0)


@pytest.mark.parametrize(
    ("epsilon", "labels"),
    [("1", 0), ("1/2", 0), ("49/100", 1), ("1/4", 1), ("1/5", 2), ("1/8", 2), ("1/1000", 9)],
)
def test_bisection_stops_once_every_survivor_is_near(epsilon, labels):
    goal = Goal(epsilon=Fraction(epsilon))
    block = threshold_block(Task(hypotheses=LINE, learner="bisection", goal=goal, size=3))
    assert block is not None
    assert block.queries == (labels,) * 3


def test_passive_learning_pays_for_what_cal_looks_at():
    cal = threshold_block(CAL)
    passive = threshold_block(replace(CAL, learner="passive"))
    assert cal is not None
    assert passive is not None
    assert sum(passive.queries) == passive.unlabeled
    assert sum(cal.queries) < cal.unlabeled


def test_the_finest_epsilon_and_the_longest_stream_are_simulated():
    fine = threshold_block(replace(CAL, goal=Goal(epsilon=FINEST), size=5))
    assert fine is not None
    assert min(fine.queries) > 1000
    assert threshold_block(replace(CAL, goal=Goal(stream=LONGEST), size=5)) is not None
    assert threshold_block(replace(CAL, goal=Goal(stream=LONGEST + 1), size=5)) is None


@pytest.mark.parametrize("cut", [0, 1])
@pytest.mark.parametrize("learner", ["cal", "passive", "bisection"])
def test_targets_at_the_ends_are_neither_lost_nor_failed(cut, learner):
    for goal in (Goal(epsilon=Fraction(1, 1000)), Goal(stream=50)):
        task = replace(CAL, learner=learner, goal=goal, target=Threshold(Fraction(cut)))
        block = threshold_block(task)
        assert block is not None
        assert (block.failures, block.eliminated_best) == (0, 0)
