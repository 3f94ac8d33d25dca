from fractions import Fraction
from typing import Any

import pytest

from altheory.bounds._binomial import EXACT_UP_TO, exact_tail
from altheory.bounds._bound import GRID_BITS
from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.errors import DomainError
from tests.bounds.coverage import covers

UNIT = Fraction(1, 2**GRID_BITS)
DELTA = Fraction(1, 10)


@pytest.mark.parametrize("side", ["two-sided", "lower", "upper"])
@pytest.mark.parametrize("n", [1, 2, 7])
def test_it_misses_no_probability_too_often(n, side):
    assert covers(lambda k: clopper_pearson(k, n, DELTA, side=side), n, DELTA)


@pytest.mark.parametrize(
    "mutant",
    [
        lambda k, n: clopper_pearson(max(k - 1, 0), n, DELTA, side="upper"),
        lambda k, n: clopper_pearson(n - k, n, DELTA, side="upper"),
        lambda k, n: clopper_pearson(k, n, 2 * DELTA),
        lambda k, n: clopper_pearson(k, n + 1, DELTA),
    ],
    ids=["a success fewer", "sides swapped", "delta doubled", "a trial more"],
)
def test_the_same_test_rejects_mutants(mutant):
    assert not covers(lambda k: mutant(k, 7), 7, DELTA)


def test_without_successes_it_is_a_root():
    bound = clopper_pearson(0, 3, Fraction(1, 8), side="upper")
    assert bound.upper == Fraction(1, 2)
    assert clopper_pearson(0, 5, DELTA, side="upper").lower == 0
    assert clopper_pearson(0, 5, DELTA).lower == 0
    assert clopper_pearson(5, 5, DELTA).upper == 1


def test_one_trial():
    assert clopper_pearson(0, 1, Fraction(1, 2)).upper == Fraction(3, 4)
    assert clopper_pearson(1, 1, Fraction(1, 2)).lower == Fraction(1, 4)


def test_the_two_ends_mirror_each_other():
    for k in range(9):
        assert clopper_pearson(k, 8, DELTA).lower == 1 - clopper_pearson(8 - k, 8, DELTA).upper


@pytest.mark.parametrize(("k", "n"), [(5, 100), (0, 400), (7, 400), (399, 400), (100, 2000)])
def test_it_is_the_first_grid_point_whose_tail_is_at_most_delta(k, n):
    upper = clopper_pearson(k, n, DELTA, side="upper").upper
    assert n > EXACT_UP_TO or k == 5
    assert exact_tail(k, n, upper) <= DELTA < exact_tail(k, n, upper - UNIT)


def test_the_known_value_at_five_of_a_hundred():
    assert f"{float(clopper_pearson(5, 100, Fraction(1, 20), side='upper').upper):.4f}" == "0.1023"


def test_it_says_what_it_is():
    bound = clopper_pearson(1, 4, DELTA, side="lower")
    assert (bound.delta, bound.n, bound.side, bound.anytime) == (DELTA, 4, "lower", False)
    assert bound.upper == 1
    assert clopper_pearson(1, 4, DELTA).delta == DELTA
    assert "clopper1934" in bound.source


@pytest.mark.parametrize("delta", [0, 1, -0.1, float("nan"), float("inf")])
def test_delta_lies_between_zero_and_one(delta):
    with pytest.raises(DomainError):
        clopper_pearson(1, 2, delta)


def test_an_unknown_side_is_refused():
    unknown: Any = "both"
    with pytest.raises(DomainError, match="two-sided, lower, upper"):
        clopper_pearson(1, 2, DELTA, side=unknown)
