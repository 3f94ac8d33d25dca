from fractions import Fraction
from typing import Any

import pytest

from altheory.bounds._binomial import BALLS_UP_TO, EXACT_UP_TO, exact_tail
from altheory.bounds._bound import GRID_BITS
from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.bounds.kl import kl
from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
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


@pytest.mark.parametrize("n", [10**6, 10**12])
def test_without_successes_the_bound_has_a_closed_form(n):
    """The tail (1 - p)^n is at most delta from 1 - delta^(1/n) on."""
    upper = clopper_pearson(0, n, DELTA, side="upper").upper
    for p, small in ((upper, True), (upper - UNIT, False)):
        assert (n * Enclosure.exactly(1 - p).log()).at_most(Enclosure.exactly(DELTA).log()) is small


@pytest.mark.parametrize(("k", "n"), [(10**5, 10**6), (10**11, 10**12), (10**16, 10**17)])
def test_at_any_size_it_is_the_normal_interval_and_within_that_of_relative_entropy(k, n):
    """Half a width of 1.96 standard deviations; up to 4% more where not all terms are added."""
    ours, theirs = clopper_pearson(k, n, Fraction(1, 20)), kl(k, n, Fraction(1, 20))
    assert theirs.lower < ours.lower < Fraction(k, n) < ours.upper < theirs.upper
    variance = Fraction(k * (n - k), n**3)
    most = Fraction(1, 100) if n < BALLS_UP_TO else Fraction(4, 100)
    normal = Fraction(19599, 10000) ** 2 * variance
    assert normal < (ours.width / 2) ** 2 < normal * (1 + most) ** 2


@pytest.mark.parametrize("n", [10**30, 10**400])
def test_beyond_every_float_the_grid_is_what_remains(n):
    bound = clopper_pearson(n // 10, n, Fraction(1, 20))
    assert Fraction(1, 10) in bound
    assert bound.width <= 3 * UNIT


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
