from fractions import Fraction
from math import log, sqrt

import pytest

from altheory.bounds.hoeffding import hoeffding
from altheory.bounds.iterated_logarithm import iterated_logarithm
from altheory.errors import DomainError

HALF, DELTA = Fraction(1, 2), Fraction(1, 20)


@pytest.mark.parametrize("n", [2, 30, 10**6])
def test_the_radius_is_the_formula_for_variables_in_a_range_of_length_two(n):
    bound = iterated_logarithm(0, n, DELTA, low=-5, high=5)
    radius = 1.7 * sqrt((log(log(2 * n)) + 0.72 * log(10.4 / 0.05)) / n)
    assert float(bound.upper) == pytest.approx(min(5 * radius, 5), rel=1e-9)


def test_one_variable_has_no_negative_logarithm():
    one = iterated_logarithm(0, 1, DELTA, low=-9, high=9)
    assert float(one.upper) == pytest.approx(9, rel=1e-9)
    wide = iterated_logarithm(HALF, 1, Fraction(99, 100), side="upper", low=-9, high=9)
    assert float(wide.upper - HALF) == pytest.approx(
        min(8.5, 9 * 1.7 * sqrt(0.72 * log(5.2 / 0.99))), rel=1e-9
    )


def test_it_is_wider_than_for_one_size_and_says_so():
    anytime = iterated_logarithm(HALF, 100, DELTA)
    assert anytime.anytime
    assert anytime.width > hoeffding(HALF, 100, DELTA).width
    assert iterated_logarithm(HALF, 100, DELTA, side="upper").upper < anytime.upper


@pytest.mark.parametrize("bad", [{"mean": 2}, {"n": 0}, {"delta": 0}, {"side": "both"}])
def test_bad_input_is_refused(bad):
    with pytest.raises(DomainError):
        iterated_logarithm(**{"mean": 0, "n": 5, "delta": 0.1} | bad)
