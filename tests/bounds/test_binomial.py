from fractions import Fraction
from itertools import product
from math import comb, prod

import pytest

from altheory.bounds._binomial import (
    BALLS_UP_TO,
    EXACT_UP_TO,
    TERMS,
    by_terms,
    cross_entropy,
    exact_tail,
    log_choose,
    lower_tail,
    probability,
    successes,
    tail_at_most,
)
from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure

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


@pytest.mark.parametrize("p", PROBABILITIES)
@pytest.mark.parametrize("n", [1, 2, 13, 300])
def test_the_largest_term_and_the_others_enclose_the_exact_tail(n, p):
    for k in {0, n // 20, n // 2, n - 1}:
        assert exact_tail(k, n, p) in by_terms(k, n, p)
        assert by_terms(k, n, p).width < Fraction(1, 2**60)


def test_a_geometric_series_bounds_the_terms_that_are_not_added(monkeypatch):
    monkeypatch.setattr("altheory.bounds._binomial.TERMS", 3)
    for p in PROBABILITIES[1:-1]:
        for k in range(0, 60, 7):
            assert exact_tail(k, 60, p) in by_terms(k, 60, p)
    wide = by_terms(20, 60, Fraction(1, 2))
    assert 0 < wide.width < wide.lo


@pytest.mark.parametrize(("k", "n"), [(TERMS + 1, 10**5), (10**5, 10**6), (10**8, 10**12)])
def test_ball_arithmetic_and_terms_overlap_on_large_samples(k, n):
    p = Fraction(k, n) * (1 + Fraction(3, 2 * int(k**0.5)))
    balls, terms = lower_tail(k, n, p), by_terms(k, n, p)
    assert balls.width < Fraction(1, 2**60)
    assert terms.lo <= balls.hi
    assert balls.lo <= terms.hi
    assert terms.hi < Fraction(3, 2) * balls.lo


@pytest.mark.parametrize("n", [10**6, BALLS_UP_TO, 10**30])
def test_tails_too_small_to_write_out_start_at_zero(n):
    tail = lower_tail(n // 10, n, Fraction(1, 2))
    assert 0 <= tail.lo <= tail.hi < Fraction(1, 2**90_000)
    assert lower_tail(n - n // 10, n, Fraction(1, 2)).lo > Fraction(99, 100)


@pytest.mark.parametrize(("n", "k"), [(0, 0), (5, 0), (5, 5), (10, 3), (1000, 77)])
def test_the_logarithm_of_a_binomial_coefficient(n, k):
    exact = Enclosure.exactly(comb(n, k)).log()
    found = log_choose(n, k)
    assert found.lo <= exact.hi
    assert exact.lo <= found.hi
    assert found.width < Fraction(1, 2**100)


def test_a_coefficient_with_more_digits_than_memory_has_a_logarithm():
    """C(n, 1) = n and C(n, 2) = n (n - 1) / 2, and 2^n / (n + 1) <= C(n, n / 2) <= 2^n."""
    n = 10**40
    for k, exact in ((1, n), (2, n * (n - 1) // 2)):
        log = Enclosure.exactly(exact).log()
        assert abs(log_choose(n, k).midpoint - log.midpoint) < Fraction(1, 2**100)
    m = 10**30
    middle, two = log_choose(m, m // 2), Enclosure.exactly(2).log()
    assert middle.at_most(m * two)
    assert (m * two - Enclosure.exactly(m + 1).log()).at_most(middle)


def test_cross_entropy_at_the_ends_has_one_term():
    half = Fraction(1, 2)
    for q in (Fraction(0), half, Fraction(1)):
        assert cross_entropy(q, half).hi >= Enclosure.exactly(2).log().lo
        assert cross_entropy(q, half).lo <= Enclosure.exactly(2).log().hi
    assert cross_entropy(Fraction(0), Fraction(1, 4)).hi < Fraction(29, 100)  # ln(4/3)


@pytest.mark.parametrize(("k", "n"), [(-1, 3), (4, 3), (0, 0), (1.0, 3), (True, 3), (1, True)])
def test_impossible_counts_are_refused(k, n):
    with pytest.raises(DomainError):
        successes(k, n)


@pytest.mark.parametrize("p", [-0.1, 1.1, float("nan"), "1/2"])
def test_what_is_no_probability_is_refused(p):
    with pytest.raises(DomainError):
        probability(p)
