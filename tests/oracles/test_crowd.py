"""Crowds against an enumeration of who errs."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.thresholds import Threshold
from altheory.oracles.crowd import crowd
from altheory.testing.strategies import rationals_in_unit

TARGET = Threshold(Fraction(1, 2))
RATES = st.lists(rationals_in_unit(6), min_size=1, max_size=5)


def patterns(rates):
    """Every way to err, with its probability."""
    for wrong in product((False, True), repeat=len(rates)):
        chance = Fraction(1)
        for e, w in zip(rates, wrong, strict=True):
            chance *= e if w else 1 - e
        yield wrong, chance


@given(RATES)
def test_the_law_of_the_number_of_wrong_votes(rates):
    law = [Fraction(0)] * (len(rates) + 1)
    for wrong, chance in patterns(rates):
        law[sum(wrong)] += chance
    assert list(crowd(TARGET, rates).wrong_votes()) == law


@given(RATES)
def test_the_majority_errs_when_more_than_half_do_and_half_the_time_at_a_split(rates):
    error = Fraction(0)
    for wrong, chance in patterns(rates):
        lead = 2 * sum(wrong) - len(rates)
        error += chance * (1 if lead > 0 else Fraction(1, 2) if lead == 0 else 0)
    of = crowd(TARGET, rates)
    assert of.majority_error() == error
    assert [of.majority().probability(x) for x in (0.25, 0.75)] == [error, 1 - error]


@given(RATES)
def test_the_weighted_vote_errs_as_often_as_it_says(rates):
    """Under even odds; at a tie either label is wrong half the time."""
    of, error = crowd(TARGET, rates), Fraction(0)
    for truth in (-1, 1):
        for wrong, chance in patterns(rates):
            if chance:
                decided = of.weighted_vote([-truth if w else truth for w in wrong])
                error += chance * (0 if decided == truth else Fraction(1, 2 if decided == 0 else 1))
    assert of.weighted_error() == error / 2
    assert of.weighted_error() <= of.majority_error()


def test_one_good_labeler_outweighs_two_bad_ones():
    of = crowd(TARGET, [Fraction(1, 10), Fraction(1, 3), Fraction(1, 3)])
    assert of.weighted_vote([-1, 1, 1]) == -1  # 9 > 2 * 2
    even = crowd(TARGET, [Fraction(1, 5), Fraction(1, 3), Fraction(1, 3)])
    assert even.weighted_vote([-1, 1, 1]) == 0  # 4 = 2 * 2


@pytest.mark.seeded("labelers who never err, or always")
def test_votes_are_the_truth_or_its_contrary(rng):
    of = crowd(TARGET, [0, 1, 0])
    assert of.votes(0.75, rng) == (1, -1, 1)
    assert of.votes(0.25, rng) == (-1, 1, -1)


@pytest.mark.parametrize("rates", [[], [-0.5], [0.5, 2]])
def test_rates_outside_the_unit_interval_are_refused(rates):
    with pytest.raises(DomainError, match="error rates in"):
        crowd(TARGET, rates)


def test_votes_that_cannot_be_are_refused():
    with pytest.raises(DomainError, match="contradict each other"):
        crowd(TARGET, [0, 0]).weighted_vote([1, -1])
    with pytest.raises(DomainError, match="one vote of each of 2"):
        crowd(TARGET, [0, 0]).weighted_vote([1])
    with pytest.raises(DomainError, match="a label is"):
        crowd(TARGET, [0, 0]).weighted_vote([1, 0])


def test_a_crowd_too_large_to_enumerate_is_refused():
    with pytest.raises(
        BudgetError, match=r"2\^17 votes of 17 labelers.*at most 16; majority_error"
    ):
        crowd(TARGET, [Fraction(1, 3)] * 17).weighted_error()
