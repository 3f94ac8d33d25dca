from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.bisection import Bisection
from altheory.theory.bisection import (
    bisection_queries_to_error,
    bisection_queries_to_width,
    pool_expected_queries,
    pool_queries,
    randomized_queries_lower_bound,
)

F = Fraction
POSITIVE = st.fractions(min_value=F(1, 10**6), max_value=2)


@given(POSITIVE)
def test_the_queries_are_the_least_that_halve_far_enough(epsilon):
    q = bisection_queries_to_width(epsilon)
    assert F(1, 2**q) <= epsilon
    assert q == 0 or F(2, 2**q) > epsilon


@given(POSITIVE)
def test_an_estimate_takes_one_query_less(epsilon):
    saved = bisection_queries_to_width(epsilon) - bisection_queries_to_error(epsilon)
    assert saved == (1 if epsilon < 1 else 0)


@pytest.mark.parametrize("epsilon", [F(1, 2), F(1, 3), F(1, 8), F(1, 9), F(3, 100)])
def test_the_real_learner_is_that_close(epsilon):
    learner: Bisection[Fraction, Threshold] = Bisection(Thresholds().version_space())
    q = bisection_queries_to_error(epsilon)
    for target in map(Threshold, Thresholds().grid(64)):
        state = learner.init()
        for _ in range(q):
            state = learner.step(state, None, target)
        assert abs(learner.hypothesis(state).cut - target.cut) <= epsilon


def test_the_randomized_bound_is_below_bisection():
    bound = randomized_queries_lower_bound(F(1, 1000), F(1, 20))
    assert f"{float(bound):.3f}" == "8.892"
    assert bound.at_most(bisection_queries_to_error(F(1, 1000))) is True
    assert randomized_queries_lower_bound(2, F(1, 2)).less_than(0) is True


@pytest.mark.parametrize("m", range(12))
def test_pools_by_going_through_all_trees(m):
    """A tree on N ordered cases asks one cut and leaves a tree on either side."""
    worst: list[int] = [0, 0]
    total: list[int] = [0, 0]
    for cases in range(2, m + 2):
        splits = range(1, cases)
        worst.append(1 + min(max(worst[k], worst[cases - k]) for k in splits))
        total.append(cases + min(total[k] + total[cases - k] for k in splits))
    assert pool_queries(m) == worst[m + 1]
    assert pool_expected_queries(m) == F(total[m + 1], m + 1)


def test_the_known_pool():
    assert pool_expected_queries(8) == F(29, 9)


@pytest.mark.parametrize("bad", [0, -1, float("nan"), float("inf"), "e"])
def test_bad_input_is_refused(bad):
    for queries in (bisection_queries_to_width, bisection_queries_to_error):
        with pytest.raises(DomainError):
            queries(bad)
    with pytest.raises(DomainError):
        randomized_queries_lower_bound(F(1, 8), bad)


@pytest.mark.parametrize("m", [-1, 1.5, None])
def test_bad_pools_are_refused(m):
    with pytest.raises(DomainError, match="size of a pool"):
        pool_queries(m)
