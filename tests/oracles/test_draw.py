"""A label is +1 iff a uniform variable, known to any depth, is below its probability."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from altheory.numeric.seeds import stream
from altheory.oracles._draw import BITS, beside, draw_label

DIGIT = 1 << BITS


@given(st.integers(0, 2**16), st.integers(1, DIGIT - 1))
def test_it_says_plus_iff_the_uniform_variable_is_below(seed, second):
    """The probability is put where the first digit does not decide."""
    first, next_digit = (int(d) for d in stream(seed, "draw").integers(DIGIT, size=2))
    p = (first + Fraction(second, DIGIT)) / DIGIT
    drawn = draw_label(beside(p), stream(seed, "draw"))
    assert drawn == (1 if next_digit < second else -1)
