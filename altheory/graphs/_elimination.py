r"""Solving a Dirichlet problem without a subtraction, so that no digit is lost.

A free node k of degree :math:`d_k` can be taken out of the graph: a walk that enters it leaves
it somewhere else, so every two of its neighbors get the edge
:math:`w_{ij} \mathrel{+}= w_{ik} w_{kj} / d_k`, and likewise what hangs on the clamped nodes
[grassmann1985]_.  All terms are positive.  Back in reverse order, :math:`f_k` is the mean of its
neighbors.

Notes
-----
How far rounding reaches, whatever the sizes of the weights.  By the matrix-tree theorem each
value of a problem with k free nodes is a ratio of two sums of products of k weights with signs
all plus.  If every weight is off by at most m roundings, each value is by at most 2 k m.
Elimination of node k from nodes 0 ... k makes weights with at most k + 6 new roundings (k + 2
of the degree, one of a quotient and of a product, two of a sum), and the problem with k free
nodes that they pose is solved as stated, by induction; the value at k itself adds 2 k + 6.  So
u free nodes with at most l clamped neighbors each cost at most

.. math:: 2 u (l + 1) + \sum_{k < u} \bigl(2 k (k + 6) + 2 k + 6\bigr) + 1

roundings: this times :math:`2^{-53}` bounds the relative error of every value, up to terms of
higher order which :func:`rounding` includes.
"""

import math

import numpy as np

from altheory.graphs._dirichlet import UNIT, Dirichlet
from altheory.graphs._wide import Wide, wide
from altheory.protocols import Floats

MOST = 300  # free nodes that are eliminated within about a second


def rounding(problem: Dirichlet) -> float:
    """Return how far off, relatively, :func:`eliminated` may be."""
    u = len(problem.free)
    edges = int(np.max(np.diff(problem.outer.indptr), initial=0))
    count = 2 * u * (edges + 1) + sum(2 * k * (k + 6) + 2 * k + 6 for k in range(u)) + 1
    return math.expm1(count * UNIT * (1 + 1e-6)) * (1 + 1e-6)


def eliminated(problem: Dirichlet, columns: Floats) -> Floats:
    """Return the values at the free nodes, ``float64[u, C]``, for ``columns : float64[l, C]``."""
    f = _eliminated(problem, *_grounded(problem, columns))
    return np.clip(f, columns.min(axis=0), columns.max(axis=0))


def solved(problem: Dirichlet, b: Floats) -> Floats:
    r"""Return :math:`A^{-1} b` for ``b >= 0``, ``float64[u]`` or ``float64[u, m]``.

    The roundings are those of :func:`eliminated` where the entries of b are.
    """
    out = _grounded(problem, np.ones((len(problem.clamped), 1)))[0]
    return _eliminated(problem, out, wide(b.reshape(len(b), -1))).reshape(b.shape)


def _eliminated(problem: Dirichlet, out: Wide, right: Wide) -> Floats:
    """Eliminate nodes with weights ``out`` to the clamped ones and the given right-hand sides."""
    u, classes = right.mantissa.shape
    weights, degrees, f = (
        wide(problem.inner.toarray()),
        wide(np.zeros(u)),
        wide(np.zeros((u, classes))),
    )
    for k in reversed(range(u)):
        degrees[k] = weights[k, :k].total() + out[k]
        share = (weights[:k, k] / degrees[k])[:, None]
        weights[:k, :k] = weights[:k, :k] + share * weights[k, :k]
        out[:k] = out[:k] + share[:, 0] * out[k]
        right[:k] = right[:k] + share * right[k]
    for k in range(u):
        f[k] = ((f[:k].T * weights[k, :k]).total() + right[k]) / degrees[k]
    return f.floats()


def _grounded(problem: Dirichlet, columns: Floats) -> tuple[Wide, Wide]:
    """Return each free node's weight to the clamped ones, and the same times their values."""
    outer, values = problem.outer, wide(columns)
    u, classes = len(problem.free), columns.shape[1]
    out, right = wide(np.zeros(u)), wide(np.zeros((u, classes)))
    for i, (start, end) in enumerate(zip(outer.indptr[:-1], outer.indptr[1:], strict=True)):
        ties = wide(outer.data[start:end])
        out[i] = ties.total()
        right[i] = (values[outer.indices[start:end]].T * ties).total()
    return out, right
