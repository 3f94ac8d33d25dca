from itertools import cycle

import pytest

from altheory.ledger.finding import Outcome
from altheory.ledger.statistics import mean_sample_size
from altheory.numeric.seeds import stream
from altheory.theory.thresholds_cal import cal_query_law_thresholds
from proofs_checks.simulation_event_driven_law import (
    ALPHA,
    CLAIM,
    GAP,
    LENGTH,
    RUNS,
    distribution_function,
)


def test_the_runs_are_enough_for_the_power_that_the_check_states():
    (check,) = CLAIM.checks
    assert mean_sample_size(GAP, ALPHA / LENGTH, check.power) <= RUNS


LAW = [q for q, p in enumerate(cal_query_law_thresholds(LENGTH)) for _ in range(round(700 * p))]


def judged(answers):
    """Return the outcome for a simulator that gives these answers again and again."""
    remaining = cycle(answers)
    return distribution_function(lambda _n, _rng: next(remaining), stream(0)).outcome


def changed(every, change):
    return [change(q) if i % every == 0 else q for i, q in enumerate(LAW)]


def test_a_sample_in_the_proportions_of_the_law_is_accepted():
    assert judged(LAW) is Outcome.HOLDS


def test_a_deviation_within_the_uncertainty_is_left_open():
    assert judged(changed(5, lambda q: min(q + 1, LENGTH))) is Outcome.INCONCLUSIVE


@pytest.mark.parametrize("every", [1, 10])
def test_one_failure_rejects_whatever_is_in_doubt_elsewhere(every):
    """One run in ten asks for everything: seen at q = 5, in doubt at the center."""
    assert judged(changed(every, lambda _: LENGTH)) is Outcome.FAILS
