r"""Howard, Ramdas, McAuliffe and Sekhon: a mean at every sample size, at the price of ln ln n.

For independent variables in :math:`[a, b]` with mean :math:`\mu`, with probability at least
:math:`1 - \delta` at all :math:`n` together

.. math:: |\bar X_n - \mu| \le \frac{b - a}{2} \cdot 1.7
          \sqrt{\frac{\ln \ln(2n) + 0.72 \ln(10.4 / \delta)}{n}},

and :math:`5.2` in place of :math:`10.4` for one direction: variables in a range of length 2 are
1-sub-Gaussian.  Straight lines that a supermartingale crosses with probability
:math:`\delta_k` each, one for every epoch of sizes, are stitched together.  By the law of the
iterated logarithm no boundary does with less than :math:`\sqrt{2 \ln \ln n / n}`.
"""

from fractions import Fraction
from functools import lru_cache
from typing import Any

from altheory.bounds._bound import Bound, Side, interval, level, sample_mean, within
from altheory.bounds._uniform import Uniform, union
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count

LATEX = (
    r"|\bar X_n - \mu| \le \frac{b - a}{2} \cdot 1.7 "
    r"\sqrt{\frac{\ln \ln(2n) + 0.72 \ln(10.4 / \delta)}{n}}"
)
SOURCE = "howard2021; as commonly stated"


def iterated_logarithm(
    mean: Any, n: int, delta: Any, *, side: Side = "two-sided", low: Any = 0, high: Any = 1
) -> Bound:
    r"""Bound the expected mean of independent variables in ``[low, high]``, at every ``n``.

    Parameters
    ----------
    mean
        The mean of the first ``n`` variables.
    n
        The number of variables so far; it may depend on the data.
    delta
        The error probability, in (0, 1), for all sample sizes together; split evenly if
        two-sided.
    side
        ``"two-sided"``, ``"lower"`` or ``"upper"``.
    low, high
        The range of the variables.

    Returns
    -------
    Bound
        Rational ends, rounded outward and cut to the range; ``anytime``.

    Raises
    ------
    DomainError
        If the mean is outside the range or another value outside its set.

    Notes
    -----
    At n = 1 the logarithm of ln 2 is negative; it is taken for 0, which is wider.

    References
    ----------
    ``howard2021``, as commonly stated, for sub-Gaussian variables.

    Examples
    --------
    >>> print(iterated_logarithm(Fraction(1, 2), 100, Fraction(1, 20)))
    the mean in [0.300469, 0.699531] (at every n, delta = 0.05, two-sided)

    """
    n, (low, high) = count(n, "the sample size"), interval(low, high)
    mean = sample_mean(mean, n, low, high)
    radius = (high - low) * _one_side(n, level(delta, side))
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
        anytime=True,
        assumptions=("independent", f"values in [{low}, {high}]"),
        latex=LATEX,
    )


def uniform(hypotheses: Any) -> Uniform:
    """Return the bound as a theorem for all hypotheses of a finite class, by a union."""
    source = f"{SOURCE}, with a union over the class"
    return union("iterated_logarithm", _share, source, hypotheses, _radius)


def _share(k: int, n: int, delta: Fraction) -> Bound:
    return iterated_logarithm(Fraction(k, n), n, delta)


@lru_cache(maxsize=4096)
def _one_side(n: int, delta: Fraction) -> Fraction:
    """Return the radius for a range of length 1, rounded up."""
    twice = Enclosure.exactly(0) if n == 1 else Enclosure.exactly(2 * n).log().log()
    price = Fraction(72, 100) * Enclosure.exactly(Fraction(52, 10) / delta).log()
    return (Fraction(85, 100) * ((twice + price) / n).sqrt()).rounded().hi


def _radius(n: int, delta: Fraction) -> Fraction:
    return _one_side(n, delta / 2)
