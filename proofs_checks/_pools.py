"""Thresholds on a pool of m points, as a finite class for the independent checker."""

from typing import Any

from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds

LARGEST = 8


def table(m: int) -> dict[str, Any]:
    """Return what the thresholds say on m points: m + 1 rows of labels.

    >>> table(2)["hypotheses"]
    ['--', '-+', '++']
    """
    points = Thresholds().grid(m + 1)[1:-1]
    return FiniteClass.restriction(Thresholds().representatives([*points, 1]), points).table()
