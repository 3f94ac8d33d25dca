r"""CAL on thresholds, after a stream of n uniform instances.

CAL asks for instance :math:`k` iff it falls between the nearest earlier
instances on either side of the target :math:`t`, so with probability
:math:`\mathbb E[W_{k-1}]`.  Hence

.. math::

    \mathbb E[Q_n] = \sum_{k=1}^n \frac{2 - t^k - (1 - t)^k}{k}
    \longrightarrow 2 H_n + \ln\bigl(t (1 - t)\bigr).

If the target is uniform too, it is one of :math:`k + 1` exchangeable points and
CAL asks for the last of them iff it is a neighbor of the target in rank.
Relative ranks are independent, so :math:`Q_n` is a sum of *independent* coins
with :math:`p_k = 2 / (k + 1)`, and its generating function is
:math:`(2z)(2z + 1) \cdots (2z + n - 1) / (n + 1)!`.
"""

from fractions import Fraction
from functools import partial
from typing import Any

from altheory.hypotheses.thresholds import Thresholds
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.inputs import count
from altheory.spaces.line import point
from altheory.theory._log_series import exact_log_series, harmonic, log_series
from altheory.theory.law import Law, Question

ADDED_UP = 512  # a longer sum is a SymPy expression, not one enormous fraction


def cal_expected_queries_thresholds(n: int, target: Any = None) -> ClosedForm:
    r"""Return the expected number of labels CAL asks for in ``n`` uniform instances.

    Parameters
    ----------
    n
        The length of the stream, at least 0.
    target
        The cut :math:`t \in [0, 1]`: the mean is
        :math:`2 H_n - \sum_{k \le n} (t^k + (1 - t)^k) / k`.  Without it the cut
        is uniform and the mean is :math:`2 (H_{n+1} - 1)`.

    Examples
    --------
    >>> print(cal_expected_queries_thresholds(100, 0.5), cal_expected_queries_thresholds(6))
    8.98846067416 223/70

    """
    n = count(n, "the length of a stream", least=0)
    if target is None:
        return ClosedForm(2 * (harmonic(n + 1) - 1), partial(_exact_average, n))
    t = point(target)
    enclosure = 2 * harmonic(n) - log_series(t, n) - log_series(1 - t, n)
    return ClosedForm(enclosure, partial(_exact_fixed, n, t))


def cal_query_chance_thresholds(k: int, target: Any = None) -> Fraction:
    r"""Return the probability that CAL asks for the ``k``-th instance.

    It is :math:`(2 - t^k - (1 - t)^k) / k`, and :math:`2 / (k + 1)` if the cut
    is uniform.

    >>> cal_query_chance_thresholds(2, Fraction(1, 2)), cal_query_chance_thresholds(2)
    (Fraction(3, 4), Fraction(2, 3))
    """
    k = count(k, "the number of an instance")
    if target is None:
        return Fraction(2, k + 1)
    t = point(target)
    return (2 - t**k - (1 - t) ** k) / k


def cal_query_law_thresholds(n: int) -> tuple[Fraction, ...]:
    r"""Return :math:`P(Q_n = q)` for :math:`q = 0, \dots, n`, the target being uniform.

    The generating function gives :math:`2^q c(n, q) / (n + 1)!` with unsigned
    Stirling numbers of the first kind; here the coins are convolved in integers.

    >>> cal_query_law_thresholds(2)
    (Fraction(0, 1), Fraction(1, 3), Fraction(2, 3))
    """
    n = count(n, "the length of a stream", least=0)
    counts, total = [1], 1
    for k in range(1, n + 1):
        # multiply by (k - 1) + 2 z, out of k + 1 equally likely relative ranks
        stay, ask = [*((k - 1) * c for c in counts), 0], [0, *(2 * c for c in counts)]
        counts = [a + b for a, b in zip(stay, ask, strict=True)]
        total *= k + 1
    return tuple(Fraction(c, total) for c in counts)


def cal_query_variance_thresholds(n: int) -> Fraction:
    r"""Return :math:`\operatorname{Var} Q_n = \sum_k p_k (1 - p_k)` for a uniform target.

    >>> cal_query_variance_thresholds(2)
    Fraction(2, 9)
    """
    n = count(n, "the length of a stream", least=0)
    chances = (Fraction(2, k + 1) for k in range(1, n + 1))
    return sum((p * (1 - p) for p in chances), Fraction(0))


def _exact_average(n: int) -> Any:
    if n <= ADDED_UP:
        return 2 * (exact_log_series(Fraction(1), n + 1) - 1)
    import sympy as sp

    return 2 * (sp.harmonic(n + 1, evaluate=False) - 1)


def _exact_fixed(n: int, t: Fraction) -> Any:
    if n <= ADDED_UP:
        one = exact_log_series(Fraction(1), n)
        return 2 * one - exact_log_series(t, n) - exact_log_series(1 - t, n)
    import sympy as sp

    k, cut = sp.Symbol("k", integer=True, positive=True), sp.Rational(t.numerator, t.denominator)
    return sp.Sum((2 - cut**k - (1 - cut) ** k) / k, (k, 1, n))


def _mean_queries(question: Question) -> ClosedForm:
    cut = None if question.target is None else question.target.cut
    return cal_expected_queries_thresholds(question.stream or 0, cut)


LAWS = (
    Law(
        hypotheses=Thresholds,
        learners=frozenset({"cal"}),
        quantity="queries",
        given="stream",
        mean=_mean_queries,
    ),
)
