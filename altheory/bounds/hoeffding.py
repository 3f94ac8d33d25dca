r"""Hoeffding's inequality: the mean of bounded variables, by their range alone.

For independent variables in :math:`[a, b]` with mean :math:`\mu`,

.. math:: P\bigl(\mu > \bar X_n + r\bigr) \le \delta, \qquad
          r = (b - a) \sqrt{\frac{\ln(1/\delta)}{2n}},

and likewise below.  The variance is not looked at: for a rare event the bound is
far from tight.
"""

from fractions import Fraction
from functools import lru_cache
from typing import Any

from altheory.bounds._bound import Bound, Side, interval, level, sample_mean, within
from altheory.bounds._uniform import Uniform, union
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count

LATEX = r"\mu \le \bar X_n + (b - a) \sqrt{\frac{\ln(1/\delta)}{2n}}"


def hoeffding(
    mean: Any, n: int, delta: Any, *, side: Side = "two-sided", low: Any = 0, high: Any = 1
) -> Bound:
    """Bound the expected mean of ``n`` independent variables in ``[low, high]``.

    Parameters
    ----------
    mean
        The sample mean.
    n
        The sample size, fixed before the data.
    delta
        The error probability, in (0, 1); split evenly if two-sided.
    side
        ``"two-sided"``, ``"lower"`` or ``"upper"``.
    low, high
        The range of the variables.

    Returns
    -------
    Bound
        Rational ends, rounded outward and cut to the range.

    Raises
    ------
    DomainError
        If the mean is outside the range or another value outside its set.

    References
    ----------
    ``hoeffding1963``, as commonly stated.

    Examples
    --------
    >>> print(hoeffding(Fraction(1, 2), 100, Fraction(1, 20)))
    the mean in [0.36419, 0.63581] (at n = 100, delta = 0.05, two-sided)

    """
    n, (low, high) = count(n, "the sample size"), interval(low, high)
    mean = sample_mean(mean, n, low, high)
    radius = (high - low) * radius_of(n, level(delta, side))
    return within(
        low,
        high,
        lambda: mean - radius,
        lambda: mean + radius,
        quantity="the mean",
        delta=delta,
        n=n,
        side=side,
        source="hoeffding1963; as commonly stated",
        assumptions=("independent", f"values in [{low}, {high}]", "fixed sample size"),
        latex=LATEX,
    )


@lru_cache(maxsize=4096)
def radius_of(n: int, delta: Fraction) -> Fraction:
    r"""Return :math:`\sqrt{\ln(1/\delta)/(2n)}`, rounded up."""
    return (Enclosure.exactly(1 / delta).log() / (2 * n)).sqrt().rounded().hi


def two_sided_radius(n: int, delta: Fraction) -> Fraction:
    """Return the radius at half of ``delta`` for each side.

    The relative entropy bound and the binomial tail lie within it, by Pinsker's and
    Chernoff's inequalities.
    """
    return radius_of(n, delta / 2)


def uniform(hypotheses: Any) -> Uniform:
    """Return the bound as a theorem for all hypotheses of a finite class, by a union."""
    source = "hoeffding1963; as commonly stated, with a union over the class"
    return union("hoeffding", _share, source, hypotheses, two_sided_radius)


def _share(k: int, n: int, delta: Fraction) -> Bound:
    return hoeffding(Fraction(k, n), n, delta)
