"""Margin sampling: the nearest of the pool, and nothing twice."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import AbstentionError, DomainError
from altheory.hypotheses.threshold_version_space import error_profile
from altheory.hypotheses.thresholds import Threshold
from altheory.learners.margin_sampling import MarginSampling
from altheory.theory.sampling_bias import FOUR_BLOCKS, four_block_labels, four_block_law

F = Fraction
PLACES = st.fractions(min_value=0, max_value=1, max_denominator=24)
POOLS = st.lists(PLACES, min_size=1, max_size=9)


def every_state(learner, ask):
    states = [learner.init()]
    for _ in learner.pool:
        states.append(learner.step(states[-1], None, ask))
    return states


@given(POOLS, st.lists(st.sampled_from((-1, 1)), min_size=9, max_size=9))
def test_it_asks_the_nearest_and_each_once(pool, labels):
    answers = iter(labels)
    learner = MarginSampling(pool)
    states = every_state(learner, lambda _: next(answers))
    for before, after in pairwise(states):
        asked, cut = after.sample[-1][0], learner.hypothesis(before).cut
        left = list(pool)
        for x, _ in before.sample:
            left.remove(x)
        assert abs(asked - cut) == min(abs(x - cut) for x in left)
        assert asked == min(x for x in left if abs(x - cut) == abs(asked - cut))
        assert after.queries == before.queries + 1
    assert sorted(x for x, _ in states[-1].sample) == sorted(pool)
    assert learner.step(states[-1], None, lambda _: 1) == states[-1]
    assert learner.question(states[-1]) is None


@given(POOLS, st.lists(st.sampled_from((-1, 1)), min_size=9, max_size=9))
def test_its_threshold_makes_the_fewest_errors(pool, labels):
    answers = iter(labels)
    learner = MarginSampling(pool)
    for state in every_state(learner, lambda _: next(answers)):
        h = learner.hypothesis(state)
        assert sum(h(x) != y for x, y in state.sample) == error_profile(state.sample).minimum


@given(POOLS, PLACES)
def test_among_honest_labels_the_cut_is_the_middle(pool, cut):
    target = Threshold(cut)
    learner = MarginSampling(pool)
    for state in every_state(learner, target):
        n = max((x for x, y in state.sample if y == -1), default=F(0))
        p = min((x for x, y in state.sample if y == 1), default=F(1))
        assert learner.hypothesis(state).cut == (n + p) / 2


def test_seeds_come_first_in_their_order():
    learner = MarginSampling([0, F(1, 2), 1], seeds=[1, 0])
    states = every_state(learner, Threshold(F(1, 4)))
    assert [x for x, _ in states[-1].sample] == [1, 0, F(1, 2)]
    assert states[0].unlabeled == states[-1].unlabeled == 0


def test_silence_costs_a_question_and_is_not_repeated():
    def silent(x):
        raise AbstentionError(x)

    learner = MarginSampling([F(1, 4), F(1, 2)])
    state = learner.step(learner.init(), None, silent)
    assert (state.queries, state.sample, state.rest) == (1, (), (F(1, 4),))


@pytest.mark.parametrize(
    ("pool", "seeds", "said"),
    [
        ([2], (), "2"),
        ([0.5], [0.25], "a seed is an instance of the pool, got 1/4"),
        ([0.5], [0.5, 0.5], "a seed is an instance of the pool"),
        (0.5, (), "list or an array"),
    ],
)
def test_what_is_no_pool_is_refused(pool, seeds, said):
    with pytest.raises(DomainError, match=said):
        MarginSampling(pool, seeds)


def test_on_four_blocks_it_escapes_once_they_are_used_up():
    """Until then it asks to the left; afterwards it must go on, and the third block wins."""
    pool = [block.lo + (block.hi - block.lo) * F(k, 6) for block in FOUR_BLOCKS for k in range(7)]
    pool += [F(61, 100), F(62, 100), F(63, 100)]
    law, labels = four_block_law(), four_block_labels()
    learner = MarginSampling(pool, seeds=[0, 1])
    states = every_state(learner, lambda x: 1 if x in labels.bayes else -1)
    errors = [labels.error(learner.hypothesis(state).positive, law) for state in states]
    left = sum(x < F(3, 5) for x in pool)
    assert set(errors[3 : left + 2]) == {F(1, 20)}
    assert all(x < F(3, 5) for x, _ in states[left + 1].sample[2:])
    assert errors[-1] == F(1, 40)
