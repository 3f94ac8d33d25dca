r"""How wrong a solution of a Dirichlet problem can be, with certainty.

If :math:`A v \ge |b - A f|` at every node for some :math:`v \ge 0`, then, since the inverse of an
M-matrix has no negative entry,

.. math:: |f - f^*| = |A^{-1} (b - A f)| \le A^{-1} |b - A f| \le v .

So any such *barrier* v bounds the error at each node, however it was found: here by solving
:math:`A v = t` roughly, with t a little above the residual, and checking the inequality with
all rounding errors of both sides bounded.  The bound is for the weights as they are stored,
and it holds whatever solver was used; a barrier that fails the check is refused.
"""

import numpy as np

from altheory.errors import CertificateError
from altheory.graphs.dirichlet import Dirichlet
from altheory.graphs.solvers import Solver
from altheory.protocols import Floats

ROUGH = 1e-2  # relative residual with which a barrier is solved for at first
ROOM = 1.5  # how far a barrier's image is to lie above the residual
TRIES = 3


def error_bounds(problem: Dirichlet, f: Floats, values: Floats, by: Solver) -> Floats:
    """Return v with |f - f*| <= v at every free node and in every column.

    ``f : float64[u, C]``, ``values : float64[l, C]``, and the result is ``float64[u]``.

    Raises
    ------
    CertificateError
        If no barrier is found, as when weights differ by more orders of magnitude than
        floats can add up.

    """
    needed = _largest_residual(problem, f, values)
    share = np.sqrt(np.mean((needed / problem.degrees) ** 2))  # no node far below the others
    target = ROOM * needed + share * problem.degrees
    for attempt in range(1, TRIES + 1):
        v = np.maximum(by.solve(target, ROUGH**attempt), 0.0)
        if np.isfinite(v).all() and (problem.least_image(v) >= needed).all():
            return v
    raise CertificateError(
        "no bound on the error was found: the weights differ by too many orders of magnitude; "
        "solve in exact rationals with exact=True, or drop the weakest edges"
    )


def _largest_residual(problem: Dirichlet, f: Floats, values: Floats) -> Floats:
    """Return upper bounds of the residual of all columns."""
    most = np.zeros(len(f))
    for column, given in zip(f.T, values.T, strict=True):
        residual, slack = problem.residual(column, given)
        most = np.maximum(most, np.abs(residual) + slack)
    return most
