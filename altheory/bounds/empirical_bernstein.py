r"""Maurer and Pontil: Bernstein's inequality with the variance of the sample.

For independent variables of one law in :math:`[a, b]` with mean :math:`\mu`, and with the
unbiased sample variance :math:`V = \frac{1}{n-1} \sum_i (X_i - \bar X_n)^2`,

.. math:: P\Bigl(\mu > \bar X_n + \sqrt{\frac{2 V \ln(2/\delta)}{n}}
          + \frac{7 (b - a) \ln(2/\delta)}{3 (n - 1)}\Bigr) \le \delta,

and likewise below: the 2 is the price of estimating the variance.  The last term makes it wider
than Hoeffding's bound for small samples, whatever the variance; "beats" is asymptotic.
"""

from fractions import Fraction
from functools import lru_cache
from typing import Any

from altheory.bounds._bound import Bound, Side, interval, level, sample_mean, within
from altheory.bounds._uniform import Uniform, union
from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, rational
from altheory.numeric.rational import readable

LATEX = (
    r"\mu \le \bar X_n + \sqrt{\frac{2 V \ln(2/\delta)}{n}} "
    r"+ \frac{7 (b - a) \ln(2/\delta)}{3 (n - 1)}"
)
SOURCE = "maurer2009; as commonly stated"


def empirical_bernstein(
    mean: Any,
    n: int,
    delta: Any,
    *,
    variance: Any = None,
    side: Side = "two-sided",
    low: Any = 0,
    high: Any = 1,
) -> Bound:
    """Bound the expected mean of ``n`` independent variables by their sample variance.

    Parameters
    ----------
    mean
        The sample mean.
    n
        The sample size, fixed before the data; one value says nothing.
    delta
        The error probability, in (0, 1); split evenly if two-sided.
    variance
        The unbiased sample variance, with n - 1 below the sum of squares.  By default the
        largest one that there is at this mean, which is that of values at the ends: 0 or 1.
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
        If the mean is outside the range, the variance larger than there can be, or another
        value outside its set.

    References
    ----------
    ``maurer2009``, as commonly stated.

    Examples
    --------
    >>> print(empirical_bernstein(Fraction(1, 20), 100, Fraction(1, 20), side="upper"))
    the mean in [0, 0.19644] (at n = 100, delta = 0.05, upper)

    """
    n, (low, high) = count(n, "the sample size"), interval(low, high)
    mean = sample_mean(mean, n, low, high)
    each, scale = level(delta, side), high - low
    largest = (mean - low) * (high - mean)  # with n below the sum of squares
    spread = largest if variance is None else _possible(variance, scale) * (n - 1) / n
    radius = scale if n == 1 else _of(n, each, spread, scale)
    return within(
        low,
        high,
        lambda: mean - radius,
        lambda: mean + radius,
        quantity="the mean",
        delta=delta,
        n=n,
        side=side,
        source=SOURCE,
        assumptions=("independent", f"values in [{low}, {high}]", "fixed sample size"),
        latex=LATEX,
    )


def uniform(hypotheses: Any) -> Uniform:
    """Return the bound as a theorem for all hypotheses of a finite class, by a union."""
    source = f"{SOURCE}, with a union over the class"
    return union("empirical_bernstein", _share, source, hypotheses, _radius)


def _share(k: int, n: int, delta: Fraction) -> Bound:
    return empirical_bernstein(Fraction(k, n), n, delta)


def _possible(variance: Any, scale: Fraction) -> Fraction:
    """Return a sample variance; one that rounding made too large for the mean is no harm."""
    value = rational(variance, "the sample variance")
    if not 0 <= value <= scale**2 / 2:
        raise DomainError(
            f"values in a range of length {readable(scale)} have an unbiased sample variance "
            f"between 0 and {readable(scale**2 / 2)}, got {readable(value)}"
        )
    return value


@lru_cache(maxsize=2**14)
def _of(n: int, delta: Fraction, spread: Fraction, scale: Fraction) -> Fraction:
    """Return the radius from the variance with n below the sum of squares, rounded up."""
    log = Enclosure.exactly(2 / delta).log()
    return ((2 * spread * log / (n - 1)).sqrt() + 7 * scale * log / (3 * (n - 1))).rounded().hi


def _radius(n: int, delta: Fraction) -> Fraction:
    """Return the radius at the largest variance, for both sides."""
    return Fraction(1) if n == 1 else _of(n, delta / 2, Fraction(1, 4), Fraction(1))
