r"""Graphs of points: who is near whom.

Edges join a point to its k nearest others, or to all within a radius, or all to all, and
weigh :math:`\exp(-\|x - y\|^2 / 2 \sigma^2)`.  Where no bandwidth :math:`\sigma` is given it
is the median length of the edges, so that a typical edge weighs :math:`e^{-1/2}`; if that is
0, by duplicates, all weights are 1.  An edge so long that its weight is below any float is
none.

Points are never their own neighbors, however many of them coincide.  Which points are nearer
than others, or within the radius, is decided exactly (:mod:`altheory.graphs._distances`);
among equally near points the one with the lower number comes first.
"""

from typing import Any

import numpy as np

from altheory.errors import BudgetError, DomainError
from altheory.graphs._distances import Points, points_of
from altheory.graphs._nearest_others import nearest_others
from altheory.graphs.graph import Nodes
from altheory.numeric.inputs import count, positive
from altheory.protocols import Floats

LARGEST_FULL = 5_000  # nodes of a graph of all pairs: 300 MB
MOST_PAIRS = 50_000_000  # edges of a graph of neighborhoods: 2 GB


def knn_graph(X: Any, k: int, *, mutual: bool = False, bandwidth: float | None = None) -> Any:
    """Return the graph of k nearest neighbors.

    Parameters
    ----------
    X
        The points, ``float64[n, d]``.
    k
        How many others each point chooses, less than n.
    mutual
        Whether both have to choose each other; otherwise one is enough.
    bandwidth
        The length at which a weight is exp(-1/2); by default the median length of the edges.

    Returns
    -------
    scipy.sparse.csr_array
        Symmetric weights, ``[n, n]``.

    Examples
    --------
    >>> knn_graph([[0.0], [1.0], [3.0]], 1, bandwidth=1e9).toarray().round().tolist()
    [[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]

    """
    points = points_of(X)
    size, n = count(k, "the number of neighbors"), len(points.xs)
    if size >= n:
        raise DomainError(f"{n} points have at most {n - 1} neighbors, got {k}")
    rows, chosen = np.repeat(np.arange(n), size), nearest_others(points, size).ravel()
    pairs = np.sort(np.minimum(rows, chosen) * n + np.maximum(rows, chosen))
    again = np.zeros(len(pairs), dtype=np.bool_)  # the second of two that chose each other
    again[1:] = pairs[1:] == pairs[:-1]
    kept = pairs[again if mutual else ~again]
    return _weighted(points, kept // n, kept % n, bandwidth)


def epsilon_graph(X: Any, eps: float, *, bandwidth: float | None = None) -> Any:
    """Return the graph of all pairs at a distance of at most ``eps``.

    Parameters
    ----------
    X
        The points, ``float64[n, d]``.
    eps
        The radius, above 0.
    bandwidth
        The length at which a weight is exp(-1/2); by default the median length of the edges.

    Returns
    -------
    scipy.sparse.csr_array
        Symmetric weights, ``[n, n]``.

    Raises
    ------
    BudgetError
        If there are more than ``MOST_PAIRS``.

    """
    points, radius = points_of(X), positive(eps, "a radius")
    tree, wide = points.tree(), points.above(radius)
    found = (int(tree.count_neighbors(tree, wide)) - len(points.xs)) // 2
    if found > MOST_PAIRS:
        raise BudgetError(f"{found} pairs are within {eps}; use knn_graph, or a smaller radius")
    pairs = tree.query_pairs(wide, output_type="ndarray")
    kept = pairs[points.within(pairs[:, 0], pairs[:, 1], radius)]
    return _weighted(points, kept[:, 0], kept[:, 1], bandwidth)


def full_graph(X: Any, *, bandwidth: float | None = None) -> Any:
    """Return the graph of all pairs, of at most ``LARGEST_FULL`` points."""
    points = points_of(X)
    n = len(points.xs)
    if n > LARGEST_FULL:
        raise DomainError(
            f"a graph of all pairs has at most {LARGEST_FULL} nodes, got {n}; use knn_graph"
        )
    one, other = np.triu_indices(n, 1)
    return _weighted(points, one, other, bandwidth)


def _weighted(points: Points, one: Nodes, other: Nodes, bandwidth: float | None) -> Any:
    """Return the matrix of edges with Gaussian weights."""
    from scipy.sparse import csr_array

    n, lengths = len(points.xs), points.lengths(one, other)
    ends = (np.concatenate((one, other)), np.concatenate((other, one)))
    weights = np.tile(_gaussian(lengths, points.exponent, bandwidth), 2)
    matrix = csr_array((weights, ends), shape=(n, n))
    matrix.eliminate_zeros()
    return matrix


def _gaussian(lengths: Floats, exponent: int, bandwidth: float | None) -> Floats:
    """Return weights of lengths that are scaled by ``2 ** -exponent``: so they never overflow."""
    if bandwidth is not None:
        sigma = float(positive(bandwidth, "a bandwidth"))
    else:
        sigma, exponent = float(np.median(lengths)) if len(lengths) else 0.0, 0
    if sigma == 0:
        return np.ones(len(lengths))
    digits, power = np.frexp(sigma)
    with np.errstate(over="ignore", under="ignore"):
        weights: Floats = np.exp(-(np.ldexp(lengths / digits, exponent - int(power)) ** 2) / 2)
    return weights
