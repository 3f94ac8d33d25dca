from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.theory.thresholds_version_space import (
    expected_instances_to_width,
    expected_width,
    gap_survival,
    width_survival,
)

F = Fraction
UNIT = st.fractions(min_value=0, max_value=1, max_denominator=40)
SIZES = st.integers(0, 30)
CELLS = 6


def simpson(f, breaks):
    """Integrate a function that is a cubic between breaks, exactly."""
    pairs = pairwise(breaks)
    return sum(((b - a) * (f(a) + 4 * f((a + b) / 2) + f(b)) / 6 for a, b in pairs), F(0))


@pytest.mark.parametrize("edge", range(1, CELLS))
def test_gaps_by_placing_instances_into_cells(edge):
    t, n = F(edge, CELLS), 3
    target = Threshold(t)
    gaps = []
    for cells in product(range(CELLS), repeat=n):
        xs = [F(2 * i + 1, 2 * CELLS) for i in cells]
        region = Thresholds().version_space().restrict_all(xs, [target(x) for x in xs])
        piece = region.disagreement().pieces[0]
        gaps.append((t - piece.lo, piece.hi - t))
    for a, b in product(range(edge), range(CELLS - edge)):
        level = F(a, CELLS), F(b, CELLS)
        count = sum(left > level[0] and right > level[1] for left, right in gaps)
        assert gap_survival(n, *level, t) == F(count, CELLS**n)


@pytest.mark.parametrize(
    ("n", "w", "t", "shown"), [(20, F(24, 100), F(3, 10), "0.0302"), (10, F(3, 10), None, "0.1130")]
)
def test_known_widths(n, w, t, shown):
    assert f"{float(width_survival(n, w, t)):.4f}" == shown


@pytest.mark.parametrize("t", [F(0), F(1, 7), F(1, 3), F(1, 2), F(4, 5), None])
def test_the_mean_is_the_integral_of_the_survival(t):
    """For n <= 2 the survival is a quadratic between its kinks, so Simpson is exact."""
    kinks = [F(0), F(1)] if t is None else sorted({F(0), min(t, 1 - t), max(t, 1 - t), F(1)})
    for n in (1, 2):
        integral = simpson(lambda w, n=n: width_survival(n, w, t), kinks)
        assert integral == expected_width(n, t)


@given(SIZES, UNIT, UNIT, UNIT)
def test_a_wider_space_is_less_likely(n, t, v, w):
    low, high = sorted((v, w))
    assert 1 >= width_survival(n, low, t) >= width_survival(n, high, t) >= 0
    assert width_survival(n, w, t) >= width_survival(n + 1, w, t)
    assert width_survival(n, w) >= width_survival(n + 1, w)


@given(SIZES, UNIT, UNIT)
def test_targets_are_mirrored(n, t, w):
    assert width_survival(n, w, t) == width_survival(n, w, 1 - t)
    assert expected_width(n, t) == expected_width(n, 1 - t)


@given(st.integers(1, 30), st.fractions(min_value=0, max_value=F(99, 100), max_denominator=100))
def test_a_uniform_target_averages_the_fixed_ones(n, w):
    """In t the law is linear between kinks, where the trapezoids are exact."""
    kinks = sorted({F(0), min(w, 1 - w), max(w, 1 - w), F(1)})
    values = [width_survival(n, w, t) for t in kinks]
    cells = zip(kinks, kinks[1:], values, values[1:], strict=False)
    assert sum((b - a) * (f + g) / 2 for a, b, f, g in cells) == width_survival(n, w)


@given(SIZES, UNIT, UNIT)
def test_the_width_is_at_least_each_gap(n, t, a):
    assert gap_survival(n, a, F(0), t) <= width_survival(n, a, t)
    assert gap_survival(n, F(0), a, t) <= width_survival(n, a, t)


@given(st.fractions(min_value=F(1, 100), max_value=F(99, 100), max_denominator=100), UNIT)
def test_instances_to_width_are_the_sum_of_survivals(epsilon, t):
    total = sum((width_survival(n, epsilon, t) for n in range(40)), F(0))
    rest = (1 - epsilon) ** 40 * (1 / epsilon + 41 / epsilon**2)  # ample
    assert total <= expected_instances_to_width(epsilon, t) <= total + rest


@pytest.mark.parametrize("t", [F(1, 10), F(1, 3), F(1, 2)])
def test_interior_targets_take_two_over_epsilon(t):
    assert expected_instances_to_width(F(1, 10), t) == 20
    assert expected_instances_to_width(F(1, 10)) == 19


def test_degenerate_cases():
    assert width_survival(0, F(1, 2), F(1, 2)) == 1
    assert width_survival(3, -1, F(1, 2)) == 1
    assert width_survival(3, 1) == 0
    assert expected_width(0, F(1, 3)) == 1 == expected_width(0)
    assert expected_width(3, 0) == F(1, 4) == expected_width(3, 1)
    assert expected_instances_to_width(1) == 0
    assert gap_survival(2, 0, 0, 0) == 0
    assert gap_survival(0, F(1, 4), F(1, 4), F(1, 2)) == 1


@pytest.mark.parametrize("bad", [-1, float("nan"), float("inf"), "w"])
def test_bad_input_is_refused(bad):
    with pytest.raises(DomainError):
        expected_instances_to_width(bad)
    with pytest.raises(DomainError):
        expected_width(3, bad)
    with pytest.raises(DomainError):
        gap_survival(3, bad, 0, F(1, 2))
    with pytest.raises(DomainError):
        width_survival(bad, F(1, 2))
