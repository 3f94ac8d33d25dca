"""An expert: certain errors and silences exactly, chances by a binomial bound."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.play.agent import Replies
from altheory.testing.strategies import rationals_in_unit
from tests.play.cases import Expert


def itself(question):
    """A truth for which every question is its own answer."""
    return question


QUESTIONS = st.lists(st.sampled_from((-1, 0, 1)), max_size=6)


@given(QUESTIONS, st.sampled_from((0, 1)), rationals_in_unit(6))
def test_one_who_surely_errs_says_the_contrary_and_stays_indifferent(questions, error, price):
    said = Expert(itself, error=error, price=price).replies(questions, None)
    sign = 1 - 2 * error
    n = len(questions)
    assert said == Replies(tuple(sign * q for q in questions), price * n, n)


@given(QUESTIONS, rationals_in_unit(3))
def test_one_who_is_silent_is_paid_all_the_same(questions, error):
    said = Expert(itself, error, 2, silence=1).replies(questions, 0)
    n = len(questions)
    assert said == Replies((0,) * n, Fraction(2 * n), n)


@pytest.mark.statistical(alpha=2e-8, power=0.999)
def test_errors_and_silences_have_their_chances(rng):
    """By Hoeffding: off by more than t = 0.048 with chance 2 exp(-2 n t^2) < 1e-8 each."""
    n = 4200
    said = Expert(itself, Fraction(1, 4), silence=Fraction(1, 5)).replies([1] * n, rng).answers
    assert abs(said.count(0) / n - 1 / 5) < 0.048
    assert abs(said.count(-1) / n - 4 / 5 / 4) < 0.048


def test_the_same_seed_gives_the_same_answers():
    expert = Expert(itself, 0.5, silence=0.5)
    assert expert.replies([1] * 20, 7) == expert.replies([1] * 20, 7)


@pytest.mark.parametrize(
    "bad", [{"error": 1.5}, {"error": -1}, {"silence": 2}, {"price": -1}, {"price": "1"}]
)
def test_bad_chances_and_prices_are_refused(bad):
    with pytest.raises(DomainError):
        Expert(itself, **bad)


def test_a_truth_that_is_no_answer_is_refused():
    with pytest.raises(DomainError, match="an answer is -1, 0 or 1, got 2"):
        Expert(itself).replies([2], None)
