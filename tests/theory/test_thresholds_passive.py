import math
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.theory.lower_bounds import passive_thresholds_error
from altheory.theory.thresholds_passive import (
    any_consistent_failure,
    any_consistent_sample_size,
    midpoint_expected_error,
    midpoint_failure,
    one_sided_expected_error,
    one_sided_failure,
    one_sided_sample_size,
)

F = Fraction
UNIT = st.fractions(min_value=0, max_value=1, max_denominator=40)
INSIDE = st.fractions(min_value=F(1, 40), max_value=F(39, 40), max_denominator=40)
CELLS = 6


def simpson(f, kinks, inset=0):
    """Integrate what is a cubic between kinks; a jump at a kink is kept off by ``inset``."""
    ends = [(a + inset, b - inset) for a, b in pairwise(kinks)]
    return sum(((b - a) * (f(a) + 4 * f((a + b) / 2) + f(b)) / 6 for a, b in ends), F(0))


def placements(n, t):
    target = Threshold(t)
    for cells in product(range(CELLS), repeat=n):
        xs = [F(2 * i + 1, 2 * CELLS) for i in cells]
        yield [(x, target(x)) for x in xs]


@pytest.mark.parametrize("edge", range(CELLS + 1))
@pytest.mark.parametrize("n", [0, 1, 3])
def test_failures_by_placing_instances_into_cells(n, edge):
    """At multiples of 1/N the gaps beside a target on an edge are decided by the cells."""
    t = F(edge, CELLS)
    samples = list(placements(n, t))
    rights = [Thresholds().erm_one_sided(s).cut - t for s in samples]
    lefts = [t - max((x for x, y in s if y == -1), default=F(0)) for s in samples]
    for k in range(1, CELLS):
        epsilon = F(k, CELLS)
        one = F(sum(b > epsilon for b in rights), len(samples))
        either = F(
            sum(max(a, b) > epsilon for a, b in zip(lefts, rights, strict=True)), len(samples)
        )
        assert one_sided_failure(n, epsilon, t) == one
        assert any_consistent_failure(n, epsilon, t) == either


def test_known_failures():
    t, epsilon = F(3, 10), F(1, 25)
    assert f"{float(midpoint_failure(20, epsilon, t)):.4f}" == "0.1887"
    assert f"{float(midpoint_failure(20, epsilon, F(1, 20))):.4f}" == "0.1038"
    assert f"{float(any_consistent_failure(20, epsilon, t)):.4f}" == "0.6953"
    assert f"{float(one_sided_failure(20, epsilon, t)):.3f}" == "0.442"
    assert f"{float(any_consistent_failure(500, F(1, 20), F(1, 2))):.1e}" == "1.5e-11"
    assert f"{float(any_consistent_failure(100, F(1, 10), F(1, 2))):.0e}" == "5e-05"


@pytest.mark.parametrize("n", range(3))
def test_a_uniform_target_averages_the_fixed_ones(n):
    """Up to n = 2 the mean error is a cubic in t on either half of [0, 1]."""
    half = [F(0), F(1, 2), F(1)]
    assert simpson(lambda t: one_sided_expected_error(n, t), half) == one_sided_expected_error(n)
    average = simpson(lambda t: midpoint_expected_error(n, t), half)
    assert average == midpoint_expected_error(n) == passive_thresholds_error(n)


@pytest.mark.parametrize(("n", "one", "mid"), [(10, F(1, 12), F(1, 24)), (0, F(1, 2), F(1, 4))])
def test_known_mean_errors(n, one, mid):
    assert (one_sided_expected_error(n), midpoint_expected_error(n)) == (one, mid)


@given(st.integers(0, 3), INSIDE)
def test_mean_errors_are_integrals_of_failures(n, t):
    """Between kinks the failure is a cubic at most, where Simpson's rule is exact."""

    def kinks(*points):
        return sorted({F(0), F(1), *(p for p in points if 0 < p < 1)})

    half = kinks(t / 2, (1 - t) / 2, t - F(1, 2), F(1, 2) - t)
    middle = simpson(lambda e: midpoint_failure(n, e, t), half, inset=F(1, 10**40))
    assert abs(middle - midpoint_expected_error(n, t)) < F(1, 10**38)
    one = simpson(lambda e: one_sided_failure(n, e, t), kinks(1 - t), inset=F(1, 10**40))
    assert abs(one - one_sided_expected_error(n, t)) < F(1, 10**38)


@given(st.integers(0, 40), INSIDE, INSIDE, UNIT)
def test_failures_decrease(n, a, b, t):
    low, high = sorted((a, b))
    for chance in (one_sided_failure, midpoint_failure, any_consistent_failure):
        assert 0 <= chance(n, high, t) <= chance(n, low, t) <= 1
        assert chance(n + 1, a, t) <= chance(n, a, t)
    assert one_sided_failure(n, a, t) <= any_consistent_failure(n, a, t)
    assert midpoint_failure(n, a, t) <= any_consistent_failure(n, a, t)


@given(INSIDE, INSIDE)
def test_the_one_sided_size_is_the_least(epsilon, delta):
    n = one_sided_sample_size(epsilon, delta)
    assert (1 - epsilon) ** n <= delta
    assert n == 0 or (1 - epsilon) ** (n - 1) > delta
    assert n <= math.ceil(math.log(1 / delta) / epsilon)


@pytest.mark.parametrize("k", range(1, 12))
def test_the_one_sided_size_where_a_power_is_met_exactly(k):
    assert one_sided_sample_size(F(1, 3), F(2, 3) ** k) == k


@given(INSIDE, INSIDE, UNIT)
def test_the_size_for_any_consistent_threshold_is_enough(epsilon, delta, t):
    n = any_consistent_sample_size(epsilon, delta)
    assert any_consistent_failure(n, epsilon, t) <= delta


@pytest.mark.parametrize("bad", [0, -1, float("nan"), float("inf"), "e"])
def test_bad_accuracies_are_refused(bad):
    for chance in (one_sided_failure, midpoint_failure, any_consistent_failure):
        with pytest.raises(DomainError):
            chance(3, bad, F(1, 2))
    with pytest.raises(DomainError):
        any_consistent_sample_size(bad, F(1, 2))


@pytest.mark.parametrize("delta", [0, 1, -1, 2, float("nan")])
def test_bad_confidences_are_refused(delta):
    with pytest.raises(DomainError):
        one_sided_sample_size(F(1, 2), delta)
    with pytest.raises(DomainError):
        any_consistent_sample_size(F(1, 2), delta)
