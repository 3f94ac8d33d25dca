"""By how much an answer at a node reduces variances, by inverting anew."""

from collections.abc import Callable
from typing import Any, TypeAlias

from proofs_checks._label_graphs import Case, inverse

Measure: TypeAlias = Callable[[dict[tuple[int, int], Any]], Any]  # of a covariance
Reduction: TypeAlias = Callable[[Any, Any], Any]  # of G_ik, or of their sum, and of G_kk


def trace(covariance: dict[tuple[int, int], Any]) -> Any:
    """Return the sum of the variances."""
    return sum(value for (i, j), value in covariance.items() if i == j)


def variance_of_sum(covariance: dict[tuple[int, int], Any]) -> Any:
    """Return the variance of the sum of all nodes."""
    return sum(covariance.values())


def reduced_by(measure: Measure, case: Case, k: int) -> Any:
    """Return by how much a label at k, whatever it is, reduces it."""
    left = inverse(case.answered(k, 0)) if len(case.free) > 1 else {}
    return measure(inverse(case)) - measure(left)
