r"""Betting against a mean: bounds that adapt to the variance, valid at every n.

If variables in :math:`[0, 1]` have mean :math:`m`, then :math:`X_i / m` is a stock
that grows by a factor of 1 on average.  Holding the fraction :math:`c` of one's
wealth in it and the rest in cash, with a fixed mixture over :math:`c`, the wealth

.. math:: K_n(m) = \frac{1}{|C|} \sum_{c \in C} \prod_{i=1}^n
                   \Bigl(1 - c + c \, \frac{X_i}{m}\Bigr)

is a nonnegative martingale that starts at 1, so by Ville's inequality it ever
reaches :math:`1/\delta` with probability at most :math:`\delta`.  It decreases
in :math:`m`: the means at which it has reached :math:`1/\delta` are too small, and
they end at a lower confidence bound.  The order of the data does not matter.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

import numpy as np

from altheory.bounds._bound import GRID_BITS, Bound, Side, interval, level, within
from altheory.errors import DomainError
from altheory.numeric.inputs import listed, rational
from altheory.numeric.rational import readable
from altheory.protocols import Floats

LATEX = (
    r"\frac{1}{|C|} \sum_{c \in C} \prod_{i=1}^n \Bigl(1 - c + c \frac{X_i}{m}\Bigr) < \frac1\delta"
)

# Halving loses little: to second order, wealth grows at a rate of 2r - r^2 of the best, where
# r is the bet over the best bet, and some r is in [2/3, 4/3], where that is at least 8/9.
BETS = tuple(Fraction(1, 2**j) for j in range(10))

Counts = Mapping[Fraction, int]


def betting_mean(
    values: Iterable[Any], delta: Any, *, side: Side = "two-sided", low: Any = 0, high: Any = 1
) -> Bound:
    """Bound the mean of variables in ``[low, high]`` by betting against candidates.

    Parameters
    ----------
    values
        The sample: numbers in ``[low, high]``, each with the same conditional mean
        given those before it (independence is more than enough).
    delta
        The error probability, in (0, 1); split evenly if two-sided.
    side
        ``"two-sided"``, ``"lower"`` or ``"upper"``.
    low, high
        The range of the variables.

    Returns
    -------
    Bound
        Rational ends, rounded outward; ``anytime``, as the bets are fixed.

    Raises
    ------
    DomainError
        If there is no value, or one outside the range.

    Notes
    -----
    Floats propose an end; the wealth there is then computed in ball arithmetic,
    and the end retreats until that proves it.

    References
    ----------
    ``waudbysmith2024betting`` (other bets); ``ville1939``.

    Examples
    --------
    Variables that are always 1/2 show a small variance at once.

    >>> print(betting_mean([Fraction(1, 2)] * 100, Fraction(1, 20)))
    the mean in [0.471335, 0.528665] (at every n, delta = 0.05, two-sided)

    """
    low, high = interval(low, high)
    each = level(delta, side)
    counts = Counter(rational(v, "a value") for v in listed(values, "the values"))
    if not counts:
        raise DomainError("a mean needs at least one value, got none")
    if not low <= min(counts) <= max(counts) <= high:
        ends, found = (
            f"[{readable(low)}, {readable(high)}]",
            map(readable, (min(counts), max(counts))),
        )
        raise DomainError(f"values lie in {ends}, got {' to '.join(found)}")
    scale = high - low
    up = {(v - low) / scale: times for v, times in counts.items()}
    down = {1 - x: times for x, times in up.items()}
    return within(
        low,
        high,
        lambda: low + scale * _lower(up, each),
        lambda: high - scale * _lower(down, each),
        quantity="the mean",
        delta=delta,
        n=sum(counts.values()),
        side=side,
        source="waudbysmith2024betting; related: a fixed mixture of bets",
        anytime=True,
        assumptions=("constant conditional mean", f"values in [{low}, {high}]"),
        latex=LATEX,
    )


def wealth(counts: Counts, m: Fraction) -> Fraction:
    """Return the wealth exactly: ``counts`` maps values in [0, 1] to how often they came."""
    total = Fraction(0)
    for c in BETS:
        product = Fraction(1)
        for x, times in counts.items():
            product *= (1 - c + c * x / m) ** times
        total += product
    return total / len(BETS)


def _lower(counts: Counts, delta: Fraction) -> Fraction:
    """Return a mean at which the wealth provably reaches ``1/delta``, as large as found."""
    proposal = _proposal(counts, math.log(delta.denominator) - math.log(delta.numerator))
    step = Fraction(1, 2**GRID_BITS)
    while proposal > 0 and not _reaches(counts, proposal, delta):
        proposal, step = proposal - step, 4 * step
    return max(proposal, Fraction(0))


def _reaches(counts: Counts, m: Fraction, delta: Fraction) -> bool:
    """Decide whether the wealth at ``m`` certainly is at least ``1/delta``."""
    from flint import arb, ctx, fmpq

    def ball(x: Fraction) -> Any:
        return arb(fmpq(x.numerator, x.denominator))

    with ctx.workprec(96):
        stocks = [(ball(x / m) - 1, times) for x, times in counts.items()]
        total = arb(0)
        for bet in map(ball, BETS):
            product = arb(1)
            for excess, times in stocks:
                product *= (1 + bet * excess) ** times
            total += product
        return bool(total >= ball(len(BETS) / delta))  # true only if certain


def _proposal(counts: Counts, target: float) -> Fraction:
    """Return, in floats, where the wealth falls through ``exp(target)``; any answer is safe."""
    xs = np.array([float(x) for x in counts])
    times = np.array(list(counts.values()), dtype=np.float64)
    mean = float(xs @ times / times.sum())
    lo, hi = 0.0, mean  # the wealth at the sample mean is at most 1
    for _ in range(GRID_BITS):
        middle = (lo + hi) / 2
        lo, hi = (middle, hi) if _log_wealth(xs, times, middle) >= target else (lo, middle)
    return Fraction(int(lo * 2**GRID_BITS), 2**GRID_BITS)


def _log_wealth(xs: Floats, times: Floats, m: float) -> float:
    with np.errstate(all="ignore"):  # a bet of everything may be lost, log 0 = -inf
        logs = np.array([times @ np.log(1 + float(c) * (xs / m - 1)) for c in BETS])
        top = float(logs.max())
        return top + float(np.log(np.mean(np.exp(logs - top))))
