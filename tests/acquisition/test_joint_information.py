"""Joint information of batches, against going through the joint table in high precision."""

import math
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp, mpf

from altheory.acquisition import bald, batchbald, joint_information
from altheory.errors import BudgetError, DomainError

UNIT = 8


@st.composite
def tables(draw):
    """Draw predictions of two classes in eighths: zeros, ones and repeated instances included."""
    n, models = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    cell = st.integers(0, UNIT)
    cells = draw(st.lists(cell, min_size=n * models, max_size=n * models))
    high = np.array(cells).reshape(n, models) / UNIT
    return np.stack([high, 1 - high], axis=-1)


def information(table, batch):
    """Return I(labels of the batch; model) in nats."""
    models = table.shape[1]
    with mp.workdps(30):
        total = mpf(0)
        for labels in product(range(table.shape[2]), repeat=len(batch)):
            chances = [
                math.prod(
                    (mpf(table[i, k, y]) for i, y in zip(batch, labels, strict=True)), start=mpf(1)
                )
                for k in range(models)
            ]
            mean = sum(chances) / models
            total += sum(c / models * mp.log(c / mean) for c in chances if c)
        return total


@given(tables())
def test_scores_are_the_joint_information(table):
    found = batchbald(table, len(table))
    assert sorted(found.indices) == list(range(len(table)))
    for size, score in enumerate(found.scores, 1):
        assert abs(information(table, found.indices[:size]) - mpf(score)) <= found.error_bound


@given(tables())
def test_each_step_takes_the_first_of_the_best(table):
    found = batchbald(table, len(table))
    for size, taken in enumerate(found.indices):
        batch = found.indices[:size]
        rest = [i for i in range(len(table)) if i not in batch]
        worth = {i: float(information(table, (*batch, i))) for i in rest}
        best = [i for i in rest if worth[i] >= max(worth.values()) - 1e-13]
        assert found.ties[size] == tuple(best)
        assert taken == best[0]


@given(tables())
def test_greedy_reaches_its_share_of_the_best_batch(table):
    size = min(2, len(table))
    best = max(information(table, pair) for pair in combinations(range(len(table)), size))
    assert batchbald(table, size).scores[-1] >= (1 - 1 / math.e) * best - mpf(10) ** -12


@given(tables())
def test_one_instance_is_bald_and_more_tell_no_more_than_the_sum(table):
    found = batchbald(table, len(table), base=2)
    single = bald(table, base=2)
    assert found.scores[0] == pytest.approx(single.max(), abs=1e-13)
    assert found.scores[-1] <= single.sum() + 1e-13


def test_copies_of_a_sure_question_tell_one_bit():
    table = np.array([[[1.0, 0.0], [0.0, 1.0]]] * 10)
    found = batchbald(table, 10, base=2)
    assert bald(table, base=2).sum() == 10
    assert max(abs(score - 1) for score in found.scores) <= found.error_bound


def test_a_large_batch_needs_samples():
    table = np.full((20, 3, 10), 0.1)
    with pytest.raises(BudgetError, match="samples="):
        batchbald(table, 7)
    with pytest.raises(DomainError, match="rng="):
        batchbald(table, 7, samples=10)


@pytest.mark.statistical(alpha=1e-9, power=0.99)
def test_sampled_outcomes_keep_their_error_bound(rng, monkeypatch):
    monkeypatch.setattr(joint_information, "OUTCOMES", 81)
    table = rng.dirichlet(np.full(3, 0.3), size=(9, 4))
    found = batchbald(table, 8, samples=2000, delta=1e-9, rng=rng)
    assert len(set(found.indices)) == 8
    rows = np.full((1, 4), 0.25)
    for i in found.indices:
        rows = (rows[:, None, :] * table[i].T).reshape(-1, 4)
    mean = rows.sum(axis=1)
    truth = math.log(4) + sum(
        float((r[r > 0] * np.log(r[r > 0] / m)).sum()) for r, m in zip(rows, mean, strict=True) if m
    )
    assert abs(found.scores[-1] - truth) <= found.error_bound
    assert found.error_bound < 1


@pytest.mark.parametrize("size", [0, 3, -1, 1.0, True, None])
def test_impossible_batches_are_refused(size):
    with pytest.raises(DomainError, match="batch"):
        batchbald([[[0.5, 0.5]], [[1, 0]]], size)


def test_models_times_outcomes_are_limited(monkeypatch):
    monkeypatch.setattr(joint_information, "JOINT", 12)
    table = np.full((5, 3, 2), 0.5)
    assert len(batchbald(table, 3).indices) == 3
    with pytest.raises(BudgetError, match="more than 4 for 3 models: take a batch of at most 3"):
        batchbald(table, 4)


def test_a_seed_is_a_generator(monkeypatch):
    monkeypatch.setattr(joint_information, "OUTCOMES", 2)
    table = np.linspace(0.1, 0.9, 12).reshape(6, 2)
    table = np.stack([table, 1 - table], axis=2)
    found = batchbald(table, 4, samples=20, rng=3)
    assert found == batchbald(table, 4, samples=20, rng=np.random.default_rng(3))


@pytest.mark.seeded("rows of lower precision miss one by more than the error bound")
@pytest.mark.parametrize("kind", [np.float16, np.float32])
def test_rounded_rows_keep_the_error_bound(rng, kind):
    given = rng.dirichlet(np.ones(3), size=(5, 4)).astype(kind)
    found = batchbald(given, 3)
    law = given.astype(float)
    law /= law.sum(axis=2, keepdims=True)
    for size in (1, 2, 3):
        truth = information(law, found.indices[:size])
        assert abs(found.scores[size - 1] - truth) <= found.error_bound
