"""Step profiles are the functions they are summed from."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import EmptyVersionSpaceError
from altheory.hypotheses.profile import StepProfile
from altheory.spaces.cuts import after, before
from altheory.spaces.line import UNIT, IntervalUnion
from altheory.testing.strategies import adversarial_floats, interval_unions, rationals_in_unit

cuts = st.tuples(rationals_in_unit(6), st.integers(0, 1))
jumps = st.lists(st.tuples(cuts, st.integers(-3, 3)), max_size=6)


@given(st.integers(-2, 5), jumps, st.data())
def test_the_value_is_the_base_and_the_jumps_so_far(base, given_jumps, data):
    profile = StepProfile.from_jumps(base, given_jumps)
    a = Fraction(data.draw(adversarial_floats([x for (x, _), _ in given_jumps])))
    # a jump at the cut before x counts from x on, one at the cut after x past it
    assert profile.at(a) == base + sum(
        j for (x, side), j in given_jumps if a > x or (a == x and side == 0)
    )


@given(st.integers(-2, 5), jumps, st.integers(-4, 6), rationals_in_unit(12))
def test_sublevel_sets(base, given_jumps, level, a):
    profile = StepProfile.from_jumps(base, given_jumps)
    pieces = profile.on(UNIT.cuts, IntervalUnion)
    assert (a in pieces.at_most(level)) == (profile.at(a) <= level)
    assert profile.argmin() == pieces.at_most(pieces.minimum)
    assert pieces.minimum == profile.minimum
    assert not profile.argmin().is_empty
    assert pieces.at_most(profile.minimum - 1).is_empty
    assert pieces.at_most(max(profile.values)) == UNIT


@given(st.integers(-2, 5), jumps, interval_unions(), st.integers(-4, 6), rationals_in_unit(12))
def test_sublevel_sets_on_a_region(base, given_jumps, region, level, a):
    profile = StepProfile.from_jumps(base, given_jumps)
    pieces = profile.on(region.cuts, IntervalUnion)
    assert (a in pieces.at_most(level)) == (a in region and profile.at(a) <= level)
    if not region.is_empty:
        assert pieces.at_most(profile.minimum - 1).is_empty
        assert not pieces.at_most(pieces.minimum).is_empty


def test_nothing_has_no_minimum():
    with pytest.raises(EmptyVersionSpaceError):
        _ = StepProfile.from_jumps(0, []).on((), IntervalUnion).minimum


def test_jumps_that_cancel_and_jumps_beyond_the_end_leave_no_trace():
    half = Fraction(1, 2)
    profile = StepProfile.from_jumps(1, [(before(half), 1), (before(half), -1), (after(1), 5)])
    assert profile == StepProfile((), (1,))


def test_a_value_that_no_parameter_has_is_no_minimum():
    """The base holds on the left of 0 alone, where no parameter is."""
    profile = StepProfile.from_jumps(0, [(before(0), 1)])
    assert (profile.minimum, profile.argmin()) == (1, UNIT)
