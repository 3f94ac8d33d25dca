"""CAL's labels on the sphere: sums of chances, the circle, quadrature and the limit."""

import math
from fractions import Fraction

import numpy as np
import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import BudgetError, DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.theory.circle_cal import cal_expected_queries_circle
from altheory.theory.sphere_cal import cal_constant, cal_expected_queries, cal_offset
from altheory.theory.sphere_information import theta_sphere
from altheory.theory.sphere_version_space import ADDED_UP, expected_disagreement_sphere
from tests.theory.test_sphere_version_space import contains

F = Fraction
TABLE = {  # by quadrature and addition
    (2, 10): "4.857937",
    (2, 100): "9.374755",
    (3, 10): "7.499573",
    (3, 100): "18.467121",
    (3, 1000): "29.805418",
    (4, 10): "8.978533",
    (4, 100): "27.479799",
    (4, 1000): "47.184379",
}


@given(st.integers(2, 8), st.integers(0, 60))
def test_the_mean_is_the_sum_of_the_chances(d, n):
    form = cal_expected_queries(d, n)
    chances = [expected_disagreement_sphere(d, k) for k in range(n)]
    assert sp.expand(sp.sympify(form.exact) - sum(sp.sympify(p.exact) for p in chances)) == 0
    assert contains(form.enclosure, form.exact)


@given(st.integers(2, 12), st.integers(1, 10**15))
def test_one_instance_more_costs_its_chance(d, n):
    now, later = (cal_expected_queries(d, m).enclosure for m in (n, n + 1))
    more = later - now - expected_disagreement_sphere(d, n).enclosure
    assert 0 in more
    assert more.width < F(1, 10**28)


@pytest.mark.parametrize(("d", "n"), [(60, 100), (81, 10**6)])
def test_one_instance_more_in_high_dimension(d, n):
    now, later = (cal_expected_queries(d, m).enclosure for m in (n, n + 1))
    assert 0 in later - now - expected_disagreement_sphere(d, n).enclosure
    assert later.width < F(1, 10**28)


@pytest.mark.parametrize(
    "refused",
    [
        lambda: cal_expected_queries(1000, 10**4),
        lambda: cal_offset(401),
        lambda: expected_disagreement_sphere(1000, 10**4),
    ],
)
def test_dimensions_that_would_take_minutes_are_refused_at_once(refused):
    with pytest.raises(BudgetError, match="cal_constant"):
        refused()
    assert cal_expected_queries(1000, 1000).exact == 1000
    assert 45_000 < float(cal_constant(1000)) < 46_000


@pytest.mark.parametrize(("d", "n"), TABLE)
def test_values_found_by_quadrature(d, n):
    assert abs(float(cal_expected_queries(d, n)) - float(TABLE[d, n])) < 1e-6


@given(st.integers(0, 10**12))
def test_the_circle_is_the_circle(n):
    form = cal_expected_queries(2, n)
    assert form == cal_expected_queries_circle(n)
    assert form.exact == cal_expected_queries_circle(n).exact


@given(st.integers(2, 30), st.data())
def test_all_instances_are_asked_for_up_to_the_dimension(d, data):
    n = data.draw(st.integers(0, d))
    assert cal_expected_queries(d, n).exact == n
    assert cal_expected_queries(d, d + 1).enclosure.less_than(d + 1)


@pytest.mark.parametrize("d", range(2, 11))
def test_the_constants_are_the_limits(d):
    n = 10**30
    c, b = cal_constant(d), cal_offset(d)
    rest = cal_expected_queries(d, n).enclosure - c.enclosure * Enclosure.exactly(n).log()
    difference = rest - b.enclosure
    assert max(abs(difference.lo), abs(difference.hi)) < F(10**6, n)
    chance = n * expected_disagreement_sphere(d, n).enclosure - c.enclosure
    assert max(abs(chance.lo), abs(chance.hi)) < F(10**6, n)


@pytest.mark.parametrize("d", range(2, 15))
def test_both_forms_of_the_constants_agree(d):
    for form in (cal_constant(d), cal_offset(d)):
        assert contains(form.enclosure, form.exact)


@pytest.mark.parametrize("d", [20, 60, 100])
def test_the_constant_by_a_series_of_positive_terms(d):
    """The polynomial in pi cancels heavily; this does not."""
    half, last = d // 2 - 1, 20_000
    k, m = np.arange(1, half + 1), np.arange(half + 1, last + 1)
    gaps = 1 - np.prod(1 - (k[:, None] / m) ** 2, axis=0)
    rest = np.sum(k**2) / (last + 0.5)  # each gap is at most the sum of (k/m)^2, and nearly that
    ways = math.comb(2 * half, half) / 4**half
    value = float(theta_sphere(d)) * ways * (1 + 2 * half + 2 * (sum(gaps) + rest))
    assert abs(value / float(cal_constant(d)) - 1) < 1e-6


def test_long_forms_are_none():
    assert cal_expected_queries(3, ADDED_UP).exact is not None
    assert cal_expected_queries(3, ADDED_UP + 1).exact is None


@pytest.mark.parametrize("wrong", [1, 0, 2.5, True])
def test_refusals(wrong):
    for function in (cal_constant, cal_offset, lambda d: cal_expected_queries(d, 3)):
        with pytest.raises(DomainError, match="dimension"):
            function(wrong)
    with pytest.raises(DomainError, match="length of a stream"):
        cal_expected_queries(3, -1)
