"""The lemmas on four blocks against all positions of a grid."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from altheory.hypotheses.thresholds import Threshold
from altheory.ledger.finding import Outcome
from proofs_checks._four_blocks import (
    BEST,
    LABELS,
    LAW,
    SPANS,
    STUCK,
    at,
    block_of,
    ends,
    error,
    error_between,
    label,
    least_error,
    nearer,
)
from proofs_checks.sampling_bias_a2 import seeded_margin
from proofs_checks.sampling_bias_margin import TRUTH, every_position, pools
from proofs_checks.sampling_bias_passive import chance, counts

F = Fraction


def interval(lo, hi):
    return F(lo), F(hi)


@pytest.mark.parametrize(
    ("these", "those", "total"),
    [
        (interval(0, "0.1"), interval("0.6", "0.65"), interval("0.4", "0.59")),
        (interval(0, "0.1"), interval("0.6", "0.65"), interval("0.4", "0.61")),
        (interval("0.44", "0.49"), interval(0, "0.1"), interval("0.9", 1)),
        (interval("0.44", "0.49"), interval(0, "0.1"), interval("0.55", 1)),
        (interval("0.5", "0.56"), interval("0.6", "0.65"), interval(1, "1.1")),
        (interval("0.3", "0.5"), interval("0.4", "0.6"), interval(0, 1)),
    ],
)
def test_nearer_is_decided_at_the_ends(these, those, total):
    grids = ([lo + (hi - lo) * F(k, 6) for k in range(7)] for lo, hi in (these, those, total))
    brute = all(abs(a - t / 2) < abs(b - t / 2) for a, b, t in product(*grids))
    assert nearer(these, those, total) == brute


def test_errors_between_cuts_are_one_only_without_blocks_between():
    assert error_between(interval("0.22", "0.33")) == error(F("0.3")) == STUCK
    assert error_between(interval("0.65", "0.9")) == error(F("0.7")) == BEST
    assert error_between(interval("0.22", "0.45")) is None
    assert error_between(interval("0.57", "0.63")) is None


def test_no_cut_of_a_fine_grid_errs_less():
    assert least_error() == BEST
    assert all(error(F(k, 200)) >= BEST for k in range(201))


def test_labels_and_places():
    for i, (lo, hi) in enumerate(SPANS):
        assert (at(i, F(0)), at(i, F(1))) == (lo, hi)
        assert block_of(at(i, F(1, 2))) == i
        assert (label(lo) == 1) == (LABELS.probability(lo) == 1)


def test_chances_of_all_ends_sum_to_one():
    found = ends((F(0), F(1)), lambda xs: xs[0])
    assert sum(found.values()) == 1
    assert found[error(F("0.6"))] == F(1, 20)
    assert sum(chance(numbers) for numbers in counts(4)) == 1


def test_the_pools_hold_what_the_claim_asks_for():
    for pool, seeds in pools():
        assert set(seeds) <= set(pool)
        assert any(F("0.44") <= x <= F("0.49") for x in pool)
        assert any(F("0.51") <= x <= F("0.56") for x in pool)
        assert len(set(pool)) == len(pool)


def test_every_position_finds_the_truth_and_its_threshold_is_stuck():
    rng = np.random.default_rng(0)
    assert every_position(TRUTH, rng).outcome is Outcome.HOLDS
    assert LABELS.error(Threshold(F(1, 4)).positive, LAW) == STUCK
    assert seeded_margin(rng).cut == F(37, 80)
