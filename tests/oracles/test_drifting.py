"""A target that moves, by the clock of the questions."""

from fractions import Fraction

import pytest

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold
from altheory.oracles.drifting import drifting
from altheory.oracles.pure_noise import pure_noise
from altheory.oracles.realizable import realizable
from altheory.spaces.line import UNIT


@pytest.mark.seeded("labels without chance")
def test_the_target_moves_at_its_times(rng):
    early, late = realizable(Threshold(Fraction(1, 4))), realizable(Threshold(Fraction(3, 4)))
    drift = drifting((0, early), (3, late))
    assert [drift.at(t) for t in (0, 2, 3, 100)] == [early, early, late, late]
    one, other = drift.oracle(rng), drift.oracle(rng)
    assert [one(0.5) for _ in range(5)] == [1, 1, 1, -1, -1]
    assert other(0.5) == 1  # every oracle has its own clock


@pytest.mark.parametrize("starts", [(), (1,), (0, 0), (0, 2, 1), (0, -1)])
def test_times_that_do_not_increase_from_zero_are_refused(starts):
    with pytest.raises(DomainError):
        drifting(*((start, pure_noise(UNIT)) for start in starts))


def test_drift_has_one_law_a_start():
    law = pure_noise(UNIT)
    drift = drifting((0, law))
    with pytest.raises(DomainError, match="one start a law"):
        type(drift)((0, 1), (law,))
    with pytest.raises(DomainError, match="at least 0"):
        drift.at(-1)
