r"""CAL on the circle, after a stream of n uniform instances or down to mass epsilon.

Fold every labeled instance to its signed example, the instance itself for +1 and the
opposite one for -1.  Signed examples are independent and uniform on the open half circle
around the target, *whatever the target*, and CAL asks for an instance iff its signed
example lies outside of the arc from the first to the last of the earlier ones: iff it is
a new extreme in rank.  Relative ranks are independent and uniform, so :math:`Q_n` is a sum
of independent coins with :math:`p_1 = 1` and :math:`p_k = 2/k` from the second on,

.. math:: \mathbb E[Q_n] = 2 H_n - 1, \qquad
          \mathbb E[z^{Q_n}] = z\, \frac{(2z)(2z + 1) \cdots (2z + n - 2)}{n!}, \qquad
          P(Q_n = q) = \frac{2^{q-1} c(n - 1, q - 1)}{n!}

with unsigned Stirling numbers of the first kind, for :math:`n \ge 1`.

The first signed example cuts its half circle at a uniform place, and from then on the
ends move towards each other as those of thresholds do towards a uniform target: the
circle costs one label more than thresholds with a uniform target on a stream that is one
instance shorter.  So the mass of the disagreement region after :math:`n` instances has
the law Beta(2, n - 1) and the mean :math:`2/(n + 1)`, and CAL reaches mass
:math:`\varepsilon < 1` after :math:`2 + 2 \ln(1/\varepsilon)` labels on average and
:math:`2/\varepsilon` instances.
"""

from fractions import Fraction
from functools import partial
from typing import Any

from altheory.hypotheses.circle import CircleSeparators
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.inputs import count, positive
from altheory.theory._log_series import exact_log_series, harmonic
from altheory.theory.law import Law, Question
from altheory.theory.thresholds_cal import (
    ADDED_UP,
    cal_query_law_thresholds,
    cal_query_variance_thresholds,
)
from altheory.theory.thresholds_cal_width import cal_expected_queries_to_width
from altheory.theory.thresholds_version_space import expected_instances_to_width, width_survival


def cal_expected_queries_circle(n: int) -> ClosedForm:
    r"""Return :math:`2 H_n - 1`, the expected number of labels in ``n`` uniform instances.

    >>> print(cal_expected_queries_circle(3), cal_expected_queries_circle(30))
    8/3 6.98997426184
    """
    n = count(n, "the length of a stream", least=0)
    if n == 0:
        return ClosedForm.exactly(0)
    return ClosedForm(2 * harmonic(n) - 1, partial(_exact_mean, n))


def cal_query_chance_circle(k: int) -> Fraction:
    r"""Return the probability :math:`2/k` that CAL asks for the ``k``-th instance, 1 for the first.

    >>> [str(cal_query_chance_circle(k)) for k in (1, 2, 3, 4)]
    ['1', '1', '2/3', '1/2']
    """
    return min(Fraction(2, count(k, "the number of an instance")), Fraction(1))


def cal_query_law_circle(n: int) -> tuple[Fraction, ...]:
    r"""Return :math:`P(Q_n = q)` for :math:`q = 0, \dots, n`.

    >>> [str(p) for p in cal_query_law_circle(3)]
    ['0', '0', '1/3', '2/3']
    """
    n = count(n, "the length of a stream", least=0)
    return (Fraction(0), *cal_query_law_thresholds(n - 1)) if n else (Fraction(1),)


def cal_query_variance_circle(n: int) -> Fraction:
    r"""Return :math:`\operatorname{Var} Q_n = \sum_{k=2}^n (2/k)(1 - 2/k)`.

    >>> cal_query_variance_circle(3)
    Fraction(2, 9)
    """
    n = count(n, "the length of a stream", least=0)
    return cal_query_variance_thresholds(n - 1) if n else Fraction(0)


def disagreement_survival_circle(n: int, mass: Any) -> Fraction:
    r"""Return :math:`P(P(\mathrm{DIS}) > w)` after ``n`` instances: that of Beta(2, n - 1).

    >>> disagreement_survival_circle(2, Fraction(1, 2))
    Fraction(3, 4)
    """
    n = count(n, "a sample size", least=0)
    return width_survival(max(n - 1, 0), mass)


def expected_disagreement_circle(n: int) -> Fraction:
    r"""Return :math:`\mathbb E[P(\mathrm{DIS})] = 2/(n + 1)` after ``n`` instances, at most 1.

    >>> [str(expected_disagreement_circle(n)) for n in range(4)]
    ['1', '1', '2/3', '1/2']
    """
    return cal_query_chance_circle(count(n, "a sample size", least=0) + 1)


def cal_expected_queries_to_mass_circle(epsilon: Any) -> ClosedForm:
    r"""Return :math:`2 + 2 \ln(1/\varepsilon)`, the mean number of labels down to that P(DIS).

    >>> float(cal_expected_queries_to_mass_circle(Fraction(1, 2)))
    3.386294361119891
    """
    thresholds = cal_expected_queries_to_width(epsilon)
    if positive(epsilon, "epsilon") >= 1:
        return thresholds
    return ClosedForm(1 + thresholds.enclosure, lambda: 1 + thresholds.exact)


def expected_instances_to_mass_circle(epsilon: Any) -> Fraction:
    r"""Return :math:`2/\varepsilon`, the mean number of instances down to that P(DIS).

    >>> expected_instances_to_mass_circle(Fraction(1, 10))
    Fraction(20, 1)
    """
    one_fewer = expected_instances_to_width(epsilon)
    return one_fewer + 1 if one_fewer else one_fewer


def _exact_mean(n: int) -> Any:
    if n <= ADDED_UP:
        return 2 * exact_log_series(Fraction(1), n) - 1
    import sympy as sp

    return 2 * sp.harmonic(n, evaluate=False) - 1


def _queries_in_a_stream(question: Question) -> ClosedForm:
    return cal_expected_queries_circle(question.stream or 0)


def _queries_to_mass(question: Question) -> ClosedForm:
    return cal_expected_queries_to_mass_circle(question.epsilon)


def _instances_to_mass(question: Question) -> ClosedForm:
    return ClosedForm.exactly(expected_instances_to_mass_circle(question.epsilon))


_CAL, _PASSIVE = frozenset({"cal"}), frozenset({"passive"})

LAWS = (
    Law(
        hypotheses=CircleSeparators,
        learners=_CAL,
        quantity="queries",
        given="stream",
        mean=_queries_in_a_stream,
    ),
    Law(
        hypotheses=CircleSeparators,
        learners=_CAL,
        quantity="queries",
        given="epsilon",
        mean=_queries_to_mass,
    ),
    Law(
        hypotheses=CircleSeparators,
        learners=_CAL | _PASSIVE,
        quantity="unlabeled",
        given="epsilon",
        mean=_instances_to_mass,
    ),
    Law(
        hypotheses=CircleSeparators,
        learners=_PASSIVE,
        quantity="queries",
        given="epsilon",
        mean=_instances_to_mass,
    ),
)
