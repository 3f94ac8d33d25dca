"""What is a number, a count, a label, a batch; and that all else is refused with its value."""

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.numeric import inputs

NO_NUMBERS = (math.nan, math.inf, -math.inf, "1/2", None, True, np.True_, 1j, Decimal("0.5"), [0.5])


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_is_kept_as_the_rational_it_is(x):
    for number in (x, np.float64(x)):
        value = inputs.rational(number)
        assert type(value) is Fraction
        assert (value, float(value)) == (Fraction(x), x)


@pytest.mark.parametrize("x", [3, np.int8(3), np.uint64(3), Fraction(3), 3.0, np.float32(3)])
def test_every_kind_of_number_becomes_one_kind(x):
    value = inputs.rational(x)
    assert value == 3
    assert type(value) is Fraction
    assert type(value.numerator) is int


@pytest.mark.parametrize("x", NO_NUMBERS)
def test_no_number(x):
    with pytest.raises(DomainError, match="the width") as caught:
        inputs.rational(x, "the width")
    assert (repr(x) if not isinstance(x, float) else str(x)) in str(caught.value)


@pytest.mark.parametrize("x", [0, 1, -0.5, Fraction(3, 2), math.nextafter(1, 2)])
def test_outside_the_open_unit_interval(x):
    with pytest.raises(DomainError, match="delta lies strictly between 0 and 1") as caught:
        inputs.open_unit(x, "delta")
    assert str(x) in str(caught.value)


@pytest.mark.parametrize("x", [math.ulp(0.0), math.nextafter(1, 0), Fraction(1, 2)])
def test_inside_the_open_unit_interval(x):
    assert inputs.open_unit(x, "delta") == Fraction(x)


def test_positive():
    assert inputs.positive(math.ulp(0.0), "epsilon") > 0
    for x in (0, -0.0, -1):
        with pytest.raises(DomainError, match=f"epsilon must be positive, got {x}"):
            inputs.positive(x, "epsilon")


@pytest.mark.parametrize("n", [0, -1, 1.0, Fraction(2), True, "3", None, np.True_])
def test_no_count(n):
    with pytest.raises(DomainError, match="a batch must be an integer of at least 1") as caught:
        inputs.count(n, "a batch")
    assert repr(n) in str(caught.value)


def test_counts():
    assert inputs.count(np.int64(4), "a batch") == 4
    assert type(inputs.count(np.int64(4), "a batch")) is int
    assert inputs.count(0, "a seed", least=0) == 0
    with pytest.raises(DomainError, match="at least 2, got 1"):
        inputs.count(1, "points", least=2)


@pytest.mark.parametrize("y", [-1, 1, -1.0, np.int8(1), Fraction(-1)])
def test_labels(y):
    assert inputs.label(y) == y
    assert type(inputs.label(y)) is int


@pytest.mark.parametrize("y", [0, 2, True, False, np.True_, "+", None, math.nan, 0.5, 1j])
def test_no_label(y):
    with pytest.raises(DomainError, match="a label is -1 or") as caught:
        inputs.label(y)
    assert repr(y) in str(caught.value)


def test_batches():
    assert inputs.floats([0, Fraction(1, 2), 1]).tolist() == [0.0, 0.5, 1.0]
    assert inputs.floats([]).shape == (0,)
    with pytest.raises(DomainError, match=r"got shape \(1, 2\)"):
        inputs.floats([[0.0, 1.0]])
    with pytest.raises(DomainError, match="got shape"):
        inputs.floats(0.5)
    for x in (math.nan, math.inf, -math.inf):
        with pytest.raises(DomainError, match=f"finite, got {x}"):
            inputs.floats([0.5, x])


@pytest.mark.parametrize(
    ("xs", "got"),
    [
        ("ab", "'ab'"),
        (b"ab", "b'ab'"),
        (["0.5"], "['0.5']"),
        (None, "None"),
        ([0, None], "None"),
        ([True], "[True]"),
        ([0.5, 1j], "[0.5, 1j]"),
        ([[0], [0, 1]], "[[0], [0, 1]]"),
        ({1}, "{1}"),
    ],
)
def test_no_batch_of_numbers(xs, got):
    with pytest.raises(DomainError, match="the widths") as caught:
        inputs.floats(xs, "the widths")
    assert f"got {got}" in str(caught.value)


@pytest.mark.parametrize("x", [10**400, Fraction(-(10**400))])
def test_numbers_beyond_every_float_are_no_batch(x):
    with pytest.raises(DomainError, match="the instances must be finite floats, got"):
        inputs.floats([0.5, x])


@pytest.mark.parametrize(("xs", "ys"), [(0.1, 1), (0.1, [1]), ([0.1], 1), (np.array(0.1), [1])])
def test_scalars_are_no_lists(xs, ys):
    with pytest.raises(DomainError, match="come as a list or an array, got"):
        inputs.labeled(xs, ys)


def test_instances_and_labels_come_in_pairs():
    assert inputs.labeled([0.5, 1], np.array([1, -1])) == [(0.5, 1), (1, -1)]
    with pytest.raises(DomainError, match="got 1 instances and 2 labels"):
        inputs.labeled([0.5], [1, -1])
    with pytest.raises(DomainError, match="got 0"):
        inputs.labeled([0.5], [0])


@pytest.mark.parametrize("door", [inputs.rational, inputs.label, lambda n: inputs.count(n, "n")])
@pytest.mark.parametrize("x", [True, False, np.True_])
def test_booleans_are_no_numbers_and_told_so(door, x):
    with pytest.raises(DomainError, match=f"got {x!r}, and booleans are not numbers"):
        door(x)
    with pytest.raises(DomainError, match=r"got 'x'$"):
        door("x")


BETWEEN = 2**53 + 1  # integers that no float is
UNROUNDED = (
    [BETWEEN],
    [BETWEEN, 0.5],
    [0.5, -BETWEEN],
    [np.int64(BETWEEN), np.float64(1)],
    np.array([1, BETWEEN]),
    np.array([BETWEEN], dtype=np.uint64),
    [2**64 - 1, -1],
    [Fraction(1, 3)],
    np.array([Fraction(1, 3), 0], dtype=object),
    [10**30],
    [np.longdouble(BETWEEN)],
)


@pytest.mark.parametrize("xs", UNROUNDED)
def test_a_number_that_no_float_is_stays_out_of_batches(xs):
    with pytest.raises(DomainError, match="a batch of instances holds floats, got ") as caught:
        inputs.exact_floats(xs)
    value = next(x for x in map(inputs.rational, xs) if Fraction(float(x)) != x)
    assert f"got {value}, which is none; give exact numbers one at a time" in str(caught.value)
    with pytest.raises(DomainError, match="a batch of instances holds floats, got "):
        inputs.exact_rows([xs], len(xs))


@given(st.lists(st.one_of(st.integers(-(2**70), 2**70), st.floats(width=32, allow_nan=False))))
def test_batches_are_exact_or_refused(numbers):
    """In a list of integers and floats NumPy rounds the integers before anybody asks."""
    finite = [x for x in numbers if math.isfinite(x)]
    exact = all(Fraction(float(x)) == x for x in finite)
    try:
        assert list(map(Fraction, inputs.exact_floats(finite).tolist())) == finite
        assert exact
    except DomainError:
        assert not exact


def test_batches_of_every_kind_of_number_that_floats_are():
    kinds = (int, float, Fraction, np.int8, np.uint64, np.float16, np.float32, np.longdouble)
    for kind in kinds:
        assert inputs.exact_floats([kind(3), kind(0)]).tolist() == [3, 0]
        assert inputs.exact_rows([(kind(3), kind(0))], 2).tolist() == [[3, 0]]
    assert inputs.exact_floats([2**70, 2.0**-1074]).tolist() == [2**70, 2.0**-1074]
    assert inputs.exact_rows(np.array([[2**62, 1], [-3, 0]]), 2).tolist() == [[2**62, 1], [-3, 0]]
    assert inputs.exact_rows([], 2).shape == (0, 2)


@pytest.mark.parametrize("xs", [[(1, 2), (3,)], [(1, 2, 3)], [1, 2], 7, "ab"])
def test_no_rows_of_two(xs):
    with pytest.raises(DomainError, match="rows of 2 numbers, got"):
        inputs.exact_rows(xs, 2)
