"""Votes counted, against counting by hand in fractions and logarithms in high precision."""

import math
import sys
from collections import Counter
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp, mpf

from altheory.acquisition import max_vote_disagreement, vote_entropy, votes
from altheory.acquisition.votes import BLOCK
from altheory.errors import DomainError

CLASSES = 4
ballots = st.lists(st.integers(0, CLASSES - 1), min_size=1, max_size=7)


@given(ballots, st.sampled_from([2.0, math.e]))
def test_entropy_is_that_of_the_histogram(ballot, base):
    shares = [Fraction(n, len(ballot)) for n in Counter(ballot).values()]
    with mp.workdps(40):
        values = [mpf(s.numerator) / s.denominator for s in shares]
        truth = -sum(s * mp.log(s) for s in values) / mp.log(mpf(base))
        assert abs(mpf(vote_entropy([ballot], CLASSES, base)[0]) - truth) <= mpf(2) ** -48


@given(ballots)
def test_disagreement_is_the_share_against_the_winner(ballot):
    most = max(Counter(ballot).values())
    found = max_vote_disagreement([ballot], CLASSES)[0]
    assert found == (len(ballot) - most) / len(ballot)
    assert 0 <= found <= 1 - Fraction(-(-len(ballot) // CLASSES), len(ballot))


@given(ballots, st.permutations(range(CLASSES)), st.randoms(use_true_random=False))
def test_neither_names_nor_seats_matter(ballot, names, random):
    renamed = [names[v] for v in ballot]
    random.shuffle(renamed)
    for score in (max_vote_disagreement, vote_entropy):
        assert score([renamed], CLASSES)[0] == pytest.approx(score([ballot], CLASSES)[0], abs=1e-14)


@pytest.mark.seeded("scores of a row do not depend on the rows around it")
@pytest.mark.parametrize("members", [3, 300])
def test_rows_are_independent_across_blocks(rng, members):
    table = rng.integers(0, CLASSES, size=(2 * BLOCK + 5, members))
    some = [0, BLOCK - 1, BLOCK, 2 * BLOCK, 2 * BLOCK + 4]
    for score in (max_vote_disagreement, vote_entropy):
        assert score(table, CLASSES)[some].tolist() == score(table[some], CLASSES).tolist()


@pytest.mark.seeded("machine code adds what NumPy adds, in the same order")
@pytest.mark.parametrize(("members", "classes"), [(1, 1), (10, 10), (300, 4), (3, 24), (3, 25)])
def test_both_ways_of_counting_return_the_same(rng, monkeypatch, members, classes):
    table = rng.integers(classes, size=(200, members))
    plain = vote_entropy(table, classes)
    pytest.importorskip("numba")
    monkeypatch.setattr(votes, "MANY", 0)
    assert vote_entropy(table, classes).tobytes() == plain.tobytes()
    swapped = np.asfortranarray(table).astype(">i4")  # another order of bytes, and of votes
    assert vote_entropy(swapped, classes).tobytes() == plain.tobytes()


def test_numba_is_not_loaded_for_votes(monkeypatch):
    """To load it takes longer than to count a hundred million votes without it."""
    monkeypatch.setattr(votes, "MANY", 0)
    monkeypatch.delitem(sys.modules, "numba", raising=False)
    monkeypatch.setattr(votes, "_sums", None)
    assert vote_entropy([[0, 1]], 2, base=2).tolist() == [1.0]


def test_many_members_are_counted_in_full():
    table = np.zeros((1, 1000), dtype=np.uint8)
    table[0, :300] = 1
    assert max_vote_disagreement(table, 2).tolist() == [0.3]


@pytest.mark.seeded("the number of classes decides how votes are counted, not what they are")
@pytest.mark.parametrize("classes", [4, 24, 25, 100, 10**9])
def test_classes_without_votes_change_nothing(classes, rng):
    table = rng.integers(4, size=(200, 3)) * np.array(classes // 4)
    few = table // max(classes // 4, 1)
    assert vote_entropy(table, classes) == pytest.approx(vote_entropy(few, 4), abs=1e-15)
    assert (max_vote_disagreement(table, classes) == max_vote_disagreement(few, 4)).all()


@pytest.mark.parametrize(
    ("table", "classes"),
    [
        ([[0, 4]], 4),
        ([[-1, 0]], 4),
        ([[0.0, 1.0]], 4),
        ([0, 1], 4),
        ([[]], 4),
        ([["a"]], 4),
        ([[0]], 0),
        ([[0]], 2.5),
        ([[True]], 2),
        ([[0, 1], [0]], 2),
        (np.ma.array([[0, 1]], mask=[[False, True]]), 2),
    ],
)
def test_what_is_no_vote_is_refused(table, classes):
    with pytest.raises(DomainError):
        vote_entropy(table, classes)
