from fractions import Fraction
from itertools import product
from math import comb

import pytest

from altheory.bounds._bound import GRID_BITS
from altheory.bounds.beta_binomial import beta_binomial
from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.errors import DomainError

DELTA = Fraction(1, 4)
UNIT = Fraction(1, 2**GRID_BITS)
LENGTH = 9


def ever_misses(interval, p):
    """Return the probability of sequences with a prefix whose interval leaves out ``p``."""
    inside = {(k, n): p in interval(k, n) for n in range(1, LENGTH + 1) for k in range(n + 1)}
    total = Fraction(0)
    for xs in product((0, 1), repeat=LENGTH):
        if not all(inside[sum(xs[:n]), n] for n in range(1, LENGTH + 1)):
            total += p ** sum(xs) * (1 - p) ** (LENGTH - sum(xs))
    return total


@pytest.mark.parametrize("p", [Fraction(1, 20), Fraction(1, 3), Fraction(1, 2), Fraction(9, 10)])
def test_at_every_look_together_it_misses_with_at_most_delta(p):
    assert ever_misses(lambda k, n: beta_binomial(k, n, DELTA), p) <= DELTA


def test_the_same_test_rejects_an_interval_for_one_look():
    assert ever_misses(lambda k, n: clopper_pearson(k, n, DELTA), Fraction(1, 2)) > DELTA


def ratio(k, n, p):
    return 1 / ((n + 1) * comb(n, k) * p**k * (1 - p) ** (n - k))


@pytest.mark.parametrize(("k", "n"), [(0, 1), (0, 9), (1, 9), (3, 9), (8, 9), (50, 100)])
def test_its_end_is_the_first_grid_point_where_the_mixture_has_won(k, n):
    upper = beta_binomial(k, n, DELTA).upper
    if (k, n) == (0, 1):  # a tie at 7/8, which balls cannot decide: one unit further out
        upper -= UNIT
        assert upper == Fraction(7, 8)
    assert ratio(k, n, upper) >= 1 / DELTA > ratio(k, n, upper - UNIT)
    assert beta_binomial(n - k, n, DELTA).lower == 1 - beta_binomial(k, n, DELTA).upper


def test_at_the_ends_of_the_count_it_reaches_the_ends_of_the_range():
    assert beta_binomial(4, 4, DELTA).upper == 1
    assert beta_binomial(0, 4, DELTA).lower == 0
    assert beta_binomial(0, 4, DELTA).anytime


def test_a_trillion_trials_take_no_longer_than_a_few():
    """By Stirling's formula M_n(p) >= 1/delta at z standard deviations, where

    z^2 = ln(n / (2 pi q (1 - q) delta^2)) = 34.19... for q = 1/10.
    """
    n = 10**12
    bound = beta_binomial(n // 10, n, Fraction(1, 20))
    deviation = Fraction(3, 10**7)
    assert Fraction(1, 10) in bound
    assert 34 < ((bound.upper - Fraction(1, 10)) / deviation) ** 2 < Fraction(345, 10)


def test_numbers_beyond_every_float_leave_the_grid():
    bound = beta_binomial(10**399, 10**400, DELTA)
    assert Fraction(1, 10) in bound
    assert bound.width <= 3 * UNIT


@pytest.mark.parametrize(("k", "n", "delta"), [(-1, 2, 0.1), (3, 2, 0.1), (0, 0, 0.1), (1, 2, 1)])
def test_bad_input_is_refused(k, n, delta):
    with pytest.raises(DomainError):
        beta_binomial(k, n, delta)
