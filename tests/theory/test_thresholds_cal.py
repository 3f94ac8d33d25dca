import math
from fractions import Fraction
from itertools import permutations

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.theory.thresholds_cal import (
    cal_expected_queries_thresholds,
    cal_query_chance_thresholds,
    cal_query_law_thresholds,
    cal_query_variance_thresholds,
)
from altheory.theory.thresholds_version_space import expected_width

TARGETS = st.fractions(min_value=0, max_value=1, max_denominator=60)
F = Fraction


def questions(order, target):
    """Count by hand: an instance is asked for iff none lies between it and the target."""
    seen: list[int] = []
    asked = 0
    for x in order:
        low, high = min(x, target), max(x, target)
        asked += not any(low < s < high for s in seen)
        seen.append(x)
    return asked


@pytest.mark.parametrize(
    ("n", "mean"),
    list(enumerate([0, 1, F(5, 3), F(13, 6), F(77, 30), F(29, 10), F(223, 70)])),
)
def test_the_mean_for_a_uniform_target_over_all_orders(n, mean):
    counts = [
        questions(order[:n], order[n]) for order in permutations(range(n + 1))
    ]  # the last of n + 1 ranks is the target
    assert F(sum(counts), math.factorial(n + 1)) == mean
    assert cal_expected_queries_thresholds(n).exact == mean
    law = cal_query_law_thresholds(n)
    assert law == tuple(F(counts.count(q), len(counts)) for q in range(n + 1))


@pytest.mark.parametrize(
    ("t", "n", "shown"), [(F(3, 10), 100, "8.8141"), (F(1, 100), 1000, "10.3557")]
)
def test_the_known_values_for_a_fixed_target(t, n, shown):
    by_hand = sum((2 - float(t) ** k - float(1 - t) ** k) / k for k in range(1, n + 1))
    form = cal_expected_queries_thresholds(n, t)
    assert f"{float(form):.4f}" == shown == f"{by_hand:.4f}"


def test_the_known_variance():
    law = cal_query_law_thresholds(200)
    mean = sum(q * p for q, p in enumerate(law))
    variance = sum(q * q * p for q, p in enumerate(law)) - mean**2
    assert variance == cal_query_variance_thresholds(200)
    assert f"{float(variance):.4f}" == "7.2061"


@given(TARGETS, st.integers(0, 80))
def test_the_exact_form_lies_in_the_enclosure(t, n):
    form = cal_expected_queries_thresholds(n, t)
    assert form.exact in form.enclosure
    assert form.exact == sum((cal_query_chance_thresholds(k, t) for k in range(1, n + 1)), F(0))


@given(TARGETS, st.integers(1, 40))
def test_an_instance_is_asked_for_with_the_mean_mass_of_disagreement(t, k):
    assert cal_query_chance_thresholds(k, t) == expected_width(k - 1, t)
    assert cal_query_chance_thresholds(k) == expected_width(k - 1)


@given(TARGETS, st.integers(0, 10**9))
def test_targets_are_mirrored_and_more_instances_cost_more(t, n):
    here, there = (cal_expected_queries_thresholds(n, s).enclosure for s in (t, 1 - t))
    assert here.lo <= there.hi
    assert there.lo <= here.hi
    assert here.less_than(cal_expected_queries_thresholds(n + 1, t).enclosure) is not False


@pytest.mark.parametrize("t", [F(1, 2), F(1, 10), F(1, 1000)])
def test_the_limit_of_a_long_stream(t):
    n = 10**12
    gap = (
        cal_expected_queries_thresholds(n, t).enclosure
        - cal_expected_queries_thresholds(n).enclosure
    )
    limit = Enclosure.exactly(t * (1 - t)).log() + 2
    assert abs(float(gap - limit)) < 3e-12


@pytest.mark.parametrize("end", [0, 1])
def test_a_target_at_an_end_costs_the_records(end):
    assert cal_expected_queries_thresholds(4, end).exact == F(25, 12)
    long = cal_expected_queries_thresholds(10**9, end)
    assert abs(float(long) - (math.log(10**9) + 0.5772156649015329)) < 1e-8


def test_a_tiny_target_in_a_stream_of_its_own_scale():
    """With n t = 1 the sum over t^k is t, and (1 - t)^k is e^(-k/n)."""
    n = 10**9
    form = cal_expected_queries_thresholds(n, F(1, n))
    ein = 0.7965995992970531  # Ein(1) = sum of (-1)^(k+1) / (k k!)
    assert abs(float(form) - (math.log(n) + 0.5772156649015329 + ein)) < 1e-8


def test_no_instance_costs_nothing():
    assert cal_expected_queries_thresholds(0).exact == 0
    assert cal_expected_queries_thresholds(0, F(1, 3)).exact == 0
    assert cal_query_law_thresholds(0) == (F(1),)
    assert cal_query_variance_thresholds(0) == 0


@given(st.integers(1, 60))
def test_the_law_has_the_mean_and_the_parity_of_its_generating_function(n):
    law = cal_query_law_thresholds(n)
    assert sum(law) == 1
    assert law[0] == 0
    assert sum(q * p for q, p in enumerate(law)) == cal_expected_queries_thresholds(n).exact
    # at z = -1/2 the factor 2 z + 1 of the second instance vanishes
    alternating = sum(p * F(-1, 2) ** q for q, p in enumerate(law))
    assert alternating == (F(-1, 2) if n == 1 else 0)


def test_long_streams_have_an_expression():
    n = 10**6
    average = cal_expected_queries_thresholds(n)
    assert abs(sp.N(average.exact, 20) - float(average)) < 1e-12
    fixed = cal_expected_queries_thresholds(600, F(1, 3))
    term, (k, first, last) = fixed.exact.function, fixed.exact.limits[0]
    assert (first, last) == (1, 600)
    assert all(
        term.subs(k, i) == sp.Rational(str(cal_query_chance_thresholds(i, F(1, 3))))
        for i in range(1, 9)
    )


@pytest.mark.parametrize("n", [-1, 1.5, True, None, "3"])
def test_bad_lengths_are_refused(n):
    with pytest.raises(DomainError, match="length of a stream"):
        cal_expected_queries_thresholds(n)


@pytest.mark.parametrize("t", [-0.1, 2, float("nan"), float("inf"), "0.5"])
def test_bad_targets_are_refused(t):
    with pytest.raises(DomainError):
        cal_expected_queries_thresholds(3, t)
