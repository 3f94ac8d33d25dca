r"""Labels for points that are not in the graph, from those that are.

A new point gets the mean of the nodes' values, weighted by how near they are,

.. math:: f(x) = \frac{\sum_j w(x, x_j) f_j}{\sum_j w(x, x_j)} ,

which is what the harmonic solution would give it if it were joined to the graph by edges too
weak to be noticed [delalleau2005]_.  This is outside the transductive theorem: a graph on all
points would in general have other values at the old ones too.
"""

from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._dirichlet import UNIT
from altheory.graphs._results import result_of
from altheory.graphs._sparse_floats import sparse_floats
from altheory.graphs.harmonic_solution import Harmonic


def induced(found: Harmonic, weights: Any) -> Harmonic:
    """Return the values that new points take from the nodes of a graph.

    Parameters
    ----------
    found
        A harmonic solution in floats.
    weights
        From new points to nodes, ``float64[m, n]``, sparse or dense, at least one of them
        positive in each row, and none of them to a node without a value; those that points
        have, ``knn_graph(X, k)`` being the graph, are ``weights_to(X, new, k)``.

    Returns
    -------
    Harmonic
        Values ``float64[m]`` or ``float64[m, C]``; the bound is on the error of these means,
        not on their distance from the labels, nor from a solution on a larger graph.

    Raises
    ------
    DomainError
        If weights are no floats, or negative, or not one for each node, a new point has no
        neighbor, or one of its neighbors has no value.

    Examples
    --------
    >>> from altheory.graphs.harmonic_solution import harmonic
    >>> found = harmonic([[0, 1, 0], [1, 0, 1], [0, 1, 0]], [0, 2], [0, 1])
    >>> induced(found, [[0, 1, 1]]).f.tolist()
    [0.75]
    >>> from altheory.graphs.neighbors import knn_graph, weights_to
    >>> points = [[0.0], [1.0], [2.0]]
    >>> found = harmonic(knn_graph(points, 1), [0, 2], [0, 1])
    >>> induced(found, weights_to(points, [[0.5], [1.5]], 2)).f.tolist()
    [0.25, 0.75]

    """
    from scipy.sparse import diags_array

    found = result_of("harmonic", Harmonic, found)
    values, rows = np.asarray(found.f, dtype=np.float64), sparse_floats(weights)
    if rows.shape[1] != len(values):
        raise DomainError(
            f"weights to {len(values)} nodes, got shape {rows.shape}; make them with weights_to"
        )
    if not (np.isfinite(rows.data) & (rows.data > 0)).all():
        raise DomainError("a weight is a finite number, not negative")
    counts = np.diff(rows.indptr)
    if (counts == 0).any():
        raise DomainError(f"new point {int(np.argmin(counts))} has no neighbor, and so no value")
    if np.isnan(values[rows.indices]).any():
        node = rows.indices[np.isnan(values[rows.indices]).reshape(rows.nnz, -1).any(axis=1)][0]
        raise DomainError(f"node {node} has no value to hand on; label its component")
    tops = np.frexp(rows.max(axis=1).toarray())[1]
    rows.data = np.ldexp(rows.data, -np.repeat(tops, counts))  # no sum leaves the range
    f = diags_array(1 / rows.sum(axis=1)) @ (rows @ values)
    bound = found.error_bound + (2 * int(counts.max(initial=0)) + 8) * UNIT
    return Harmonic(f, bound * (1 + 8 * UNIT), f"{found.method}, induced")
