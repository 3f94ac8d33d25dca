"""Graphs of points against their definitions, in rationals, with ties and duplicates."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from altheory.errors import BudgetError, DomainError
from altheory.graphs import _nearest_others, _neighborhoods
from altheory.graphs._distances import points_of
from altheory.graphs.neighbors import epsilon_graph, full_graph, knn_graph, weights_to

GRIDS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=14)


def square(x, y):
    return sum(((Fraction(a) - Fraction(b)) ** 2 for a, b in zip(x, y, strict=True)), Fraction(0))


def chosen(points, k):
    """The k nearest others of each point, ties to the lower number."""
    n = len(points)
    return [
        sorted((j for j in range(n) if j != i), key=lambda j: (square(points[i], points[j]), j))[:k]
        for i in range(n)
    ]


def edges(matrix):
    assert (matrix != matrix.T).nnz == 0
    return {(int(i), int(j)) for i, j in zip(*matrix.nonzero(), strict=True)}


@given(GRIDS, st.integers(1, 5), st.booleans(), st.sampled_from([1.0, 0.1, 1e-200, 1e300]))
def test_nearest_neighbors_are_decided_exactly(points, k, mutual, unit):
    k, xs = min(k, len(points) - 1), np.array(points) * unit
    near = chosen(xs.tolist(), k)
    both = all if mutual else any
    n = range(len(points))
    wanted = {(i, j) for i in n for j in n if both((j in near[i], i in near[j])) and i != j}
    assert edges(knn_graph(xs, k, mutual=mutual, bandwidth=1e308)) == wanted


@given(GRIDS, st.integers(1, 5), st.sampled_from([1.0, 0.1, 1e-200, 1e300]), st.booleans())
def test_products_of_matrices_decide_exactly_too(points, k, unit, long):
    """Also off the origin, where short floats cannot tell the points apart."""
    xs = (np.array(points) + 3.0) * unit
    k = min(k, len(points) - 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_nearest_others, "FEW", 0)
        patch.setattr(_nearest_others, "TILE", 1)
        patch.setattr(_nearest_others, "MANY", 0 if long else 99)
        found = _nearest_others.nearest_others(points_of(xs), k).tolist()
    assert found == [sorted(near) for near in chosen(xs.tolist(), k)]


def test_twenty_dimensions_and_copies_far_from_the_origin():
    rng = np.random.default_rng(20261122)
    xs = np.concatenate((rng.integers(0, 2, (300, 20)), rng.random((300, 20)))) + 2.0**30
    found = _nearest_others.nearest_others(points_of(xs), 2).tolist()
    assert found == [sorted(near) for near in chosen_in_floats(xs, 2)]


def chosen_in_floats(xs, k):
    """As ``chosen``, for coordinates whose differences' squares floats add up without rounding."""
    squares = ((xs[:, None] - xs[None]) ** 2).sum(axis=2)
    np.fill_diagonal(squares, np.inf)
    return np.argsort(squares, axis=1, kind="stable")[:, :k].tolist()


@pytest.mark.parametrize("unit", [1.0, 0.1])
def test_ties_everywhere_take_no_longer(unit):
    """Grids, copies of few points and one point a thousandfold: no search of all pairs."""
    axis = np.arange(50) * unit
    grid = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    assert knn_graph(grid, 4).nnz >= 4 * len(grid)
    assert [int(j) for j in knn_graph(np.tile(grid, (4, 1)), 3)[[9_999]].nonzero()[1]] == [
        2_499,
        4_999,
        7_499,
    ]
    assert knn_graph(np.zeros((50_000, 2)), 3).nnz == 2 * (3 * 50_000 - 6)


NUMBERS = st.floats(-1e3, 1e3).map(lambda x: x if abs(x) > 1e-200 else 0.0)


@given(st.lists(NUMBERS, min_size=2, max_size=12), st.integers(0, 10**6))
def test_a_last_bit_decides(xs, seed):
    rng = np.random.default_rng(seed)
    steps = [xs[0] + s for s in (-1.0, 1.0, np.nextafter(1, 2), -np.nextafter(1, 0), 1.0)]
    points = rng.permutation(np.array([*xs, *steps]))[:, None]
    near = chosen(points.tolist(), 2)
    n = range(len(points))
    wanted = {(i, j) for i in n for j in n if j in near[i] or i in near[j]}
    assert edges(knn_graph(points, 2, bandwidth=1e308)) == wanted


@given(GRIDS, st.sampled_from([1.0, 0.1, 1e-200, 1e150]))
def test_the_radius_is_decided_exactly(points, unit):
    xs = np.array(points) * unit
    for length in (0.5, 1, np.sqrt(2), 2, 5**0.5, 3):
        for eps in (
            length * unit,
            np.nextafter(length * unit, 0),
            np.nextafter(length * unit, 9e99),
        ):
            n = range(len(points))
            near = {(i, j) for i in n for j in n if square(xs[i], xs[j]) <= Fraction(eps) ** 2}
            wanted = {(i, j) for i, j in near if i != j}
            assert edges(epsilon_graph(xs, eps, bandwidth=1e308)) == wanted


def test_weights_are_gaussian_and_a_typical_edge_weighs_as_stated():
    points = np.array([[0.0, 0], [3, 4], [6, 8], [0, 1]])
    matrix = full_graph(points).toarray()
    lengths = np.linalg.norm(points[:, None] - points[None], axis=2)
    sigma = np.median(lengths[np.triu_indices(4, 1)])
    wanted = np.exp(-(lengths**2) / 2 / sigma**2) - np.eye(4)
    assert abs(matrix - wanted).max() <= 1e-15
    assert abs(full_graph(points, bandwidth=5).toarray()[0, 1] - np.exp(-0.5)) <= 1e-15
    everyone = epsilon_graph(points, 100).toarray()
    assert everyone.tolist() == matrix.tolist() == knn_graph(points, 3).toarray().tolist()


def test_duplicates_are_neighbors_with_weight_one_and_nobody_is_his_own():
    matrix = knn_graph(np.zeros((20, 3)), 4)
    assert set(matrix.data) == {1.0}
    assert not matrix.diagonal().any()
    assert [int(j) for j in matrix[[19]].nonzero()[1]] == [0, 1, 2, 3]
    assert full_graph([[0.0], [0.0], [9.0]], bandwidth=1).toarray()[0, 1] == 1.0


def test_lengths_beyond_any_float():
    """The median is half of the longest length, which is no float."""
    points = np.array([[-1.5e308], [1.5e308], [0.0]])
    found = knn_graph(points, 2).toarray()
    assert found[0, 2] == found[1, 2] == np.exp(-0.5)
    assert abs(found[0, 1] - np.exp(-2)) <= 1e-16
    assert full_graph(points, bandwidth=1.5e308).toarray().tolist() == found.tolist()


@pytest.mark.parametrize(
    "bandwidth", [Fraction(1, 10**400), 10**400, 5e-324, Fraction(2) ** -1023, 2**1024]
)
def test_bandwidths_that_no_float_is_near(bandwidth):
    with pytest.raises(DomainError, match=r"a bandwidth lies between .* scale the points"):
        knn_graph([[0.0], [1.0]], 1, bandwidth=bandwidth)


def test_bandwidths_at_the_ends_of_the_floats():
    assert epsilon_graph([[0.0], [1.0]], 0.5, bandwidth=2.0**-1022).nnz == 0
    with pytest.raises(DomainError, match=r"at a bandwidth of 2.23e-308 .* give bandwidth=0.125"):
        knn_graph([[0.0], [1.0]], 1, bandwidth=2.0**-1022)
    assert knn_graph([[0.0], [1.0]], 1, bandwidth=1.7e308).data.tolist() == [1, 1]


def test_points_too_far_apart_for_a_weight_are_refused_if_nothing_else_joins_them():
    points = np.array([[0.0], [1.0], [2.0], [3.0], [200.0]])
    said = r"of 2 edges are below any float, .* joins nodes 2 and 4; give bandwidth=(24.8)$"
    with pytest.raises(DomainError, match=said):
        knn_graph(points, 2, bandwidth=1)
    for graph in (full_graph, lambda xs, bandwidth: epsilon_graph(xs, 1e3, bandwidth=bandwidth)):
        with pytest.raises(DomainError, match="nothing else joins nodes 0 and 4"):
            graph(points, bandwidth=1)
    with pytest.raises(DomainError, match="of 1 edges"):
        knn_graph(points * 1e-200, 1, bandwidth=1e-200)
    assert knn_graph(points[:4], 2, bandwidth=1).nnz == 10
    assert epsilon_graph([[0.0], [5.0]], 1).nnz == 0
    assert full_graph([[0.0]]).shape == (1, 1)


@pytest.mark.parametrize("scale", [1e-200, 1.0, 1e200])
def test_without_a_bandwidth_points_that_lie_apart_are_joined_by_weights_of_e_minus_32(scale):
    points = np.array([[0.0], [1.0], [2.0], [3.0], [200.0]]) * scale
    longest = [200, 198, 197]
    for graph, length in zip(
        (full_graph, lambda xs: knn_graph(xs, 2), lambda xs: knn_graph(xs, 1)), longest, strict=True
    ):
        matrix = graph(points)
        assert matrix.data.min() == pytest.approx(np.exp(-32))
        assert matrix[0, 1] == pytest.approx(np.exp(-((8 / length) ** 2) / 2))


def test_an_edge_too_long_for_a_weight_is_left_out_if_its_ends_hang_together():
    matrix = full_graph(np.arange(0.0, 100, 10)[:, None], bandwidth=1)
    assert edges(matrix) == {(i, j) for i in range(10) for j in range(10) if 0 < abs(i - j) < 4}


def test_weights_of_new_points_are_those_that_the_graph_would_have():
    points = np.random.default_rng(1).random((30, 2))
    new = np.random.default_rng(2).random((5, 2))
    found = weights_to(points, new, 4).toarray()
    lengths = np.linalg.norm(new[:, None] - points[None], axis=2)
    i, j = knn_graph(points, 4).nonzero()
    sigma = np.median(np.linalg.norm(points[i] - points[j], axis=1))
    wanted = np.exp(-(lengths**2) / 2 / sigma**2) * (lengths <= np.sort(lengths)[:, [3]])
    assert abs(found - wanted / wanted.max(axis=1, keepdims=True)).max() <= 1e-12
    assert weights_to(points, points, 4).toarray().tolist() == np.eye(30).tolist()
    assert weights_to(points * 1e200, new * 1e200, 4).toarray() == pytest.approx(found)
    wide = weights_to(points, new, 4, bandwidth=1e9).data
    assert wide.tolist() == [1.0] * 20
    with pytest.raises(DomainError, match="new points have 2 coordinates as the others, got 1"):
        weights_to(points, new[:, :1], 4)


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ([1.0, 2.0], r"rows of coordinates, got shape \(2,\)"),
        ([[]], r"rows of coordinates, got shape \(1, 0\)"),
        ([[0.0], [1.0, 2.0]], "array of numbers"),
        ([[0.0], [np.nan]], "finite, got nan"),
        ([[0.0], [np.inf]], "finite, got inf"),
        ([["a"], ["b"]], "numbers"),
        ([[5e-324], [1e300]], "no common scale"),
        (csr_array(np.eye(2)), r"give X.toarray\(\)$"),
    ],
)
def test_what_is_no_point_is_refused(points, said):
    for graph in (full_graph, lambda xs: knn_graph(xs, 1), lambda xs: epsilon_graph(xs, 1)):
        with pytest.raises(DomainError, match=said):
            graph(points)


def test_what_makes_no_graph_is_refused(monkeypatch):
    with pytest.raises(DomainError, match="2 points have at most 1 neighbors, got 2"):
        knn_graph([[0.0], [1.0]], 2)
    with pytest.raises(DomainError, match="at least 1, got 0"):
        knn_graph([[0.0], [1.0]], 0)
    for wrong in (0, -1, np.nan):
        with pytest.raises(DomainError, match="radius"):
            epsilon_graph([[0.0]], wrong)
        with pytest.raises(DomainError, match="bandwidth"):
            full_graph([[0.0], [1.0]], bandwidth=wrong)
    monkeypatch.setattr(_neighborhoods, "LARGEST_FULL", 2)
    monkeypatch.setattr(_neighborhoods, "MOST_PAIRS", 2)
    with pytest.raises(BudgetError, match="at most 2 nodes, got 3"):
        full_graph(np.zeros((3, 1)))
    with pytest.raises(BudgetError, match="3 pairs are within 1"):
        epsilon_graph(np.zeros((3, 1)), 1)
