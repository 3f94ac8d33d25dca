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

from altheory.graphs._neighborhoods import Neighborhood, everyone, nearest, within


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

    Raises
    ------
    DomainError
        If points, k or the bandwidth are none, or there are not as many others.

    Examples
    --------
    >>> knn_graph([[0.0], [1.0], [3.0]], 1, bandwidth=1e9).toarray().round().tolist()
    [[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]

    """
    return _weighted(nearest(X, k, mutual=mutual), bandwidth)


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
    DomainError
        If points, the radius or the bandwidth are none.
    BudgetError
        If there are more than 50 million pairs.

    """
    return _weighted(within(X, eps), bandwidth)


def full_graph(X: Any, *, bandwidth: float | None = None) -> Any:
    """Return the graph of all pairs.

    Parameters
    ----------
    X
        The points, ``float64[n, d]``.
    bandwidth
        The length at which a weight is exp(-1/2); by default the median length of the edges.

    Returns
    -------
    scipy.sparse.csr_array
        Symmetric weights, ``[n, n]``.

    Raises
    ------
    DomainError
        If points or the bandwidth are none.
    BudgetError
        If there are more than 5000 points.

    Examples
    --------
    >>> full_graph([[0.0], [1.0], [3.0]], bandwidth=1e9).toarray().round().tolist()
    [[0.0, 1.0, 1.0], [1.0, 0.0, 1.0], [1.0, 1.0, 0.0]]

    """
    return _weighted(everyone(X), bandwidth)


def _weighted(near: Neighborhood, bandwidth: float | None) -> Any:
    return near.weights(near.bandwidth(bandwidth))
