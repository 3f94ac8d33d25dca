from fractions import Fraction
from typing import Any

import pytest

import altheory.bounds
from altheory.bounds._bound import GRID_BITS, Bound, level, upper_end
from altheory.bounds.hoeffding import hoeffding
from altheory.discovery import module_names
from altheory.errors import DomainError

UNIT = Fraction(1, 2**GRID_BITS)
ARGS: dict[str, Any] = {
    "lower": 0,
    "upper": 1,
    "quantity": "q",
    "delta": 0.5,
    "n": 1,
    "side": "two-sided",
    "source": "s",
}


def test_every_bound_bears_the_name_of_its_file():
    names = module_names("altheory.bounds")
    assert len(names) >= 6
    for name in names:
        assert getattr(altheory.bounds, name).__name__ == name


def test_a_bound_survives_json():
    bound = hoeffding(0.3, 7, Fraction(1, 3), side="upper")
    assert Bound.from_json(bound.to_json()) == bound


def test_a_bound_keeps_rationals_and_prints_outward():
    bound = Bound(**ARGS | {"lower": 0.25, "upper": Fraction(1, 3)})
    assert (bound.lower, bound.upper) == (Fraction(1, 4), Fraction(1, 3))
    assert bound.width == Fraction(1, 12)
    assert Fraction(1, 3) in bound
    assert Fraction(1, 3) + UNIT not in bound
    assert str(bound) == "q in [0.25, 0.333333] (at n = 1, delta = 0.5, two-sided)"


@pytest.mark.parametrize(
    "wrong",
    [
        {"lower": 2},
        {"upper": float("nan")},
        {"delta": 0},
        {"delta": 1},
        {"delta": float("nan")},
        {"n": 0},
        {"n": 1.0},
        {"side": "left"},
    ],
)
def test_what_is_no_bound_is_refused(wrong):
    with pytest.raises(DomainError):
        Bound(**ARGS | wrong)


def test_only_a_two_sided_bound_splits_delta():
    assert level(0.5, "two-sided") == Fraction(1, 4)
    assert level(0.5, "upper") == level(0.5, "lower") == Fraction(1, 2)


@pytest.mark.parametrize(
    "root", [Fraction(0), Fraction(1, 3), Fraction(1, 2), 1 - UNIT, Fraction(1)]
)
@pytest.mark.parametrize("hint", [None, 0.0, 1 / 3, 0.9])
def test_the_end_is_the_first_excluded_grid_point_whatever_the_hint(root, hint):
    roughly = None if hint is None else (lambda p: p > hint)
    end = upper_end(lambda p: p > root, Fraction(0), roughly)
    expected = Fraction(int(root * 2**GRID_BITS) + 1, 2**GRID_BITS)
    assert end == min(expected, 1)


def test_an_end_that_nothing_excludes_is_one():
    assert upper_end(lambda _: False, Fraction(1, 3)) == 1
