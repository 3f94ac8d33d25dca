r"""Why no learner is quick when an interval is to be ruled out.

The target says -1 everywhere, the class holds the intervals of [0, 1] and the empty
set, and x is uniform.  After q questions, all answered -1, every interval in one of
the :math:`n = q + 1` gaps :math:`g_1 + \dots + g_n = 1` is still possible.  The
learner may answer with any classifier :math:`h: [0, 1] \to [0, 1]` (the chance of
saying +1); with :math:`u_i = \int_{g_i} h` and :math:`u = u_1 + \dots + u_n` it errs by
:math:`u` if nothing is positive, and by :math:`u + g_i - 2 u_i` if gap i is.  Adding up,

.. math:: \sum_{i=1}^n (u + g_i - 2 u_i) = 1 + (n - 2) u,

so that some gap costs at least :math:`1/n` if there are two or more, and a single one
costs :math:`1/2` together with the empty set.  Equal gaps and :math:`h = 0` attain it.
"""

from fractions import Fraction
from math import ceil
from typing import Any

from altheory.numeric.inputs import count, open_unit


def empty_interval_accuracy(queries: int) -> Fraction:
    r"""Return :math:`1/\max(2, q + 1)`, the least error that ``queries`` answers -1 guarantee.

    >>> [str(empty_interval_accuracy(q)) for q in range(4)]
    ['1/2', '1/2', '1/3', '1/4']

    Notes
    -----
    Without a question 1/2 is attained by a coin, or as closely as one likes by a
    fine comb; no set attains it.
    """
    return Fraction(1, max(2, count(queries, "a number of queries", least=0) + 1))


def empty_interval_queries(epsilon: Any) -> int:
    r"""Return the fewest questions that guarantee error ``epsilon`` on every interval.

    .. math::

        \lceil 1/\varepsilon \rceil - 1 \text{ for } \varepsilon < \tfrac12, \qquad
        0 \text{ for } \varepsilon \ge \tfrac12.

    Parameters
    ----------
    epsilon
        The error allowed, in (0, 1).

    Examples
    --------
    >>> [empty_interval_queries(Fraction(k, 100)) for k in (50, 49, 34, 25, 10, 5)]
    [0, 2, 2, 3, 9, 19]

    """
    eps = open_unit(epsilon, "epsilon")
    return 0 if eps >= Fraction(1, 2) else ceil(1 / eps) - 1


def empty_interval_queries_by_distance(epsilon: Any) -> int:
    r"""Return :math:`\lceil 1/(2 \varepsilon) \rceil - 1`, what the triangle inequality shows.

    An answer within ``epsilon`` of nothing and of a gap leaves them at most twice that
    apart, so no gap is longer.  The learner that meets this bound does not exist: its
    answer cannot lie halfway to every gap at once.

    >>> [empty_interval_queries_by_distance(Fraction(1, k)) for k in (2, 4, 10, 20)]
    [0, 1, 4, 9]
    """
    return ceil(1 / (2 * open_unit(epsilon, "epsilon"))) - 1


def empty_interval_points(queries: int) -> tuple[Fraction, ...]:
    """Return the questions that leave equal gaps.

    >>> print(*empty_interval_points(3))
    1/4 1/2 3/4
    """
    q = count(queries, "a number of queries", least=0)
    return tuple(Fraction(i, q + 1) for i in range(1, q + 1))


def empty_interval_expected_queries(epsilon: Any, delta: Any) -> Fraction:
    r"""Return :math:`(1 - \delta)(\lceil 1/\varepsilon \rceil - 1) - 1`, or 0 if that is less.

    So many questions on average, and hence so many at most, are asked on the empty
    interval by every learner, random or not, that errs by at most ``epsilon`` with
    probability :math:`1 - \delta` on each interval.

    Parameters
    ----------
    epsilon, delta
        The error allowed and the chance of failure, in (0, 1).

    Notes
    -----
    Take :math:`m = \lceil 1/\varepsilon \rceil - 1` disjoint intervals longer than
    :math:`\varepsilon`.  Where the learner asks in interval i with probability
    :math:`q_i`, it succeeds on i with probability at most :math:`q_i + s_i`, with
    :math:`s_i` the chance that it leaves i alone and yet its answer suits i.  No answer
    suits two of them, so :math:`\sum_i s_i \le 1`, and
    :math:`m (1 - \delta) \le \sum_i (q_i + s_i)`.

    Examples
    --------
    >>> empty_interval_expected_queries(Fraction(1, 10), Fraction(1, 20))
    Fraction(151, 20)

    """
    chance = 1 - open_unit(delta, "delta")
    apart = ceil(1 / open_unit(epsilon, "epsilon")) - 1
    return max(Fraction(0), chance * apart - 1)
