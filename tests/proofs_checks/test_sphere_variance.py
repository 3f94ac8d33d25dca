"""Inner integrals of the variance against quadrature, outer ones against their own series."""

from fractions import Fraction

import mpmath
import pytest
from flint import arb, ctx

from proofs_checks._sphere_variance import inner, integrals


def by_quadrature(q):
    """Both integrals over the second elliptic coordinate."""
    mu = -mpmath.log(q)

    def angle(nu):
        return 2 * mpmath.atan(mpmath.sin(nu) / mpmath.sinh(mu))

    def f(nu):
        width = mpmath.sinh(mu) ** 2 + mpmath.sin(nu) ** 2
        return width * (mpmath.pi - angle(nu)) / 4 - mpmath.sin(nu) * mpmath.sinh(mu) / 2

    def weighted(nu):
        return f(nu) * (mpmath.pi + angle(nu)) / (2 * mpmath.pi)

    pieces = [0, mpmath.pi / 8, mpmath.pi / 2, 7 * mpmath.pi / 8, mpmath.pi]
    return mpmath.quad(f, pieces), mpmath.quad(weighted, pieces)


@pytest.mark.parametrize("q", ["0.05", "0.3", "0.6", "0.9"])
def test_inner_integrals(q):
    with mpmath.workdps(25), ctx.workprec(200):
        for computed, expected in zip(inner(arb(q)), by_quadrature(mpmath.mpf(q)), strict=True):
            assert abs(float(computed) - expected) < 1e-13


def test_the_outer_integrals_are_narrow():
    for enclosure, value in zip(integrals(), (0.361019053382817, -2.276667987867870), strict=True):
        assert abs(float(enclosure) - value) < 1e-14
        assert enclosure.width < Fraction(1, 10**16)
