"""Rounding is to the right side, at every float and next to it."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.numeric.rational import LONGEST, ceil_float, float_above, floor_float, readable
from altheory.testing.strategies import rationals_in_unit

MAX = math.nextafter(math.inf, 0)
TINY = math.ulp(0.0)
FLOATS = (0.0, TINY, -TINY, 2.0**-1022, 1 / 3, 0.5, 1.0, math.nextafter(1, 2), 2.0**53, 1e300, -MAX)
SHIFTS = (Fraction(0), Fraction(1, 10**400), Fraction(-1, 10**400))  # beyond every float

finite = st.one_of(
    st.sampled_from(FLOATS), st.floats(allow_nan=False, allow_infinity=False), rationals_in_unit()
)


def definition_of_floor(a, x):
    """No float lies in (x, a]."""
    return Fraction(x) <= a and (x == MAX or a < Fraction(math.nextafter(x, math.inf)))


@given(finite, st.sampled_from(SHIFTS))
def test_floor_is_the_largest_float_below(value, shift):
    a = Fraction(value) + shift
    if abs(a) <= MAX:
        assert definition_of_floor(a, floor_float(a))


@given(finite, st.sampled_from(SHIFTS))
def test_ceil_mirrors_floor(value, shift):
    a = Fraction(value) + shift
    assert ceil_float(a) == -floor_float(-a)
    if abs(a) <= MAX:
        assert definition_of_floor(-a, -ceil_float(a))


@given(finite, st.sampled_from(SHIFTS))
def test_comparisons_round_the_constant_and_never_the_data(value, shift):
    a = Fraction(value) + shift
    middle = floor_float(a)
    for x in (math.nextafter(middle, -math.inf), middle, math.nextafter(middle, math.inf)):
        if math.isfinite(x):
            assert (Fraction(x) >= a) == (x >= ceil_float(a))
            assert (Fraction(x) <= a) == (x <= floor_float(a))
            assert (Fraction(x) > a) == (x >= float_above(a))


@pytest.mark.parametrize("x", FLOATS)
def test_a_float_is_itself(x):
    assert floor_float(Fraction(x)) == ceil_float(Fraction(x)) == x
    assert float_above(Fraction(x)) == math.nextafter(x, math.inf)


@pytest.mark.parametrize("x", FLOATS[:-1])
def test_a_hair_beside_a_float_is_rounded_away_from_it(x):
    hair = SHIFTS[1]
    assert floor_float(Fraction(x) - hair) == math.nextafter(x, -math.inf)
    assert ceil_float(Fraction(x) + hair) == math.nextafter(x, math.inf)
    assert floor_float(Fraction(x) + hair) == ceil_float(Fraction(x) - hair) == x


def test_zero_has_no_sign():
    assert str(ceil_float(Fraction(0))) == str(floor_float(Fraction(0))) == "0.0"


def test_beyond_the_floats():
    huge = Fraction(10) ** 400
    assert (floor_float(huge), ceil_float(huge)) == (MAX, math.inf)
    assert (floor_float(-huge), ceil_float(-huge)) == (-math.inf, -MAX)
    assert float_above(huge) == math.inf
    assert float_above(-huge) == -MAX
    assert float_above(Fraction(MAX)) == math.inf


def test_a_value_that_float_rounds_up_is_rounded_down():
    a = Fraction(float(Fraction(1, 10))) - Fraction(1, 10**30)
    assert Fraction(float(a)) > a > Fraction(floor_float(a))


@given(st.one_of(st.fractions(), finite), st.integers(-400, 400))
def test_what_a_message_shows_is_short_and_exact_or_near(value, power):
    a = Fraction(value) * Fraction(10) ** power
    text = readable(a)
    assert len(text) <= LONGEST
    if text.startswith("~"):
        assert len(str(a)) > LONGEST
        assert abs(Fraction(text[1:]) - a) <= abs(a) * Fraction(1, 10**5)
    else:
        assert Fraction(text) == a
