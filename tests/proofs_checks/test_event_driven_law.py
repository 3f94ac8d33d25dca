from altheory.ledger.statistics import mean_sample_size
from proofs_checks.simulation_event_driven_law import ALPHA, CLAIM, GAP, LENGTH, RUNS


def test_the_runs_are_enough_for_the_power_that_the_check_states():
    (check,) = CLAIM.checks
    assert mean_sample_size(GAP, ALPHA / LENGTH, check.power) <= RUNS
