"""Teaching dimensions against the definition, and known values."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given

from altheory.complexity.teaching import (
    average_teaching_dimension,
    extended_teaching_dimension,
    specifying_set,
    teaching_dimension,
)
from altheory.errors import BudgetError
from altheory.hypotheses.finite import FiniteClass
from altheory.spaces.finite import FiniteRegion
from tests.complexity.classes import CLASSES, cube, intervals, star, thresholds


def needed(of: FiniteClass, labeling: int) -> int:
    """Return the size of the smallest specifying set, by restricting version spaces."""
    f = FiniteRegion(of.n_points, labeling)
    for size in range(of.n_points + 1):
        for points in combinations(range(of.n_points), size):
            space = of.version_space()
            left = space.restrict_all(points, [1 if x in f else -1 for x in points])
            if len(left.members) <= 1:
                return size
    raise AssertionError("all points specify every labeling")


@given(CLASSES)
def test_agrees_with_the_definition(of):
    sizes = [needed(of, h) for h in of.hypotheses]
    assert teaching_dimension(of) == max(sizes)
    assert average_teaching_dimension(of) == Fraction(sum(sizes), len(sizes))
    assert extended_teaching_dimension(of) == max(needed(of, f) for f in range(16))
    assert [len(specifying_set(of, FiniteRegion(4, h))) for h in of.hypotheses] == sizes


@pytest.mark.parametrize("n", range(2, 9))
def test_thresholds_are_taught_by_two_points(n):
    assert teaching_dimension(thresholds(n)) == 2
    assert extended_teaching_dimension(thresholds(n)) == 2
    assert average_teaching_dimension(thresholds(n)) == Fraction(2 * n, n + 1)


@pytest.mark.parametrize("n", range(1, 7))
def test_intervals_stars_and_cubes_need_every_point(n):
    assert teaching_dimension(intervals(n)) == extended_teaching_dimension(intervals(n)) == n
    assert teaching_dimension(star(n)) == extended_teaching_dimension(star(n)) == n
    assert average_teaching_dimension(cube(min(n, 4))) == min(n, 4)


@pytest.mark.parametrize("n", range(2, 8))
def test_a_labeling_outside_the_class_may_need_more(n):
    singletons = FiniteClass(n, [1 << x for x in range(n)])
    assert teaching_dimension(singletons) == 1
    assert extended_teaching_dimension(singletons) == n - 1  # to specify "all negative"


def test_gives_up_by_name():
    with pytest.raises(BudgetError, match="15 points has 32768 labelings, more than 16384"):
        extended_teaching_dimension(star(15))
