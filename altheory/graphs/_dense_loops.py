"""Passes over a large dense matrix, row by row, in machine code.

:mod:`altheory.graphs._dense_blocks` does the same in NumPy where numba is not installed.
"""

from typing import Any

import numpy as np

from altheory.numeric.compiled import compiled
from altheory.protocols import Floats


@compiled
def inverse_of_factor(starts: Any, rows: Any, entries: Floats, pivots: Floats) -> Floats:
    r"""Return :math:`Z = (L D L^\top)^{-1}` in full, from the last row up [takahashi1973]_.

    L is unit lower triangular in compressed columns.  As
    :math:`Z = D^{-1} L^{-1} + (I - L^\top) Z`, row j of Z right of its diagonal is the sum of
    :math:`-L_{kj}` times row k.  For an M-matrix all these terms are positive.
    """
    n = len(pivots)
    inverse = np.zeros((n, n))
    for j in range(n - 1, -1, -1):
        for place in range(starts[j], starts[j + 1]):
            k, entry = rows[place], entries[place]
            if k > j:
                for c in range(j + 1, n):
                    inverse[j, c] -= entry * inverse[k, c]
        diagonal = 1 / pivots[j]
        for place in range(starts[j], starts[j + 1]):
            if rows[place] > j:
                diagonal -= entries[place] * inverse[j, rows[place]]
        inverse[j, j] = diagonal
        for c in range(j + 1, n):
            inverse[c, j] = inverse[j, c]
    return inverse


@compiled
def relative_residuals(inner: Any, degrees: Floats, columns: Floats, chosen: Any) -> Floats:
    r"""Return :math:`\max_i |A g - e_k|_i / d_i` for each column g, chosen for its node k.

    A has the degrees on its diagonal and minus the weights elsewhere; ``inner`` holds the
    compressed rows of these: their starts, the neighbors and the weights.
    """
    starts, neighbors, weights = inner
    u, m = columns.shape
    unit = np.full(u, -1)
    for column in range(m):
        unit[chosen[column]] = column
    largest, row = np.zeros(m), np.zeros(m)
    for i in range(u):
        degree = degrees[i]
        for c in range(m):
            row[c] = degree * columns[i, c]
        for place in range(starts[i], starts[i + 1]):
            j, weight = neighbors[place], weights[place]
            for c in range(m):
                row[c] -= weight * columns[j, c]
        if unit[i] >= 0:
            row[unit[i]] -= 1.0
        for c in range(m):
            largest[c] = np.maximum(largest[c], abs(row[c]) / degree)  # what is NaN stays NaN
    return largest


@compiled
def without_node(columns: Floats, row: int, column: int) -> Floats:
    r"""Return :math:`G - G_{\cdot k} G_{k \cdot} / G_{kk}` without its row and column k."""
    u, m = columns.shape
    other = columns[row].copy()
    less = np.empty((u - 1, m - 1))
    for i in range(u):
        if i != row:
            share, to = columns[i, column] / other[column], i - 1 if i > row else i
            for c in range(column):
                less[to, c] = columns[i, c] - share * other[c]
            for c in range(column + 1, m):
                less[to, c - 1] = columns[i, c] - share * other[c]
    return less


@compiled
def crossings(columns: Floats, above: Floats, down: Floats, up: Floats) -> tuple[Floats, Floats]:
    r"""Return two sums for each column k, over the rows i with :math:`h_i \ge 0` and the others.

    They are :math:`\sum_i (d_k G_{ik} - |h_i|)^+` and :math:`\sum_i (u_k G_{ik} - |h_i|)^+`.
    """
    u, m = columns.shape
    falls, rises = np.zeros(m), np.zeros(m)
    for i in range(u):
        h = abs(above[i])
        if above[i] >= 0:
            for k in range(m):
                over = columns[i, k] * down[k] - h
                falls[k] += over if over > 0 else 0.0
        else:
            for k in range(m):
                over = columns[i, k] * up[k] - h
                rises[k] += over if over > 0 else 0.0
    return falls, rises
