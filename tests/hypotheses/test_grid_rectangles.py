"""Boxes on a grid: coordinates, text, limits, and what is known of them in closed form."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.complexity.star import star_number
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.grid_rectangles import GridRectangle, GridRectangles, from_argument
from altheory.ledger.checker import verify
from altheory.testing.replay import fold

CLS = GridRectangles(2, 3)
WIDE = GridRectangles(5, 1000)


def test_coordinates_and_instances_are_one_to_one():
    grid = GridRectangles(2, 3)
    points = [grid.point(*v) for v in product(range(3), repeat=2)]
    assert sorted(points) == list(range(9))
    assert all(grid.point(*grid.coordinates(x)) == x for x in range(9))
    assert grid.point(1, 0) == 1


@given(st.integers(0, CLS.size - 1), st.integers(0, 8))
def test_a_box_says_plus_between_its_ends(i, x):
    h = CLS.hypothesis(i)
    inside = [lo <= v <= hi for (lo, hi), v in zip(h.bounds, CLS.coordinates(x), strict=False)]
    assert (h(x) == 1) == (inside == [True, True]) == (x in h.positive) == CLS.covers(h, x)
    assert h.predict(np.array([x])).tolist() == [h(x)]
    assert CLS.parse_target(str(h)) == h


def test_boxes_are_numbered_once_each():
    assert len({CLS.hypothesis(i) for i in range(CLS.size)}) == CLS.size == 37


def test_on_two_values_boxes_are_conjunctions():
    boxes, conjunctions = GridRectangles(3, 2), Conjunctions(3)
    tables = [cls.version_space().listed().members for cls in (boxes, conjunctions)]
    assert tables[0] == tables[1]


@pytest.mark.parametrize("side", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("dimension", [1, 2])
def test_the_vc_dimension_by_search(dimension, side):
    cls = GridRectangles(dimension, side)
    if cls.n_points <= 16:
        assert cls.version_space().listed().of.vc_dimension == cls.vc_dimension


def test_every_point_alone_is_a_box_hence_a_star():
    listed = CLS.version_space().listed().of
    assert star_number(listed) == CLS.combinatorics(9).star_number == 9
    assert CLS.combinatorics(100).star_number == 9
    assert (CLS.combinatorics(4).growth, CLS.combinatorics(5).growth) == (16, None)


def test_a_box_of_a_large_grid_is_learned_without_a_list():
    """Two corners, then negatives just outside each face."""
    low, high = (400,) * 5, (600,) * 5
    space = WIDE.version_space().restrict(WIDE.point(*low), 1).restrict(WIDE.point(*high), 1)
    for i in range(5):
        for beyond in (399, 601):
            outside = WIDE.point(*(beyond if k == i else 500 for k in range(5)))
            assert space.labels(outside) == {-1, 1}
            space = space.restrict(outside, -1)
    assert space.general_set() == space.specific_set()
    assert str(space.member()) == " x ".join(["400,600"] * 5)
    assert len(space.restrict(WIDE.point(*low), -1).contradiction) == 2
    with pytest.raises(BudgetError, match="bitmask"):
        space.general()


def test_several_most_general_boxes_remain():
    """A negative in the middle, before any positive: each box avoids it on one of four sides."""
    space = CLS.version_space().restrict(CLS.point(1, 1), -1)
    assert {str(h) for h in space.general_set()} == {
        "0,0 x 0,2",
        "2,2 x 0,2",
        "0,2 x 0,0",
        "0,2 x 2,2",
    }
    assert space.general_hypothesis() is None
    assert sorted(~space.general()) == [CLS.point(1, 1)]
    assert str(space.specific_hypothesis()) == "empty"


@pytest.mark.parametrize("cls", [CLS, GridRectangles(2, 9), WIDE], ids=repr)
def test_certificates_pass_the_checker(cls):
    low, high = cls.point(*[0] * cls.dimension), cls.point(*[1] * cls.dimension)
    space = fold(cls.version_space(), [(low, 1), (high, -1)])
    beyond = cls.point(*[2] * cls.dimension)
    aside = cls.point(*[0] * (cls.dimension - 1), 1)
    for x, labels in ((low, {1}), (high, {-1}), (beyond, {-1}), (aside, {-1, 1})):
        certificate = space.certificate(x)
        assert space.labels(x) == set(certificate["problem"]["answer"]) == labels
        assert verify(certificate)
    assert verify(space.restrict(beyond, 1).certificate(low))


def test_the_command_line_names_dimension_and_side():
    assert from_argument("3,10") == GridRectangles(3, 10)
    assert from_argument(None) == CLS
    for text in ("", "3", "3x10", "3,10,2"):
        with pytest.raises(DomainError, match="grid-rectangles:D,S"):
            from_argument(text)


@pytest.mark.parametrize(
    "text", ["", "1,2", "2,1 x 0,1", "0,3 x 0,1", "a,b x 0,1", "0,1 x 0,1 x 0,1"]
)
def test_other_targets_are_refused(text):
    with pytest.raises(DomainError, match="box"):
        CLS.parse_target(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda: GridRectangles(0, 3),
        lambda: GridRectangles(2, 0),
        lambda: GridRectangles(2, -1),
        lambda: GridRectangles(1000, 2),
        lambda: GridRectangle(2, 3, ((0, 1),)),
        lambda: CLS.point(1),
        lambda: CLS.point(0, 3),
        lambda: CLS.coordinates(9),
    ],
)
def test_refusals(make):
    with pytest.raises(DomainError):
        make()
