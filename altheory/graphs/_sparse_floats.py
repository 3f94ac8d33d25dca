"""Weights as sparse matrices of floats: the numbers as they are, or refused."""

from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import exact_array, exact_floats, hides_more

EXACT = "use exact=True where there is such a choice, or round them to floats"


def sparse_floats(weights: Any, form: str = "a matrix") -> Any:
    """Return a matrix of floats as they are, sparse without zeros, or refuse it: a copy."""
    from scipy.sparse import csr_array, issparse

    if type(weights).__module__.startswith("networkx"):
        raise DomainError(f"weights form {form}, got {weights}; give nx.to_scipy_sparse_array(G)")
    given: Any = weights if issparse(weights) else _dense(weights)
    if given.ndim != 2:
        raise DomainError(f"weights form {form}, got shape {given.shape}")
    matrix = csr_array(given, copy=True)
    if matrix.dtype != np.float64:
        floats = exact_floats(matrix.data, "weights", EXACT)
        matrix = csr_array((floats, matrix.indices, matrix.indptr), shape=matrix.shape)
    matrix.sum_duplicates()
    matrix.eliminate_zeros()
    return slim(matrix)


def _dense(weights: Any) -> Any:
    """Return an array of floats, infinities and NaN among them, which are refused by place."""
    try:
        array = np.asarray(weights)
    except ValueError as error:
        raise DomainError(f"weights form a matrix of numbers, got {weights!r:.60}") from error
    if array.dtype.kind not in "iufO":
        raise DomainError(f"weights form a matrix of numbers, got {weights!r:.60}")
    if array.dtype == np.float64 and not (np.isfinite(array).all() and hides_more(weights, array)):
        return array
    return exact_array(weights, "weights", EXACT)


def slim(matrix: Any) -> Any:
    """Return a sparse matrix with indices of 32 bits where they suffice: half the traffic."""
    if max(*matrix.shape, matrix.nnz) < 2**31:
        matrix.indices = matrix.indices.astype(np.int32, copy=False)
        matrix.indptr = matrix.indptr.astype(np.int32, copy=False)
    return matrix
