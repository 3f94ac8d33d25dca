r"""The second eigenvector of a large connected graph, by iterations that suit it.

The normalized Laplacian :math:`N = I - S`, :math:`S = D^{-1/2} W D^{-1/2}`, has the eigenvector
:math:`\sqrt d` of eigenvalue 0; wanted is that of the next one.  As for linear systems
(:mod:`altheory.graphs._solvers`) the band of the edges says how.

* Where a factorization fills up little, or the way from end to end is long, the least
  eigenvalues may be close together.  A block of vectors, orthogonal to :math:`\sqrt d`, is
  improved by conjugate gradients whose directions are solved for, or are multigrid cycles
  (LOBPCG).
* Elsewhere neighbors mix fast, the least eigenvalues are far apart, and Lanczos iterations
  find them.

None of them is trusted: whoever asks bounds the error by the residual.
"""

import warnings
from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np

from altheory.errors import BudgetError
from altheory.graphs._multigrid import multigrid
from altheory.graphs._solvers import band
from altheory.protocols import Floats

STEPS = 5_000  # of Lanczos iterations
ROUNDS = 100  # of improvements of a block
BLOCK = 2  # vectors: eigenvalues often come in close pairs
ACCURACY = 1e-9  # of the residual that is asked of them
ENOUGH = 1e-7  # what of it will do before another way is tried
FILL = 20_000_000  # nodes times band that are factored
LONG = 12  # nodes divided by band from which the way is long
LIFT = 1e-10  # of eigenvalues, so that no matrix is singular

Cycle: TypeAlias = Callable[[Floats], Floats]


def second_eigenvector(similar: Any, roots: Floats) -> tuple[float, Floats]:
    """Return the second least eigenvalue of I - S and its vector.

    Parameters
    ----------
    similar
        S, ``csr_array[n, n]``, of a connected graph.
    roots
        The roots of the degrees, ``float64[n]``.

    Raises
    ------
    BudgetError
        If iterations do not find it.

    """
    n, width, found = len(roots), band(similar), None
    try:
        if n * width <= FILL:
            found = _improved(similar, roots, _factored(similar))
        elif n >= LONG * width:
            found = _improved(similar, roots, _multigrid(similar, roots))
    except (RuntimeError, ValueError, np.linalg.LinAlgError):  # pivots lost to rounding
        pass
    return found or _iterated(similar, roots)


def _factored(similar: Any) -> Cycle:
    """Return the solution of systems with N, a little lifted."""
    from scipy.sparse import csc_array, eye_array
    from scipy.sparse.linalg import splu

    matrix = csc_array((1 + LIFT) * eye_array(similar.shape[0]) - similar)
    options = {"SymmetricMode": True}
    solve: Cycle = splu(matrix, "MMD_AT_PLUS_A", 0.0, 1, 1, options=options).solve
    return solve


def _multigrid(similar: Any, roots: Floats) -> Cycle:
    """Return a multigrid cycle for N.

    Cycles are good at what is constant, and the Laplacian D - W has constants where N has
    the roots of the degrees.
    """
    from scipy.sparse import csr_array, diags_array

    scaled = roots / np.exp2(np.round(np.log2(np.median(roots))))
    scale = diags_array(scaled)
    cycle = multigrid(csr_array((1 + LIFT) * scale @ scale - scale @ similar @ scale))
    return lambda v: scaled * cycle(scaled * v)


def _improved(similar: Any, roots: Floats, solved: Cycle) -> tuple[float, Floats] | None:
    """Return them by directions that are solved for, None if these do not get there."""
    from scipy.sparse import csr_array, eye_array
    from scipy.sparse.linalg import LinearOperator, lobpcg

    def directions(block: Floats) -> Floats:
        return np.column_stack([solved(column) for column in block.reshape(len(roots), -1).T])

    laplacian = csr_array(eye_array(len(roots)) - similar)
    first = (roots / np.linalg.norm(roots))[:, None]
    by = LinearOperator(similar.shape, directions, matmat=directions, dtype=np.float64)
    start = np.cos(np.outer(np.arange(len(roots)), np.arange(1, BLOCK + 1)))
    start = directions(start - first * (first.T @ start))
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # the residual says what is not reached
        values, vectors = lobpcg(
            laplacian, start, M=by, Y=first, tol=ACCURACY, maxiter=ROUNDS, largest=False
        )
    second = int(np.argmin(values))
    value, v = float(values[second]), np.asarray(vectors[:, second], dtype=np.float64)
    rest = float(np.linalg.norm(laplacian @ v - value * v))
    return (value, v) if rest <= ENOUGH * float(np.linalg.norm(v)) else None


def _iterated(similar: Any, roots: Floats) -> tuple[float, Floats]:
    """Return them by Lanczos iterations, with the eigenvalue 1 of S moved to -2, out of the way.

    Otherwise two nearly separate parts would make them tell two close eigenvalues apart.
    """
    from scipy.sparse.linalg import ArpackNoConvergence, LinearOperator, eigsh

    first = roots / np.linalg.norm(roots)

    def deflated(v: Floats) -> Floats:
        moved: Floats = similar @ v - 3 * (first @ v) * first
        return moved

    by = LinearOperator(similar.shape, deflated, dtype=np.float64)
    start, most = np.cos(np.arange(len(roots))), min(40, len(roots))
    try:
        values, vectors = eigsh(by, 1, which="LA", v0=start, ncv=most, maxiter=STEPS, tol=ACCURACY)
    except ArpackNoConvergence as error:
        raise BudgetError(
            f"{STEPS} rounds of Lanczos iterations find no second eigenvector of {len(roots)} "
            "nodes; the graph hangs together too loosely, so cut its weakest edges first"
        ) from error
    return 1 - float(values[0]), vectors[:, 0]
