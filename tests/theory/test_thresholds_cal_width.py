import math
from fractions import Fraction

import mpmath
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.theory.thresholds_cal_width import CALWidthLaw, cal_expected_queries_to_width

F = Fraction
INSIDE = st.fractions(min_value=F(1, 50), max_value=F(49, 50), max_denominator=50)


def by_quadrature(epsilon, t):
    """Integrate the width over the mean number of visits to each pair of gaps.

    The number of n with A > a and B > b has mean 1/(a + b), which gives a density inside
    the rectangle and atoms on its outer sides.
    """
    eps, t = mpmath.mpf(epsilon.numerator) / epsilon.denominator, mpmath.mpf(float(t))
    total = mpmath.mpf(1)  # the first instance
    for end, other in ((t, 1 - t), (1 - t, t)):
        total += mpmath.quad(lambda b, e=end: 1 / (e + b), [max(0, eps - end), other])

    def inside(a):
        low = max(mpmath.mpf(0), eps - a)
        if low >= 1 - t:
            return mpmath.mpf(0)
        return mpmath.quad(lambda b: 2 / (a + b) ** 2, [low, 1 - t])

    kinks = sorted({x for x in (0, eps - (1 - t), eps, t) if 0 <= x <= t})
    return total + mpmath.quad(inside, kinks)


@pytest.mark.parametrize(
    ("t", "epsilon", "shown"),
    [
        (0.5, F(3, 10), "4.0217"),
        (0.37, F(1, 10), "6.149"),
        (0.01, F(1, 100), "7.595"),
        (0.25, F(1, 2), None),
        (0.125, F(9, 10), None),
        (0.25, F(1, 100), None),
    ],
)
def test_fixed_targets_by_quadrature(t, epsilon, shown):
    form = cal_expected_queries_to_width(epsilon, t)
    assert abs(float(form) - by_quadrature(epsilon, F(t))) < 1e-9
    if shown:
        assert f"{float(form):.{len(shown) - 2}f}" == shown


def test_the_known_mean_for_a_uniform_target():
    assert f"{float(cal_expected_queries_to_width(F(1, 10**6))):.3f}" == "28.631"
    spread = float(CALWidthLaw(F(1, 10**6)).variance) ** 0.5
    assert f"{spread:.4f}" == "5.2565"


@pytest.mark.parametrize("epsilon", [F(49, 50), F(1, 2), F(1, 10), F(1, 50)])
def test_the_law_has_its_mean_and_variance(epsilon):
    law = CALWidthLaw(epsilon)
    chances = [float(law.chance(q)) for q in range(1, 45)]
    mean = sum(q * p for q, p in enumerate(chances, 1))
    assert abs(math.fsum(chances) - 1) < 1e-12
    assert abs(mean - float(law.mean)) < 1e-9
    second = sum(q * q * p for q, p in enumerate(chances, 1))
    assert abs(second - mean**2 - float(law.variance)) < 1e-8


@given(INSIDE, INSIDE)
def test_the_cases_agree_with_an_exact_form(epsilon, t):
    form = cal_expected_queries_to_width(epsilon, t)
    assert abs(float(form.exact) - float(form)) < 1e-12
    assert form.enclosure.width < F(1, 10**30)
    assert float(form) >= 1


@given(INSIDE, INSIDE, INSIDE)
def test_a_smaller_width_costs_more(a, b, t):
    low, high = sorted((a, b))
    here, there = (cal_expected_queries_to_width(e, t).enclosure for e in (low, high))
    assert there.at_most(here) is not False


def test_the_cases_meet():
    t = F(1, 5)
    for joint in (F(1, 5), F(4, 5)):
        below, at, above = (
            float(cal_expected_queries_to_width(joint + shift, t))
            for shift in (-F(1, 10**12), 0, F(1, 10**12))
        )
        assert abs(below - at) < 1e-10
        assert abs(above - at) < 1e-10


def test_a_target_at_an_end_costs_the_records():
    assert abs(float(cal_expected_queries_to_width(F(1, 100), 0)) - (1 + math.log(100))) < 1e-12


@pytest.mark.parametrize("epsilon", [1, 2, F(3, 2)])
def test_a_wide_goal_costs_nothing(epsilon):
    assert cal_expected_queries_to_width(epsilon).exact == 0
    assert cal_expected_queries_to_width(epsilon, 0.3).exact == 0


@pytest.mark.parametrize("epsilon", [0, -1, float("nan"), "x"])
def test_bad_widths_are_refused(epsilon):
    with pytest.raises(DomainError):
        cal_expected_queries_to_width(epsilon)


def test_the_law_is_for_widths_inside_the_unit_interval():
    with pytest.raises(DomainError, match="strictly between 0 and 1"):
        CALWidthLaw(F(1))
    with pytest.raises(DomainError, match="at least 1"):
        CALWidthLaw(F(1, 2)).chance(0)
