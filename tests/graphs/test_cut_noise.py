"""Votes of noisy graphs, in cases where what they are is known."""

import numpy as np
import pytest

from altheory.errors import DomainError
from altheory.graphs.cut_noise import cut_votes
from tests.graphs.weighted import matrix

PATH = matrix(4, [1, 0, 0, 1, 0, 1])


def test_the_same_seed_gives_the_same_votes():
    one, same, other = (cut_votes(PATH, [0], [3], rounds=9, rng=seed) for seed in (1, 1, 2))
    assert (one.certain == same.certain).all()
    assert (one.certain != other.certain).any()


@pytest.mark.seeded("equal weights with noise differ, so every cut is unique")
def test_ties_are_broken_and_labels_kept(rng):
    votes = cut_votes(PATH, [0], [3], rounds=30, rng=rng)
    assert (votes.certain == votes.possible).all()
    assert votes.certain[[0, 3]].tolist() == [30, 0]
    assert votes.certain[1] >= votes.certain[2]
    assert votes.labels[[0, 3]].tolist() == [1, -1]


@pytest.mark.seeded("noise of a tenth does not change the only cut")
def test_a_clear_cut_stands(rng):
    votes = cut_votes(matrix(4, [3, 0, 0, 1, 0, 3]), [0], [3], rounds=5, noise=0.1, rng=rng)
    assert votes.certain.tolist() == votes.possible.tolist() == [5, 5, 0, 0]


def test_what_nothing_decides_stays_open():
    votes = cut_votes(matrix(3, [1, 0, 0]), [0], [1], rounds=3, rng=0)
    assert votes.certain.tolist() == [3, 0, 0]
    assert votes.possible.tolist() == [3, 0, 3]
    assert votes.labels.tolist() == [1, -1, -1]
    assert votes.ties.tolist() == [False, False, True]


@pytest.mark.parametrize("wrong", [{"rounds": 0}, {"noise": 0.0}, {"noise": np.nan}, {"rng": "x"}])
def test_settings_that_make_no_sense(wrong):
    with pytest.raises(DomainError):
        cut_votes(PATH, [0], [3], **wrong)
