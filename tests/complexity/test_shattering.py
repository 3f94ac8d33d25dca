"""Growth and shattering against the definition, Sauer's bound, and known values."""

from fractions import Fraction
from itertools import combinations, permutations
from math import comb
from typing import Any

import pytest
from hypothesis import given

from altheory.complexity.shattering import growth, shattered_set, vc_certificate, vc_dimension
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.grid_rectangles import GridRectangles
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.rectangles import Rectangles
from altheory.hypotheses.thresholds import Thresholds
from altheory.ledger.checker import verify
from altheory.testing.replay import examples
from tests.complexity.classes import CLASSES, cube, intervals, star, thresholds


@given(CLASSES)
def test_growth_agrees_with_the_definition_and_obeys_sauer(of):
    d = vc_dimension(of)
    for n in range(5):
        sets = combinations(range(4), n)
        labelings = [{tuple(h >> x & 1 for x in s) for h in of.hypotheses} for s in sets]
        assert growth(of, n) == max(map(len, labelings))
        assert growth(of, n) <= sum(comb(n, i) for i in range(d + 1))
        assert (growth(of, n) == 2**n) == (n <= d)


@given(CLASSES)
def test_three_routes_to_the_vc_dimension_agree(of):
    points = shattered_set(of)
    assert len(points) == vc_dimension(of)
    assert len(of.representatives(points)) == 2 ** len(points)
    assert verify(vc_certificate(of)).endswith(f"VC dimension is {len(points)}")


@pytest.mark.parametrize("n", range(8))
def test_thresholds_grow_by_one(n):
    assert growth(Thresholds(), n) == n + 1
    assert growth(thresholds(8), n) == n + 1


@pytest.mark.parametrize("n", range(1, 8))
def test_intervals_grow_quadratically(n):
    assert growth(intervals(n), n) == n * (n + 1) // 2 + 1


def test_more_instances_than_points_repeat_some():
    assert growth(cube(2), 5) == 4


def test_known_dimensions():
    classes = [thresholds(5), intervals(5), star(5), cube(3), FiniteClass(2, [3])]
    assert [vc_dimension(of) for of in classes] == [1, 2, 1, 3, 0]
    assert vc_dimension(Thresholds()) == 1


@pytest.mark.parametrize("n", range(1, 6))
def test_boxes_in_the_plane_by_all_orders_of_their_points(n):
    """The i-th point from the left at height p(i): the hulls of its subsets are counted."""
    plane = GridRectangles(2, n)
    orders = [[plane.point(*place) for place in enumerate(p)] for p in permutations(range(n))]
    most = max(len(plane.representatives(points)) for points in orders)
    assert growth(Rectangles(2), n) == growth(plane, n) == growth(GridRectangles(2, 50), n) == most


@pytest.mark.parametrize("n", [5, 6, 7])
def test_a_small_grid_is_searched_through(n):
    listed = GridRectangles(2, 3).version_space().listed().of
    assert growth(GridRectangles(2, 3), n) == growth(listed, n) < growth(Rectangles(2), n)


def test_boxes_embed_in_larger_grids_and_these_in_the_square():
    found = [growth(GridRectangles(2, side), 6) for side in (3, 4, 6, 9)]
    assert sorted(found) == found
    assert found[1:] == [38, 49, 49]
    assert growth(Rectangles(2), 6) == 49


@pytest.mark.parametrize("n", range(6))
def test_boxes_on_an_axis_are_intervals(n):
    known = growth(Intervals(), n)
    assert growth(Rectangles(1), n) == growth(GridRectangles(1, 7), n) == known
    assert growth(GridRectangles(1, 3), n) == growth(Intervals(), min(n, 3))


def test_conjunctions_are_listed():
    listed = Conjunctions(3).version_space().listed().of
    assert [growth(Conjunctions(3), n) for n in range(10)] == [growth(listed, n) for n in range(10)]


@pytest.mark.parametrize("of", examples(), ids=lambda of: repr(of)[:40])
def test_no_instances_take_one_labeling(of):
    assert growth(of, 0) == 1


@pytest.mark.parametrize(("of", "n"), [(Intervals(Fraction(1, 4)), 3), (Rectangles(3), 7)])
def test_what_is_not_known_is_refused(of: Any, n: int):
    with pytest.raises(DomainError, match=rf"restricted\(of, {n}\) .* lower bound"):
        growth(of, n)


@pytest.mark.parametrize(
    ("of", "n"), [(GridRectangles(2, 9), 10), (Rectangles(2), 9), (Conjunctions(20), 21)]
)
def test_what_takes_long_is_asked_for(of: Any, n: int):
    with pytest.raises(BudgetError, match=r"allow more \(states=\)"):
        growth(of, n)


def test_more_states_go_further():
    assert growth(Rectangles(2), 9, states=10**8) > growth(Rectangles(2), 8)


@pytest.mark.parametrize("of", [3, None, CircleSeparators, "thresholds"])
def test_a_class_is_an_object(of: Any):
    for ask in (vc_dimension, lambda of: growth(of, 2)):
        with pytest.raises(DomainError, match="a class of hypotheses is"):
            ask(of)


def test_refuses_by_name():
    with pytest.raises(BudgetError, match="every set of 10 of 20 points takes more than 1000"):
        growth(thresholds(20), 10, states=1000)
    with pytest.raises(DomainError, match="the number of instances"):
        growth(Thresholds(), -1)
