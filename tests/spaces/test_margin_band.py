"""Bands of the sphere: exact membership, masses and draws, and what differs beyond."""

from fractions import Fraction
from itertools import pairwise
from math import asin, atan2, cos, pi, sin, sqrt, tan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.spaces.margin_band import MarginBand, band_mass_of_sine, difference_beyond
from altheory.spaces.sphere import SphereRegion
from altheory.spaces.sphere_laws import UniformSphere

COORDINATES = st.integers(-9, 9)
VECTORS = st.tuples(COORDINATES, COORDINATES, COORDINATES, st.integers(1, 9))
SINES = st.fractions(min_value=Fraction(1, 50), max_value=1, max_denominator=50)
CLOSE = Fraction(1, 10**9)


@given(VECTORS, VECTORS, SINES)
def test_membership_is_a_comparison_of_squares(pole, x, sine):
    band = MarginBand(pole, sine)
    product = sum(a * b for a, b in zip(pole, x, strict=True))
    squares = sum(a * a for a in pole) * sum(b * b for b in x)
    inside = Fraction(product**2, squares) <= sine**2
    assert (x in band) == inside
    scaled = tuple(Fraction(c, 8) for c in x)
    assert (scaled in band) == (tuple(-c for c in x) in band) == inside
    assert band.contains(np.array([x, pole], dtype=float)).tolist() == [inside, sine == 1]


def test_an_instance_exactly_on_the_edge_is_inside():
    band = MarginBand((0, 0, 1), Fraction(3, 5))
    above = float(np.nextafter(3.0, 4.0))
    assert (4, 0, 3) in band
    assert (4, 0, above) not in band
    assert not band.is_empty


@given(SINES)
def test_masses_in_the_plane_and_in_space(sine):
    """In the plane an angle, in space the height of a zone (Archimedes)."""
    assert abs(float(band_mass_of_sine(2, sine)) - 2 * asin(sine) / pi) < 1e-12
    zone = band_mass_of_sine(3, sine)
    assert zone == 1 if sine == 1 else isinstance(zone, Enclosure) and sine in zone
    assert UniformSphere(3).mass(MarginBand((1, 2, 2), sine)) == zone


@given(SINES, st.fractions(min_value=Fraction(1, 50), max_value=Fraction(1, 2), max_denominator=50))
def test_differences_beyond_a_band_by_elementary_integrals(sine, radius):
    start, end = asin(sine), pi * radius
    plane = max(end - start, 0) / pi
    assert abs(float(difference_beyond(2, radius, sine)) - plane) < CLOSE
    if sine == 1 or start >= end:
        assert difference_beyond(4, radius, sine).lo == 0
        return
    space = (end - start + sine**2 * (1 / tan(end) - 1 / tan(start))) / pi
    found = difference_beyond(4, radius, sine)
    assert abs(float(found) - space) < CLOSE
    c, k = cos(end), sqrt(1 - sine**2)
    root = sqrt(max(k * k - c * c, 0))
    odd = (pi / 2 * (1 - sine) - asin(min(c / k, 1)) + sine * atan2(sine * c, root)) / pi
    assert abs(float(difference_beyond(3, radius, sine)) - odd) < CLOSE


@pytest.mark.parametrize("dimension", [3, 5, 8])
def test_differences_shrink_from_all_to_nothing(dimension):
    radius = Fraction(1, 8)
    sines = [Fraction(k, 100) * Fraction(sin(pi / 8)) for k in (1, 30, 60, 90, 101)]
    found = [difference_beyond(dimension, radius, b) for b in sines]
    assert 0.9 * radius < found[0].lo
    assert found[0].hi < radius
    assert all(late.hi <= early.lo for early, late in pairwise(found))
    assert found[-1].hi == 0


@pytest.mark.seeded("true of every run")
@pytest.mark.parametrize("sine", [Fraction(1), Fraction(1, 10), Fraction(1, 10**30)])
def test_draws_lie_within(sine, rng):
    band = MarginBand((3, -1, 2, 7), sine)
    for _ in range(20):
        assert UniformSphere(4).draw(band, rng) in band


@pytest.mark.statistical(alpha=3e-7, power=0.99)
@pytest.mark.parametrize("sine", [Fraction(3, 4), Fraction(1, 50), Fraction(1, 10**20)])
def test_draws_are_uniform(sine, rng):
    """The inner part of the band holds its share of the draws, and each side a half."""
    band, inner = MarginBand((1, -2, 2, 0, 4), sine), MarginBand((1, -2, 2, 0, 4), sine / 2)
    side = SphereRegion.open_half(band.pole)
    draws = [band.draw(rng) for _ in range(2000)]
    share = float(inner.mass) / float(band.mass)
    for expected, count in ((share, inner), (0.5, side)):
        bound = clopper_pearson(sum(x in count for x in draws), 2000, Fraction(1, 2 * 10**7))
        assert bound.lower <= expected <= bound.upper


def test_bad_bands_are_refused():
    with pytest.raises(DomainError, match="at most 1"):
        MarginBand((1, 0), Fraction(3, 2))
    with pytest.raises(DomainError, match="no direction"):
        MarginBand((0, 0), Fraction(1, 2))
    with pytest.raises(DomainError, match="at most 1/2 apart"):
        difference_beyond(3, Fraction(3, 4), Fraction(1, 2))
    with pytest.raises(DomainError, match="dimension 2"):
        UniformSphere(2).mass(MarginBand((1, 0, 0), Fraction(1, 2)))
