"""Passes over the rows of a sparse matrix in machine code, for large ones.

:mod:`altheory.graphs._row_sums` does the same in NumPy and SciPy.
"""

from typing import Any

import numpy as np

from altheory.numeric.compiled import compiled
from altheory.protocols import Floats


@compiled
def falls(rows: Any, here: Floats, there: Floats) -> tuple[Floats, Floats]:
    r"""Return :math:`\sum_j w_{ij} (g_j - f_i)` and the sum of the sizes of its terms, for each i.

    ``rows`` holds their starts, the neighbors and the weights; f is ``here`` and g is ``there``.
    """
    starts, neighbors, weights = rows
    sums, sizes = np.zeros(len(here)), np.zeros(len(here))
    for i in range(len(here)):
        value, total, size = here[i], 0.0, 0.0
        for place in range(starts[i], starts[i + 1]):
            term = weights[place] * (there[neighbors[place]] - value)
            total += term
            size += abs(term)
        sums[i], sizes[i] = total, size
    return sums, sizes


@compiled
def is_symmetric(rows: Any) -> bool:
    """Return whether a matrix without diagonal, of sorted rows as above, equals its transpose.

    The entries left of the diagonal are met in order, row by row, from the other side.
    """
    starts, neighbors, weights = rows
    waiting = starts[:-1].copy()
    for i in range(len(waiting)):
        if waiting[i] < starts[i + 1] and neighbors[waiting[i]] < i:
            return False
        for place in range(waiting[i], starts[i + 1]):
            j = neighbors[place]
            back = waiting[j]
            if back == starts[j + 1] or neighbors[back] != i or weights[back] != weights[place]:
                return False
            waiting[j] += 1
    return True


@compiled
def independent(rows: Any, order: Any) -> Any:
    """Return whether each node is in a maximal set without neighbors, filled in an order."""
    starts, neighbors, _ = rows
    waiting, heads = np.ones(len(order), np.bool_), np.zeros(len(order), np.bool_)
    for i in order:
        if waiting[i]:
            heads[i] = True
            for place in range(starts[i], starts[i + 1]):
                waiting[neighbors[place]] = False
    return heads


@compiled
def aggregates(rows: Any, order: Any) -> Any:
    """Return for each node the number of its aggregate, or -1.

    Each node of an independent set has its own, and they are numbered as these are; every
    other node joins the neighbor among them to which its entry is least.
    """
    starts, neighbors, entries = rows
    heads = independent(rows, order)
    owner = np.where(heads, np.cumsum(heads) - 1, -1)
    for i in range(len(heads)):
        least = -np.inf if heads[i] else np.inf
        for place in range(starts[i], starts[i + 1]):
            j = neighbors[place]
            if heads[j] and entries[place] <= least:
                least, owner[i] = entries[place], owner[j]
    return owner
