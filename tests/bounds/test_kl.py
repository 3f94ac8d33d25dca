from fractions import Fraction

import pytest

from altheory.bounds._bound import GRID_BITS
from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.bounds.kl import kl, relative_entropy
from altheory.errors import DomainError
from tests.bounds.coverage import covers

DELTA = Fraction(1, 10)


@pytest.mark.parametrize("side", ["two-sided", "lower", "upper"])
@pytest.mark.parametrize("n", [1, 2, 7])
def test_it_misses_no_probability_too_often(n, side):
    assert covers(lambda k: kl(k, n, DELTA, side=side), n, DELTA)


@pytest.mark.parametrize(
    "mutant",
    [
        lambda k, n: kl(max(k - 1, 0), n, DELTA, side="upper"),
        lambda k, n: kl(n - k, n, DELTA, side="upper"),
        lambda k, n: kl(k, n, Fraction(3, 10), side="upper"),
        lambda k, n: kl(k * 2, n * 2, DELTA, side="upper"),
    ],
    ids=["a success fewer", "sides swapped", "delta tripled", "half of ln(1/delta)"],
)
def test_the_same_test_rejects_mutants(mutant):
    assert not covers(lambda k: mutant(k, 7), 7, DELTA)


@pytest.mark.parametrize("n", [1, 3, 50])
def test_without_successes_it_is_the_exact_tail_inversion(n):
    ends = [f(0, n, DELTA, side="upper").upper for f in (kl, clopper_pearson)]
    assert ends[0] == ends[1]
    assert kl(n, n, DELTA).upper == 1
    assert kl(0, n, DELTA).lower == 0


def test_in_doubt_the_end_moves_outward():
    """The root is 1/2, a grid point, but no ball around a logarithm can tell."""
    unit = Fraction(1, 2**GRID_BITS)
    assert kl(0, 3, Fraction(1, 8), side="upper").upper == Fraction(1, 2) + unit


def test_the_known_value_at_five_of_a_hundred():
    assert f"{float(kl(5, 100, Fraction(1, 20), side='upper').upper):.4f}" == "0.1215"


def test_relative_entropy_is_zero_only_on_the_diagonal():
    assert 0 in relative_entropy(Fraction(1, 3), Fraction(1, 3))
    assert relative_entropy(Fraction(1, 3), Fraction(1, 4)).lo > 0
    assert relative_entropy(Fraction(0), Fraction(1, 2)).lo > Fraction(69, 100)  # ln 2
    assert relative_entropy(Fraction(1), Fraction(1, 2)).hi < Fraction(70, 100)


@pytest.mark.parametrize("n", [10**30, 10**400])
def test_beyond_every_float_the_grid_is_what_remains(n):
    bound = kl(n // 10, n, Fraction(1, 20))
    assert Fraction(1, 10) in bound
    assert bound.width <= Fraction(3, 2**GRID_BITS)


@pytest.mark.parametrize(("k", "n", "delta"), [(-1, 2, 0.1), (3, 2, 0.1), (1, 0, 0.1), (1, 2, 1)])
def test_bad_input_is_refused(k, n, delta):
    with pytest.raises(DomainError):
        kl(k, n, delta)
