"""Restrictions against lists of labelings, and what is found where instances are few."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.complexity.restriction import densest, restricted, restricted_to, trace
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.thresholds import Threshold, Thresholds
from tests.complexity.classes import CLASSES, cube, intervals, thresholds


@given(st.lists(st.fractions(0, 1, max_denominator=9), max_size=5, unique=True, min_size=1))
def test_a_restriction_holds_the_labelings_and_no_others(points):
    cuts = [Threshold(Fraction(k, 144)) for k in range(145)]  # between any two points
    labelings = {sum(1 << i for i, x in enumerate(points) if h(x) == 1) for h in cuts}
    assert set(restricted_to(Thresholds(), points).hypotheses) == labelings


@given(CLASSES, st.integers(1, 4))
def test_no_points_of_a_finite_class_take_more_labelings(of, n):
    found = restricted(of, n)
    assert found.n_points == n
    sets = combinations(range(4), n)
    assert len(found.hypotheses) == max(len(of.representatives(points)) for points in sets)


@pytest.mark.parametrize("n", range(1, 8))
def test_known_restrictions(n):
    assert restricted(Thresholds(), n).hypotheses == thresholds(n).hypotheses
    assert restricted(Intervals(), n).hypotheses == intervals(n).hypotheses
    assert len(restricted(CircleSeparators(), n).hypotheses) == 2 * n


def test_more_instances_than_points_are_all_points():
    assert restricted(cube(2), 5) == cube(2)


@given(CLASSES, st.sets(st.integers(0, 3), min_size=1))
def test_a_trace_is_a_restriction(of, points):
    assert trace(of, sorted(points)) == restricted_to(of, sorted(points))


def test_the_first_of_the_densest_sets_is_taken():
    assert densest(cube(3), 2) == cube(2)
    assert densest(thresholds(2), 5) == thresholds(2)


def test_refuses_by_name():
    with pytest.raises(BudgetError, match=r"3 sets of 2 instances in a grid.* than 8;"):
        restricted(Thresholds(), 2, states=8)
    assert restricted(Thresholds(), 2, states=9).n_points == 2  # 3 sets, 3 labelings of the grid
    with pytest.raises(DomainError, match="the number of instances"):
        restricted(Thresholds(), 0)
