"""Weights that make a graph, and weights that do not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import coo_array, csc_array, csr_array, csr_matrix

from altheory.errors import DomainError
from altheory.graphs.graph import graph_of
from tests.graphs.examples import random_graph, reached


@given(st.integers(0, 10**6), st.integers(1, 9))
def test_degrees_components_and_the_laplacian(seed, size):
    rng = np.random.default_rng(seed)
    matrix, f = random_graph(rng, size, "few"), rng.integers(-9, 9, size)
    graph = graph_of(matrix)
    assert graph.size == size
    assert graph.edges == np.count_nonzero(np.triu(matrix))
    assert graph.degrees.tolist() == matrix.sum(axis=1).tolist()
    for i in range(size):
        assert set(np.flatnonzero(graph.component == graph.component[i])) == reached(matrix, [i])
    assert graph.components == len({min(reached(matrix, [i])) for i in range(size)})
    energy = sum(matrix[i, j] * (f[i] - f[j]) ** 2 for i in range(size) for j in range(i))
    assert f @ (graph.laplacian() @ f) == energy


@pytest.mark.parametrize("form", [np.asarray, csr_array, csr_matrix, csc_array, coo_array, list])
def test_any_form_of_matrix(form):
    matrix = np.array([[0, 2, 0], [2, 0, 0.5], [0, 0.5, 0]])
    given_form = form(matrix)
    graph = graph_of(given_form)
    assert graph.weights.toarray().tolist() == matrix.tolist()
    assert graph_of(graph) is graph
    assert str(graph) == "graph of 3 nodes and 2 edges in one component"


def test_the_given_matrix_stays_as_it_is():
    matrix = csr_array(np.array([[0, 1.0], [1.0, 0]]))
    matrix.data[:] = 0
    graph = graph_of(matrix)
    assert (matrix.nnz, graph.edges, graph.components) == (2, 0, 2)
    assert str(graph) == "graph of 2 nodes and 0 edges in 2 components"


def test_doubled_entries_add_up():
    matrix = coo_array(([1.0, 2.0, 3.0], ([0, 0, 1], [1, 1, 0])), shape=(2, 2))
    assert graph_of(matrix).weights.toarray().tolist() == [[0, 3], [3, 0]]


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ([[0, 1], [2, 0]], "symmetric, got 1.0 from 0 to 1 and 2.0 back"),
        ([[0, 1], [np.nextafter(1, 2), 0]], "symmetric"),
        ([[0, 5e-324], [0, 0]], "symmetric, got 5e-324 from 0 to 1 and 0.0 back"),
        ([[0, -1], [-1, 0]], "not negative, got -1.0 from 0 to 1"),
        ([[0, np.nan], [np.nan, 0]], "finite number, got nan from 0 to 1"),
        ([[0, np.inf], [np.inf, 0]], "finite number, got inf from 0 to 1"),
        ([[0, 0], [0, 3]], "no edge to itself, got 3.0 at node 1"),
        ([[0, 1, 2], [1, 0, 0]], r"square matrix, got shape \(2, 3\)"),
        (np.empty((0, 0)), r"square matrix, got shape \(0, 0\)"),
        ([1, 2], r"square matrix, got shape \(2,\)"),
        ([[0, 1], [1]], "matrix of numbers"),
        ([["a", "b"], ["c", "d"]], "matrix of numbers"),
        ([[0, 1j], [1j, 0]], "matrix of numbers"),
        ([[0, 1e308, 1e308], [1e308, 0, 0], [1e308, 0, 0]], "at node 0 add up beyond any float"),
        (csr_array(np.array([[0, 1.0], [2.0, 0]])), "symmetric"),
    ],
)
def test_what_is_no_graph_is_refused(weights, said):
    with pytest.raises(DomainError, match=said):
        graph_of(weights)
