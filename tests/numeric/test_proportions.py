"""Binomial intervals against exact tails: valid, and no longer than they need to be."""

from fractions import Fraction
from math import comb

import pytest

from altheory.errors import DomainError
from altheory.numeric.proportions import binomial_interval


def at_most(k, n, p):
    return sum(comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k + 1))


@pytest.mark.parametrize("level", [0.5, 0.95, 1 - 1e-9])
@pytest.mark.parametrize("n", [1, 2, 7, 40])
def test_the_ends_have_half_of_the_risk_and_no_less(n, level):
    """Under each end a tail is at most half of 1 - level, and more a little further in."""
    tail = (1 - Fraction(level)) / 2
    for k in range(n + 1):
        low, high = map(Fraction, binomial_interval(k, n, level))
        if k:
            assert 1 - at_most(k - 1, n, low) <= tail
            assert 1 - at_most(k - 1, n, low * (1 + Fraction(1, 10**8))) > tail
        if k < n:
            assert at_most(k, n, high) <= tail
            assert at_most(k, n, high * (1 - Fraction(1, 10**8))) > tail
        assert (low == 0) == (k == 0)
        assert high == 1 or k < n


def test_refusals():
    with pytest.raises(DomainError, match="3 of 2"):
        binomial_interval(3, 2, 0.5)
    with pytest.raises(DomainError, match="level"):
        binomial_interval(1, 2, 1)
