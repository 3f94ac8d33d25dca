"""Batched blocks of agnostic learners: the same verdicts as the general way."""

from dataclasses import replace
from fractions import Fraction

import pytest

from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.simulation import replicate, threshold_blocks
from altheory.simulation.replicate import simulate
from altheory.simulation.task import Goal, Task
from altheory.simulation.threshold_a2 import FINEST
from altheory.simulation.threshold_agnostic import LONGEST, is_batched

LINE = Thresholds()
PASSIVE = Task(
    hypotheses=LINE,
    learner="passive",
    goal=Goal(stream=40),
    noise="classification:1/4",
    bound="dkw",
    delta=Fraction(1, 20),
    size=3,
)
AGNOSTIC = replace(PASSIVE, learner="a2", goal=Goal(epsilon=Fraction(2, 5)))


def test_kernels_are_for_thresholds_and_what_floats_can_tell():
    assert is_batched(PASSIVE)
    assert is_batched(AGNOSTIC)
    assert is_batched(replace(AGNOSTIC, goal=Goal(epsilon=FINEST)))
    assert not is_batched(replace(AGNOSTIC, goal=Goal(epsilon=FINEST / 2)))
    assert is_batched(replace(AGNOSTIC, goal=Goal(stream=LONGEST)))
    assert not is_batched(replace(AGNOSTIC, goal=Goal(stream=LONGEST + 1)))
    assert not is_batched(Task(hypotheses=LINE, learner="cal", goal=Goal(stream=3), noise="pure"))
    star = FiniteClass(4, [0, 1, 2, 4, 8])
    assert not is_batched(replace(AGNOSTIC, hypotheses=star, bound="vc"))


def test_tasks_that_differ_have_other_names():
    others = (
        {"noise": "tie"},
        {"bound": "vc"},
        {"delta": Fraction(1, 10)},
        {"goal": Goal(stream=4)},
        {"index": 1},
        {"learner": "passive"},
    )
    names = {AGNOSTIC.name, *(replace(AGNOSTIC, **other).name for other in others)}
    assert len(names) == 7
    plain = Task(hypotheses=LINE, learner="cal", goal=Goal(stream=3))
    assert plain.name == "cal, batch 1, stream 3, block 0"  # what old seeds depend on


@pytest.mark.parametrize("noise", ["classification:1/4", "tie", "pure"])
@pytest.mark.parametrize("target", [None, Threshold(Fraction(7, 10))])
def test_blocks_are_functions_of_their_tasks(noise, target):
    for task in (PASSIVE, AGNOSTIC):
        asked = replace(task, noise=noise, target=target)
        assert simulate(asked) == simulate(asked)
        assert simulate(asked) != simulate(replace(asked, seed=1, size=4))


@pytest.mark.parametrize("task", [PASSIVE, AGNOSTIC], ids=["passive", "a2"])
def test_both_ways_cost_the_same_where_the_cost_is_certain(task, monkeypatch):
    """At pure noise to 2/5 A2 sees five looks that drop nobody, and passive learning is fixed."""
    fast = simulate(replace(task, noise="pure"))
    monkeypatch.setattr(replicate, "threshold_block", lambda _: None)
    slow = simulate(replace(task, noise="pure"))
    assert fast.queries == slow.queries
    assert (fast.failures, fast.eliminated_best) == (slow.failures, slow.eliminated_best) == (0, 0)


@pytest.mark.parametrize("learner", ["cal", "passive", "bisection"])
def test_noise_leaves_the_short_ways_of_the_realizable_case(learner):
    task = Task(hypotheses=LINE, learner=learner, goal=Goal(stream=3), noise="pure")
    assert threshold_blocks.threshold_block(task) is None


def test_bisection_is_misled_by_noise():
    task = replace(AGNOSTIC, learner="bisection", bound=None, delta=None, size=60)
    task = replace(task, goal=Goal(epsilon=Fraction(1, 100)))
    block = simulate(task)
    assert 0 < block.eliminated_best <= 60
    assert block.failures >= 1


def test_a_failure_of_passive_learning_is_an_excess_error():
    """One label at rate 1/4: the output errs by half the range or so, within a promise of 1."""
    block = simulate(replace(PASSIVE, goal=Goal(stream=1), size=50))
    assert (block.queries, block.failures) == ((1,) * 50, 0)
