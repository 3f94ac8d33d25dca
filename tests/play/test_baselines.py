"""Deciding without asking."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.play.baselines import haphazard, unguided
from altheory.play.bisection import supported
from altheory.play.inquiry import open_inquiry
from altheory.play.knockouts import guided
from altheory.play.problem import efficient
from tests.play.cases import PROBLEMS, Expert, Listed, least, loss, person_of


@given(PROBLEMS)
def test_equal_weights_decide_as_every_search_does_without_questions(problem):
    outcome, center = unguided(problem), open_inquiry(problem).center
    assert len(set(center.weights)) == 1
    assert loss(problem, center, outcome.decision) == least(problem, center)
    person = person_of(*[1] * len(problem.criteria))
    assert outcome.decision == guided(problem, Expert(person), questions=0).decision
    assert outcome.inquiry.asked == outcome.inquiry.price == 0
    assert outcome.is_finished


@given(PROBLEMS, st.integers(0, 2**20))
def test_random_weights_decide_for_what_is_best_for_some(problem, seed):
    outcome = haphazard(problem, rng=seed)
    assert outcome == haphazard(problem, rng=seed)
    assert outcome.decision in efficient(problem)
    assert problem.costs(outcome.decision) in map(problem.costs, supported(problem))


@pytest.mark.statistical(alpha=1e-8, power=0.999)
def test_they_are_uniform_directions(rng):
    """Best are 0 below 45 degrees, and 1 above; by Hoeffding, n = 600 and t = 0.127."""
    problem = Listed(((0, 1), (1, 0)))
    ends = sum(haphazard(problem, rng=rng).decision for _ in range(600))
    assert abs(ends / 600 - 0.5) < 0.127
