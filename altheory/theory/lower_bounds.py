r"""Lower bounds by counting: q answers tell at most :math:`2^q` cases apart.

They hold for every class and every learner, whatever it may ask, as long as an
answer is one of two labels.
"""

from fractions import Fraction
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, open_unit, rational


def identification_queries(cases: int) -> int:
    r"""Return :math:`\lceil \log_2 N \rceil`: queries to tell ``cases`` targets apart.

    >>> [identification_queries(n) for n in (1, 2, 3, 8, 9)]
    [0, 1, 2, 3, 4]
    """
    return (count(cases, "a number of cases") - 1).bit_length()


def success_chance(queries: int, ball: Any) -> Fraction:
    r"""Return the most that any learner can hope for: :math:`\min(1, 2^q \mu)`.

    Parameters
    ----------
    queries
        The number of answers :math:`q` it gets.
    ball
        The largest prior mass :math:`\mu` of the targets for which one and the
        same output counts as success.

    >>> success_chance(3, Fraction(1, 100))
    Fraction(2, 25)

    """
    answers = 1 << count(queries, "a number of queries", least=0)
    return min(Fraction(1), answers * _mass(ball))


def queries_for_success(delta: Any, ball: Any) -> Enclosure:
    r"""Return :math:`\log_2((1 - \delta)/\mu)`, the queries that success needs.

    The bound of ``success_chance``, solved for :math:`q`.

    >>> float(queries_for_success(Fraction(1, 2), Fraction(1, 8)))
    2.0
    """
    chance = 1 - open_unit(delta, "delta")
    return Enclosure.exactly(chance / _mass(ball)).log() / Enclosure.exactly(2).log()


def passive_thresholds_error(n: int) -> Fraction:
    r"""Return :math:`1/(2(n + 2))`, the least worst-case mean error of passive learning.

    No rule from ``n`` labeled uniform instances to a threshold has a smaller mean
    error on average over a uniform target (the midpoint rule attains it), hence
    none has on its worst target.

    >>> passive_thresholds_error(10)
    Fraction(1, 24)
    """
    return Fraction(1, 2 * (count(n, "a sample size", least=0) + 2))


def _mass(ball: Any) -> Fraction:
    value = rational(ball, "the mass of a ball")
    if not 0 < value <= 1:
        raise DomainError(f"the mass of a ball lies in (0, 1], got {ball}")
    return value
