from fractions import Fraction

import pytest

from altheory.bounds.bernstein import bernstein
from altheory.bounds.hoeffding import hoeffding
from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from tests.bounds.coverage import covers

DELTA = Fraction(1, 2)


@pytest.mark.parametrize("side", ["two-sided", "lower", "upper"])
@pytest.mark.parametrize("n", [1, 2, 7])
def test_it_misses_no_probability_too_often(n, side):
    assert covers(lambda k: bernstein(Fraction(k, n), n, DELTA, side=side), n, DELTA)


def test_the_same_test_rejects_more_data_than_there_are():
    assert not covers(lambda k: bernstein(Fraction(k, 7), 70, DELTA), 7, DELTA)


@pytest.mark.parametrize("k", [0, 1, 5, 49])
@pytest.mark.parametrize("n", [50, 1000])
def test_solved_for_the_mean_the_inequality_is_an_equality(k, n):
    """At the end p of the interval, p - k/n is the radius for the variance p (1 - p)."""
    p = bernstein(Fraction(k, n), n, DELTA, side="upper").upper
    known = bernstein(Fraction(k, n), n, DELTA, side="upper", variance=p * (1 - p)).upper
    assert abs(p - known) < Fraction(1, 10**20)


def test_a_known_variance_is_what_the_formula_says():
    log = Enclosure.exactly(20).log()
    radius = (2 * Fraction(1, 100) * log / 50).sqrt() + log / 150
    found = bernstein(0.25, 50, Fraction(1, 20), variance=Fraction(1, 100), side="upper")
    assert 0 <= found.upper - Fraction(1, 4) - radius.lo < Fraction(1, 10**20)


def test_it_is_below_hoeffding_where_few_succeed_and_above_at_one_half():
    few, many = Fraction(1, 100), Fraction(1, 2)
    assert bernstein(few, 100, 0.05).upper < hoeffding(few, 100, 0.05).upper
    assert bernstein(many, 100, 0.05).upper > hoeffding(many, 100, 0.05).upper


def test_a_range_scales_and_shifts():
    wide = bernstein(3, 40, DELTA, low=-1, high=7, variance=2)
    unit = bernstein(Fraction(1, 2), 40, DELTA, variance=Fraction(2, 64))
    assert (wide.lower, wide.upper) == (8 * unit.lower - 1, 8 * unit.upper - 1)
    assert bernstein(7, 40, DELTA, low=-1, high=7).upper == 7


@pytest.mark.parametrize(
    "bad", [{"variance": -1}, {"variance": 0.26}, {"mean": 2}, {"n": 0}, {"delta": 1}, {"high": 0}]
)
def test_bad_input_is_refused(bad):
    with pytest.raises(DomainError):
        bernstein(**{"mean": 0, "n": 5, "delta": 0.1} | bad)
