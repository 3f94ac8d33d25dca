r"""Symmetrization with Hoeffding's inequality: the constant in the exponent is 1/8.

For independent labeled instances and a class with growth function :math:`\Pi`,

.. math:: P\Bigl(\sup_h |\widehat{\mathrm{err}}(h) - \mathrm{err}(h)| > \varepsilon\Bigr)
          \le 4 \, \Pi(2n) \, e^{-n \varepsilon^2 / 8},

and half of that for one side, which in the form
:math:`2 \sqrt{2 (\ln \Pi(2n) + \ln(2/\delta)) / n}` goes by other names.

If :math:`\mathrm{err}(h) - \widehat{\mathrm{err}}(h) > \varepsilon`, then on a second
sample of size :math:`n` the fraction of errors exceeds :math:`\mathrm{err}(h) -
\varepsilon/2` with probability at least 1/2, by Chebyshev's inequality, once
:math:`n \varepsilon^2 \ge 2` (else the right side exceeds 1).  So one side has at most
twice the probability that the two samples differ by more than :math:`\varepsilon / 2`.
Given both, that is a sum of :math:`n` terms in :math:`\{-1, 0, 1\}` with random
signs, for one of at most :math:`\Pi(2n)` labelings:
:math:`\exp(-2 (n \varepsilon / 2)^2 / 4n)` by Hoeffding's inequality.
"""

from fractions import Fraction
from typing import Any

from altheory.bounds._bound import Bound, Side
from altheory.bounds._classes import Growth
from altheory.bounds._deviation import deviation, for_class, root_of_log
from altheory.bounds._uniform import Uniform

SOURCE = "anthony1999; as commonly stated"
LATEX = (
    r"\sup_h |\widehat{\mathrm{err}}(h) - \mathrm{err}(h)| \le \sqrt{\frac{8}{n} "
    r"\ln\frac{4 \Pi(2n)}{\delta}}"
)


def vc_anthony_bartlett(n: int, delta: Any, *, growth: Growth, side: Side = "two-sided") -> Bound:
    r"""Bound the largest deviation of the empirical error over a class.

    Parameters
    ----------
    n
        The sample size, fixed before the data.
    delta
        The error probability, in (0, 1); split evenly if two-sided.
    growth
        The growth function of the class, or anything above it: the labelings of
        :math:`2n` instances matter.
    side
        ``"two-sided"``, ``"upper"`` for errors above their empirical values, or
        ``"lower"``.

    Returns
    -------
    Bound
        The deviation lies between 0 and ``upper``, which is rounded up.

    Raises
    ------
    DomainError
        If a value lies outside its set.

    References
    ----------
    ``anthony1999`` (two-sided) and ``bousquet2004`` (one-sided), as commonly stated.

    Examples
    --------
    Thresholds have n + 1 labelings.

    >>> print(vc_anthony_bartlett(1000, Fraction(1, 20), growth=lambda n: n + 1))
    sup |emp. error - error| in [0, 0.309625] (at n = 1000, delta = 0.05, two-sided)

    """
    return deviation(
        _radius,
        n,
        delta,
        labelings=growth,
        samples=2,
        side=side,
        source=SOURCE,
        latex=LATEX,
    )


def uniform(hypotheses: Any) -> Uniform:
    """Return the bound as a theorem for all hypotheses of a class of finite VC dimension."""
    return for_class(
        "vc_anthony_bartlett",
        _radius,
        hypotheses,
        samples=2,
        formula="sqrt(8 ln(4 Pi(2n)/delta)/n)",
        source=SOURCE,
    )


def _radius(n: int, labelings: int, delta: Fraction) -> Fraction:
    r"""Return :math:`\sqrt{8 \ln(2 L / \delta) / n}`, rounded up."""
    return root_of_log(2 * labelings / delta, Fraction(n, 8))
