"""The inverse of a Dirichlet Laplacian, about, by elimination of which a sample is kept.

A few dozen conjugate gradient steps correct what the sample is off, whether weights differ by
one order of magnitude or by thirty: on a grid of 160,000 nodes whose weights do by 32, some 60
steps reach rounding.  :mod:`altheory.graphs._sampled_elimination` says how.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from altheory.graphs._dirichlet import Dirichlet
from altheory.graphs._multigrid import scattered
from altheory.graphs._sampled_elimination import sampled
from altheory.protocols import Floats

LOTS = 2**16


def sampled_factor(problem: Dirichlet) -> Callable[[Floats], Floats]:
    r"""Return :math:`b \mapsto L^{-\top} D^{-1} L^{-1} b` about :math:`A^{-1} b`.

    It is symmetric and positive definite, whatever was drawn.
    """
    from scipy.sparse import csc_array, eye_array
    from scipy.sparse.linalg import splu

    inner, n = problem.inner, len(problem.free)
    numbers = (np.arange(inner.nnz), inner.indices, inner.indptr)
    twins = type(inner)(numbers, shape=inner.shape).T.tocsr().data
    ground = np.asarray(problem.outer.sum(axis=1), dtype=np.float64)
    rows = (inner.indptr, inner.indices, inner.data)
    order, (ends, below, shares), pivots = sampled(rows, twins, ground, lots())
    place = np.empty(n, dtype=np.intp)
    place[order] = np.arange(n)
    lower = eye_array(n) - csc_array((shares, place[below], ends), shape=(n, n))
    factor: Any = splu(csc_array(lower), "NATURAL", 0.0, 1, 1, options={"SymmetricMode": True})

    def inverse(b: Floats) -> Floats:
        x = np.empty(n)
        x[order] = factor.solve(factor.solve(b[order]) / pivots, "T")
        return x

    return inverse


def lots() -> Floats:
    """Return numbers in (0, 1) without order."""
    numbers: Floats = (scattered(LOTS).astype(np.float64) + 0.5) / 2.0**32
    return numbers
