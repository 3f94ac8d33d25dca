import math
from fractions import Fraction

import pytest

from altheory.ledger.checker import accepted
from altheory.ledger.verdicts import execute
from proofs_checks._sample_sizes import corrected, enough, exponential, folklore, refutation


@pytest.mark.parametrize(
    ("epsilon", "delta"), [(Fraction(1, 10), Fraction(1, 20)), (Fraction(1, 3), Fraction(1, 2))]
)
def test_sizes_round_up(epsilon, delta):
    assert enough(folklore, epsilon, delta) == math.ceil(math.log(1 / delta) / epsilon)
    assert enough(corrected, epsilon, delta) == math.ceil(math.log(2 / delta) / epsilon)


@pytest.mark.parametrize("x", [Fraction(0), Fraction(1, 3), Fraction(5)])
def test_partial_sums_stay_below_the_exponential(x):
    assert exponential(x, 5) <= exponential(x) <= Fraction(math.nextafter(math.exp(x), math.inf))


@pytest.mark.parametrize(
    ("n", "epsilon"), [(7, Fraction(1, 10)), (30, Fraction(1, 10)), (3, Fraction(1, 4))]
)
def test_a_refutation_stands_twice(n, epsilon):
    counterexample = refutation(n, epsilon)
    assert counterexample is not None
    assert accepted(dict(counterexample.certificate))
    execute(counterexample.python)


def test_what_is_no_refutation_falls():
    """The terms of the partial sum do not reach e^80, so its delta is no failure's."""
    counterexample = refutation(200, Fraction(2, 5))
    assert counterexample is not None
    assert not accepted(dict(counterexample.certificate))
    with pytest.raises(AssertionError):
        execute(counterexample.python)


def test_without_room_on_both_sides_there_is_no_refutation():
    assert refutation(3, Fraction(1, 2)) is None
