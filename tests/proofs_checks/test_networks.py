"""Claims on networks: what their checks count, by other means."""

from fractions import Fraction

import numpy as np
import pytest
import torch

from altheory.acquisition import softmax
from altheory.ledger.finding import Outcome
from proofs_checks import sudoku_checkpoint
from proofs_checks.calibration_far_from_data import NONE, logits, one_wins, slopes
from proofs_checks.sudoku_checkpoint import Promise, held_out


@pytest.mark.parametrize("x", [(1, 0), (2, 1), (-1, -1), (0, 1), (-3, 2), (3, -1)])
def test_confidence_far_away_is_that_of_the_slopes(x):
    direction = [Fraction(c) for c in x]
    assert slopes(direction) == logits(direction, NONE, NONE)
    far = np.array([float(v) for v in logits([10_000 * c for c in direction])])
    assert (softmax(far[None])[0].max() > 1 - 1e-9) == one_wins(slopes(direction))


@pytest.fixture
def one_thread():
    """A network this small loses by sharing its work."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.mark.usefixtures("one_thread")
@pytest.mark.seeded("one step solves next to nothing, and 30 puzzles are too few to confirm")
def test_a_promise_fails_soon_or_needs_all_puzzles(rng, monkeypatch):
    monkeypatch.setattr(sudoku_checkpoint, "PUZZLES", 30)
    monkeypatch.setattr(sudoku_checkpoint, "LOOK", 15)
    found = held_out(Promise(steps=1), rng)
    assert found.outcome is Outcome.FAILS
    assert "of 15:" in found.evidence
    assert held_out(Promise(steps=8), rng).outcome is Outcome.INCONCLUSIVE
