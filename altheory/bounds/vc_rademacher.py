r"""By Rademacher averages: the growth function of one sample, and delta apart from it.

For independent labeled instances and a class with growth function :math:`\Pi`, with
probability at least :math:`1 - \delta` for all hypotheses

.. math:: \mathrm{err}(h) \le \widehat{\mathrm{err}}(h)
          + \sqrt{\frac{2 \ln \Pi(n)}{n}} + \sqrt{\frac{\ln(1/\delta)}{2n}}.

The supremum of the deviations moves by at most :math:`1/n` with one instance, so by
McDiarmid's inequality it exceeds its mean by the last term with probability at most
:math:`\delta`.  Its mean is at most twice the Rademacher average of the errors, which
is the one of the labels :math:`\pm 1`; that is the mean of the maximum over at most
:math:`\Pi(n)` sums of :math:`n` random signs, each over :math:`n`.  The other side
mirrors this one.
"""

from fractions import Fraction
from typing import Any

from altheory.bounds._bound import Bound, Side
from altheory.bounds._classes import Growth
from altheory.bounds._deviation import deviation, for_class, root_of_log
from altheory.bounds._uniform import Uniform

SOURCE = "mohri2018; as commonly stated"
LATEX = (
    r"\sup_h |\widehat{\mathrm{err}}(h) - \mathrm{err}(h)| \le \sqrt{\frac{2 \ln \Pi(n)}{n}} "
    r"+ \sqrt{\frac{\ln(2/\delta)}{2n}}"
)


def vc_rademacher(n: int, delta: Any, *, growth: Growth, side: Side = "two-sided") -> Bound:
    r"""Bound the largest deviation of the empirical error over a class.

    Parameters
    ----------
    n
        The sample size, fixed before the data.
    delta
        The error probability, in (0, 1); split evenly if two-sided.
    growth
        The growth function of the class, or anything above it: the labelings of
        :math:`n` instances matter.
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
    ``mohri2018``, as commonly stated (one-sided).

    Examples
    --------
    Thresholds have n + 1 labelings.

    >>> print(vc_rademacher(1000, Fraction(1, 20), growth=lambda n: n + 1))
    sup |emp. error - error| in [0, 0.160495] (at n = 1000, delta = 0.05, two-sided)

    """
    return deviation(
        _radius,
        n,
        delta,
        labelings=growth,
        samples=1,
        side=side,
        source=SOURCE,
        latex=LATEX,
    )


def uniform(hypotheses: Any) -> Uniform:
    """Return the bound as a theorem for all hypotheses of a class of finite VC dimension."""
    return for_class(
        "vc_rademacher",
        _radius,
        hypotheses,
        samples=1,
        formula="sqrt(2 ln Pi(n)/n) + sqrt(ln(2/delta)/(2n))",
        source=SOURCE,
    )


def _radius(n: int, labelings: int, delta: Fraction) -> Fraction:
    r"""Return :math:`\sqrt{2 \ln L / n} + \sqrt{\ln(1/\delta) / 2n}`, rounded up."""
    complexity = root_of_log(Fraction(labelings), Fraction(n, 2))
    return complexity + root_of_log(1 / delta, Fraction(2 * n))
