r"""How wrong a solution of a Dirichlet problem can be, with certainty.

If :math:`A v \ge |b - A f|` at every node for some :math:`v \ge 0`, then, since the inverse of an
M-matrix has no negative entry,

.. math:: |f - f^*| = |A^{-1} (b - A f)| \le A^{-1} |b - A f| \le v .

So any such *barrier* v bounds the error at each node, however f was found.  One barrier serves
all: if :math:`A v \ge d`, the degrees, then :math:`v_i` bounds the mean number of steps of a random
walk from i to a label, and residuals of at most :math:`\rho d_i` mean errors of at most
:math:`\rho v_i`.  It need not be solved for precisely, as :math:`A v \ge \theta d` for any
:math:`\theta > 0` makes :math:`v / \theta` one.  All rounding errors are bounded.

The bound is for the weights as they are stored, and it holds whatever solver was used; a
barrier that fails the check is refused.
"""

import numpy as np

from altheory.errors import CertificateError
from altheory.graphs._dirichlet import TOO_WIDE, UNIT, Dirichlet
from altheory.graphs._solvers import Solver
from altheory.protocols import Floats

ROUGH = 0.5  # relative residual with which a barrier is solved for at first
TRIES = 3
SMALLEST = float(np.finfo(np.float64).tiny)  # quotients below are not rounded as others are
ROUNDED = 1 + 2.0**-50  # makes room for the rounding of a few quotients and products


def mean_steps(problem: Dirichlet, by: Solver, rough: float = ROUGH) -> Floats:
    r"""Return upper bounds of the mean number of steps to a label, ``float64[u]``.

    They are too large by a factor of about :math:`1 / (1 - \text{rough})` at most.

    Raises
    ------
    CertificateError
        If no barrier is found, as when weights differ by more orders of magnitude than
        floats can add up.

    """
    degrees = problem.degrees
    for attempt in range(1, TRIES + 1):
        v = np.maximum(by.solve(degrees, rough**attempt), 0.0)
        if np.isfinite(v).all():
            least = float(np.min(problem.least_image(v) / degrees))
            if least > SMALLEST:
                return v / least * ROUNDED
    raise _unbounded()


def error_bounds(
    problem: Dirichlet, f: Floats, values: Floats, steps: Floats, finer: Floats | None = None
) -> Floats:
    r"""Return v with |f - f*| <= v at every free node and in every column.

    ``f : float64[u, C]``, ``values : float64[l, C]``; ``steps`` and the result are ``float64[u]``.
    With ``finer : float64[u, C]`` the sum of both is bounded, once it is rounded.  Where a walk
    takes long, neighbors differ by little, which a sum of two floats shows in more digits:
    what products of small differences lose, relative to degrees, is far below ``UNIT``.

    Raises
    ------
    CertificateError
        If the bounds are infinite, or f holds a NaN.

    """
    most, rounded, none = SMALLEST, 0.0, np.zeros(len(values))
    for k, (column, given) in enumerate(zip(f.T, values.T, strict=True)):
        residual, slack = problem.residual(column, given)
        if finer is not None:
            rest, more = problem.residual(finer[:, k], none)
            residual, slack = residual + rest, slack + more + UNIT * np.abs(residual + rest)
            rounded = max(rounded, UNIT * float(np.max(np.abs(column + finer[:, k]))))
        most = float(np.max((np.abs(residual) + slack) / problem.degrees, initial=most))
    bounds: Floats = (most * steps + rounded) * ROUNDED
    if not np.isfinite(bounds).all():
        raise _unbounded()
    return bounds


def _unbounded() -> CertificateError:
    return CertificateError(f"no bound on the error was found: {TOO_WIDE}")
