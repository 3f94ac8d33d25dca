r"""Typical instances: k of them, so that all others are near one on average.

k-medoids minimizes :math:`\sum_x \min_{c \in S} \|x - c\|` over sets S of k instances.  The set is
built greedily and then improved by exchanging one member for one other instance as long as that
helps [kaufman1990]_.  Since distances are metric, what no exchange improves is, as commonly
stated, within 5 times the optimum [arya2004]_; where k-center looks after the farthest instance,
this looks after most.
"""

from dataclasses import dataclass
from typing import Any, final

import numpy as np

from altheory.acquisition._tables import scaled, unscaled
from altheory.errors import BudgetError, DomainError
from altheory.numeric.inputs import count
from altheory.protocols import Floats

MOST = 5_000  # instances, whose distances take 200 MB
TINY = 1e-12  # of the total: an exchange that gains less is none


@final
@dataclass(frozen=True, slots=True)
class Medoids:
    """Instances that stand for the others.

    Attributes
    ----------
    indices
        The medoids, ascending.
    total
        The sum of all distances from the nearest one.

    """

    indices: tuple[int, ...]
    total: float


def k_medoids(X: Any, k: int) -> Medoids:
    """Return k instances that no exchange of one for another improves; ties go to low indices.

    Parameters
    ----------
    X
        The pool, ``float64[N, D]``, with Euclidean distances.
    k
        The number of medoids, at most N.

    Raises
    ------
    DomainError
        If points or k are none.
    BudgetError
        If the pool is too large for all of its distances.

    Examples
    --------
    >>> k_medoids([[0.0], [1.0], [2.0], [10.0], [11.0]], 2)
    Medoids(indices=(1, 3), total=3.0)

    """
    from scipy.spatial.distance import cdist

    pool, exponent = scaled(X)
    if count(k, "the number of medoids") > len(pool):
        raise DomainError(f"{k} medoids need as many instances, and there are {len(pool)}")
    if len(pool) > MOST:
        raise BudgetError(
            f"distances among {len(pool)} instances are too many, beyond {MOST}: draw a part of "
            "the pool, or use k_center"
        )
    apart = cdist(pool, pool)
    chosen = _built(apart, k)
    while _exchanged(apart, chosen):
        pass
    total = float(apart[chosen].min(axis=0).sum())
    return Medoids(tuple(sorted(chosen)), unscaled(total, exponent))


def _built(apart: Floats, k: int) -> list[int]:
    """Add the instance that lowers the total most, k times."""
    nearest, chosen = np.full(len(apart), np.inf), list[int]()
    for _ in range(k):
        totals = np.minimum(apart, nearest).sum(axis=1)
        totals[chosen] = np.inf
        chosen.append(int(np.argmin(totals)))
        nearest = np.minimum(nearest, apart[chosen[-1]])
    return chosen


def _exchanged(apart: Floats, chosen: list[int]) -> bool:
    """Make the exchange that lowers the total most, if one does."""
    now = best = float(apart[chosen].min(axis=0).sum())
    better: tuple[int, int] | None = None
    for place in range(len(chosen)):
        rest = chosen[:place] + chosen[place + 1 :]
        nearest = apart[rest].min(axis=0, initial=np.inf)
        totals = np.minimum(apart, nearest).sum(axis=1)
        candidate = int(np.argmin(totals))
        if totals[candidate] < best - TINY * now:
            best, better = float(totals[candidate]), (place, candidate)
    if better:
        chosen[better[0]] = better[1]
    return better is not None
