"""Classification noise flips every label equally often, at most every other one."""

from fractions import Fraction

import pytest

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold
from altheory.oracles.classification_noise import classification_noise


def test_both_labels_are_flipped():
    law = classification_noise(Threshold(Fraction(1, 2)), 0.125)
    assert [law.probability(x) for x in (0.25, 0.5)] == [0.125, 0.875]


@pytest.mark.parametrize("rate", [-0.25, 0.75])
def test_a_rate_outside_its_set_is_refused(rate):
    with pytest.raises(DomainError, match=rf"lies in \[0, 1/2\], got {rate}"):
        classification_noise(Threshold(Fraction(1, 2)), rate)
