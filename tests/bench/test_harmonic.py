"""Everybody solves the same problem, and is measured by a certified solution."""

import numpy as np
import pytest

from altheory.bench.rows import _harmonic as row
from altheory.bench.rows import harmonic_million, harmonic_plane, harmonic_space
from altheory.graphs._dirichlet import clamped_nodes, dirichlet_problem
from altheory.graphs.graph import graph_of


@pytest.mark.parametrize("d", [2, 20])
def test_the_contenders_solve_what_altheory_solves(d):
    known = row.reference(400, d)
    assert known.error_bound <= 1e-9
    for solve in (row.by_gradients, row.by_factor):
        found = row.by_system(400, d, solve)
        assert np.abs(found - known.f).max() <= 1e-8
        assert row.accuracy(400, d, found).startswith("wrong by ")
    assert row.accuracy(400, d, known).startswith("certified within ")
    assert row.accuracy(400, d, known.f + 0.25) == "wrong by 2.5e-01"


def test_the_problem_is_in_one_component():
    weights, labeled, values = row.problem(400, 2)
    graph = graph_of(weights)
    assert graph.components == 1
    assert set(values) == {0.0, 1.0}
    assert len(dirichlet_problem(graph, clamped_nodes(graph, labeled)).free) == graph.size - 100


def test_altheory_comes_first_in_every_row():
    for module in (harmonic_million, harmonic_plane, harmonic_space):
        names = [contender.name for contender in module.contenders()]
        assert names[0] == f"altheory, {module.N} nodes"
        assert len(names) >= 2
    known = ("pyamg", "graphlearning", "scikit-learn")
    assert all(contender.name.startswith(known) for contender in row.peers(400, 2))
