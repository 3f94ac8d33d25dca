"""Unions of intervals: the laws of sets, each kind of end, and the floats beside them."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.spaces.cuts import after, before
from altheory.spaces.finite import FiniteRegion
from altheory.spaces.line import EMPTY, UNIT, IntervalUnion, point, points
from altheory.testing import laws
from altheory.testing.strategies import adversarial_floats, interval_unions, rationals_in_unit

THIRD = Fraction(1, 3)
ENDS = {
    "[)": (before(THIRD), before(1)),
    "(]": (after(THIRD), after(1)),
    "[]": (before(THIRD), after(1)),
    "()": (after(THIRD), before(1)),
}


def operate(name, wrong):
    """Apply an operator to what no type checker would let pass."""
    return getattr(UNIT, name)(wrong)


@given(interval_unions(), interval_unions(), st.data())
def test_laws_hold_at_every_cut_and_beside_it(a, b, data):
    cuts = [x for x, _ in (*a.cuts, *b.cuts)]
    floats = st.lists(adversarial_floats(cuts), max_size=6)
    laws.hold("regions", a=a, b=b, xs=[*cuts, *data.draw(floats)])


@pytest.mark.parametrize("ends", ENDS)
def test_ends_are_open_or_closed_as_they_say(ends):
    region = IntervalUnion.from_cuts(*ENDS[ends])
    assert (THIRD in region) == (ends[0] == "[")
    assert (1 in region) == (ends[1] == "]")
    assert str(region) == f"{ends[0]}1/3, 1{ends[1]}"
    assert (region.pieces[0].closed_lo, region.pieces[0].closed_hi) == (
        ends[0] == "[",
        ends[1] == "]",
    )


@pytest.mark.parametrize("ends", ENDS)
def test_a_batch_sees_the_same_ends(ends):
    region = IntervalUnion.from_cuts(*ENDS[ends])
    below, above = float(THIRD), math.nextafter(float(THIRD), 1)
    assert Fraction(below) < THIRD < Fraction(above)
    assert region.contains([below, above, 1.0]).tolist() == [False, True, ends[1] == "]"]


def test_a_float_end_splits_the_floats_between_itself_and_its_neighbors():
    for side, expected in ((before(0.5), [False, True, True]), (after(0.5), [False, False, True])):
        region = IntervalUnion.from_cuts(side, after(1))
        xs = [math.nextafter(0.5, 0), 0.5, math.nextafter(0.5, 1)]
        assert region.contains(xs).tolist() == expected
        assert [x in region for x in xs] == expected


def test_intervals_that_touch_become_one():
    left, right = IntervalUnion.closed(0, THIRD), IntervalUnion.from_cuts(after(THIRD), after(1))
    assert left | right == UNIT
    assert (left & right).is_empty
    single = IntervalUnion.closed(THIRD, THIRD)
    assert single.length == 0
    assert (THIRD in single, str(single)) == (True, "[1/3, 1/3]")
    assert (UNIT - single) | single == UNIT
    assert len((UNIT - single).pieces) == 2


@given(interval_unions(), interval_unions())
def test_length_is_a_measure_and_the_hull_holds_the_region(a, b):
    assert (a | b).length + (a & b).length == a.length + b.length
    assert (a - a.hull).is_empty
    assert len(a.hull.pieces) <= 1
    assert a.hull.is_empty == a.is_empty


@given(rationals_in_unit(), rationals_in_unit())
def test_a_closed_interval_holds_what_lies_between(lo, hi):
    region = IntervalUnion.closed(lo, hi)
    assert region.is_empty == (lo > hi)
    assert region.length == max(hi - lo, Fraction(0))


def test_the_empty_region():
    assert EMPTY.is_empty
    assert str(EMPTY) == "empty"
    assert ~EMPTY == UNIT
    assert EMPTY.contains(np.array([0.0, 1.0])).tolist() == [False, False]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: point(Fraction(3, 2)), "3/2"),
        (lambda: point(math.nextafter(1, 2)), "1.0000000000000002"),
        (lambda: point(-5e-324), "-5e-324"),
        (lambda: point(math.nan), "nan"),
        (lambda: points([0.5, 1.5]), "1.5"),
        (lambda: UNIT.contains([math.inf]), "inf"),
        (lambda: UNIT.contains("ab"), "'ab'"),
        (lambda: "ab" in UNIT, "'ab'"),
        (lambda: operate("__and__", FiniteRegion(2)), "got FiniteRegion"),
        (lambda: operate("__or__", 3), "got 3"),
        (lambda: operate("__sub__", None), "got None"),
        (lambda: IntervalUnion((before(0),)), "enters and leaves each interval, got [0"),
        (lambda: IntervalUnion((after(0), before(0))), "increase strictly, got (0, 0)"),
        (lambda: IntervalUnion.closed(0, 2), "[0, 2]"),
        (lambda: IntervalUnion.closed(-0.1, 1), "[~-0.1, 1]"),
        (lambda: IntervalUnion.closed(-1, 1), "[-1, 1]"),
    ],
)
def test_refusals(call, said):
    with pytest.raises(DomainError) as caught:
        call()
    assert said in str(caught.value)
