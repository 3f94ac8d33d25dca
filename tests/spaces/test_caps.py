"""Caps and bands of the sphere against integrals, scipy's Beta function and a sample."""

import math
from fractions import Fraction

import mpmath
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from altheory.errors import DomainError
from altheory.spaces.caps import band_mass, cap_mass

F = Fraction
dimensions = st.integers(2, 40)
radii = st.fractions(F(1, 1000), F(999, 1000), max_denominator=1000)


@given(dimensions, radii)
def test_masses_against_scipy(d, r):
    x = math.sin(math.pi * min(r, 1 - r)) ** 2
    band = special.betainc(0.5, (d - 1) / 2, x) if r < F(1, 2) else 1
    assert abs(float(band_mass(d, r)) - band) < 1e-9
    cap = special.betainc((d - 1) / 2, 0.5, x) / 2
    assert abs(float(cap_mass(d, r)) - (cap if r <= F(1, 2) else 1 - cap)) < 1e-9


@given(dimensions, radii)
def test_masses_against_integrals(d, r):
    with mpmath.workdps(30):
        kappa = mpmath.gamma(d / 2) / mpmath.gamma((d - 1) / 2) / mpmath.sqrt(mpmath.pi)
        angle = mpmath.pi * r.numerator / r.denominator
        cap = kappa * mpmath.quad(lambda u: mpmath.sin(u) ** (d - 2), mpmath.linspace(0, angle, 4))
        assert abs(cap - float(cap_mass(d, r))) < 1e-14


def test_all_and_nothing():
    assert band_mass(5, F(1, 2)).lo == cap_mass(5, 1).lo == 1
    assert cap_mass(5, F(1, 2)).midpoint == F(1, 2)
    assert band_mass(4, 0) == cap_mass(4, 0)
    assert cap_mass(4, 0).hi == 0
    assert max(band_mass(d, F(4999, 10000)).hi for d in (3, 10, 100, 1000)) <= 1


@given(dimensions, radii)
def test_a_cap_and_a_band_fill_a_half_sphere(d, r):
    """The complement of a band is two caps."""
    both = 2 * cap_mass(d, max(F(1, 2) - r, F(0))) + band_mass(d, r)
    assert both.lo <= 1 <= both.hi
    assert both.width < F(1, 2**100)


@pytest.mark.parametrize("digits", [12, 20, 40])
@pytest.mark.parametrize("d", [2, 3, 4, 5, 6, 7, 8])
def test_caps_that_are_almost_a_half_sphere(d, digits):
    """What is missing or too much is thin: the density at the equator times its width."""
    thin = F(1, 10**digits)
    with mpmath.workdps(3 * digits):
        kappa = mpmath.gamma(mpmath.mpf(d) / 2) / mpmath.gamma(mpmath.mpf(d - 1) / 2)
        angle = mpmath.pi / 10**digits
        rate = kappa / mpmath.sqrt(mpmath.pi)
        rest = F(str(rate * angle)), F(str(rate * angle * (1 - (d - 2) * angle**2 / 6)))
    least, most = min(rest), max(rest)
    slack = most / 2**100
    for way in (1, -1):
        found = (cap_mass(d, F(1, 2) + way * thin) - F(1, 2)) * way
        assert least - slack <= found.lo
        assert found.hi <= most + slack
        assert found.width <= most / 2**100


@pytest.mark.parametrize("d", [2, 3, 50, 1000])
@pytest.mark.parametrize("r", [F(1, 100), F(1, 4), F(49, 100), F(4999, 10000)])
def test_caps_are_accurate_however_small(d, r):
    found = cap_mass(d, r)
    assert 0 < found.width <= found.lo / 2**100


@pytest.mark.parametrize("mass", [cap_mass, band_mass])
def test_refusals(mass):
    with pytest.raises(DomainError, match="at least 0, got -1"):
        mass(3, -1)
    with pytest.raises(DomainError, match="dimension"):
        mass(1, F(1, 3))
