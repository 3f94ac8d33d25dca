"""Two lists of nodes, and what is said to those who give nodes and values."""

import numpy as np
import pytest

from altheory.errors import DomainError
from altheory.graphs import min_cut, shortest_path_query
from altheory.graphs._sides import both_sides
from altheory.graphs.graph import graph_of

PATH = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]


@pytest.mark.parametrize("question", [min_cut, shortest_path_query])
@pytest.mark.parametrize(
    ("positive", "negative", "said"),
    [
        ([0, 1, 2, 3], [0, 0, 1, 1], r"negative nodes are distinct, .*labeled\[values == 1\]"),
        ([0, 3], [0.0, 0.0], r"labeled\[values == 0\]$"),
        ([0, 3], [0, 1], r"got 0 in both lists; give labeled\[values == 1\]"),
        ([0], [True, False, False, True], r"negative nodes .* give np.flatnonzero\(mask\)"),
        ([0], [4], "numbered from 0 to 3, got 4"),
    ],
)
def test_what_is_no_pair_of_sides_is_refused_with_a_remedy(question, positive, negative, said):
    with pytest.raises(DomainError, match=said):
        question(PATH, positive, negative)


def test_a_side_may_be_empty():
    ones, zeros = both_sides(graph_of(PATH), np.array([2, 0]), [])
    assert ones.tolist() == [2, 0]
    assert zeros.tolist() == []
    assert zeros.dtype == np.intp
