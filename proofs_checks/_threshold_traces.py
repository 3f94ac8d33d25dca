"""What thresholds can say on n points, found without their formula.

Thresholds see only the order of the points, so any n points inside the interval
stand for all others: what is found at k / (n + 1) holds for every choice.
"""

from fractions import Fraction
from functools import cache
from itertools import product

from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds

MOST = 7


def points(n: int) -> tuple[Fraction, ...]:
    """Return ``n`` points inside the unit interval."""
    return tuple(Fraction(k, n + 1) for k in range(1, n + 1))


@cache
def trace(n: int) -> FiniteClass:
    """Return the labelings of ``n`` points, out of 2^n, that leave some threshold.

    >>> trace(2).table()["hypotheses"]
    ['--', '-+', '++']
    """
    prior, xs = Thresholds().version_space(), points(n)
    rows = product((-1, 1), repeat=n)
    return FiniteClass(n, [row for row in rows if not prior.restrict_all(xs, row).is_empty])
