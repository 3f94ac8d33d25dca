"""Unions of boxes: the laws of sets, every kind of end, and the floats beside each cut."""

import math
import pickle
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import BudgetError, DomainError
from altheory.spaces.boxes import BoxUnion, box_point, box_points
from altheory.spaces.cuts import after, before
from altheory.spaces.line import UNIT, IntervalUnion
from altheory.testing import laws
from altheory.testing.strategies import adversarial_floats, box_unions, interval_unions

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
WHOLE = BoxUnion.closed((0, 0), (1, 1))


@st.composite
def beside(draw, *regions):
    """Instances whose coordinates are cuts of the regions, or floats beside them."""
    sides = []
    for axes in zip(*(region.cuts for region in regions), strict=True):
        cuts = [a for axis in axes for a, _ in axis]
        sides.append(st.one_of(st.sampled_from([*cuts, Fraction(1)]), adversarial_floats(cuts)))
    return draw(st.lists(st.tuples(*sides), max_size=6))


@pytest.mark.parametrize("dimension", [1, 2, 3])
@given(data=st.data())
def test_laws_hold_at_every_cut_and_beside_it(dimension, data):
    a, b = (data.draw(box_unions(dimension)) for _ in range(2))
    laws.hold("regions", a=a, b=b, xs=data.draw(beside(a, b)))


@given(interval_unions(), interval_unions(), st.data())
def test_one_axis_is_the_line(a, b, data):
    one, other = BoxUnion.product([a]), BoxUnion.product([b])
    for boxes, line in ((one & other, a & b), (one | other, a | b), (one - other, a - b)):
        assert boxes == BoxUnion.product([line])
        assert boxes.volume == line.length
        xs = data.draw(st.lists(adversarial_floats([c for c, _ in line.cuts]), max_size=4))
        assert boxes.contains([[x] for x in xs]).tolist() == line.contains(xs).tolist()


@given(st.lists(interval_unions(), min_size=2, max_size=2), st.data())
def test_a_product_holds_what_every_side_holds(sides, data):
    region = BoxUnion.product(sides)
    assert region.volume == sides[0].length * sides[1].length
    for x in data.draw(beside(region)):
        assert (x in region) == all(c in side for c, side in zip(x, sides, strict=True))


@pytest.mark.parametrize("ends", list(product((before, after), repeat=2)))
def test_a_batch_sees_the_same_ends(ends):
    """No float is 1/3, so the last one below and the first one above tell rounding apart."""
    below, above = float(THIRD), math.nextafter(float(THIRD), 1)
    region = BoxUnion.product([IntervalUnion.from_cuts(end(THIRD), after(1)) for end in ends])
    grid = list(product((below, above), repeat=2))
    assert region.contains(grid).tolist() == [x == (above, above) for x in grid]
    edges = list(product((math.nextafter(0.5, 0), 0.5, math.nextafter(0.5, 1)), repeat=2))
    region = BoxUnion.product([IntervalUnion.from_cuts(end(HALF), after(1)) for end in ends])
    assert region.contains(edges).tolist() == [x in region for x in edges]
    assert ((0.5, 0.5) in region) == (ends == (before, before))


def test_needless_cuts_are_dropped():
    left, right = BoxUnion.closed((0, 0), (HALF, 1)), BoxUnion.closed((HALF, 0), (1, 1))
    assert left | right == WHOLE
    assert (left | right).cuts == ((), ())
    assert (left - left).cuts == ((), ())
    assert BoxUnion([[before(HALF)], []], [[True], [True]]) == WHOLE
    corner = BoxUnion.closed((0, 0), (HALF, HALF))
    assert corner.cuts == ((after(HALF),), (after(HALF),))
    assert corner & left == corner


def test_volumes_add_up():
    corner = BoxUnion.closed((0, 0), (HALF, THIRD))
    assert (corner.volume, (~corner).volume) == (Fraction(1, 6), Fraction(5, 6))
    assert BoxUnion.closed((HALF, 0), (HALF, 1)).volume == 0
    assert not BoxUnion.closed((HALF, 0), (HALF, 1)).is_empty


def test_what_it_says_of_itself():
    corner = BoxUnion.closed((0, 0), (HALF, THIRD))
    assert str(corner) == "[0, 1/2] x [0, 1/3]"
    assert str(WHOLE - corner) == (
        "[0, 1/2] x (1/3, 1] u (1/2, 1] x [0, 1/3] u (1/2, 1] x (1/3, 1]"
    )
    assert str(~WHOLE) == "empty"
    assert pickle.loads(pickle.dumps(corner)) == corner


def test_refusals():
    with pytest.raises(DomainError, match="2 coordinates, got 1"):
        box_point((HALF,), 2)
    with pytest.raises(DomainError, match=r"\[0, 1\]"):
        box_point((HALF, 2), 2)
    with pytest.raises(DomainError, match="2 numbers, got '01'"):
        box_point("01", 2)
    with pytest.raises(DomainError, match=r"shape \(2,\)"):
        box_points([0.5, 0.5], 2)
    with pytest.raises(DomainError, match=r"got 1\.5"):
        box_points([[0.5, 1.5]], 2)
    with pytest.raises(DomainError, match="rows of 2 numbers"):
        box_points([[0.5], [0.5, 1]], 2)
    with pytest.raises(DomainError, match="is a BoxUnion"):
        getattr(WHOLE, "__and__")(UNIT)  # noqa: B009 - what no type checker would let pass
    with pytest.raises(DomainError, match="increase strictly"):
        BoxUnion([[after(HALF), before(HALF)]], [True, False, True])
    with pytest.raises(DomainError, match="strictly inside"):
        BoxUnion([[before(0)]], [True, False])
    with pytest.raises(DomainError, match="cells of shape"):
        BoxUnion([[before(HALF)]], [True])
    with pytest.raises(DomainError, match="dimension"):
        BoxUnion([], True)


def test_too_fine_a_refinement_is_refused():
    cuts = [before(Fraction(k, 2000)) for k in range(1, 2000)]
    stripes = [[k % 2 == 0] for k in range(2000)]
    rows = BoxUnion([cuts, []], stripes)
    columns = BoxUnion([[], cuts], np.array(stripes).T)
    with pytest.raises(BudgetError, match="4000000 cells"):
        _ = rows & columns
