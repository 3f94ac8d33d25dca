"""Massart noise keeps its margin and attains it, and is not classification noise."""

from fractions import Fraction

import pytest
from hypothesis import given

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold
from altheory.oracles.classification_noise import classification_noise
from altheory.oracles.massart import massart
from altheory.spaces.line import UNIT, IntervalUnion
from altheory.testing.strategies import interval_unions, rationals_in_unit


@given(rationals_in_unit(8), rationals_in_unit(8), interval_unions(), rationals_in_unit())
def test_the_margin_is_attained_where_it_should_be_and_there_is_no_noise_elsewhere(
    cut, spared, where, x
):
    gamma, target = 1 - spared / 2, Threshold(cut)
    law = massart(target, gamma, where)
    assert 2 * law.probability(x) - 1 == target(x) * (gamma if x in where else 1)


def test_by_default_positives_alone_are_mislabeled():
    law = massart(Threshold(Fraction(1, 2)), 0.5)
    assert [law.probability(x) for x in (0.25, 0.5)] == [0, 0.75]


def test_everywhere_it_is_classification_noise():
    target = Threshold(Fraction(1, 4))
    everywhere, flipped = massart(target, 0.5, UNIT), classification_noise(target, 0.25)
    for x in (0, 0.25, 0.5):
        assert everywhere.probability(x) == flipped.probability(x)


@pytest.mark.parametrize("gamma", [0, -1, 1.5])
def test_a_margin_outside_its_set_is_refused(gamma):
    with pytest.raises(DomainError, match=rf"lies in \(0, 1\], got {gamma}"):
        massart(Threshold(Fraction(1, 2)), gamma)


def test_margin_one_is_no_noise():
    law = massart(Threshold(Fraction(1, 2)), 1, IntervalUnion.closed(0, 0.75))
    assert {law.probability(x) for x in (0, 0.5, 0.8)} == {0, 1}
