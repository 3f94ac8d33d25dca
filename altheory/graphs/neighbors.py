r"""Graphs of points: who is near whom.

Edges join a point to its k nearest others, or to all within a radius, or all to all, and
weigh :math:`\exp(-\|x - y\|^2 / 2 \sigma^2)`.  Where no bandwidth :math:`\sigma` is given it
is the median length of the edges, so that a typical edge weighs :math:`e^{-1/2}`, or an eighth of
the longest edge if that is more: then no weight is below :math:`e^{-32}`, and points that lie
apart from all others do not hang by a thread on which labels cannot be computed.  Of points that
all coincide the weights are 1.  With a bandwidth of one's own, an edge longer than 38 of it has a
weight below any float: it is left out if its ends hang together without it, and refused if not,
since nothing would be left of how points were joined.

Points are never their own neighbors, however many of them coincide.  Which points are nearer
than others, or within the radius, is decided exactly (:mod:`altheory.graphs._distances`);
among equally near points the one with the lower number comes first.
"""

from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._affinity import Affinity
from altheory.graphs._distances import Points, points_of
from altheory.graphs._neighborhoods import Neighborhood, everyone, nearest, within
from altheory.protocols import Floats


def knn_graph(X: Any, k: int, *, mutual: bool = False, bandwidth: float | None = None) -> Any:
    """Return the graph of k nearest neighbors; of equally near points the lowest numbers.

    It may fall into several components, which ``graph_of`` tells: ``graph_of(W).components``.

    Parameters
    ----------
    X
        The points, ``float64[n, d]``.
    k
        How many others each point chooses, less than n.
    mutual
        Whether both have to choose each other; otherwise one is enough.
    bandwidth
        The length at which a weight is exp(-1/2); by default the median length of the edges, or
        an eighth of the longest if that is more.

    Returns
    -------
    scipy.sparse.csr_array
        Symmetric weights, ``[n, n]``.

    Raises
    ------
    DomainError
        If points, k or the bandwidth are none, there are not as many others, or points hang by
        edges alone whose weight is below any float.

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
        The length at which a weight is exp(-1/2); by default the median length of the edges, or
        an eighth of the longest if that is more.

    Returns
    -------
    scipy.sparse.csr_array
        Symmetric weights, ``[n, n]``.

    Raises
    ------
    DomainError
        If points, the radius or the bandwidth are none, or points hang by edges alone whose
        weight is below any float.
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
        The length at which a weight is exp(-1/2); by default the median length of the edges, or
        an eighth of the longest if that is more.

    Returns
    -------
    scipy.sparse.csr_array
        Symmetric weights, ``[n, n]``.

    Raises
    ------
    DomainError
        If points or the bandwidth are none, or points hang by edges alone whose weight is below
        any float.
    BudgetError
        If there are more than 5000 points.

    Examples
    --------
    >>> full_graph([[0.0], [1.0], [3.0]], bandwidth=1e9).toarray().round().tolist()
    [[0.0, 1.0, 1.0], [1.0, 0.0, 1.0], [1.0, 1.0, 0.0]]

    """
    return _weighted(everyone(X), bandwidth)


def weights_to(X: Any, new: Any, k: int, *, bandwidth: float | None = None) -> Any:
    """Return the weights from new points to the k nearest points of a graph.

    They are relative to the largest of each row, since means, as ``induced`` takes them, depend
    on ratios alone.  A point that coincides with nodes hangs on these alone.

    Parameters
    ----------
    X, k
        The points of the graph, ``float64[n, d]``, and its number of neighbors.
    new
        The new points, ``float64[m, d]``.
    bandwidth
        That of the graph; by default the one that ``knn_graph(X, k)`` has.

    Returns
    -------
    scipy.sparse.csr_array
        Weights in [0, 1], ``[m, n]``.

    Raises
    ------
    DomainError
        If points, k or the bandwidth are none.

    Examples
    --------
    >>> weights_to([[0.0], [1.0], [4.0]], [[0.5]], 2).toarray().tolist()
    [[1.0, 1.0, 0.0]]

    """
    near = nearest(X, k)
    points, fresh = _given(near.points), _given(points_of(new))
    if points.shape[1] != fresh.shape[1]:
        raise DomainError(
            f"new points have {points.shape[1]} coordinates as the others, got {fresh.shape[1]}"
        )
    return Affinity(points, k, None, near.bandwidth(bandwidth)).weights(fresh)


def _given(points: Points) -> Floats:
    """Return points as they were before they were scaled."""
    return np.asarray(np.ldexp(points.xs, points.exponent))


def _weighted(near: Neighborhood, bandwidth: float | None) -> Any:
    return near.weights(near.bandwidth(bandwidth))
