"""Balls of separators against the circle, and what follows from their masses."""

from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.half_circle import CircleSeparator
from altheory.spaces.caps import band_mass, cap_mass
from altheory.theory.bisection import randomized_queries_lower_bound
from altheory.theory.sphere_information import (
    covering_numbers_sphere,
    queries_for_success_sphere,
    theta_sphere,
    theta_sphere_at,
)

F = Fraction
dimensions = st.integers(2, 40)
radii = st.fractions(F(1, 1000), F(999, 1000), max_denominator=1000)


@pytest.mark.parametrize("d", range(2, 20))
def test_theta_is_the_quotient_of_gamma_functions(d):
    half = sp.Rational(d, 2)
    value = 2 * sp.sqrt(sp.pi) * sp.gamma(half) / sp.gamma(half - sp.Rational(1, 2))
    assert sp.simplify(sp.sympify(theta_sphere(d).exact) - value) == 0
    assert abs(float(theta_sphere(d)) - float(value)) < 1e-13


@given(radii)
def test_the_circle(r):
    circle, center = CircleSeparators(), CircleSeparator(F(1, 7))
    mass = circle.law().mass(circle.ball(center, r).disagreement())
    assert mass in band_mass(2, r)
    assert r in cap_mass(2, r)
    theta = circle.disagreement_coefficient(center, r)
    assert theta in theta_sphere_at(2, r)


@given(dimensions, radii, radii)
def test_the_ratio_falls_from_theta(d, r, s):
    near, far = sorted((r, s))
    below = theta_sphere_at(d, near).less_than(theta_sphere(d).enclosure)
    assert below is not False
    assert below or d == 2  # on the circle the two may be equal
    assert theta_sphere_at(d, far).at_most(theta_sphere_at(d, near)) is not False


@pytest.mark.parametrize(("epsilon", "queries"), [(F(1, 100), 47.8), (F(1, 1000), 77.7)])
def test_labels_that_any_learner_needs_in_ten_dimensions(epsilon, queries):
    assert abs(float(queries_for_success_sphere(10, epsilon, F(1, 20))) - queries) < 0.05


@given(radii, st.fractions(F(1, 100), F(99, 100), max_denominator=100))
def test_on_the_circle_twice_as_many_cases_as_on_the_line(epsilon, delta):
    """A direction within epsilon/2 turns either way, as a threshold within epsilon/2."""
    line = randomized_queries_lower_bound(epsilon / 2, delta)
    circle = queries_for_success_sphere(2, epsilon, delta)
    assert circle.lo <= line.hi
    assert line.lo <= circle.hi


@given(st.integers(2, 8), radii)
def test_coverings_and_packings(d, r):
    few, many = covering_numbers_sphere(d, r)
    assert 1 <= few <= many


@pytest.mark.parametrize("n", [2, 3, 5, 10])
def test_on_the_circle_n_directions_cover_and_pack(n):
    """Equally spaced ones lie 2/n apart; balls of radius 1/n around them cover."""
    few, many = covering_numbers_sphere(2, F(1, n))
    assert few == n
    assert many >= 2 * n - 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: theta_sphere(1), "dimension"),
        (lambda: theta_sphere_at(3, 1), "radius r0"),
        (lambda: queries_for_success_sphere(3, 0, F(1, 10)), "epsilon"),
        (lambda: queries_for_success_sphere(3, F(1, 10), 1), "delta"),
        (lambda: covering_numbers_sphere(3, 1), "at most 1 apart"),
    ],
)
def test_refusals(call, message):
    with pytest.raises(DomainError, match=message):
        call()
