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

TOLERANCE = 1e-6  # of constraints and the duality gap, both relative
NONE = 1e-8  # of the duality gap, below which the normal 0 is taken for the solution


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
        r"""The length :math:`1/|w|`, infinite if w is 0."""
        length = math.hypot(*self.normal)
        return 1 / length if length else math.inf

    def decision_function(self, X: Any) -> Floats:
        r"""Return :math:`w \cdot x + b`: ``float64[N]``."""
        values: Floats = points(X) @ self.normal + self.offset
        return values


def maximum_margin(
    X: Any, y: Any, *, penalty: float = math.inf, homogeneous: bool = False
) -> LinearMargin:
    """Return the separator of largest margin, up to a duality gap of ``TOLERANCE``.

    The normal is 0, and the margin infinite, where 0 proves itself up to ``NONE``, as with slack
    so cheap that nothing is gained by a normal.

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
        separator has an offset, so that no margin is largest; or if the solver's answer does not
        prove itself.

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
    found = separator(pool, signs, penalty, homogeneous=homogeneous)
    if found is None:
        raise DomainError(f"nothing separates these {len(pool)} labels; give a finite penalty")
    return found


def separator(
    pool: Floats, signs: Floats, penalty: float, *, homogeneous: bool = False
) -> LinearMargin | None:
    """Return what :func:`maximum_margin` does, or None if a hard margin separates nothing.

    Solved for instances that are centered, unless homogeneous, and at most 1 in each coordinate,
    so that no unit is better than another: with x = center + size u the problem in u has the
    normal w size, the price C size^2 and the multipliers lambda size^2.
    """
    center = np.zeros(pool.shape[1]) if homogeneous else pool.mean(axis=0)
    size = float(np.abs(pool - center).max(initial=0.0)) or 1.0
    square = size * size
    price = penalty * square
    if not 0 < square < math.inf or not (price < math.inf or math.isinf(penalty)):
        raise DomainError(f"instances are up to {size} from each other; change their unit")
    found = _solved((pool - center) / size, signs, price, homogeneous=homogeneous)
    if found is None:
        return None
    normal = found.normal / size
    offset = found.offset - float(normal @ center)
    return LinearMargin(normal, offset, found.multipliers / square)


def _solved(
    pool: Floats, signs: Floats, penalty: float, *, homogeneous: bool
) -> LinearMargin | None:
    """Solve the convex program, and refuse what it does not prove."""
    convex = import_module("cvxpy")  # a second that most callers never need
    normal, offset = convex.Variable(pool.shape[1]), convex.Variable()
    slack = convex.Variable(len(pool), nonneg=True)
    reached = convex.multiply(signs, pool @ normal + offset) + slack >= 1
    limits = [slack == 0] if math.isinf(penalty) else []
    limits += [offset == 0] if homogeneous else []
    price = 0 if math.isinf(penalty) else penalty * convex.sum(slack)
    cost = convex.sum_squares(normal) / 2 + price
    problem = convex.Problem(convex.Minimize(cost), [reached, *limits])
    try:
        problem.solve(solver=convex.CLARABEL)
    except convex.SolverError as error:
        raise _unproved(len(pool), "no answer") from error
    if problem.status == convex.INFEASIBLE and math.isinf(penalty):
        return None
    if normal.value is None or reached.dual_value is None:
        raise _unproved(len(pool), problem.status)
    found = LinearMargin(normal.value, float(offset.value), np.asarray(reached.dual_value))
    flat = _flat(found, signs, homogeneous=homogeneous)
    if _defect(flat, pool, signs, penalty, homogeneous=homogeneous) <= NONE:
        return flat
    defect = _defect(found, pool, signs, penalty, homogeneous=homogeneous)
    if not defect <= TOLERANCE:
        raise _unproved(len(pool), f"off by {defect:.1e} of the optimum")
    return found


def _flat(found: LinearMargin, signs: Floats, *, homogeneous: bool) -> LinearMargin:
    """Return the normal 0 with the best offset: the more frequent label, any if there is none."""
    offset = 0.0 if homogeneous else float(np.sign(signs.sum())) or found.offset
    return LinearMargin(np.zeros_like(found.normal), offset, found.multipliers)


def _defect(
    found: LinearMargin, pool: Floats, signs: Floats, penalty: float, *, homogeneous: bool
) -> float:
    """Return by how much a solution fails to prove itself: constraints, then the duality gap.

    The least cost is at least the sum of the multipliers less half the square of their normal.
    """
    shares = np.clip(found.multipliers, 0, penalty)
    total = float(shares.sum())
    short = np.maximum(1 - signs * found.decision_function(pool), 0)
    least = total - float(np.sum(((shares * signs) @ pool) ** 2)) / 2
    cost = float(found.normal @ found.normal) / 2
    cost += 0.0 if math.isinf(penalty) else penalty * float(short.sum())
    infeasible = float(short.max()) if math.isinf(penalty) else 0.0
    unbalanced = 0.0 if homogeneous else abs(float(shares @ signs)) / (total or 1)
    return max(infeasible, unbalanced, abs(cost - least) / cost if cost else 0.0)


def _unproved(n: int, why: str) -> DomainError:
    return DomainError(
        f"the solver proves no separator of these {n} labels ({why}); features of similar size, "
        "or a more moderate penalty, are easier"
    )


def require_both(signs: Floats) -> None:
    """Refuse labels of one class: every separator far enough away has them."""
    if len(set(signs.tolist())) < 2:
        only = "no label" if not len(signs) else f"{len(signs)} labels, all {signs[0]:+.0f}"
        raise DomainError(
            f"a margin is between two classes, got {only}; ask about random instances, or about "
            "centers found by k_center, until both are there"
        )
