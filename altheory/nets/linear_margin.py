r"""The linear separator of largest margin, by a convex solver: a reference for faster programs.

.. math:: \min_{w, b, \xi \ge 0} \; \tfrac12 |w|^2 + C \sum_i \xi_i \quad \text{such that} \quad
          y_i (w \cdot x_i + b) \ge 1 - \xi_i .

Without slack (:math:`C = \infty`) the margin is :math:`1/|w|`, the distance of the nearest
instance.  At the optimum :math:`w = \sum_i \lambda_i y_i x_i` with multipliers
:math:`0 \le \lambda_i \le C` that are 0 beyond the margin.  Homogeneous, with b = 0 and
instances of unit length, w is the center of the largest ball in the version space (claim
``svm/center-of-the-largest-ball``).
"""

import math
from dataclasses import dataclass
from importlib import import_module
from typing import Any, final

import numpy as np

from altheory.acquisition._tables import points
from altheory.errors import DomainError
from altheory.numeric.inputs import labeled
from altheory.protocols import Floats


@final
@dataclass(frozen=True, slots=True, eq=False)
class LinearMargin:
    """A separator with the proof of its margin.

    Attributes
    ----------
    normal, offset
        The separator: +1 where ``normal . x + offset > 0``.
    multipliers
        One for each instance, ``float64[n]``.

    """

    normal: Floats
    offset: float
    multipliers: Floats

    @property
    def margin(self) -> float:
        r"""The length :math:`1/|w|`."""
        return 1 / float(np.linalg.norm(self.normal))

    def decision_function(self, X: Any) -> Floats:
        r"""Return :math:`w \cdot x + b`: ``float64[N]``."""
        values: Floats = points(X) @ self.normal + self.offset
        return values


def maximum_margin(
    X: Any, y: Any, *, penalty: float = math.inf, homogeneous: bool = False
) -> LinearMargin:
    """Return the separator of largest margin, up to the tolerance of the solver.

    Parameters
    ----------
    X, y
        Instances ``float64[n, d]`` and their labels, -1 or +1.
    penalty
        The price C of slack; infinite for a hard margin.
    homogeneous
        Whether the separator goes through the origin.

    Raises
    ------
    DomainError
        If labels cannot be separated with a hard margin, or are of one class although the
        separator has an offset, so that no margin is largest.

    Examples
    --------
    >>> found = maximum_margin([[0.0, 0.0], [2.0, 0.0]], [-1, 1])
    >>> found.normal.round(6).tolist(), round(found.offset, 6), round(found.margin, 6)
    ([1.0, 0.0], -1.0, 1.0)

    """
    pool = points(X)
    signs = np.array([sign for _, sign in labeled(pool, y)], dtype=np.float64)
    if not homogeneous:
        require_both(signs)
    if not penalty > 0:
        raise DomainError(f"the penalty of slack is positive, got {penalty}")
    convex = import_module("cvxpy")  # a second that most callers never need
    normal, offset = convex.Variable(pool.shape[1]), convex.Variable()
    slack = convex.Variable(len(pool), nonneg=True)
    reached = convex.multiply(signs, pool @ normal + offset) + slack >= 1
    limits = [slack == 0] if math.isinf(penalty) else []
    limits += [offset == 0] if homogeneous else []
    price = 0 if math.isinf(penalty) else penalty * convex.sum(slack)
    cost = convex.sum_squares(normal) / 2 + price
    problem = convex.Problem(convex.Minimize(cost), [reached, *limits])
    problem.solve(solver=convex.CLARABEL)
    if problem.status != convex.OPTIMAL:
        raise DomainError(
            f"no separator of these {len(pool)} labels was found ({problem.status}); "
            "give a finite penalty"
        )
    return LinearMargin(normal.value, float(offset.value), np.asarray(reached.dual_value))


def require_both(signs: Floats) -> None:
    """Refuse labels of one class: every separator far enough away has them."""
    if len(set(signs.tolist())) < 2:
        only = "no label" if not len(signs) else f"{len(signs)} labels, all {signs[0]:+.0f}"
        raise DomainError(
            f"a margin is between two classes, got {only}; ask about random instances, or about "
            "centers found by k_center, until both are there"
        )
