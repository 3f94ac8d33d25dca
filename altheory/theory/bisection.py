r"""Bisection of thresholds: how many chosen queries are enough, and needed.

After :math:`q` answers the version space has width exactly :math:`2^{-q}` and its
middle is within :math:`2^{-q-1}` of the target.  So the number of queries depends
on the goal: a version space of width :math:`\varepsilon` takes
:math:`\lceil \log_2 (1/\varepsilon) \rceil`, an *estimate* within
:math:`\varepsilon` takes :math:`\lceil \log_2 (1/(2\varepsilon)) \rceil`, one less.
Both are optimal, since :math:`q` answers tell only :math:`2^q` cases apart.
"""

from fractions import Fraction
from typing import Any

from altheory.hypotheses.thresholds import Thresholds
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, positive
from altheory.theory.law import Law, Question
from altheory.theory.lower_bounds import queries_for_success


def bisection_queries_to_width(epsilon: Any) -> int:
    r"""Return :math:`\lceil \log_2 (1/\varepsilon) \rceil`, and 0 from 1 on.

    >>> [bisection_queries_to_width(Fraction(1, k)) for k in (1, 4, 5)]
    [0, 2, 3]
    """
    inverse = 1 / positive(epsilon, "epsilon")
    # 2^q >= inverse iff 2^q >= its ceiling, an integer
    return max(inverse.__ceil__() - 1, 0).bit_length()


def bisection_queries_to_error(epsilon: Any) -> int:
    r"""Return :math:`\lceil \log_2 (1/(2\varepsilon)) \rceil`, and 0 from 1/2 on.

    >>> [bisection_queries_to_error(Fraction(1, k)) for k in (2, 4, 5)]
    [0, 1, 2]
    """
    return bisection_queries_to_width(2 * positive(epsilon, "epsilon"))


def randomized_queries_lower_bound(epsilon: Any, delta: Any) -> Enclosure:
    r"""Return :math:`\log_2 ((1 - \delta)/(2 \varepsilon))`, below which no learner succeeds.

    Any learner, randomized or not, that is within :math:`\varepsilon` of a uniform
    target with probability :math:`1 - \delta` asks at least so many queries: each
    of its :math:`2^q` outputs is right on a set of measure :math:`2\varepsilon`.

    >>> float(randomized_queries_lower_bound(Fraction(1, 8), Fraction(1, 2)))
    1.0
    """
    return queries_for_success(delta, min(2 * positive(epsilon, "epsilon"), Fraction(1)))


def pool_queries(m: int) -> int:
    r"""Return :math:`\lceil \log_2 (m + 1) \rceil`, the worst case for a pool of ``m`` points.

    >>> [pool_queries(m) for m in (0, 1, 2, 3, 4, 7, 8)]
    [0, 1, 2, 2, 3, 3, 4]
    """
    return count(m, "the size of a pool", least=0).bit_length()


def pool_expected_queries(m: int) -> Fraction:
    r"""Return the least mean number of queries for ``m`` points and ``m + 1`` equal cases.

    A binary tree with :math:`N` leaves at mean depth as small as possible has them
    on two levels: :math:`\lfloor \log_2 N \rfloor` and the next.

    >>> pool_expected_queries(8)
    Fraction(29, 9)
    """
    leaves = count(m, "the size of a pool", least=0) + 1
    level = leaves.bit_length() - 1
    return level + Fraction(2 * (leaves - 2**level), leaves)


def _queries(question: Question) -> ClosedForm:
    if question.epsilon is None:
        return ClosedForm.exactly(question.stream)
    return ClosedForm.exactly(bisection_queries_to_error(question.epsilon))


LAWS = (
    Law(
        hypotheses=Thresholds,
        learners=frozenset({"bisection"}),
        quantity="queries",
        given="epsilon",
        mean=_queries,
    ),
    Law(
        hypotheses=Thresholds,
        learners=frozenset({"bisection"}),
        quantity="queries",
        given="stream",
        mean=_queries,
    ),
)
