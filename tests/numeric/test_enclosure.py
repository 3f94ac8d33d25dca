"""Enclosures are sound: compared with another arithmetic, and with their own arithmetic."""

from decimal import Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.numeric.enclosure import STEEPEST, Enclosure

DIGITS = Context(prec=80)
# exact in binary and in 80 decimal digits, so Decimal sees the number we see
dyadics = st.builds(
    lambda k, e: Fraction(k, 2**e), st.integers(-(2**12), 2**12), st.integers(0, 24)
)
positive = st.builds(lambda k, e: Fraction(k, 2**e), st.integers(1, 2**12), st.integers(0, 24))
rationals = st.builds(Fraction, st.integers(-40, 40), st.integers(1, 12))
enclosures = st.lists(rationals, min_size=2, max_size=2).map(lambda ends: Enclosure(*sorted(ends)))


def between(lo, hi):
    """An enclosure from any two numbers, good or bad."""
    return Enclosure(lo, hi)


@st.composite
def enclosed(draw):
    """An enclosure and a number in it."""
    ends = draw(st.lists(rationals, min_size=2, max_size=2))
    part = draw(st.integers(0, 8))
    e = Enclosure(min(ends), max(ends))
    return e, e.lo + e.width * Fraction(part, 8)


def decimal(x):
    """The exact value of ``x``, whose expansion ends within the digits."""
    return DIGITS.divide(Decimal(x.numerator), Decimal(x.denominator))


def meets(e, value):
    """Whether ``e`` can hold the number that ``value`` is a correct rounding of."""
    ulp = Fraction(10) ** (value.adjusted() - DIGITS.prec + 1) if value else Fraction(0)
    return e.lo <= Fraction(value) + ulp and Fraction(value) - ulp <= e.hi


@pytest.mark.parametrize(
    ("name", "numbers"), [("log", positive), ("sqrt", positive), ("exp", dyadics)]
)
def test_functions_hold_what_decimal_arithmetic_finds(name, numbers):
    decimal_name = {"log": "ln"}.get(name, name)

    @given(numbers)
    def check(x):
        e = getattr(Enclosure.exactly(x), name)()
        value = getattr(decimal(x), decimal_name)(DIGITS)
        assert meets(e, value)
        assert e.width <= abs(e.hi) * Fraction(1, 2**100)  # tight, or soundness is cheap

    check()


@given(positive, positive)
def test_functions_of_an_interval_hold_those_of_its_points(x, y):
    wide = Enclosure(min(x, y), max(x, y))
    inside = Enclosure.exactly(wide.midpoint)
    for name in ("log", "sqrt", "exp"):
        outer, inner = getattr(wide, name)(), getattr(inside, name)()
        assert outer.lo <= inner.lo <= inner.hi <= outer.hi


@given(enclosed(), enclosed())
def test_arithmetic_contains_the_exact_results(one, other):
    (a, x), (b, y) = one, other
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b
    assert -x in -a
    if 0 not in b:
        assert x / y in a / b


@given(enclosed(), rationals)
def test_numbers_mix_with_enclosures_from_both_sides(one, c):
    a, x = one
    assert x + c in c + a
    assert c - x in c - a
    assert c * x in c * a
    assert (c + a, c * a, a - c) == (a + c, a * c, -(c - a))
    if 0 not in a:
        assert c / x in c / a


@given(enclosures, enclosures)
def test_arithmetic_is_tight(a, b):
    """Both ends of a sum or product are attained by ends."""
    assert (a + b).width == a.width + b.width
    assert (a * b).lo in {x * y for x in (a.lo, a.hi) for y in (b.lo, b.hi)}


@given(enclosed(), enclosed())
def test_comparison_has_three_outcomes(one, other):
    (a, x), (b, y) = one, other
    less, most = a.less_than(b), a.at_most(b)
    if less is not None:
        assert less == (x < y)
    if most is not None:
        assert most == (x <= y)
    assert (less is True) == (a.hi < b.lo)
    assert (less is False) == (a.lo >= b.hi)
    assert (most is True) == (a.hi <= b.lo)
    assert (most is False) == (a.lo > b.hi)


@given(enclosed(), st.integers(0, 20))
def test_rounding_only_widens(one, bits):
    e, x = one
    rounded = e.rounded(bits)
    assert rounded.lo <= e.lo <= x <= e.hi <= rounded.hi
    assert rounded.width <= e.width + Fraction(2, 2**bits)
    assert (rounded.lo * 2**bits).denominator == (rounded.hi * 2**bits).denominator == 1


def test_square_roots_of_zero_and_of_squares():
    assert Enclosure.exactly(0).sqrt() == between(0, 0)
    assert Fraction(3, 2) in Enclosure.exactly(Fraction(9, 4)).sqrt()
    assert Enclosure.exactly(0).exp() == Enclosure.exactly(1)


def test_the_exponential_of_the_very_negative_starts_at_zero():
    """Its denominator would not fit into memory; zero is a sound lower end."""
    tiny, steepest = between(-(10**30), -(10**30)).exp(), between(-STEEPEST, -STEEPEST).exp()
    assert (tiny.lo, tiny.hi) == (0, steepest.hi)
    assert 0 < steepest.lo < steepest.hi < Fraction(1, 2**STEEPEST)


def test_what_it_prints_holds_it():
    assert str(between(Fraction(1, 4), Fraction(1, 2))) == "[0.25, 0.5]"
    assert float(between(0, 1)) == 0.5


@pytest.mark.parametrize(
    ("call", "value"),
    [
        (lambda: between(1, 0), "[1, 0]"),
        (lambda: between(float("nan"), 1), "nan"),
        (lambda: between(0, float("inf")), "inf"),
        (lambda: Enclosure.exactly(True), "True"),
        (lambda: between(0, 1).log(), "[0, 1]"),
        (lambda: Enclosure.exactly(0).log(), "[0, 0]"),
        (lambda: between(-1, 1).sqrt(), "[-1, 1]"),
        (lambda: 1 / between(0, 1), "[0, 1]"),
        (lambda: 1 / between(-1, 0), "[-1, 0]"),
        (lambda: Enclosure.exactly(10**30).exp(), "too large"),
    ],
)
def test_refusals(call, value):
    with pytest.raises(DomainError) as caught:
        call()
    assert value in str(caught.value)
