"""Unions of arcs: the laws of sets over the place 0, each kind of end, floats beside them."""

import math
import re
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.spaces.circle import CIRCLE, ArcUnion, circle_region, turn, turns
from altheory.spaces.circle_laws import UniformCircle
from altheory.spaces.cuts import after, before
from altheory.spaces.line import UNIT
from altheory.testing import laws
from altheory.testing import strategies as draw

THIRD = Fraction(1, 3)
SIDES = {"[": before, "(": after, "]": after, ")": before}

real_turns = st.builds(lambda x, k: x + k, draw.rationals_in_unit(8), st.integers(-2, 2))
cuts = st.tuples(real_turns, st.integers(0, 1))


def operate(name, wrong):
    """Apply an operator to what no type checker would let pass."""
    return getattr(CIRCLE, name)(wrong)


@given(draw.arc_unions(), draw.arc_unions(), st.data())
def test_laws_hold_at_every_cut_and_beside_it(a, b, data):
    edges = [x % 1 for x, _ in (*a.cuts, *b.cuts)]
    floats = st.lists(draw.adversarial_floats(edges).map(lambda x: x % 1), max_size=6)
    laws.hold("regions", a=a, b=b, xs=[*edges, *data.draw(floats)])


@given(cuts, st.fractions(0, 2, max_denominator=8), st.integers(0, 1), draw.rationals_in_unit(16))
def test_an_arc_holds_what_lies_between_its_cuts_in_real_turns(start, ahead, side, x):
    """Its instances are the turns x + k for which the real number lies between the cuts."""
    end = (start[0] + ahead, side)
    arc = ArcUnion.from_cuts(start, end)
    between = any(start <= before(x + k) < end for k in range(-4, 6))
    assert (x % 1 in arc) == (between or end >= (start[0] + 1, start[1]))
    assert arc.length == min(ahead, Fraction(1)) * (start < end)


@pytest.mark.parametrize("left", "[(")
@pytest.mark.parametrize("right", "])")
@pytest.mark.parametrize("start", [Fraction(1, 3), Fraction(5, 6)])
def test_ends_are_open_or_closed_as_they_say_over_the_place_0_too(left, right, start):
    end = start + Fraction(1, 4)
    arc = ArcUnion.from_cuts(SIDES[left](start), SIDES[right](end))
    over = " over 0" if end > 1 else ""
    assert str(arc) == f"{left}{start}, {end % 1}{right}{over}"
    assert (start in arc) == (left == "[")
    assert (end % 1 in arc) == (right == "]")
    (only,) = arc.pieces
    assert (only.lo, only.closed_lo, only.hi, only.closed_hi) == (
        start,
        left == "[",
        end,
        right == "]",
    )


def test_arcs_that_meet_at_the_place_0_are_one():
    """Each of the four ways to end at 0, with and without 0 itself."""
    left, right = ArcUnion.open(0.75, 1), ArcUnion.open(0, 0.25)
    assert [str(p) for p in (left | right).pieces] == ["(0, 1/4)", "(3/4, 1)"]
    zero = ArcUnion.closed(0, 0)
    assert str(left | zero) == "(3/4, 0] over 0"
    assert (left | zero).pieces[0].hi == 1
    assert str(zero | right) == "[0, 1/4)"
    assert str(left | zero | right) == "(3/4, 1/4) over 0"
    assert str(~zero) == "(0, 1)"
    assert str(~ArcUnion.closed(0.5, 0.5)) == "(1/2, 1/2) over 0"
    assert (str(CIRCLE), str(ArcUnion()), str(zero)) == ("[0, 1)", "empty", "[0, 0]")


TEXT = re.compile(r"([(\[])([^,]+), ([^)\]]+)([)\]])( over 0)?")


@given(draw.arc_unions(), st.lists(draw.rationals_in_unit(12).map(lambda x: x % 1), max_size=6))
def test_the_text_names_places_in_the_unit_turn_and_says_all(a, xs):
    """Read as it says, an arc over 0 holds what lies after its start or before its end."""
    read = [
        (Fraction(lo), left == "[", Fraction(hi), right == "]", bool(over))
        for left, lo, hi, right, over in TEXT.findall(str(a))
    ]
    assert len(read) == len(a.pieces)
    for x in [*xs, Fraction(0), *(x % 1 for x, _ in a.cuts)]:
        within = False
        for lo, closed_lo, hi, closed_hi, over in read:
            assert 0 <= lo < 1
            assert 0 <= hi <= 1
            after = x > lo or (closed_lo and x == lo)
            ahead = x < hi or (closed_hi and x == hi)
            within |= (after or ahead) if over else (after and ahead)
        assert within == (x in a)


@given(draw.arc_unions(), real_turns, draw.rationals_in_unit(12))
def test_turning_moves_every_instance(a, by, x):
    x = x % 1
    assert (x in a) == ((x + by) % 1 in a.turned(by))
    assert a.turned(by).turned(-by) == a
    assert a.turned(by).length == a.length


@given(draw.arc_unions())
def test_pieces_are_arcs_that_do_not_touch_and_make_up_the_region(a):
    pieces = a.pieces
    again = ArcUnion()
    for p in pieces:
        assert 0 <= p.lo < 1
        assert p.lo <= p.hi <= p.lo + 1
        arc = ArcUnion.from_cuts((p.lo, int(not p.closed_lo)), (p.hi, int(p.closed_hi)))
        assert (again & arc).is_empty
        again |= arc
    assert again == a
    assert len(pieces) == len((~a).pieces) or not pieces or a == CIRCLE
    assert sum((p.hi - p.lo for p in pieces), Fraction(0)) == a.length


def test_the_float_one_and_beyond_are_in_no_region():
    assert not CIRCLE.contains([1.0, math.nextafter(0, -1)]).any()
    assert CIRCLE.contains([0.0, -0.0, math.nextafter(1, 0)]).all()


@given(draw.arc_unions(), draw.arc_unions(), draw.generators())
def test_the_uniform_law(a, b, rng):
    laws.hold("distributions", law=UniformCircle(), a=a, b=b, rng=rng)


def test_a_sample_is_an_array_of_turns():
    sample = UniformCircle().sample(np.random.default_rng(1), 1000)
    assert turns(sample) is sample
    assert UniformCircle().sample(1, 0).shape == (0,)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: turn(1), "got 1"),
        (lambda: turn(-5e-324), "-5e-324"),
        (lambda: turn(math.nan), "nan"),
        (lambda: turns([0.5, 1.0]), "got 1.0"),
        (lambda: operate("__and__", UNIT), "is an ArcUnion"),
        (lambda: operate("__or__", 3), "got 3"),
        (lambda: ArcUnion((before(0),)), "enters and leaves"),
        (lambda: ArcUnion((after(0), before(0))), "increase strictly"),
        (lambda: ArcUnion((before(0), after(1))), "within [0, 1) turns, got [0, 1]"),
        (lambda: turn(1), "got 1; modulo a turn it is 0"),
        (lambda: turn(-0.25), "got -0.25; modulo a turn it is 3/4"),
        (lambda: turns([0.5, 1.0]), "got 1.0; modulo a turn it is 0"),
        (lambda: ArcUnion((before(-1), before(0))), "within [0, 1) turns"),
        (lambda: circle_region(UNIT), "is an ArcUnion"),
        (lambda: UniformCircle().draw(ArcUnion.closed(THIRD, THIRD), 1), "mass zero"),
    ],
)
def test_refusals(call, said):
    with pytest.raises(DomainError) as caught:
        call()
    assert said in str(caught.value)
