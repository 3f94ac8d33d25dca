r"""Symmetrization twice: the growth function of one sample, and 1/32 in the exponent.

For independent labeled instances and a class with growth function :math:`\Pi`,

.. math:: P\Bigl(\sup_h |\widehat{\mathrm{err}}(h) - \mathrm{err}(h)| > \varepsilon\Bigr)
          \le 8 \, \Pi(n) \, e^{-n \varepsilon^2 / 32}.

A second sample costs a factor 2 and half of :math:`\varepsilon`, random signs on each of
the two samples again a factor 2 and half of :math:`\varepsilon`; then Hoeffding's
inequality for one of at most :math:`\Pi(n)` labelings: half of the right side for
one side.
"""

from fractions import Fraction
from typing import Any

from altheory.bounds._bound import Bound, Side
from altheory.bounds._classes import Growth
from altheory.bounds._deviation import deviation, for_class, root_of_log
from altheory.bounds._uniform import Uniform

SOURCE = "devroye1996; as commonly stated"
LATEX = (
    r"\sup_h |\widehat{\mathrm{err}}(h) - \mathrm{err}(h)| \le \sqrt{\frac{32}{n} "
    r"\ln\frac{8 \Pi(n)}{\delta}}"
)


def vc_devroye(n: int, delta: Any, *, growth: Growth, side: Side = "two-sided") -> Bound:
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
    ``devroye1996``, as commonly stated.

    Examples
    --------
    Thresholds have n + 1 labelings.

    >>> print(vc_devroye(1000, Fraction(1, 20), growth=lambda n: n + 1))
    sup |emp. error - error| in [0, 0.619262] (at n = 1000, delta = 0.05, two-sided)

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
        "vc_devroye",
        _radius,
        hypotheses,
        samples=1,
        formula="sqrt(32 ln(8 Pi(n)/delta)/n)",
        source=SOURCE,
    )


def _radius(n: int, labelings: int, delta: Fraction) -> Fraction:
    r"""Return :math:`\sqrt{32 \ln(4 L / \delta) / n}`, rounded up."""
    return root_of_log(4 * labelings / delta, Fraction(n, 32))
