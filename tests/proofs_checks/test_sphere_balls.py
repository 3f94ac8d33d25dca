"""Balls of the lemmas against exact sums and scipy."""

from fractions import Fraction

import pytest
import sympy as sp
from scipy import special

from altheory.theory.sphere_cal import cal_expected_queries
from proofs_checks._sphere_balls import cap, constant, mean, pi, theta

F = Fraction


@pytest.mark.parametrize("d", [3, 4])
@pytest.mark.parametrize("n", [1, 2, 3, 4, 5, 8, 30])
def test_means_of_short_streams_are_the_exact_ones(d, n):
    exact = sp.sympify(cal_expected_queries(d, n).exact)
    value = F(str(sp.N(exact, 60)))
    enclosure = mean(d, n)
    assert enclosure.lo - F(1, 10**50) <= value <= enclosure.hi + F(1, 10**50)
    assert enclosure.width < F(1, 10**40)


@pytest.mark.parametrize(("d", "r"), [(2, F(1, 3)), (3, F(1, 10)), (6, F(2, 5)), (11, F(1, 4))])
def test_caps(d, r):
    sine = float(sp.sin(sp.pi * sp.Rational(r.numerator, r.denominator))) ** 2
    assert abs(float(cap(d, r)) - special.betainc((d - 1) / 2, 0.5, sine) / 2) < 1e-12


def test_numbers():
    assert F(333, 106) < pi().lo < pi().hi < F(355, 113)
    assert constant(2).midpoint == theta(2).midpoint == 2
