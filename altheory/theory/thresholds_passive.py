r"""Passive learning of thresholds from n labeled uniform instances, exactly.

With the gaps :math:`A` and :math:`B` on the left and right of the target
:math:`t` the *one-sided* rule (the lowest positive instance) errs by :math:`B`,
the *midpoint* rule by :math:`|A - B|/2`, and the worst consistent threshold by
:math:`\max(A, B)`.  Everything follows from :math:`P(A > a, B > b) = (1 - a - b)^n`:

.. math::

    P(B > \varepsilon) &= (1 - \varepsilon)^n, \\
    P(\max(A, B) > \varepsilon) &= 2 (1 - \varepsilon)^n - (1 - 2 \varepsilon)^n, \\
    P(A - B > c) &= \tfrac12 \bigl((1 - c)^n \mp |1 + c - 2t|^n\bigr),

the first two for :math:`\varepsilon < \min(t, 1 - t)`, the last for :math:`c < t`
with the minus sign iff :math:`2t \le 1 + c`.  So half as many instances are
enough for the midpoint as for the one-sided rule.
"""

from fractions import Fraction
from typing import Any

from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, open_unit, positive
from altheory.spaces.line import point


def one_sided_failure(n: int, epsilon: Any, target: Any) -> Fraction:
    r"""Return :math:`P(B > \varepsilon)`, the chance that the one-sided rule errs by more.

    >>> one_sided_failure(2, Fraction(1, 4), Fraction(1, 2))
    Fraction(9, 16)
    """
    n, eps, t = count(n, "a sample size", least=0), positive(epsilon, "epsilon"), point(target)
    return (1 - eps) ** n if eps < 1 - t else Fraction(0)


def midpoint_failure(n: int, epsilon: Any, target: Any) -> Fraction:
    r"""Return :math:`P(|A - B|/2 > \varepsilon)`, for the midpoint rule.

    >>> midpoint_failure(2, Fraction(1, 8), Fraction(1, 2))
    Fraction(1, 2)
    """
    n, eps, t = count(n, "a sample size", least=0), positive(epsilon, "epsilon"), point(target)
    return _longer_by(n, 2 * eps, t) + _longer_by(n, 2 * eps, 1 - t)


def any_consistent_failure(n: int, epsilon: Any, target: Any) -> Fraction:
    r"""Return :math:`P(\max(A, B) > \varepsilon)`: some consistent threshold errs by more.

    >>> any_consistent_failure(1, Fraction(1, 4), Fraction(1, 2))
    Fraction(1, 1)
    """
    n, eps, t = count(n, "a sample size", least=0), positive(epsilon, "epsilon"), point(target)
    left, right = eps < t, eps < 1 - t
    both = max(1 - 2 * eps, Fraction(0)) ** n if left and right else Fraction(0)
    return (int(left) + int(right)) * (1 - eps) ** n - both


def one_sided_expected_error(n: int, target: Any = None) -> Fraction:
    r"""Return :math:`\mathbb E[B] = (1 - t^{n+1})/(n+1)`; for a uniform target 1/(n + 2).

    >>> one_sided_expected_error(1, Fraction(1, 2)), one_sided_expected_error(1)
    (Fraction(3, 8), Fraction(1, 3))
    """
    n = count(n, "a sample size", least=0)
    if target is None:
        return Fraction(1, n + 2)
    return (1 - point(target) ** (n + 1)) / (n + 1)


def midpoint_expected_error(n: int, target: Any = None) -> Fraction:
    r"""Return the mean error of the midpoint rule.

    .. math:: \frac{1 - t^{n+1} - (1 - t)^{n+1} + |1 - 2t|^{n+1}}{2 (n + 1)},

    and :math:`1/(2(n + 2))` for a uniform target, which no rule can beat.

    >>> midpoint_expected_error(1, Fraction(1, 2)), midpoint_expected_error(1)
    (Fraction(1, 8), Fraction(1, 6))
    """
    n = count(n, "a sample size", least=0)
    if target is None:
        return Fraction(1, 2 * (n + 2))
    t, p = point(target), n + 1
    return (1 - t**p - (1 - t) ** p + abs(1 - 2 * t) ** p) / (2 * p)


def one_sided_sample_size(epsilon: Any, delta: Any) -> int:
    r"""Return the least :math:`n` with :math:`(1 - \varepsilon)^n \le \delta`.

    It is :math:`\lceil \ln(1/\delta) / -\ln(1 - \varepsilon) \rceil`, and the rule
    needs no more for any target and exactly so many if :math:`t < 1 - \varepsilon`.

    >>> one_sided_sample_size(Fraction(1, 2), Fraction(1, 8))
    3
    """
    eps, delta_ = open_unit(epsilon, "epsilon"), open_unit(delta, "delta")
    ratio = Enclosure.exactly(delta_).log() / Enclosure.exactly(1 - eps).log()
    n = ratio.lo.__ceil__()
    if n == ratio.hi.__ceil__():
        return n
    # an integer lies in the enclosure: only powers can say whether it is reached
    return n if (1 - eps) ** n <= delta_ else n + 1


def any_consistent_sample_size(epsilon: Any, delta: Any) -> int:
    r"""Return :math:`\lceil (1/\varepsilon) \ln(2/\delta) \rceil`, enough for every rule.

    With so many instances *every* threshold that agrees with all labels errs by at
    most :math:`\varepsilon` with probability :math:`1 - \delta`, whatever the target.

    >>> any_consistent_sample_size(Fraction(1, 10), Fraction(1, 20))
    37
    """
    eps, delta_ = positive(epsilon, "epsilon"), open_unit(delta, "delta")
    return (Enclosure.exactly(2 / delta_).log() / eps).hi.__ceil__()


def _longer_by(n: int, c: Fraction, t: Fraction) -> Fraction:
    """Return P(A - B > c) for c > 0."""
    if c >= t:
        return Fraction(0)
    end = 1 + c - 2 * t
    return ((1 - c) ** n - end**n) / 2 if end >= 0 else ((1 - c) ** n + (-end) ** n) / 2
