"""S2 against paths found by hand: breadth first, and bisection where the graph is a path."""

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.graphs.shortest_path_queries import shortest_path_query


def distance(matrix, ones, zeros):
    """The least number of edges between the two sets that are not known to be cut, or inf."""
    seen, layer, steps = set(ones), set(ones), 0
    while layer:
        if layer & set(zeros):
            return steps
        steps += 1
        layer = {
            j
            for i, j in product(layer, range(len(matrix)))
            if matrix[i, j] and j not in seen and not (i in ones and j in zeros)
        }
        seen |= layer
    return math.inf


@st.composite
def cases(draw):
    n = draw(st.integers(2, 8))
    bits = draw(st.lists(st.booleans(), min_size=n * n, max_size=n * n))
    upper = np.triu(np.reshape(bits, (n, n)), 1).astype(float)
    sides = draw(st.lists(st.sampled_from([None, 0, 1]), min_size=n - 2, max_size=n - 2))
    labels = [1, 0, *sides]
    return upper + upper.T, labels


@given(case=cases())
def test_the_path_is_a_shortest_one_and_the_cut_is_what_is_known(case):
    matrix, labels = case
    ones, zeros = ([i for i, y in enumerate(labels) if y == side] for side in (1, 0))
    found = shortest_path_query(matrix, ones, zeros)
    assert list(found.cut) == [(i, j) for i in ones for j in zeros if matrix[i, j]]
    length = distance(matrix, ones, zeros)
    if math.isinf(length):
        assert found.node is None
        assert found.path == ()
        return
    assert len(found.path) == length + 1 >= 3
    assert found.path[0] in ones
    assert found.path[-1] in zeros
    assert all(matrix[i, j] for i, j in zip(found.path, found.path[1:], strict=False))
    assert all(labels[i] is None for i in found.path[1:-1])
    assert found.node == found.path[len(found.path) // 2]


@pytest.mark.parametrize("n", [2, 3, 10, 33, 100])
def test_on_a_path_it_is_binary_search(n):
    matrix = np.diag([1.0] * (n - 1), 1) + np.diag([1.0] * (n - 1), -1)
    for boundary in range(1, n):
        ones, zeros, asked = [n - 1], [0], 0
        while (found := shortest_path_query(matrix, ones, zeros)).node is not None:
            (ones if found.node >= boundary else zeros).append(found.node)
            asked += 1
        assert asked <= math.ceil(math.log2(n - 1))
        assert found.cut == ((boundary, boundary - 1),)


def test_a_node_has_one_label():
    with pytest.raises(DomainError, match="got 1 in both lists"):
        shortest_path_query(np.ones((3, 3)) - np.eye(3), [1, 2], [0, 1])


@pytest.mark.parametrize("labeled", [([0], []), ([], [0, 1]), ([], [])])
def test_labels_of_one_kind_lead_nowhere(labeled):
    found = shortest_path_query(np.ones((3, 3)) - np.eye(3), *labeled)
    assert (found.node, found.path, found.cut) == (None, (), ())
