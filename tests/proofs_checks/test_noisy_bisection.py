from fractions import Fraction

import numpy as np
import pytest

from altheory.bounds._binomial import exact_tail
from altheory.ledger.finding import Outcome
from altheory.ledger.statistics import compare_probability
from proofs_checks._noisy_bisection import Setting, believe, caution, question, wrong_cells
from proofs_checks.noise_noisy_bisection import ALPHA, CLAIM, RUNS, SETTING


def test_the_question_is_at_an_end_of_the_median_cell_with_the_right_chance():
    """On (1/8, 5/8, 1/4) the median is cell 1, and tau = 3/4, 1/2: the right end w.p. 3/5."""
    posterior = np.array([[1, 5, 2]] * 4) / 8
    coins = np.array([0.0, 0.59, 0.61, 0.99])
    assert question(posterior, coins).tolist() == [2, 2, 1, 1]


def test_what_an_answer_speaks_against_is_weighted_by_alpha():
    posterior = np.array([[0.25, 0.25, 0.5]] * 2)
    after = believe(posterior, np.array([2, 1]), np.array([True, False]), 0.25)
    assert after.tolist() == [[0.375, 0.375, 0.25], [0.1, 0.3, 0.6]]
    assert [caution(noise) for noise in (0.0, 0.5, 1.0)] == [0, 0.5, 1]


@pytest.mark.seeded("without noise nothing is left to chance")
def test_without_noise_every_cell_is_found(rng):
    assert wrong_cells(Setting(8, Fraction(0), 3), 200, rng) == 0


def critical(claimed):
    """Return the least number of wrong cells from which on ``claimed`` is rejected."""
    low, high = 0, RUNS
    while high - low > 1:
        middle = (low + high) // 2
        rejects = compare_probability(middle, RUNS, claimed, ALPHA).outcome is Outcome.FAILS
        low, high = (low, middle) if rejects else (middle, high)
    return high


def test_the_power_against_each_twin_is_what_the_check_states():
    (check,) = CLAIM.checks
    setting = SETTING.cells, SETTING.noise, SETTING.questions
    for twin in CLAIM.controls.values():
        c = critical(twin(*setting))
        missed = exact_tail(c - 1, RUNS, Fraction(1, 100))
        assert missed <= 1 - Fraction(str(check.power))
