from fractions import Fraction
from itertools import product

import pytest

from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.bounds.leave_one_out import leave_one_out
from altheory.errors import DomainError


def test_it_is_the_binomial_tail_at_a_share_of_delta():
    found = leave_one_out(7, 9, 20, Fraction(1, 5))
    assert found.lower == clopper_pearson(7, 9, Fraction(1, 100), side="lower").lower
    assert (found.upper, found.delta, found.n) == (Fraction(1), Fraction(1, 5), 20)
    assert leave_one_out(0, 0, 1, 0.5).lower == 0


@pytest.mark.parametrize("n", [4, 8])
@pytest.mark.parametrize("delta", [Fraction(1, 2), Fraction(9, 10)])
def test_no_comparator_of_fair_labels_is_found_better_too_often(n, delta):
    """By all labels: the comparator of the j-th instance is judged by those before it."""
    drops = 0
    for wrong in product((0, 1), repeat=n):
        drops += any(
            leave_one_out(sum(wrong[:j]), j, n, delta).lower > Fraction(1, 2) for j in range(n)
        )
    assert drops <= delta * 2**n


def test_without_sharing_the_same_labels_are_too_often_against_the_best():
    n, delta, drops = 8, Fraction(1, 5), 0
    for wrong in product((0, 1), repeat=n):
        drops += any(
            clopper_pearson(sum(wrong[:j]), j, delta, side="lower").lower > Fraction(1, 2)
            for j in range(1, n)
        )
    assert drops > delta * 2**n


@pytest.mark.parametrize("bad", [(0, 5, 5), (3, 2, 5), (-1, 2, 5), (0, 0, 0)])
def test_bad_input_is_refused(bad):
    k, m, n = bad
    with pytest.raises(DomainError):
        leave_one_out(k, m, n, 0.1)
