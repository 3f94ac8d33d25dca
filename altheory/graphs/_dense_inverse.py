"""The whole inverse of a Dirichlet Laplacian: of a sparse factor, or by Cholesky."""

from dataclasses import replace
from typing import Any

import numpy as np

from altheory.errors import BudgetError, CertificateError
from altheory.graphs._dense_passes import passes
from altheory.graphs._dirichlet import TOO_WIDE, Dirichlet
from altheory.graphs._solvers import band
from altheory.graphs.graph import Nodes
from altheory.protocols import Floats

MOST = 5_000  # unlabeled nodes of which the whole inverse is kept: 200 MB
NARROW = 6  # bands up to one part in so many make a sparse factor worth while
BLOCK = 256


def dense_inverse(problem: Dirichlet) -> tuple[Dirichlet, Floats]:
    """Return the whole inverse, and the problem in the order of its rows."""
    u = len(problem.free)
    if u > MOST:
        raise BudgetError(
            f"the inverse is kept for at most {MOST} unlabeled nodes, got {u}; "
            "give a few hundred candidates"
        )
    if NARROW * band(problem.inner) <= u:
        factor = _factor(problem)
        if factor is not None:
            order, lower, pivots = factor
            parts = (lower.indptr, lower.indices, lower.data)
            return _reordered(problem, order), passes().inverse_of_factor(*parts, pivots)
    return problem, _by_cholesky(problem)


def _factor(problem: Dirichlet) -> tuple[Nodes, Any, Floats] | None:
    """Return the order of elimination, L and D of a sparse factor, None if it pivots."""
    from scipy.sparse.linalg import splu

    try:
        factor = splu(
            problem.matrix(),
            permc_spec="MMD_AT_PLUS_A",
            diag_pivot_thresh=0.0,
            options={"SymmetricMode": True},
        )
    except RuntimeError:  # singular to rounding
        return None
    if not (factor.perm_r == factor.perm_c).all():
        return None
    return np.argsort(factor.perm_c), factor.L.tocsc(), factor.U.diagonal()


def _reordered(problem: Dirichlet, order: Nodes) -> Dirichlet:
    inner, outer = problem.inner[order][:, order], problem.outer[order]
    return replace(problem, free=problem.free[order], inner=inner, outer=outer)


def _by_cholesky(problem: Dirichlet) -> Floats:
    from scipy.linalg.lapack import dpotrf, dpotri

    factor, failed = dpotrf(problem.matrix().toarray(order="F"), lower=1, overwrite_a=1)
    if failed:
        raise CertificateError(f"the Laplacian is singular to rounding: {TOO_WIDE}")
    lower, _ = dpotri(factor, lower=1, overwrite_c=1)
    for low in range(0, len(lower), BLOCK):
        high = low + BLOCK
        corner = np.tril(lower[low:high, low:high])
        lower[low:high, low:high] = corner + np.tril(corner, -1).T
        lower[low:high, high:] = lower[high:, low:high].T
    inverse: Floats = lower.T  # the same numbers, row after row
    return inverse
