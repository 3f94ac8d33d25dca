r"""CAL on intervals, after a stream of n uniform instances, for a fixed target [a, b].

Let :math:`w = b - a`.  Without a positive instance the members disagree on mass one;
with one, on what lies between the outermost positive instances and their neighbors
outside.  Outside [a, b] a gap exceeds t while some instance is positive with
probability :math:`(1 - t)^n - (1 - w - t)^n`, inside with :math:`(1 - t)^n - (1 - w)^n`.
Integrating both up to the room there is, instance :math:`k = n + 1` is asked for with
probability

.. math::

    p_k = (1 - 2w)(1 - w)^{k-1} + \frac{2 - 2 (1 - w)^k}{k}
    + \sum_{m \in \{a, 1 - b\}} \frac{1 - (1 - m)^k - (1 - w)^k + (1 - w - m)^k}{k} .

With :math:`S_n(t) = \sum_{k \le n} t^k / k` the sum over :math:`k \le n` is

.. math::

    \mathbb E[Q_n] = \Bigl(\frac1w - 2\Bigr) \bigl(1 - (1 - w)^n\bigr)
    + 4 H_n - 4 S_n(1 - w) - S_n(1 - a) - S_n(b) + S_n(a) + S_n(1 - b),

for a target inside (0, 1) about :math:`1/w + 4 \ln n`.  A target of length zero, or
none at all, is never met: every one of the n instances is asked for.
"""

from fractions import Fraction
from functools import partial
from typing import Any

from altheory.errors import DomainError
from altheory.hypotheses.interval import Interval
from altheory.hypotheses.intervals import Intervals
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count
from altheory.theory._log_series import exact_log_series, harmonic, log_series
from altheory.theory.law import Law, Question

ADDED_UP = 512  # a longer sum is a SymPy expression, not one enormous fraction


def cal_expected_queries_interval(n: int, low: Any, high: Any) -> ClosedForm:
    r"""Return the expected number of labels CAL asks for in ``n`` uniform instances.

    Parameters
    ----------
    n
        The length of the stream, at least 0.
    low, high
        The ends of the target within [0, 1], or None and None for the empty one,
        for which the number is ``n`` itself.

    Examples
    --------
    >>> print(cal_expected_queries_interval(500, 0.49, 0.51))
    59.4412366004
    >>> print(cal_expected_queries_interval(7, None, None))
    7

    """
    n = count(n, "the length of a stream", least=0)
    target = Interval(low, high)
    if not target.width:
        return ClosedForm.exactly(n)
    terms = _terms(target)
    hits = 1 - _power(1 - target.width, n)
    enclosure = (1 / target.width - 2) * hits + 4 * harmonic(n)
    for weight, t in terms:
        enclosure = enclosure + weight * log_series(t, n)
    return ClosedForm(enclosure.rounded(), partial(_exact, n, target))


def cal_query_chance_interval(k: int, low: Any, high: Any) -> Fraction:
    r"""Return the probability :math:`p_k` that CAL asks for the ``k``-th instance.

    >>> cal_query_chance_interval(2, 0, 1), cal_query_chance_interval(2, None, None)
    (Fraction(1, 1), Fraction(1, 1))
    """
    k = count(k, "the number of an instance")
    target = Interval(low, high)
    w = target.width
    if not w:
        return Fraction(1)
    shares = sum((weight * t**k for weight, t in _terms(target)), Fraction(4))
    return (1 - 2 * w) * (1 - w) ** (k - 1) + shares / k


def expected_largest_gap(n: int) -> ClosedForm:
    r"""Return the mean of the largest gap between ``n`` uniform instances, 0 and 1.

    It is :math:`H_{n+1} / (n + 1)`: for the empty target the largest error of an
    interval that agrees with ``n`` labels.

    >>> print(expected_largest_gap(1), expected_largest_gap(2))
    3/4 11/18
    """
    cells = count(n, "a number of instances", least=0) + 1
    if cells <= ADDED_UP:
        return ClosedForm.exactly(exact_log_series(Fraction(1), cells) / cells)
    return ClosedForm(harmonic(cells) / cells, partial(_largest_gap, cells))


def _terms(target: Interval) -> tuple[tuple[int, Fraction], ...]:
    """Return the weights and arguments of the series besides the harmonic one."""
    if target.ends is None:
        raise DomainError("the empty interval has no ends")
    a, b = target.ends
    return (-4, 1 - target.width), (-1, 1 - a), (-1, b), (1, a), (1, 1 - b)


def _power(t: Fraction, n: int) -> Enclosure:
    """Return an enclosure of ``t ** n``."""
    if n <= ADDED_UP or t == 0:
        return Enclosure.exactly(t**n)
    return (n * Enclosure.exactly(t).log()).exp()


def _exact(n: int, target: Interval) -> Any:
    w = target.width
    if n <= ADDED_UP:
        total = 4 * exact_log_series(Fraction(1), n) + (1 / w - 2) * (1 - (1 - w) ** n)
        return total + sum(weight * exact_log_series(t, n) for weight, t in _terms(target))
    import sympy as sp

    k, width = sp.Symbol("k", integer=True, positive=True), _rational(w)
    shares = sum(weight * _rational(t) ** k for weight, t in _terms(target))
    return (1 / width - 2) * (1 - (1 - width) ** n) + sp.Sum((4 + shares) / k, (k, 1, n))


def _largest_gap(cells: int) -> Any:
    import sympy as sp

    return sp.harmonic(cells, evaluate=False) / cells


def _rational(x: Fraction) -> Any:
    import sympy as sp

    return sp.Rational(x.numerator, x.denominator)


def _mean_queries(question: Question) -> ClosedForm | None:
    if question.target is None or question.hypotheses.min_width:
        return None
    return cal_expected_queries_interval(
        question.stream or 0, question.target.low, question.target.high
    )


LAWS = (
    Law(
        hypotheses=Intervals,
        learners=frozenset({"cal"}),
        quantity="queries",
        given="stream",
        mean=_mean_queries,
    ),
)
