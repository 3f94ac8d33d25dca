from fractions import Fraction
from typing import Any

import pytest

from altheory.bounds.hoeffding import hoeffding, radius_of
from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from tests.bounds.coverage import covers

DELTA = Fraction(1, 2)


def of_count(n, side="two-sided", shrink=1):
    """Return the interval of a count; ``shrink`` > 1 is a mutant: a larger n in the radius."""
    return lambda k: hoeffding(Fraction(k, n), n * shrink, DELTA, side=side)


@pytest.mark.parametrize("side", ["two-sided", "lower", "upper"])
@pytest.mark.parametrize("n", [1, 2, 7])
def test_it_misses_no_probability_too_often(n, side):
    assert covers(of_count(n, side), n, DELTA)


@pytest.mark.parametrize("side", ["two-sided", "lower", "upper"])
def test_the_same_test_rejects_half_the_radius(side):
    assert not covers(of_count(1, side, shrink=4), 1, DELTA)


def test_the_same_test_rejects_swapped_sides():
    assert not covers(lambda k: hoeffding(Fraction(7 - k, 7), 7, DELTA, side="upper"), 7, DELTA)


@pytest.mark.parametrize("n", [1, 50, 10**6])
def test_the_radius_is_rounded_up_and_barely(n):
    radius = radius_of(n, DELTA)
    square = Enclosure.exactly(2).log() / (2 * n)
    assert radius * radius >= square.hi
    assert (radius - Fraction(1, 2**100)) ** 2 < square.lo


def test_a_range_scales_and_shifts():
    wide = hoeffding(3, 40, DELTA, low=-1, high=7)
    unit = hoeffding(Fraction(1, 2), 40, DELTA)
    assert (wide.lower, wide.upper) == (8 * unit.lower - 1, 8 * unit.upper - 1)


def test_one_side_leaves_the_other_at_the_range():
    assert hoeffding(0.5, 9, DELTA, side="upper").lower == 0
    assert hoeffding(0.5, 9, DELTA, side="lower", high=2).upper == 2
    assert hoeffding(0, 1, DELTA).lower == 0
    assert hoeffding(1, 1, DELTA).upper == 1


def test_the_known_value_at_five_of_a_hundred():
    bound = hoeffding(Fraction(5, 100), 100, Fraction(1, 20), side="upper")
    assert f"{float(bound.upper):.4f}" == "0.1724"


def test_a_count_in_place_of_the_mean_is_told_what_to_be():
    with pytest.raises(DomainError, match=r"got 3; a count or a sum of 10 values .*: 3/10$"):
        hoeffding(3, 10, 0.05)


@pytest.mark.parametrize(
    "arguments",
    [
        {"mean": 1.5},
        {"mean": float("nan")},
        {"n": 0},
        {"delta": 0},
        {"low": 1},
        {"low": 0.6},
        {"low": 0.5, "high": 0.5},
        {"high": float("inf")},
    ],
)
def test_bad_input_is_refused(arguments):
    good: dict[str, Any] = {"mean": 0.5, "n": 3, "delta": 0.1, "low": 0, "high": 1}
    hoeffding(**good)
    with pytest.raises(DomainError):
        hoeffding(**good | arguments)
