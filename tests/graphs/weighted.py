"""Small weighted graphs to test on."""

import numpy as np
from hypothesis import strategies as st

WEIGHTS = st.one_of(
    st.sampled_from([0.0, 0.0, 1.0, 2.0]),
    st.sampled_from([0.0, 1e-300, 5e-324, 1.0, 1e300, np.nextafter(1.0, 2), 0.1, 0.2, 0.3]),
    st.floats(0, 1),
)


def matrix(n, weights):
    """The matrix of a graph, from the weights of its pairs in order."""
    W = np.zeros((n, n))
    W[np.triu_indices(n, 1)] = weights
    return W + W.T


@st.composite
def graphs(draw, most=6, weights=WEIGHTS):
    n = draw(st.integers(2, most))
    pairs = n * (n - 1) // 2
    return matrix(n, draw(st.lists(weights, min_size=pairs, max_size=pairs)))


@st.composite
def labeled_graphs(draw, most=6):
    """A graph, its positive nodes and its negative ones, some of either."""
    W = draw(graphs(most))
    n = len(W)
    kinds = draw(st.lists(st.sampled_from([0, 0, 1, -1]), min_size=n - 1, max_size=n - 1))
    kinds.insert(draw(st.integers(0, n - 1)), draw(st.sampled_from([1, -1])))
    sides = ([i for i, kind in enumerate(kinds) if kind == side] for side in (1, -1))
    return W, *sides
