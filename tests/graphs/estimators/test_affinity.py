"""How new points hang on a graph, against the formula."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.graphs._affinity import Affinity
from altheory.graphs._neighborhoods import Bandwidth
from altheory.graphs.estimators._affinity import joined
from altheory.graphs.neighbors import epsilon_graph, full_graph, knn_graph

GRID = st.integers(-8, 8).map(lambda i: i / 2)
CLOUD = st.lists(st.tuples(GRID, GRID), min_size=3, max_size=8, unique=True)


def hanging(X, affinity, n_neighbors, radius, bandwidth):
    """How new points hang on the graph of some."""
    _, how = joined(X, affinity, n_neighbors, radius, bandwidth)
    assert how is not None
    return how


def weights(points, new, chosen, sigma):
    """Gaussian weights over the largest of each row, to the nodes chosen from distances."""
    rows = []
    for x in new:
        lengths = np.sqrt(((points - x) ** 2).sum(axis=1))
        if (lengths == 0).any():
            rows.append((lengths == 0) * 1.0)
            continue
        row = np.where(chosen(lengths), np.exp(-(lengths**2) / (2 * sigma**2)), 0.0)
        rows.append(row / row.max() if row.any() else row)
    return np.array(rows)


@given(CLOUD, CLOUD, st.sampled_from([None, 0.75, 3.0]))
def test_new_points_against_the_formula(points, new, bandwidth):
    X, xs = np.array(points), np.array(new) + 0.3  # no ties of half-integer grids
    for affinity, graph, chosen in (
        ("nearest_neighbors", knn_graph(X, 2), lambda d: d <= np.sort(d)[1]),
        ("radius", epsilon_graph(X, 2.1), lambda d: d <= 2.1),
        ("full", full_graph(X), lambda d: d >= 0),
    ):
        how = hanging(X, affinity, 2, 2.1, bandwidth)
        i, j = graph.nonzero()
        lengths = np.linalg.norm(X[i] - X[j], axis=1)
        sigma = bandwidth or (np.median(lengths) if len(lengths) else None)
        if sigma is None:
            assert how.bandwidth.digits == 0
            continue
        assert np.ldexp(how.bandwidth.digits, how.bandwidth.power) == pytest.approx(sigma)
        found = how.weights(xs)
        assert ((found.toarray() > 0).sum(axis=1) == np.diff(found.indptr)).all()
        if affinity != "nearest_neighbors":
            assert found.toarray() == pytest.approx(weights(X, xs, chosen, sigma), abs=1e-12)
        else:  # of equally near nodes any two will do
            assert (np.diff(found.indptr) == 2).all()
            nearest = weights(X, xs, chosen, sigma)
            assert np.sort(found.toarray())[:, -2:] == pytest.approx(np.sort(nearest)[:, -2:])
        assert how.weights(X).toarray().tolist() == np.eye(len(X)).tolist()


def test_points_hang_on_what_they_coincide_with():
    X = np.array([[0.0], [0.0], [0.0], [1.0]])
    how = hanging(X, "nearest_neighbors", 1, None, None)
    assert how.weights(np.array([[0.0], [-0.0], [1.0]])).toarray().tolist() == [
        [1, 1, 1, 0],
        [1, 1, 1, 0],
        [0, 0, 0, 1],
    ]


def test_where_all_points_coincide_nearest_nodes_weigh_the_same():
    how = hanging(np.zeros((4, 2)), "full", None, None, None)
    assert how.weights(np.array([[3.0, 4.0]])).toarray().tolist() == [[1, 1, 1, 1]]


@pytest.mark.parametrize("scale", [1e-200, 1.0, 1e200])
@pytest.mark.parametrize("affinity", ["nearest_neighbors", "radius", "full"])
def test_scale_does_not_matter(affinity, scale):
    X = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 2.0]])
    how = hanging(X * scale, affinity, 2, 3 * scale, None)
    far = how.weights(np.array([[0.5, 0.25], [2.5, 0.0]]) * scale).toarray()
    near = hanging(X, affinity, 2, 3.0, None)
    assert far == pytest.approx(near.weights(np.array([[0.5, 0.25], [2.5, 0.0]])).toarray())


def test_new_points_have_the_bandwidth_of_the_graph_if_one_edge_is_long():
    """The longest pair decides for both, though no new point is as far from a node."""
    X = np.append(np.arange(9) / 8, [8.0, 25.0])[:, None]
    graph, how = joined(X, "full", 1, None, None)
    assert how is not None
    lengths = np.abs(X - X.T)[np.triu_indices(11, 1)]
    sigma = lengths.max() / 8
    assert graph.edges == len(lengths)
    assert sigma > np.median(lengths)
    assert np.ldexp(how.bandwidth.digits, how.bandwidth.power) == sigma
    ratio = how.weights(np.array([[-1.0]])).toarray()[0, 8]
    assert ratio == pytest.approx(np.exp((1 - 2**2) / 2 / sigma**2), rel=1e-12)


def test_points_further_apart_than_any_float():
    X = np.array([[-1.5e308], [0.0], [1.5e308]])
    how = hanging(X, "full", 1, None, None)
    found = how.weights(np.array([[0.75e308]])).toarray()[0]
    assert found == pytest.approx([np.exp(-(1.5**2 - 0.5**2) / 2), 1, 1])


def test_points_far_away_have_a_nearest_node():
    how = Affinity(np.array([[0.0], [1.0]]), 1, None, Bandwidth(*np.frexp(1e-300)))
    assert how.weights(np.array([[1e10], [-1e150]])).toarray().tolist() == [[0, 1], [1, 0]]


def test_more_neighbors_than_points_are_all_points():
    X = np.array([[0.0], [1.0], [5.0]])
    assert joined(X, "nearest_neighbors", 7, None, None)[0].edges == 3
    assert hanging(X, "nearest_neighbors", 7, None, None).neighbors == 2


@pytest.mark.parametrize(
    ("affinity", "neighbors", "radius", "bandwidth", "message"),
    [
        (
            "rbf",
            7,
            1.0,
            None,
            "one of nearest_neighbors, radius, full, precomputed, got 'rbf'; rbf is full here$",
        ),
        ("knn", 7, 1.0, None, "; knn is nearest_neighbors here$"),
        ("cosine", 7, 1.0, None, "got 'cosine'$"),
        ("nearest_neighbors", 0, 1.0, None, "number of neighbors"),
        ("nearest_neighbors", 2.5, 1.0, None, "number of neighbors"),
        ("radius", 7, 0.0, None, "radius"),
        ("radius", 7, None, None, "radius"),
        ("full", 7, 1.0, -1.0, "bandwidth"),
        ("precomputed", 7, 1.0, "wide", "bandwidth"),
    ],
)
def test_parameters_that_are_none(affinity, neighbors, radius, bandwidth, message):
    with pytest.raises(DomainError, match=message):
        joined(np.array([[0.0], [1.0]]), affinity, neighbors, radius, bandwidth)
