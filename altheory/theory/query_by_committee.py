r"""Query by committee in one dimension: thresholds, and separators on the circle.

The version space is an interval of width :math:`w`, the target uniform on it.  An instance
in it cuts at a uniform share :math:`u`, and two members differ there with probability
:math:`2u(1-u)`.  So a stream is asked about with probability :math:`w/3`, a query cuts at a
Beta(2, 2) share, and what it leaves is the share :math:`V \sim \mathrm{Beta}(3, 2)`, for the
target prefers the larger part.  Then

.. math:: \mathbb E[-\ln V] = \tfrac13 + \tfrac14 = \tfrac7{12}

nats a label: :math:`-\ln V` is a sum of two exponential variables with rates 3 and 4.
So the widths are a renewal process in :math:`\ln(1/w)`, of which a Laplace transform is
:math:`12/((3+s)(4+s))`, and down to a width of :math:`\varepsilon < 1`

.. math::

    \mathbb E[Q_\varepsilon] = 1 + \tfrac{12}7 \ln\tfrac1\varepsilon
        - \tfrac{12}{49} (1 - \varepsilon^7), \qquad
    \mathbb E[N_\varepsilon] = \tfrac{36}{7\varepsilon} - 3 + \tfrac67 \varepsilon^6

labels and instances.  In a stream of n, with :math:`\mathbb E[1 - V^j] = 3 c_j` the moments
:math:`a_j(k) = \mathbb E[W_k^j]` obey :math:`a_j(k+1) = a_j(k) - c_j\, a_{j+1}(k)`, so

.. math::

    \mathbb E[Q_n] = \frac13 \sum_{i=1}^n (-1)^{i-1} \binom ni \prod_{j<i} c_j, \qquad
    c_j = \frac{j (j + 7)}{3 (j + 3)(j + 4)} .

On the circle all directions are left at first, and any instance is asked about with
probability 1/2; the first label leaves half a turn of directions and all instances in
doubt.  So it costs one label and two instances more down to :math:`\varepsilon`, and this
holds for every target: rotations change nothing.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import count as counting
from typing import Any, TypeAlias

from altheory.errors import DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.thresholds import Thresholds
from altheory.numeric.balls import FIRST, enclosed
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, positive
from altheory.theory.law import Given, Law, Quantity, Question

Differences: TypeAlias = Callable[[Any], Iterator[Any]]

ADDED_UP = 128  # terms of a sum that is given as a fraction
LONGEST = 10_000  # terms that cancel to all but a few of so many bits


def qbc_gain_per_label() -> Fraction:
    """Return the nats by which a label shrinks the version space on average, 7/12.

    >>> qbc_gain_per_label()
    Fraction(7, 12)
    """
    return Fraction(1, 3) + Fraction(1, 4)


def qbc_expected_queries_to_width(epsilon: Any) -> ClosedForm:
    r"""Return the mean number of labels until thresholds differ on mass ``epsilon``.

    >>> qbc_expected_queries_to_width(Fraction(1, 2)).exact
    1187/1568 + 12*log(2)/7
    """
    width = positive(epsilon, "epsilon")
    return ClosedForm.exactly(0) if width >= 1 else _to_width(Fraction(1), width)


def qbc_expected_queries_to_mass_circle(epsilon: Any) -> ClosedForm:
    r"""Return the mean number of labels until separators differ on mass ``epsilon``.

    >>> float(qbc_expected_queries_to_mass_circle(Fraction(1, 2)))
    2.945267615653784
    """
    mass = positive(epsilon, "epsilon")
    return ClosedForm.exactly(0) if mass >= 1 else _to_width(Fraction(2), mass)


def qbc_expected_instances_to_width(epsilon: Any) -> Fraction:
    r"""Return :math:`36/(7\varepsilon) - 3 + 6\varepsilon^6/7`, the mean number of instances.

    >>> qbc_expected_instances_to_width(Fraction(1, 2))
    Fraction(1635, 224)
    """
    e = positive(epsilon, "epsilon")
    return Fraction(0) if e >= 1 else Fraction(36, 7) / e - 3 + Fraction(6, 7) * e**6


def qbc_expected_instances_to_mass_circle(epsilon: Any) -> Fraction:
    """Return the mean number of instances, two more than for thresholds."""
    line = qbc_expected_instances_to_width(epsilon)
    return line + 2 if line else line


def qbc_expected_queries(n: int) -> ClosedForm:
    """Return the mean number of labels among ``n`` instances, for a uniform threshold.

    >>> [str(qbc_expected_queries(n)) for n in range(4)]
    ['0', '1/3', '28/45', '197/225']
    """
    return _in_a_stream(_differences, n)


def qbc_expected_queries_circle(n: int) -> ClosedForm:
    """Return the mean number of labels among ``n`` instances of the circle, for any target.

    >>> [str(qbc_expected_queries_circle(n)) for n in range(4)]
    ['0', '1/2', '11/12', '457/360']
    """
    return _in_a_stream(_circle_differences, n)


def _to_width(first: Fraction, epsilon: Fraction) -> ClosedForm:
    rest = first - Fraction(12, 49) * (1 - epsilon**7)

    def exact() -> Any:
        import sympy as sp

        constant, inverse = (sp.Rational(x.numerator, x.denominator) for x in (rest, 1 / epsilon))
        return constant + sp.Rational(12, 7) * sp.log(inverse)

    return ClosedForm(rest + Fraction(12, 7) * Enclosure.exactly(1 / epsilon).log(), exact)


def _differences(one: Any) -> Iterator[Any]:
    """Yield the forward differences at 0 of the mean on thresholds, as numbers of a kind."""
    term = one / 3
    for j in counting(1):
        yield term
        term = term * -(j * (j + 7)) / (3 * (j + 3) * (j + 4))


def _circle_differences(one: Any) -> Iterator[Any]:
    """Yield those on the circle, where n + 1 instances are n more, or a label and a line."""
    term = one / 2
    for line in _differences(one):
        yield term
        term = (line - term) / 2


def _in_a_stream(differences: Differences, n: int) -> ClosedForm:
    """Return the mean after n instances: binomial coefficients times differences, added up."""
    n = count(n, "the length of a stream", least=0)
    if n > LONGEST:
        raise DomainError(f"this mean is known for at most {LONGEST} instances, got {n}")
    if n <= ADDED_UP:
        return ClosedForm.exactly(_newton(differences(Fraction(1)), n))

    def ball() -> Any:
        from flint import arb  # 70 ms that most callers never need

        return _newton(differences(arb(1)), n)

    return ClosedForm(enclosed(ball, FIRST + n))


def _newton(differences: Iterator[Any], n: int) -> Any:
    total, binomial = 0, 1
    for i, difference in zip(range(n), differences, strict=False):
        binomial = binomial * (n - i) // (i + 1)
        total = total + difference * binomial
    return total


def _stream(question: Question, mean: Callable[[int], ClosedForm]) -> ClosedForm | None:
    """Return the mean of a stream, None if it is too long to add up."""
    n = question.stream or 0
    return mean(n) if n <= LONGEST else None


def _line_in_a_stream(question: Question) -> ClosedForm | None:
    if question.target is not None:
        return None
    return _stream(question, qbc_expected_queries)


def _line_to_width(question: Question) -> ClosedForm | None:
    if question.target is not None:
        return None
    return qbc_expected_queries_to_width(question.epsilon)


def _line_instances(question: Question) -> ClosedForm | None:
    if question.target is not None:
        return None
    return ClosedForm.exactly(qbc_expected_instances_to_width(question.epsilon))


def _circle_in_a_stream(question: Question) -> ClosedForm | None:
    return _stream(question, qbc_expected_queries_circle)


def _circle_to_mass(question: Question) -> ClosedForm:
    return qbc_expected_queries_to_mass_circle(question.epsilon)


def _circle_instances(question: Question) -> ClosedForm:
    return ClosedForm.exactly(qbc_expected_instances_to_mass_circle(question.epsilon))


_ANSWERS: tuple[tuple[type, Quantity, Given, Callable[[Question], ClosedForm | None]], ...] = (
    (Thresholds, "queries", "stream", _line_in_a_stream),
    (Thresholds, "queries", "epsilon", _line_to_width),
    (Thresholds, "unlabeled", "epsilon", _line_instances),
    (CircleSeparators, "queries", "stream", _circle_in_a_stream),
    (CircleSeparators, "queries", "epsilon", _circle_to_mass),
    (CircleSeparators, "unlabeled", "epsilon", _circle_instances),
)

LAWS = tuple(
    Law(
        hypotheses=hypotheses,
        learners=frozenset({"qbc"}),
        quantity=quantity,
        given=given,
        mean=mean,
    )
    for hypotheses, quantity, given, mean in _ANSWERS
)
