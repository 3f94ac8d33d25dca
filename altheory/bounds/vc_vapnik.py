r"""Vapnik's version of 1998: the constant in the exponent is 1.

For independent labeled instances and a class with growth function :math:`\Pi`,

.. math:: P\Bigl(\sup_h |\widehat{\mathrm{err}}(h) - \mathrm{err}(h)| > \varepsilon\Bigr)
          \le 4 \, \Pi(2n) \, e^{-n (\varepsilon - 1/n)^2}.

A second sample of the same size lies on the right side of its mean, or within
:math:`1/n` of it, with probability at least 1/2, as a median of a binomial law is
within 1 of its mean; the errors of both are then dealt to them at random, without
splitting :math:`\varepsilon` in half.  The claim ``bounds/vc/exchange`` checks the first
step for :math:`n \le 30` and the second for :math:`4 \le n \le 30`; that they hold beyond,
and that they give the bound, is as commonly stated.
"""

from fractions import Fraction
from typing import Any

from altheory.bounds._bound import Bound, Side
from altheory.bounds._classes import Growth
from altheory.bounds._deviation import deviation, for_class, root_of_log
from altheory.bounds._uniform import Uniform

SOURCE = "vapnik1998; as commonly stated"
LATEX = (
    r"\sup_h |\widehat{\mathrm{err}}(h) - \mathrm{err}(h)| \le \sqrt{\frac1n "
    r"\ln\frac{4 \Pi(2n)}{\delta}} + \frac1n"
)


def vc_vapnik(n: int, delta: Any, *, growth: Growth, side: Side = "two-sided") -> Bound:
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
    ``vapnik1998``, as commonly stated.

    Examples
    --------
    Thresholds have n + 1 labelings.

    >>> print(vc_vapnik(1000, Fraction(1, 20), growth=lambda n: n + 1))
    sup |emp. error - error| in [0, 0.110469] (at n = 1000, delta = 0.05, two-sided)

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
        "vc_vapnik",
        _radius,
        hypotheses,
        samples=2,
        formula="sqrt(ln(4 Pi(2n)/delta)/n) + 1/n",
        source=SOURCE,
    )


def _radius(n: int, labelings: int, delta: Fraction) -> Fraction:
    r"""Return :math:`\sqrt{\ln(2 L / \delta) / n} + 1/n`, rounded up."""
    return root_of_log(2 * labelings / delta, Fraction(n)) + Fraction(1, n)
