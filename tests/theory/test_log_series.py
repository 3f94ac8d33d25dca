from fractions import Fraction

import mpmath
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.theory._log_series import HEAD, exact_log_series, harmonic, log_series

UNIT = st.fractions(min_value=0, max_value=1, max_denominator=1000)


@given(UNIT, st.integers(0, 3 * HEAD))
def test_the_enclosure_holds_the_sum(t, n):
    assert exact_log_series(t, n) in log_series(t, n)


@given(UNIT, st.integers(0, 10**12))
def test_the_enclosure_is_narrow(t, n):
    assert log_series(t, n).width < Fraction(1, 10**30)


@given(UNIT, st.integers(1, 10**9))
def test_one_term_more_adds_that_term(t, n):
    gain = log_series(t, n + 1) - log_series(t, n)
    # t^(n+1) has too many digits for large n, so the term is bounded by its neighbors
    assert gain.hi >= 0
    assert gain.lo <= Fraction(1, n + 1)


@pytest.mark.parametrize("n", [65, 10**3, 10**6, 10**9, 10**12])
def test_harmonic_numbers_by_the_digamma_function(n):
    with mpmath.workdps(45):
        reference = mpmath.digamma(n + 1) + mpmath.euler
        middle = harmonic(n).midpoint
        assert abs(mpmath.mpf(middle.numerator) / middle.denominator - reference) < 1e-33


@pytest.mark.parametrize(
    ("t", "n"),
    [
        (Fraction(1, 3), 10**4),
        (1 - Fraction(1, 10**9), 10**9),
        (1 - Fraction(1, 10**6), 10**9),
        (Fraction(1, 10**9), 10**9),
        (1 - Fraction(1, 10**12), 10**6),
    ],
)
def test_large_sums_by_quadrature(t, n):
    """S_n(1) - S_n(t) is the integral of (1 - (1 - u)^n)/u from 0 to 1 - t."""
    with mpmath.workdps(40):
        end = mpmath.mpf((1 - t).numerator) / (1 - t).denominator
        marks = [0, *sorted(x for x in (mpmath.mpf(10) ** -k for k in range(14)) if x < end), end]

        def integrand(u):
            return -mpmath.expm1(n * mpmath.log1p(-u)) / u if u else mpmath.mpf(n)

        reference = mpmath.quad(integrand, marks)
        middle = (harmonic(n) - log_series(t, n)).midpoint
        assert abs(mpmath.mpf(middle.numerator) / middle.denominator - reference) < 1e-18


def test_the_limit_is_the_logarithm():
    t = Fraction(2, 3)
    assert abs(float(log_series(t, 10**12)) - 1.0986122886681098) < 1e-15
