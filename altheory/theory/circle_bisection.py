r"""Bisection on the circle: one label halves the circle, each other halves an arc.

After :math:`q` answers the directions left are an arc of :math:`2^{-q}` turns and its
middle is within :math:`2^{-q}` of every member, since :math:`P(h_u \ne h_v)` is twice the
distance in turns.  So :math:`\lceil \log_2(1/\varepsilon) \rceil` labels are enough for an
error of :math:`\varepsilon`, and the worst case needs them, one more than thresholds.
"""

from altheory.hypotheses.circle import CircleSeparators
from altheory.numeric.closed_form import ClosedForm
from altheory.theory.bisection import bisection_queries_to_width
from altheory.theory.law import Law, Question


def bisection_queries_circle(epsilon: object) -> int:
    r"""Return :math:`\lceil \log_2 (1/\varepsilon) \rceil`, and 0 from 1 on.

    >>> [bisection_queries_circle(epsilon) for epsilon in (1, 0.5, 0.25)]
    [0, 1, 2]
    """
    return bisection_queries_to_width(epsilon)


def _queries(question: Question) -> ClosedForm:
    return ClosedForm.exactly(bisection_queries_circle(question.epsilon))


LAWS = (
    Law(
        hypotheses=CircleSeparators,
        learners=frozenset({"bisection"}),
        quantity="queries",
        given="epsilon",
        mean=_queries,
    ),
)
