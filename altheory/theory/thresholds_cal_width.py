r"""CAL on thresholds, down to a version space of width epsilon < 1.

For a uniform target every answer keeps, of an interval of length :math:`w`, the
part that holds the target: two uniform points fall into it, so the part is
:math:`w U` with density :math:`2u`, and :math:`-\ln U` is exponential of rate 2.
The logarithms of the widths are a Poisson process, and one more question ends
the run:

.. math:: Q_\varepsilon = 1 + \mathrm{Poisson}\bigl(2 \ln(1/\varepsilon)\bigr).

For a *fixed* target the ends of the domain matter.  CAL asks at every width
above :math:`\varepsilon` with probability the width, so
:math:`\mathbb E[Q_\varepsilon] = \sum_n \mathbb E[W_n; W_n > \varepsilon]`, and with
:math:`G(w) = \sum_n P(W_n > w) = 1/w + \ell(w)/w^2`

.. math::

    \mathbb E[Q_\varepsilon] = \varepsilon G(\varepsilon) + \int_\varepsilon^1 G(w)\,dw
    = \begin{cases}
      2 \ln(1/\varepsilon) + 3 + \ln(t (1 - t)) & \varepsilon \le s, \\
      1 + 2 s/\varepsilon + \ln((1 - s)/\varepsilon) & s \le \varepsilon \le 1 - s, \\
      2/\varepsilon - 1 & 1 - s \le \varepsilon < 1,
    \end{cases}
    \qquad s = \min(t, 1 - t).

The first instance is always asked for: all cuts in [0, 1] remain, and they
disagree on [0, 1), of mass one.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any, final

from altheory.hypotheses.thresholds import Thresholds
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, open_unit, positive
from altheory.spaces.line import point
from altheory.theory.law import Law, Question


@final
@dataclass(frozen=True, slots=True)
class CALWidthLaw:
    r"""The law of :math:`Q_\varepsilon` for a uniform target.

    >>> law = CALWidthLaw(Fraction(1, 2))
    >>> law.chance(1).lo, float(law.mean)
    (Fraction(1, 4), 2.386294361119891)
    """

    epsilon: Fraction

    def __post_init__(self) -> None:
        object.__setattr__(self, "epsilon", open_unit(self.epsilon, "epsilon"))

    @property
    def mean(self) -> ClosedForm:
        r"""The mean :math:`1 + 2 \ln(1/\varepsilon)`."""
        return _plus_log(Fraction(1), self.epsilon**-2)

    @property
    def variance(self) -> ClosedForm:
        r"""The variance :math:`2 \ln(1/\varepsilon)`."""
        return _plus_log(Fraction(0), self.epsilon**-2)

    def chance(self, queries: int) -> Enclosure:
        r"""Return :math:`P(Q = q) = \varepsilon^2 (2 \ln(1/\varepsilon))^{q-1} / (q-1)!`."""
        chance = Enclosure.exactly(self.epsilon**2)
        rate = self.variance.enclosure
        for k in range(1, count(queries, "a number of queries")):
            chance = (chance * rate / k).rounded(256)
        return chance


def cal_expected_queries_to_width(epsilon: Any, target: Any = None) -> ClosedForm:
    r"""Return the expected number of labels until DIS has mass at most ``epsilon``.

    Parameters
    ----------
    epsilon
        The width, above 0.  From 1 on nothing needs to be asked.
    target
        The cut; without it the cut is uniform.

    Examples
    --------
    >>> float(cal_expected_queries_to_width(Fraction(1, 4), Fraction(1, 2)))
    4.386294361119891

    """
    width = positive(epsilon, "epsilon")
    if width >= 1:
        return ClosedForm.exactly(0)
    if target is None:
        return CALWidthLaw(width).mean
    t = point(target)
    s = min(t, 1 - t)
    if width <= s:
        return _plus_log(Fraction(3), t * (1 - t) / width**2)
    if width <= 1 - s:
        return _plus_log(1 + 2 * s / width, (1 - s) / width)
    return ClosedForm.exactly(2 / width - 1)


def _plus_log(constant: Fraction, argument: Fraction) -> ClosedForm:
    """Return ``constant + ln(argument)``."""
    enclosure = constant + Enclosure.exactly(argument).log()
    return ClosedForm(enclosure, partial(_expression, constant, argument))


def _expression(constant: Fraction, argument: Fraction) -> Any:
    import sympy as sp

    first, second = (sp.Rational(x.numerator, x.denominator) for x in (constant, argument))
    return first + sp.log(second)


def _mean_queries(question: Question) -> ClosedForm:
    cut = None if question.target is None else question.target.cut
    return cal_expected_queries_to_width(question.epsilon, cut)


LAWS = (
    Law(
        hypotheses=Thresholds,
        learners=frozenset({"cal"}),
        quantity="queries",
        given="epsilon",
        mean=_mean_queries,
    ),
)
