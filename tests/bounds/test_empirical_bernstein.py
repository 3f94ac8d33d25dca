from fractions import Fraction
from statistics import variance

import pytest

from altheory.bounds.empirical_bernstein import empirical_bernstein
from altheory.bounds.hoeffding import hoeffding
from altheory.errors import DomainError
from tests.bounds.coverage import covers

DELTA = Fraction(1, 20)


@pytest.mark.parametrize("n", [1, 2, 20])
def test_it_misses_no_probability_too_often(n):
    assert covers(lambda k: empirical_bernstein(Fraction(k, n), n, Fraction(1, 2)), n, DELTA)


def test_the_same_test_rejects_more_data_than_there_are():
    delta = Fraction(1, 2)
    assert not covers(lambda k: empirical_bernstein(Fraction(k, 7), 700, delta), 7, delta)


@pytest.mark.parametrize(("k", "text"), [(5, "0.1964"), (0, "0.0869")])
def test_known_values_in_a_hundred_trials(k, text):
    """7 ln(40) / (3 * 99) = .0869 without a success."""
    bound = empirical_bernstein(Fraction(k, 100), 100, DELTA, side="upper")
    assert f"{float(bound.upper):.4f}" == text


def test_it_is_above_hoeffding_from_two_of_a_hundred_on():
    rates = [Fraction(k, 100) for k in range(51)]
    wider = [
        empirical_bernstein(p, 100, DELTA, side="upper").upper
        > hoeffding(p, 100, DELTA, side="upper").upper
        for p in rates
    ]
    assert wider == [k >= 2 for k in range(51)]


def test_the_default_is_the_variance_of_zeros_and_ones():
    values = [Fraction(1)] * 3 + [Fraction(0)] * 7
    rate = Fraction(3, 10)
    assert empirical_bernstein(rate, 10, DELTA, variance=variance(values)) == empirical_bernstein(
        rate, 10, DELTA
    )


def test_values_that_are_alike_pay_the_last_term_only():
    alike = empirical_bernstein(Fraction(1, 2), 1000, DELTA, variance=0, side="upper")
    assert f"{float(alike.upper - Fraction(1, 2)):.5f}" == "0.00862"


def test_one_value_says_nothing():
    bound = empirical_bernstein(2, 1, DELTA, low=1, high=4, variance=0)
    assert (bound.lower, bound.upper) == (Fraction(1), Fraction(4))


def test_a_range_scales_and_shifts():
    wide = empirical_bernstein(3, 400, DELTA, low=-1, high=7, variance=2)
    unit = empirical_bernstein(Fraction(1, 2), 400, DELTA, variance=Fraction(2, 64))
    for a, b in ((wide.lower, unit.lower), (wide.upper, unit.upper)):
        assert abs(a - (8 * b - 1)) < Fraction(1, 10**20)


def test_floats_of_a_variance_are_taken_as_they_are():
    values = [1.0] * 3 + [0.0] * 7
    found = empirical_bernstein(0.3, 10, DELTA, variance=variance(values))
    assert abs(found.upper - empirical_bernstein(0.3, 10, DELTA).upper) < Fraction(1, 10**12)


@pytest.mark.parametrize("bad", [{"variance": -1}, {"variance": 0.6}, {"mean": 2}, {"n": 0}])
def test_bad_input_is_refused(bad):
    with pytest.raises(DomainError):
        empirical_bernstein(**{"mean": 0.125, "n": 5, "delta": 0.1} | bad)
