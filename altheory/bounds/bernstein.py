r"""Bernstein's inequality: a small variance makes a mean precise.

For independent variables in :math:`[a, b]` with mean :math:`\mu` and variance at most
:math:`\sigma^2`,

.. math:: P\Bigl(\mu > \bar X_n + \sqrt{\frac{2 \sigma^2 \ln(1/\delta)}{n}}
          + \frac{(b - a) \ln(1/\delta)}{3n}\Bigr) \le \delta,

and likewise below.  If the variance is not known, it is at most :math:`(\mu - a)(b - \mu)`, which
0 and 1 attain.  The inequality then says which :math:`\mu` are possible, and solved for these

.. math:: \mu \le \frac{2A + c + \sqrt{c \, (c + 4 A (1 - A))}}{2 (1 + c)}, \qquad
          A = \bar X_n + \frac{\ln(1/\delta)}{3n}, \quad c = \frac{2 \ln(1/\delta)}{n}

for :math:`A < 1`, in units in which the range is :math:`[0, 1]`.
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
    r"\mu \le \bar X_n + \sqrt{\frac{2 \sigma^2 \ln(1/\delta)}{n}} "
    r"+ \frac{(b - a) \ln(1/\delta)}{3n}"
)
SOURCE = "bousquet2004; as commonly stated"


def bernstein(
    mean: Any,
    n: int,
    delta: Any,
    *,
    variance: Any = None,
    side: Side = "two-sided",
    low: Any = 0,
    high: Any = 1,
) -> Bound:
    """Bound the expected mean of ``n`` independent variables whose variance is known.

    Parameters
    ----------
    mean
        The sample mean.
    n
        The sample size, fixed before the data.
    delta
        The error probability, in (0, 1); split evenly if two-sided.
    variance
        What the variance of each does not exceed, known before the data; by default that is
        not known, and the bound is solved for the mean.
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
    ``bousquet2004``, as commonly stated; the solution for the mean is derived here.

    Examples
    --------
    >>> print(bernstein(Fraction(1, 2), 100, Fraction(1, 20), variance=Fraction(1, 100)))
    the mean in [0.460542, 0.539458] (at n = 100, delta = 0.05, two-sided)
    >>> print(bernstein(0, 100, Fraction(1, 20), side="upper"))
    the mean in [0, 0.0741008] (at n = 100, delta = 0.05, upper)

    """
    n, (low, high) = count(n, "the sample size"), interval(low, high)
    mean = sample_mean(mean, n, low, high)
    each, scale = level(delta, side), high - low
    rate = (mean - low) / scale
    known = None if variance is None else _possible(variance, scale) / scale**2
    return within(
        low,
        high,
        lambda: high - scale * _upper(1 - rate, n, each, known),
        lambda: low + scale * _upper(rate, n, each, known),
        quantity="the mean",
        delta=delta,
        n=n,
        side=side,
        source=SOURCE,
        assumptions=("independent", f"values in [{low}, {high}]", "fixed sample size"),
        latex=LATEX,
    )


def uniform(hypotheses: Any) -> Uniform:
    """Return the bound, solved for the error, as a theorem for a finite class, by a union."""
    return union("bernstein", _share, f"{SOURCE}, with a union over the class", hypotheses, _radius)


def _share(k: int, n: int, delta: Fraction) -> Bound:
    return bernstein(Fraction(k, n), n, delta)


def _possible(variance: Any, scale: Fraction) -> Fraction:
    value = rational(variance, "the variance")
    if not 0 <= value <= scale**2 / 4:
        raise DomainError(
            f"variables in a range of length {readable(scale)} have a variance between 0 and "
            f"{readable(scale**2 / 4)}, got {readable(value)}"
        )
    return value


def _upper(rate: Fraction, n: int, delta: Fraction, variance: Fraction | None) -> Fraction:
    """Return the upper end for a mean in [0, 1], rounded up; it may exceed 1."""
    spread, shift = _terms(n, delta)
    if variance is not None:
        return rate + ((spread * variance).sqrt() + shift).rounded().hi
    center = (rate + shift).rounded()
    if center.hi >= 1:
        return Fraction(1)
    root = (spread * (spread + 4 * center * (1 - center))).sqrt()
    return ((2 * center + spread + root) / (2 * (1 + spread))).rounded().hi


@lru_cache(maxsize=4096)
def _terms(n: int, delta: Fraction) -> tuple[Enclosure, Enclosure]:
    r"""Enclose :math:`2 \ln(1/\delta) / n` and :math:`\ln(1/\delta) / 3n`."""
    log = Enclosure.exactly(1 / delta).log()
    return 2 * log / n, log / (3 * n)


def _radius(n: int, delta: Fraction) -> Fraction:
    """Return the radius at the variance 1/4, for both sides."""
    spread, shift = _terms(n, delta / 2)
    return ((spread / 4).sqrt() + shift).rounded().hi
