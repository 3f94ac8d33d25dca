"""Medoids and determinants, against going through all batches."""

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.acquisition import determinantal, k_medoids, medoids
from altheory.errors import BudgetError, DomainError

cell = st.integers(-4, 4)
pools = st.lists(st.tuples(cell, cell), min_size=1, max_size=7).map(np.array)


def total(pool, batch):
    """Return the sum of distances from the nearest of a batch."""
    return sum(min(math.dist(x, pool[c]) for c in batch) for x in pool)


@given(pools, st.data())
def test_no_exchange_improves_medoids_and_five_times_the_optimum_is_not_reached(pool, data):
    k = data.draw(st.integers(1, len(pool)))
    found = k_medoids(pool, k)
    assert len(set(found.indices)) == k
    assert found.total == pytest.approx(total(pool, found.indices), abs=1e-9)
    best = min(total(pool, batch) for batch in combinations(range(len(pool)), k))
    assert best - 1e-9 <= found.total <= 5 * best + 1e-9
    for out in found.indices:
        rest = [c for c in found.indices if c != out]
        for new in range(len(pool)):
            assert total(pool, [*rest, new]) >= found.total - 1e-9


@given(pools, st.data())
def test_determinants_grow_by_the_gains_and_each_is_the_largest(pool, data):
    kernel = pool @ pool.T + np.eye(len(pool))
    k = data.draw(st.integers(1, len(pool)))
    found = determinantal(kernel, k)
    for size in range(1, k + 1):
        batch = list(found.indices[:size])
        worth = math.log(np.linalg.det(kernel[np.ix_(batch, batch)]))
        assert sum(found.gains[:size]) == pytest.approx(worth, abs=1e-9)
        others = [[*batch[:-1], i] for i in range(len(pool)) if i not in batch[:-1]]
        assert worth >= max(
            math.log(np.linalg.det(kernel[np.ix_(other, other)])) for other in others
        ) - 1e-9  # fmt: skip
    assert all(a >= b - 1e-12 for a, b in zip(found.gains, found.gains[1:], strict=False))


@pytest.mark.parametrize("unit", [1e-300, 1e-200, 1.0, 1e200])
def test_medoids_do_not_depend_on_the_unit(unit):
    found = k_medoids(np.array([[0.0], [1.0], [3.0]]) * unit, 2)
    assert found.indices == (1, 2)
    assert found.total == pytest.approx(unit, rel=1e-15)


@pytest.mark.seeded("products of qualities and similarities round in another order")
def test_a_kernel_is_symmetric_up_to_rounding(rng):
    points, quality = rng.normal(size=(40, 3)), rng.random(40) + 0.1
    similarity = np.exp(-((points[:, None] - points) ** 2).sum(axis=2)) + np.eye(40)
    kernel = quality[:, None] * similarity * quality
    assert (kernel != kernel.T).any()
    upper = np.triu(kernel) + np.triu(kernel, 1).T
    assert determinantal(kernel, 10).indices == determinantal(upper, 10).indices


def test_where_a_kernel_is_not_symmetric_is_said():
    with pytest.raises(DomainError, match=r"1\.0 at \(0, 2\) and 1\.5 at \(2, 0\)"):
        determinantal([[3, 0, 1], [0, 3, 1], [1.5, 1, 3]], 1)


@pytest.mark.parametrize("kernel", [[[1, 2], [2, 1]], [[1, 1, 0], [1, 1, 1], [0, 1, 1]]])
def test_what_is_not_positive_semidefinite_is_refused(kernel):
    with pytest.raises(DomainError, match="positive semidefinite"):
        determinantal(kernel, 2)


def test_copies_end_a_batch():
    with pytest.raises(DomainError, match="ask for at most 1"):
        determinantal(np.ones((3, 3)), 2)


@pytest.mark.parametrize("kernel", [[[1, 2], [3, 1]], [1, 2], [[-1.0]], [[math.nan]], "k", [[0.0]]])
def test_what_is_no_kernel_is_refused(kernel):
    with pytest.raises(DomainError):
        determinantal(kernel, 1)


def test_large_pools_are_refused_by_name(monkeypatch):
    monkeypatch.setattr(medoids, "MOST", 2)
    with pytest.raises(BudgetError, match="k_center"):
        k_medoids([[0.0], [1.0], [2.0]], 1)


@pytest.mark.parametrize("k", [0, 3, 1.5, None])
def test_impossible_numbers_are_refused(k):
    with pytest.raises(DomainError):
        k_medoids([[0.0], [1.0]], k)
