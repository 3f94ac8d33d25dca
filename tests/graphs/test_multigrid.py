"""Multigrid cycles: symmetric, positive, close to the inverse, and aggregates that cover."""

import numpy as np
import pytest
from scipy.sparse import csr_array, eye_array

from altheory.graphs import _multigrid as module
from altheory.graphs._dirichlet import dirichlet_problem
from altheory.graphs._multigrid import multigrid
from altheory.graphs.graph import graph_of
from altheory.graphs.neighbors import knn_graph


def laplacian(rng, n, dimension):
    graph = graph_of(knn_graph(rng.random((n, dimension)), 6))
    return dirichlet_problem(graph, np.arange(5), partly=True).matrix().tocsr()


def image(cycle, n):
    return np.column_stack([cycle(column) for column in np.eye(n)])


@pytest.mark.seeded("the whole operator is looked at")
@pytest.mark.parametrize("full", [0, 8])
@pytest.mark.parametrize("dimension", [1, 2, 4])
def test_a_cycle_is_symmetric_positive_and_contracts(rng, monkeypatch, dimension, full):
    monkeypatch.setattr(module, "SMALLEST", 20)
    monkeypatch.setattr(module, "FULL", full)
    matrix = laplacian(rng, 200, dimension)
    n = matrix.shape[0]
    cycle = image(multigrid(matrix), n)
    assert abs(cycle - cycle.T).max() <= 1e-12 * abs(cycle).max()
    spectrum = np.linalg.eigvals(cycle @ matrix.toarray())
    assert abs(spectrum.imag).max() <= 1e-9
    assert 0.005 <= spectrum.real.min() <= spectrum.real.max() <= 1 + 1e-9


@pytest.mark.seeded("small problems are solved directly")
def test_a_small_problem_is_solved(rng):
    matrix = laplacian(rng, 60, 2)
    b = rng.random(matrix.shape[0])
    assert abs(matrix @ multigrid(matrix)(b) - b).max() <= 1e-10


@pytest.mark.seeded("the set is looked at edge by edge")
def test_aggregates_are_neighborhoods_of_a_maximal_independent_set(rng):
    for dimension in (1, 2, 5):
        matrix = laplacian(rng, 150, dimension)
        n = matrix.shape[0]
        links = matrix.toarray() != 0
        rows = np.repeat(np.arange(n), np.diff(matrix.indptr))
        chosen = module._independent(matrix, rows)
        np.fill_diagonal(links, val=False)
        assert not links[np.ix_(chosen, chosen)].any()
        assert (links[:, chosen].any(axis=1) | chosen).all()
        owner = module._owners(matrix)
        heads = np.flatnonzero(chosen)
        assert all(i == heads[k] or links[i, heads[k]] for i, k in enumerate(owner))


def test_what_does_not_shrink_is_only_damped(monkeypatch):
    monkeypatch.setattr(module, "SMALLEST", 2)
    matrix = csr_array(2.0 * eye_array(5))
    assert multigrid(matrix)(np.ones(5)) == pytest.approx([module.DAMPING / 2] * 5)


def test_a_node_without_a_way_to_the_set_is_alone():
    """Rounding drops what cancels to zero, maybe of two equal entries only one."""
    matrix = csr_array(eye_array(40) * 2.0) - csr_array(np.diag([1.0] * 39, 1))
    owner = module._owners(matrix)
    assert sorted(set(owner.tolist())) == list(range(owner.max() + 1))


@pytest.mark.seeded("the largest eigenvalue is found by another way")
def test_damping_is_by_the_largest_eigenvalue(rng):
    for dimension in (1, 2, 3):
        matrix = laplacian(rng, 300, dimension)
        degrees = matrix.diagonal()
        largest = np.linalg.eigvals(matrix.toarray() / degrees[:, None]).real.max()
        assert 0.9 <= module.DAMPING / (module._damping(matrix) * degrees).max() / largest <= 1.2
