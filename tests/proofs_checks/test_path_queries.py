"""Shortest paths between labels that differ: all their midpoints, and where labels change."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from altheory.graphs.shortest_path_queries import shortest_path_query
from proofs_checks._cut_graphs import graph, path
from proofs_checks._path_queries import PYTHON, Boundary, bits, boundary, midpoints, neighbors

WEIGHTS = st.lists(st.integers(0, 1), min_size=15, max_size=15)
NODES = st.integers(0, 63)


@given(WEIGHTS, NODES, NODES)
def test_the_library_asks_one_of_the_midpoints(weights, truth, known):
    w = graph(6, weights)
    ones, zeros = list(bits(known & truth)), list(bits(known & ~truth))
    found = midpoints(neighbors(w), truth, known)
    if not (ones and zeros):
        assert found == 0
        return
    asked = shortest_path_query(np.array(w), ones, zeros).node
    assert (asked is None) == (found == 0)
    assert asked is None or found >> asked & 1


def test_boundaries_are_counted():
    assert boundary(path([1, 1, 1]), 0b0010) == Boundary(4, 2, 2)
    cycle = graph(4, [1, 0, 1, 1, 0, 1])
    assert boundary(cycle, 0b0011) == Boundary(4, 2, 1)
    assert boundary(cycle, 0b0101) == Boundary(4, 4, 4)


def test_the_counterexample_runs():
    exec(PYTHON, {})
