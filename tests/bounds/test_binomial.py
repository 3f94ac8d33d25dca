from fractions import Fraction
from itertools import product
from math import prod

import pytest

from altheory.bounds._binomial import (
    EXACT_UP_TO,
    exact_tail,
    lower_tail,
    probability,
    successes,
    tail_at_most,
)
from altheory.errors import DomainError

PROBABILITIES = [Fraction(0), Fraction(1, 7), Fraction(1, 2), Fraction(19, 20), Fraction(1)]
BEYOND = EXACT_UP_TO + 44


def by_outcomes(k, n, p):
    """Add up the probabilities of all sequences with at most k successes."""
    return sum(
        prod((p if x else 1 - p for x in xs), start=Fraction(1))
        for xs in product((0, 1), repeat=n)
        if sum(xs) <= k
    )


@pytest.mark.parametrize("p", PROBABILITIES)
@pytest.mark.parametrize("n", [1, 2, 5])
def test_the_tail_is_the_sum_over_all_sequences(n, p):
    for k in range(-1, n + 2):
        assert exact_tail(k, n, p) == by_outcomes(k, n, p)


@pytest.mark.parametrize("p", PROBABILITIES[1:-1])
@pytest.mark.parametrize("k", [0, 3, BEYOND // 7, BEYOND // 2, BEYOND - 1])
def test_ball_arithmetic_encloses_the_exact_tail(k, p):
    tail, exact = lower_tail(k, BEYOND, p), exact_tail(k, BEYOND, p)
    assert exact in tail
    assert tail.width < Fraction(1, 2**60)
    assert tail_at_most(k, BEYOND, p, Fraction(1, 20)) == (exact <= Fraction(1, 20))


def test_in_doubt_a_tail_is_not_at_most():
    p, k = Fraction(1, 2), BEYOND // 2
    exact = exact_tail(k, BEYOND, p)
    assert not tail_at_most(k, BEYOND, p, exact)  # equal: balls cannot decide
    assert tail_at_most(k, BEYOND, p, exact + Fraction(1, 2**60))
    assert tail_at_most(1, 3, p, exact_tail(1, 3, p))  # integers can


def test_outside_the_range_of_counts_a_tail_is_zero_or_one():
    assert lower_tail(-1, BEYOND, Fraction(1, 2)).hi == 0
    assert lower_tail(BEYOND, BEYOND, Fraction(1, 2)).lo == 1


@pytest.mark.parametrize(("k", "n"), [(-1, 3), (4, 3), (0, 0), (1.0, 3), (True, 3), (1, True)])
def test_impossible_counts_are_refused(k, n):
    with pytest.raises(DomainError):
        successes(k, n)


@pytest.mark.parametrize("p", [-0.1, 1.1, float("nan"), "1/2"])
def test_what_is_no_probability_is_refused(p):
    with pytest.raises(DomainError):
        probability(p)
