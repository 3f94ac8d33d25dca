"""Teaching dimensions against the definition, and known values."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given

from altheory.complexity.restriction import restricted_to
from altheory.complexity.teaching import (
    average_teaching_dimension,
    extended_teaching_dimension,
    specifying_set,
    teaching_dimension,
)
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.intervals import Intervals
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


NUMBERS = (teaching_dimension, average_teaching_dimension, extended_teaching_dimension)


@pytest.mark.parametrize("number", NUMBERS)
@given(of=CLASSES)
def test_on_n_instances_it_is_the_largest_on_any(number, of):
    for n in range(1, 5):
        sets = combinations(range(4), n)
        assert number(of, n) == max(number(restricted_to(of, points)) for points in sets)
    assert number(of, 9) == number(of)
    assert number(of, 0) == 0


def test_fewer_instances_may_need_more():
    of = FiniteClass(5, ["+----", "-+---", "-++--", "++-+-", "-+--+"])
    assert [teaching_dimension(of, n) for n in range(1, 6)] == [1, 2, 3, 4, 3]


def test_classes_on_finite_domains_are_listed():
    listed = Conjunctions(2).version_space().listed().of
    assert average_teaching_dimension(Conjunctions(2), 3) == average_teaching_dimension(listed, 3)


@pytest.mark.parametrize("number", NUMBERS)
def test_what_is_not_known_is_refused(number):
    with pytest.raises(DomainError, match=r"restricted_to\(of, points\)"):
        number(Intervals(Fraction(1, 4)), 3)
    with pytest.raises(DomainError, match="a class of hypotheses is"):
        number(3, 2)
    with pytest.raises(BudgetError, match="allow more \\(states=\\)"):
        number(star(40), 20)


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
