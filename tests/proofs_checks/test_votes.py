"""Rules of votes against the crowds of the package."""

from fractions import Fraction

import pytest

from altheory.hypotheses.thresholds import Threshold
from altheory.oracles.crowd import crowd
from proofs_checks._votes import best_alone, crowds, error, linear, majority

TARGET = Threshold(Fraction(1, 2))


@pytest.mark.parametrize("n", [1, 2, 3])
def test_errors_of_rules_are_those_of_the_package(n):
    for rates in crowds(n):
        of = crowd(TARGET, rates)
        assert error(majority, rates) == of.majority_error()
        assert error(best_alone, rates) == min(rates)
        assert error(linear, rates) >= of.weighted_error()


def test_linear_weights_are_not_the_best_of_three():
    rates = (Fraction(1, 5), Fraction(1, 3), Fraction(1, 3))
    assert linear((-1, 1, 1), rates) == 1  # .6 < 1/3 + 1/3
    assert crowd(TARGET, rates).weighted_vote((-1, 1, 1)) == 0  # 4 = 2 * 2
