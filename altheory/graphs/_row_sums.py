"""Passes over the rows of a sparse matrix.

Large ones go through :mod:`altheory.graphs._row_loops` where numba is installed.
"""

from importlib.util import find_spec
from typing import Any

import numpy as np

from altheory.graphs import _row_loops
from altheory.protocols import Floats

MANY = 200_000  # entries for which it is worth while to load machine code


def falls(weights: Any, here: Floats, there: Floats) -> tuple[Floats, Floats]:
    """See :func:`altheory.graphs._row_loops.falls`."""
    if is_compiled(weights):
        return _row_loops.falls(parts(weights), here, there)
    terms = weights.data * (there[weights.indices] - np.repeat(here, np.diff(weights.indptr)))
    return _row_sums(weights, terms), _row_sums(weights, np.abs(terms))


def is_symmetric(weights: Any) -> bool:
    """See :func:`altheory.graphs._row_loops.is_symmetric`."""
    if is_compiled(weights):
        return _row_loops.is_symmetric(parts(weights))
    return all(map(np.array_equal, parts(weights), parts(weights.T.tocsr())))


def is_compiled(weights: Any) -> bool:
    """Return whether a matrix is to go through machine code."""
    return weights.nnz >= MANY and find_spec("numba") is not None


def parts(weights: Any) -> tuple[Any, Any, Any]:
    """Return the starts of rows, the neighbors and the weights."""
    return weights.indptr, weights.indices, weights.data


def _row_sums(weights: Any, entries: Floats) -> Floats:
    """Return the sum of the entries of each row, some of which may be empty."""
    sums, filled = np.zeros(weights.shape[0]), np.diff(weights.indptr) > 0
    if filled.any():
        sums[filled] = np.add.reduceat(entries, weights.indptr[:-1][filled])
    return sums
