r"""How wide the version space of thresholds is after n uniform labeled instances.

Let :math:`A` and :math:`B` be the distances from the target :math:`t` to the
nearest instance on its left and right, cut off at 0 and 1.  No instance falls
into :math:`[t - a, t + b]` with probability

.. math:: P(A > a,\, B > b) = (1 - a - b)^n, \qquad a < t,\ b < 1 - t,

and all else follows by integration.  With
:math:`\ell(w) = \min(w, t, 1 - t, 1 - w)` the width :math:`W = A + B` has

.. math::

    P(W > w) = (1 - w)^n + n\, \ell(w) (1 - w)^{n-1}, \qquad
    \mathbb E[W] = \frac{2 - t^{n+1} - (1 - t)^{n+1}}{n + 1}.

A uniform target averages :math:`\ell(w)` to :math:`w (1 - w)`, and then
:math:`W` follows the law Beta(2, n).  Summing over :math:`n` gives the number of
instances until :math:`W \le w`: its mean is :math:`1/w + \ell(w)/w^2`, which is
:math:`2/w` for small :math:`w` and every interior target.
"""

from fractions import Fraction
from typing import Any

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Thresholds
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.inputs import count, positive, rational
from altheory.spaces.line import point
from altheory.theory.law import Law, Question


def gap_survival(n: int, a: Any, b: Any, target: Any) -> Fraction:
    r"""Return :math:`P(A > a, B > b)` after ``n`` instances.

    >>> gap_survival(2, Fraction(1, 4), Fraction(1, 4), Fraction(1, 2))
    Fraction(1, 4)
    """
    n, t = count(n, "a sample size", least=0), point(target)
    left, right = rational(a, "a gap"), rational(b, "a gap")
    if min(left, right) < 0:
        raise DomainError(f"a gap is at least 0, got {min(left, right)}")
    # a gap is never longer than the way to the end of the domain
    return (1 - left - right) ** n if left < t and right < 1 - t else Fraction(0)


def width_survival(n: int, w: Any, target: Any = None) -> Fraction:
    r"""Return :math:`P(W > w)` after ``n`` instances, for a given or a uniform target.

    >>> width_survival(1, Fraction(1, 2), Fraction(1, 2)), width_survival(1, Fraction(1, 2))
    (Fraction(1, 1), Fraction(3, 4))
    """
    n, width = count(n, "a sample size", least=0), rational(w, "a width")
    if width < 0 or width >= 1 or n == 0:
        return Fraction(int(width < 1))
    return (1 - width) ** n + n * _reach(width, target) * (1 - width) ** (n - 1)


def expected_width(n: int, target: Any = None) -> Fraction:
    r"""Return :math:`\mathbb E[W]`, the mean mass of the disagreement region.

    For a uniform target it is :math:`2 / (n + 2)`.

    >>> expected_width(1, Fraction(1, 2)), expected_width(1)
    (Fraction(3, 4), Fraction(2, 3))
    """
    n = count(n, "a sample size", least=0)
    if target is None:
        return Fraction(2, n + 2)
    t = point(target)
    return (2 - t ** (n + 1) - (1 - t) ** (n + 1)) / (n + 1)


def expected_instances_to_width(epsilon: Any, target: Any = None) -> Fraction:
    r"""Return the mean number of instances until :math:`W \le \varepsilon`.

    It is :math:`1/\varepsilon + \ell(\varepsilon)/\varepsilon^2`, so exactly
    :math:`2/\varepsilon` for :math:`\varepsilon \le \min(t, 1 - t)`, and
    :math:`2/\varepsilon - 1` for a uniform target.  Every label of them is
    bought by the passive learner, and CAL looks at as many.

    >>> expected_instances_to_width(Fraction(1, 10), Fraction(1, 3))
    Fraction(20, 1)
    """
    width = positive(epsilon, "epsilon")
    if width >= 1:
        return Fraction(0)
    return 1 / width + _reach(width, target) / width**2


def _reach(w: Fraction, target: Any) -> Fraction:
    r"""Return :math:`\ell(w)`, or its mean over a uniform target."""
    if target is None:
        return w * (1 - w)
    t = point(target)
    return min(w, t, 1 - t, 1 - w)


def _mean_instances(question: Question) -> ClosedForm:
    cut = None if question.target is None else question.target.cut
    return ClosedForm.exactly(expected_instances_to_width(question.epsilon, cut))


LAWS = (
    Law(
        hypotheses=Thresholds,
        learners=frozenset({"passive", "cal"}),
        quantity="unlabeled",
        given="epsilon",
        mean=_mean_instances,
    ),
    Law(
        hypotheses=Thresholds,
        learners=frozenset({"passive"}),
        quantity="queries",
        given="epsilon",
        mean=_mean_instances,
    ),
)
