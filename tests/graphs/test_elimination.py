"""Elimination without subtraction: as accurate as its bound, whatever the weights."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.graphs._dirichlet import dirichlet_problem
from altheory.graphs._elimination import eliminated, rounding, solved
from altheory.graphs._wide import wide
from altheory.graphs.graph import graph_of
from altheory.graphs.look_ahead import lookahead
from altheory.graphs.neighbors import knn_graph
from altheory.graphs.optimality import Design, sigma_optimality, v_optimality
from tests.graphs.examples import exact_values, random_graph

NUMBERS = st.lists(st.floats(0, 1e308), min_size=1, max_size=6)


def rational(number):
    if not number.mantissa:
        return Fraction(0)
    return Fraction(float(number.mantissa)) * Fraction(2) ** int(number.exponent)


@given(NUMBERS, NUMBERS)
def test_wide_numbers_are_off_by_their_roundings(xs, ys):
    unit = Fraction(1, 2**53)
    total, exact = wide(np.array(xs)).total(), sum(map(Fraction, xs))
    assert abs(rational(total) - exact) <= 2 * len(xs) * unit * exact
    a, b = wide(np.array(xs[:1])), wide(np.array(ys[:1]))
    x, y = Fraction(xs[0]), Fraction(ys[0])
    if y:
        square = a * a * a / b / b
        assert abs(rational(square[0]) - x**3 / y**2) <= 5 * unit * x**3 / y**2
    assert abs(rational((a + b)[0]) - x - y) <= 3 * unit * (x + y)


@pytest.mark.seeded("the values are compared with exact ones")
@pytest.mark.parametrize("kind", ["even", "any"])
def test_each_value_is_known_to_relative_accuracy(rng, kind):
    for _ in range(30):
        size = int(rng.integers(2, 10))
        matrix = random_graph(rng, size, kind)
        matrix[0, 1:] = matrix[1:, 0] = matrix[0, 1:] + 10.0 ** rng.uniform(-290, 290, size - 1)
        labeled = rng.permutation(size)[: int(rng.integers(1, size))]
        values = np.array([rng.random(len(labeled)), rng.integers(0, 2, len(labeled))]).T
        problem = dirichlet_problem(graph_of(matrix), labeled)
        found, bound = eliminated(problem, values), Fraction(rounding(problem))
        for f, column in zip(found.T, values.T, strict=True):
            exact = exact_values(matrix, labeled.tolist(), column)
            for i, x in zip(problem.free, f, strict=True):
                assert abs(Fraction(x) - exact[i]) <= bound * exact[i] + Fraction(2) ** -1074


@pytest.mark.seeded("the entries are compared with exact ones")
def test_each_entry_of_the_inverse_is_known_to_relative_accuracy(rng):
    for size in (2, 5, 8):
        matrix = random_graph(rng, size, "any")
        matrix[0, 1:] = matrix[1:, 0] = matrix[0, 1:] + 10.0 ** rng.uniform(-100, 100, size - 1)
        problem = dirichlet_problem(graph_of(matrix), np.array([0]))
        found, bound = solved(problem, np.eye(size - 1)), Fraction(rounding(problem))
        rows = [[Fraction(w) for w in row] for row in matrix]
        for j in range(size - 1):
            exact = np.array(exact_column(rows, j), dtype=object)
            for x, y in zip(found[:, j], exact, strict=True):
                assert abs(Fraction(x) - y) <= bound * y + Fraction(2) ** -1074


def exact_column(rows, j):
    """Column j of the inverse of the Dirichlet Laplacian with label 0, by row operations."""
    n = len(rows) - 1
    table = [
        [*(sum(rows[i + 1]) * (i == k) - rows[i + 1][k + 1] for k in range(n)), Fraction(i == j)]
        for i in range(n)
    ]
    for k in range(n):
        table[k] = [x / table[k][k] for x in table[k]]
        for i in range(n):
            if i != k:
                table[i] = [x - table[i][k] * y for x, y in zip(table[i], table[k], strict=True)]
    return [row[n] for row in table]


@pytest.mark.parametrize("weak", [1e-12, 1e-100, 1e-250])
def test_questions_behind_a_weak_edge_are_scored(weak):
    """One inverse in floats was too far off from a weight of 1e-12 on."""
    path = np.diag([weak, 1.0, 1.0], 1)
    path += path.T
    for candidates in (None, [1, 3]):
        found = lookahead(path, [0], [0.5], candidates=candidates)
        close(found, lookahead(path, [0], [0.5], candidates=candidates, exact=True))
        close(found.after(1, 1.0), lookahead(path, [0, 1], [0.5, 1.0], candidates=None, exact=True))
    for design in (v_optimality, sigma_optimality):
        close(design(path, [0]), design(path, [0], exact=True))
        close(design(path, [0]).after(2), design(path, [0, 2], exact=True))


def scores(found):
    return found.reduction if isinstance(found, Design) else found.expected_confidence


def close(found, exact):
    expected = scores(exact)[np.isin(exact.nodes, found.nodes)]
    for x, y in zip(scores(found), expected, strict=True):
        assert abs(Fraction(float(x)) - y) <= Fraction(found.error_bound)
    assert found.error_bound <= 1e-9 * float(max(expected))


@pytest.mark.seeded("the bound is certified")
def test_questions_among_neighbors_of_a_narrow_kernel_are_scored(rng):
    weights = knn_graph(rng.random((45, 2)), 4, bandwidth=0.02)
    graph = graph_of(weights)
    labeled = [int(np.flatnonzero(graph.component == c)[0]) for c in range(graph.components)]
    found = lookahead(weights, labeled, np.arange(len(labeled)) % 2)
    assert found.error_bound <= 1e-6
