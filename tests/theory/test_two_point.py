from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.theory.two_point import (
    two_point_bias,
    two_point_labels,
    two_point_labels_at_least,
    two_point_labels_at_most,
    two_point_mass,
)
from proofs_checks.lower_two_point_enough import at_most
from proofs_checks.lower_two_point_noise import at_least

F = Fraction
NU = st.fractions(min_value=F(1, 50), max_value=F(1, 4), max_denominator=50)
EXCESS = st.fractions(min_value=F(1, 20), max_value=F(1, 2), max_denominator=20)
DELTA = st.fractions(min_value=F(1, 100), max_value=F(99, 100), max_denominator=100)


def majority_error(n, bias):
    """Follow the number of honest labels flip by flip, and count a tie as half."""
    law = [F(1)]
    for _ in range(n):
        up = [F(0), *(p * (F(1, 2) + bias) for p in law)]
        law = [a + b * (F(1, 2) - bias) for a, b in zip(up, [*law, F(0)], strict=True)]
    return sum(p * (F(1, 2) if 2 * k == n else int(2 * k < n)) for k, p in enumerate(law))


@pytest.mark.parametrize(
    ("nu", "epsilon", "delta"),
    tuple(product((F(1, 20), F(1, 4)), (F(1, 5), F(1, 2)), (F(1, 20), F(1, 5), F(2, 5)))),
)
def test_the_majority_errs_often_enough_with_fewer_labels(nu, epsilon, delta):
    n, bias = two_point_labels(nu, epsilon, delta), two_point_bias(nu, epsilon)
    errors = [majority_error(m, bias) for m in range(n + 1)]
    assert errors[-1] <= delta < min(errors[:-1])


@given(NU, EXCESS, DELTA)
def test_the_least_number_lies_between_its_bounds(nu, epsilon, delta):
    n = two_point_labels(nu, epsilon, delta)
    assert two_point_labels_at_least(nu, epsilon, delta).lo <= n
    # an even number is no better than one less, and at_most may be even
    assert n <= max(two_point_labels_at_most(nu, epsilon, delta), int(delta < F(1, 2)))


@given(NU, EXCESS, DELTA)
def test_the_claims_state_the_bounds(nu, epsilon, delta):
    for claim, least in ((at_least, True), (at_most, False)):
        factor, argument = claim(nu, epsilon, delta)
        size = factor * Enclosure.exactly(argument).log()
        if least:
            assert size == two_point_labels_at_least(nu, epsilon, delta)
        else:
            assert max(0, size.hi.__ceil__()) == two_point_labels_at_most(nu, epsilon, delta)


@given(NU, EXCESS)
def test_the_better_hypothesis_errs_by_nu(nu, epsilon):
    mass, bias = two_point_mass(nu, epsilon), two_point_bias(nu, epsilon)
    assert mass * (F(1, 2) - bias) == nu
    assert mass * (F(1, 2) + bias) == nu + epsilon


def test_a_guess_errs_half_of_the_time():
    assert two_point_labels(F(1, 10), F(1, 10), F(1, 2)) == 0
    assert two_point_labels(F(1, 10), F(1, 10), F(49, 100)) == 1


@pytest.mark.parametrize(
    ("nu", "epsilon", "delta", "what"),
    [
        (F(1, 2), F(1, 10), F(1, 20), "atom"),
        (0, F(1, 10), F(1, 20), "nu"),
        (F(1, 10), 0, F(1, 20), "epsilon"),
        (F(1, 10), F(1, 10), 1, "delta"),
        (F(1, 10), F(1, 10), float("nan"), "delta"),
    ],
)
def test_numbers_outside_their_sets_are_refused(nu, epsilon, delta, what):
    with pytest.raises(DomainError, match=what):
        two_point_labels(nu, epsilon, delta)
