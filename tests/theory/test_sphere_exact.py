"""Generating functions of the sphere against integrals and against the gamma function."""

import math
from fractions import Fraction

import mpmath
import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from altheory.theory._sphere_exact import (
    density,
    exact_angle,
    exact_moment,
    fraction,
    in_powers_of_pi,
)

DIMENSIONS = range(2, 10)


def number(polynomial):
    with mpmath.workdps(60):
        q = 1 / mpmath.pi**2
        return mpmath.fsum(mpmath.mpf(int(c.p)) / int(c.q) * q**i for i, c in enumerate(polynomial))


@pytest.mark.parametrize("d", DIMENSIONS)
def test_the_density_integrates_to_one(d):
    v = sp.Symbol("v")
    value = fraction(density(d))
    scale = sp.Rational(value.numerator, value.denominator) * (sp.pi if d % 2 else 1)
    assert sp.simplify(scale * sp.integrate(sp.sin(sp.pi * v) ** (d - 2), (v, 0, 1))) == 1


@given(st.sampled_from(DIMENSIONS), st.integers(0, 25))
def test_moments_are_integrals(d, m):
    with mpmath.workdps(30):
        r = fraction(density(d))
        scale = mpmath.mpf(r.numerator) / r.denominator * (mpmath.pi if d % 2 else 1)
        value = mpmath.quad(lambda u: scale * u**m * mpmath.sinpi(u) ** (d - 2), [0, 0.5, 1])
        assert abs(value - number(exact_moment(d, m))) < mpmath.mpf("1e-25")


@pytest.mark.parametrize("d", DIMENSIONS)
def test_moments_are_symmetric(d):
    """U and 1 - U have the same law."""
    for m in range(8):
        turned = sum(((-1) ** i * math.comb(m, i) * exact_moment(d, i) for i in range(m + 1)), 0)
        assert turned == exact_moment(d, m)


@pytest.mark.parametrize("d", DIMENSIONS)
def test_angles_are_the_taylor_coefficients_of_the_gamma_function(d):
    def generating(x):
        gamma = mpmath.gamma(mpmath.mpf(d) / 2 + 1j * x / (2 * mpmath.pi))
        other = mpmath.gamma(mpmath.mpf(d) / 2 - 1j * x / (2 * mpmath.pi))
        return mpmath.exp(x / 2) * gamma * other / mpmath.gamma(mpmath.mpf(d) / 2) ** 2

    with mpmath.workdps(40):
        coefficients = mpmath.taylor(generating, 0, d)
        for j, c in enumerate(coefficients):
            assert abs(c * math.factorial(j) - number(exact_angle(d, j))) < mpmath.mpf("1e-18")


@pytest.mark.parametrize("d", DIMENSIONS)
def test_all_mean_external_angles_are_positive(d):
    assert all(number(exact_angle(d, j)) > 0 for j in range(d))
    assert exact_angle(d, 0) == 1
    assert 2 * exact_angle(d, 1) == 1


def test_the_circle_has_rational_moments_of_any_order():
    assert fraction(exact_moment(2, 10**10)[0]) == Fraction(1, 10**10 + 1)


def test_powers_of_pi():
    assert in_powers_of_pi(exact_moment(5, 0)) == Fraction(1)
    assert in_powers_of_pi(exact_moment(4, 2)) == sp.Rational(1, 3) - 1 / (2 * sp.pi**2)
