"""Mutual information of label and model, against the joint table in high precision."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp, mpf

from altheory.acquisition import bald, entropy, kl_to_consensus
from altheory.acquisition._information import BLOCK
from altheory.errors import DomainError

UNIT = 16


def row(cuts):
    """Turn two cuts of 16 into an exact distribution over three classes."""
    low, high = sorted(cuts)
    return [low / UNIT, (high - low) / UNIT, (UNIT - high) / UNIT]


cut = st.integers(0, UNIT)
models = st.lists(st.tuples(cut, cut).map(row), min_size=1, max_size=5)


def information(rows):
    """Sum p(y, k) log p(y, k) / (p(y) p(k)) over the joint table."""
    with mp.workdps(40):
        joint = [[mpf(p) / len(rows) for p in r] for r in rows]
        labels = [sum(column) for column in zip(*joint, strict=True)]
        terms = (p * mp.log(p * len(rows) / labels[c]) for r in joint for c, p in enumerate(r) if p)
        return sum(terms, mpf(0))


@given(models)
def test_it_is_the_information_of_the_joint_table(rows):
    truth = information(rows)
    assert abs(mpf(bald([rows])[0]) - truth) <= mpf(2) ** -47
    assert abs(mpf(kl_to_consensus(np.array(rows)[:, None])[0]) - truth) <= mpf(2) ** -47


@given(models)
def test_it_is_between_nothing_and_all_there_is(rows):
    score = bald([rows], base=2)[0]
    top = min(entropy([np.mean(rows, axis=0)])[0], math.log2(len(rows)) if len(rows) > 1 else 0.0)
    assert 0 <= score <= top + 2.0**-48


@given(models, st.randoms(use_true_random=False))
def test_seats_do_not_matter_and_doubling_them_changes_nothing(rows, random):
    shuffled = rows * 2
    random.shuffle(shuffled)
    assert bald([shuffled])[0] == pytest.approx(bald([rows])[0], abs=1e-14)


@pytest.mark.seeded("scores of a row do not depend on the rows around it")
def test_rows_are_independent_across_blocks(rng):
    table = rng.dirichlet(np.ones(4), size=(BLOCK // 40 * 2 + 3, 10))
    alone = np.concatenate([bald(table[i : i + 1]) for i in range(len(table))])
    assert bald(table).tolist() == pytest.approx(alone.tolist(), abs=1e-15)


def test_nothing_changes_what_is_given():
    table = np.array([[[1.0, 0.0], [0.0, 1.0]]])
    kept = table.copy()
    bald(table)
    kl_to_consensus(table)
    assert table.tobytes() == kept.tobytes()


@pytest.mark.parametrize("score", [bald, kl_to_consensus])
@pytest.mark.parametrize(
    "table",
    [
        [[0.5, 0.5]],
        [[[0.5, 0.6]]],
        [[[math.nan, 1]]],
        [[[]]],
        "x",
        np.ma.masked_less([[[0.5, 0.5]]], 0.6),
        [[[1j, 1]]],
        [[["1", "0"]]],
    ],
)
def test_what_is_no_table_of_models_is_refused(score, table):
    with pytest.raises(DomainError, match="probabilities"):
        score(table)


def test_no_instances_have_no_scores_and_no_members_are_refused():
    assert bald(np.empty((0, 3, 3))).tolist() == []
    assert kl_to_consensus(np.empty((3, 0, 3))).tolist() == []
    for score, shape in ((bald, (3, 0, 3)), (kl_to_consensus, (0, 5, 3))):
        with pytest.raises(DomainError, match="got shape"):
            score(np.empty(shape))
