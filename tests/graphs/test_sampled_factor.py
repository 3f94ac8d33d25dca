"""Sampled elimination: exact on trees, symmetric, and close whatever the weights."""

from inspect import unwrap

import numpy as np
import pytest
from scipy.sparse import csr_array

from altheory.graphs import _elimination as elimination
from altheory.graphs import _multigrid as multigrid
from altheory.graphs import _sampled_elimination
from altheory.graphs import _solvers as solvers
from altheory.graphs._dirichlet import dirichlet_problem
from altheory.graphs._sampled_factor import sampled_factor
from altheory.graphs.graph import graph_of
from altheory.graphs.harmonic_solution import harmonic
from altheory.graphs.neighbors import knn_graph
from tests.graphs.examples import random_graph


def grid(rng, side, spread):
    nodes = np.arange(side * side).reshape(side, side)
    i = np.concatenate([nodes[:, :-1].ravel(), nodes[:-1].ravel()])
    j = np.concatenate([nodes[:, 1:].ravel(), nodes[1:].ravel()])
    upper = csr_array((np.exp(spread * rng.standard_normal(len(i))), (i, j)), shape=2 * (side**2,))
    return csr_array(upper + upper.T)


def image(inverse, n):
    return np.column_stack([inverse(column) for column in np.eye(n)])


@pytest.mark.seeded("the whole inverse is looked at")
def test_a_tree_that_hangs_on_one_label_is_eliminated_exactly(rng):
    for size in (1, 2, 5, 30):
        matrix = np.zeros((size + 1, size + 1))
        for i in range(1, size + 1):
            parent = int(rng.integers(i))
            matrix[i, parent] = matrix[parent, i] = 2.0 ** rng.integers(-9, 9)
        problem = dirichlet_problem(graph_of(matrix), np.array([0]))
        found = image(sampled_factor(problem), size) @ problem.matrix().toarray()
        assert found == pytest.approx(np.eye(size), abs=1e-9)


@pytest.mark.seeded("the whole spectrum is looked at")
@pytest.mark.parametrize("spread", [0, 2, 8])
def test_the_factors_are_symmetric_and_close_whatever_the_weights(rng, spread):
    for weights in (grid(rng, 10, spread), csr_array(random_graph(rng, 60, "few"))):
        problem = dirichlet_problem(graph_of(weights), np.arange(4), partly=True)
        scale = np.sqrt(problem.degrees)
        n = len(scale)
        inverse = image(sampled_factor(problem), n) * np.outer(scale, scale)
        assert abs(inverse - inverse.T).max() <= 1e-9 * abs(inverse).max()
        matrix = problem.matrix().toarray() / np.outer(scale, scale)
        spectrum = np.linalg.eigvals(inverse @ matrix)
        assert abs(spectrum.imag).max() <= 1e-6
        assert 0.05 <= spectrum.real.min() <= spectrum.real.max() <= 20


@pytest.mark.seeded("entries are compared one by one")
def test_the_sample_is_right_on_average(rng):
    """Of a star whose center goes first: every pair of leaves, and each leaf with the ground."""
    leaves, times = 4, 4000
    matrix = np.zeros((leaves + 2, leaves + 2))
    matrix[0, 1:] = matrix[1:, 0] = np.arange(1.0, leaves + 2)
    matrix[1:-1, -1] = matrix[-1, 1:-1] = 0.5
    problem = dirichlet_problem(graph_of(matrix), np.array([leaves + 1]))
    inner = problem.inner
    ground = np.asarray(problem.outer.sum(axis=1))
    twins = csr_array((np.arange(inner.nnz), inner.indices, inner.indptr)).T.tocsr().data
    total = np.zeros((leaves, leaves))
    for _ in range(times):
        total += remaining(inner, twins, ground, rng.random(64))
    weights = np.arange(1.0, leaves + 1)
    exact = -np.outer(weights, weights) / 15
    np.fill_diagonal(exact, weights + 0.5 - weights**2 / 15)
    assert total / times == pytest.approx(exact, abs=0.05)


def remaining(inner, twins, ground, lots):
    """The Schur complement that eliminating node 0 leaves, by the loops as they stand."""
    here = _sampled_elimination
    n, rows = len(ground), (inner.indptr, inner.indices, inner.data)
    links, ground = unwrap(here._linked)(rows, twins), ground.copy()
    queue = unwrap(here._queued)(np.diff(inner.indptr))
    unwrap(here._removed)(queue, 0)
    found, tails = unwrap(here._gathered)(0, links, queue, np.full(n, -1), ground[0])
    nodes = links[0][found]
    unwrap(here._joined)(found, (nodes, tails, ground), links, queue, lots)
    left = np.diag(ground)
    for i in range(1, n):
        place = links[4][i]
        while place >= 0:
            j = links[0][place]
            if j >= 0:
                left[i, j] -= links[3][place]
                left[i, i] += links[3][place]
            place = links[2][place]
    return left[1:, 1:]


@pytest.mark.seeded("bytes are compared")
def test_loops_as_they_stand_and_machine_code_agree(rng, monkeypatch):
    problem = dirichlet_problem(graph_of(knn_graph(rng.random((80, 3)), 5)), np.arange(3))
    b = rng.random(len(problem.free))
    fast = sampled_factor(problem)(b)
    for name in ("sampled", "_linked", "_gathered", "_joined", "_queued", "_inserted"):
        kernel = getattr(_sampled_elimination, name).__wrapped__
        monkeypatch.setattr(_sampled_elimination, name, kernel)
    for name in ("_removed", "_requeued", "_least"):
        kernel = getattr(_sampled_elimination, name).__wrapped__
        monkeypatch.setattr(_sampled_elimination, name, kernel)
    monkeypatch.setattr("altheory.graphs._sampled_factor.sampled", _sampled_elimination.sampled)
    assert sampled_factor(problem)(b).tobytes() == fast.tobytes()


@pytest.mark.seeded("the bound is certified")
@pytest.mark.parametrize("long", [0, 10**9])
def test_weights_of_many_orders_of_magnitude_are_solved_for(rng, monkeypatch, long):
    """Aggregates across weak edges: two thousand cycles did not get there."""
    monkeypatch.setattr(solvers, "FILL", -1)
    monkeypatch.setattr(solvers, "LONG", long)
    monkeypatch.setattr(elimination, "MOST", 0)
    monkeypatch.setattr(multigrid, "SMALLEST", 20)
    weights = grid(rng, 50, 3)
    told: list[str] = []
    found = harmonic(weights, [0, 2499], [0, 1], report=lambda what, _: told.append(what))
    assert found.method.endswith("then sampled elimination")
    assert found.error_bound <= 1e-8
    assert len(told) <= 500
    monkeypatch.setattr(solvers, "FILL", 10**9)
    direct = harmonic(weights, [0, 2499], [0, 1])
    assert direct.method == "sparse factorization"
    assert abs(found.f - direct.f).max() <= found.error_bound + direct.error_bound
