"""Rare positives lie at the right end."""

from fractions import Fraction

import pytest

from altheory.errors import DomainError
from altheory.oracles.rare_positives import rare_positives
from altheory.spaces.line import IntervalUnion


def test_rare_positives_are_rare():
    law = rare_positives()
    assert law.bayes == IntervalUnion.closed(Fraction(9_999, 10_000), 1)
    assert [law.probability(x) for x in (0.5, 1)] == [0, 1]
    with pytest.raises(DomainError, match="between 0 and 1, got 1"):
        rare_positives(1)
