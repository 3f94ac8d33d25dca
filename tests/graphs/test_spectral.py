"""Spectral partitions against all partitions and against eigenvalues that are known."""

import math
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import block_array, coo_array, csr_array

from altheory.errors import BudgetError, DomainError
from altheory.graphs import _second_eigenvector, spectral
from altheory.graphs.graph import graph_of
from altheory.graphs.neighbors import knn_graph
from altheory.graphs.spectral import conductance, spectral_partition
from tests.graphs.weighted import graphs, matrix


def path(n):
    return np.eye(n, k=1) + np.eye(n, k=-1)


def least_conductance(W):
    """The least over all sets: the definition."""
    rational = [[Fraction(w) for w in row] for row in W.tolist()]
    degrees = [sum(row) for row in rational]
    found = []
    for signs in product((0, 1), repeat=len(W)):
        cut = sum(
            w for i, row in enumerate(rational) for j, w in enumerate(row) if signs[i] > signs[j]
        )
        volumes = [sum(d for d, s in zip(degrees, signs, strict=True) if s == k) for k in (0, 1)]
        if min(volumes) > 0:
            found.append(cut / min(volumes))
    return min(found, default=None)


@given(graphs(most=6))
def test_within_what_cheeger_allows(W):
    h = least_conductance(W)
    if h is None:
        with pytest.raises(DomainError):
            spectral_partition(W)
        return
    found = spectral_partition(W)
    assert found.is_second
    assert h <= found.conductance
    assert found.conductance**2 <= 2 * found.eigenvalue.hi
    assert found.eigenvalue.lo <= 2 * h
    inside = found.labels == 1
    assert found.conductance == conductance(W, inside)
    assert found.labels[np.argmax(W.sum(axis=1) > 0)] == 1
    assert (np.isnan(found.vector) == (W.sum(axis=1) == 0)).all()


@pytest.mark.parametrize(
    ("n", "dense", "fill", "long"),
    [
        *((n, 1000, 0, 1) for n in (2, 3, 10, 60)),
        *((n, 1, fill, long) for n in (20, 60) for fill, long in ((0, 1), (0, 99), (10**9, 1))),
    ],
)
def test_eigenvalues_of_paths(n, dense, fill, long, monkeypatch):
    monkeypatch.setattr(spectral, "DENSE", dense)
    monkeypatch.setattr(_second_eigenvector, "FILL", fill)
    monkeypatch.setattr(_second_eigenvector, "LONG", long)
    found = spectral_partition(path(n))
    exact = 1 - math.cos(math.pi / (n - 1))
    assert float(found.eigenvalue.lo) - 1e-15 <= exact <= float(found.eigenvalue.hi) + 1e-15
    assert found.eigenvalue.hi - found.eigenvalue.lo < 1e-6
    assert found.is_second == (dense > 1)
    half = n // 2
    assert found.labels.tolist() in ([1] * half + [-1] * (n - half), [1] * (n - half) + [-1] * half)


@given(st.integers(3, 12), st.integers(0, 2**32 - 1))
def test_the_second_eigenvalue_is_enclosed(n, seed):
    """Exactly one eigenvalue is at most lo, and at least two at most hi, by Sylvester."""
    rng = np.random.default_rng(seed)
    W = matrix(n, rng.integers(1, 9, n * (n - 1) // 2))
    found = spectral_partition(W)
    assert below(W, found.eigenvalue.lo) <= 1
    assert below(W, found.eigenvalue.hi) >= 2


def below(W, t):
    """How many eigenvalues of L - t D are negative: by elimination in rationals."""
    d = [Fraction(x) for x in W.sum(axis=1).tolist()]
    A = [[-Fraction(w) for w in row] for row in W.tolist()]
    for i, x in enumerate(d):
        A[i][i] = x - t * x
    count = 0
    while A:
        pivot, *rest = A[0]
        assert pivot != 0  # for rationals near irrational eigenvalues
        count += pivot < 0
        A = [[x - row[0] * y / pivot for x, y in zip(row[1:], rest, strict=True)] for row in A[1:]]
    return count


def test_far_ends_of_a_path():
    """Eigenvalues that lie 1e-9 apart, of which the second one is wanted."""
    n = 50_000
    steps = np.arange(n - 1)
    W = csr_array((np.ones(n - 1), (steps, steps + 1)), shape=(n, n))
    found = spectral_partition(W + W.T)
    assert found.eigenvalue.hi < Fraction(2 * (math.pi / (n - 1)) ** 2 / 2)
    assert found.conductance == Fraction(1, n - 1)


def test_two_squares_that_hardly_hang_together(monkeypatch):
    """Multigrid, where the second eigenvalue is below what the residual can tell from 0."""
    monkeypatch.setattr(_second_eigenvector, "FILL", 0)
    points = np.random.default_rng(20261122).random((3_000, 2))
    once = knn_graph(points, 10)
    bridge = coo_array(([1e-9], ([0], [0])), shape=once.shape)
    found = spectral_partition(block_array([[once, bridge], [bridge.T, once]]))
    assert not found.is_second
    assert found.eigenvalue.lo <= Fraction(1, 10**9)
    assert found.labels.tolist() == [1] * 3_000 + [-1] * 3_000


def test_components_cost_nothing():
    found = spectral_partition(matrix(5, [0, 0, 0, 0, 1, 0, 0, 0, 0, 1]))
    assert found.conductance == found.eigenvalue.lo == found.eigenvalue.hi == 0
    assert found.labels.tolist() == [-1, 1, 1, -1, -1]


def test_two_cliques_come_apart():
    W = np.kron(np.eye(2), np.ones((6, 6)) - np.eye(6))
    W[5, 6] = W[6, 5] = 0.5
    found = spectral_partition(W)
    assert found.labels.tolist() == [1] * 6 + [-1] * 6
    assert found.conductance == Fraction(1, 2) / (30 + Fraction(1, 2))


@pytest.mark.parametrize("steps", [1])
def test_iterations_that_do_not_end_say_so(steps, monkeypatch):
    monkeypatch.setattr(_second_eigenvector, "STEPS", steps)
    monkeypatch.setattr(_second_eigenvector, "FILL", 0)
    monkeypatch.setattr(_second_eigenvector, "ROUNDS", 1)
    with pytest.raises(BudgetError, match="Lanczos"):
        spectral_partition(path(3000))


@pytest.mark.parametrize(
    "inside", [[True] * 3, [False] * 3, [True], [[True, False, False]], [False, False, True]]
)
def test_sets_without_a_conductance(inside):
    with pytest.raises(DomainError):
        conductance(matrix(3, [1, 0, 0]), inside)


def test_no_edges():
    with pytest.raises(DomainError, match="2 nodes without any"):
        spectral_partition(graph_of(np.zeros((2, 2))))
