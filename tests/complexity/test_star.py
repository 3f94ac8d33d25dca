"""Star sets against all sets of points, around all hypotheses."""

from fractions import Fraction
from itertools import combinations
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given

from altheory.complexity.star import known_star_set, star_number, star_set
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses._combinatorics import Combinatorics
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.ledger.checker import verify
from tests.complexity.classes import CLASSES, cube, intervals, star, thresholds


def is_star(of: FiniteClass, center: int, points: tuple[int, ...]) -> bool:
    return all(
        any(
            [(g ^ center) >> x & 1 for x in points] == [int(x == z) for x in points]
            for g in of.hypotheses
        )
        for z in points
    )


@given(CLASSES)
def test_agrees_with_the_definition(of):
    sizes = range(of.n_points + 1)
    found = [
        size
        for size in sizes
        for points in combinations(range(of.n_points), size)
        for center in of.hypotheses
        if is_star(of, center, points)
    ]
    assert star_number(of) == max(found)
    for n in range(6):
        assert star_number(of, n) == max(size for size in found if size <= n)


@given(CLASSES)
def test_the_witnesses_pass_the_checker(of):
    found = star_set(of)
    assert verify(found.certificate()).endswith(f"at least {len(found)}")
    assert len(found.neighbors) == len(found.points)


@pytest.mark.parametrize("n", range(2, 8))
def test_known_star_numbers(n):
    assert star_number(thresholds(n)) == 2
    assert star_number(intervals(n)) == n
    assert star_number(star(n)) == n
    assert star_number(cube(min(n, 5))) == min(n, 5)


def test_one_hypothesis_has_no_star():
    assert star_number(FiniteClass(3, ["+-+"])) == 0


def test_the_densest_instances_need_not_have_the_largest_star():
    of = FiniteClass(5, ["+----", "-+---", "-++--", "++-+-", "-+--+"])
    assert [star_number(of, n) for n in range(1, 6)] == [1, 2, 3, 4, 4]


def test_what_is_not_known_is_refused():
    with pytest.raises(DomainError, match=r"restricted_to\(of, points\)"):
        star_number(Intervals(Fraction(1, 4)), 3)


def test_gives_up_by_name():
    with pytest.raises(BudgetError, match="looked at 100 sets of points, the largest of 2 points"):
        star_number(star(12), states=100)


class Boaster:
    """Thresholds that claim a star of any size."""

    def __getattr__(self, name):
        return getattr(Thresholds(), name)

    def combinatorics(self, _):
        return Combinatorics()

    def star_set(self, n):
        points = [Fraction(k, n + 1) for k in range(1, n + 1)]
        neighbors = tuple(Threshold(x + Fraction(1, 4 * n)) for x in points)
        return SimpleNamespace(center=Threshold(Fraction(0)), points=points, neighbors=neighbors)


def test_a_star_that_is_none_is_refused():
    boaster: Any = Boaster()
    assert star_number(boaster, 1) == 1
    with pytest.raises(DomainError, match="a star set of 3 points that is none"):
        star_number(boaster, 3)


@pytest.mark.parametrize("of", [Intervals(), SphereSeparators, None])
def test_classes_that_know_no_stars(of):
    with pytest.raises(DomainError, match=r"search restricted\(of, n\)"):
        known_star_set(of, 3)
