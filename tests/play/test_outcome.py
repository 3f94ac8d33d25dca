"""Accounts against sums by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.play.knockouts import guided
from altheory.play.outcome import account
from tests.play.cases import PROBLEMS, Expert, Listed, Workers, least, loss, people, person_of


@given(PROBLEMS, st.randoms(use_true_random=False), st.integers(0, 3))
def test_utility_and_regret_are_differences_of_losses(problem, chance, worth):
    outcome = guided(problem, Expert(lambda _: chance.choice((-1, 1)), price=Fraction(1, 3)))
    for person in people(problem):
        told = account(problem, outcome, person, worth=worth)
        begun, ended = (loss(problem, person, d) for d in (0, outcome.decision))
        assert told.utility == worth * (begun - ended)
        assert told.regret == worth * (ended - least(problem, person))
        assert told.regret >= 0
        assert told.price == Fraction(outcome.inquiry.asked, 3)
        assert told.net == told.utility - told.price
        assert (told.questions, told.judgments) == (outcome.inquiry.asked,) * 2


def test_a_crowd_is_paid_for_each_judgment():
    problem, person = Listed(((0, 2), (1, 0))), person_of(1, 5)
    told = account(problem, guided(problem, Workers(person, (0, 0, 0), price=2)), person)
    assert [told.questions, told.judgments, told.price, told.regret] == [1, 3, 6, 0]


def test_what_was_guessed_is_not_finished():
    problem, agent = Listed(((0, 2), (1, 0))), Expert(person_of(1, 5))
    assert [guided(problem, agent, questions=n).is_finished for n in (0, 1)] == [False, True]


def test_a_worth_is_at_least_zero():
    problem = Listed(((0, 2),))
    with pytest.raises(DomainError, match="worth of a unit"):
        account(problem, guided(problem, Expert(lambda _: 0)), person_of(1, 5), worth=-1)
