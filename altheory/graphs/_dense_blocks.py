"""Passes over a large dense matrix in blocks that stay in the cache, by NumPy and SciPy.

The same as :mod:`altheory.graphs._dense_loops`, where numba is not installed.
"""

from typing import Any

import numpy as np

from altheory.protocols import Floats

ROWS, COLUMNS = 16, 128  # of a block


def inverse_of_factor(starts: Any, rows: Any, entries: Floats, pivots: Floats) -> Floats:
    """See :func:`altheory.graphs._dense_loops.inverse_of_factor`."""
    n = len(pivots)
    inverse = np.zeros((n, n))
    for j in range(n - 1, -1, -1):
        places = np.arange(starts[j], starts[j + 1])
        places = places[rows[places] > j]
        column = -entries[places]
        right = column @ inverse[rows[places], j + 1 :]
        inverse[j, j + 1 :] = inverse[j + 1 :, j] = right
        inverse[j, j] = 1 / pivots[j] + column @ right[rows[places] - j - 1]
    return inverse


def relative_residuals(inner: Any, degrees: Floats, columns: Floats, chosen: Any) -> Floats:
    """See :func:`altheory.graphs._dense_loops.relative_residuals`."""
    from scipy.sparse import csr_array

    u, m = columns.shape
    starts, neighbors, weights = inner
    rows, largest = csr_array((weights, neighbors, starts), shape=(u, u)), np.zeros(m)
    for low in range(0, m, COLUMNS):
        block = np.ascontiguousarray(columns[:, low : low + COLUMNS])
        rest = degrees[:, None] * block - rows @ block
        rest[chosen[low : low + COLUMNS], np.arange(rest.shape[1])] -= 1.0
        largest[low : low + COLUMNS] = (np.abs(rest) / degrees[:, None]).max(axis=0)
    return largest


def without_node(columns: Floats, row: int, column: int) -> Floats:
    """See :func:`altheory.graphs._dense_loops.without_node`."""
    u, m = columns.shape
    less = np.empty((u - 1, m - 1))
    for rows, to in ((slice(0, row), slice(0, row)), (slice(row + 1, u), slice(row, u - 1))):
        less[to, :column] = columns[rows, :column]
        less[to, column:] = columns[rows, column + 1 :]
    share = np.delete(columns[:, column], row) / columns[row, column]
    other = np.delete(columns[row], column)
    for low in range(0, u - 1, ROWS):
        less[low : low + ROWS] -= share[low : low + ROWS, None] * other
    return less


def crossings(columns: Floats, above: Floats, down: Floats, up: Floats) -> tuple[Floats, Floats]:
    """See :func:`altheory.graphs._dense_loops.crossings`."""
    sums = []
    for chosen, scale in ((above >= 0, down), (above < 0, up)):
        total, rows = np.zeros(columns.shape[1]), np.flatnonzero(chosen)
        for low in range(0, len(rows), ROWS):
            some = rows[low : low + ROWS]
            over = columns[some] * scale
            over -= np.abs(above[some])[:, None]
            np.maximum(over, 0.0, out=over)
            total += over.sum(axis=0)
        sums.append(total)
    return sums[0], sums[1]
