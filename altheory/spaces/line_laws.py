r"""Probability laws on [0, 1] whose masses are exact.

A law is its cumulative function on cuts: :math:`F(a, 0) = P(X < a)` and
:math:`F(a, 1) = P(X \le a)`, so atoms need no special case and the mass of a
union of intervals is a sum of differences.  Instances are drawn by inversion.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import Protocol, final

import numpy as np

from altheory.errors import BudgetError, DomainError
from altheory.numeric.inputs import count, rational
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats, Real
from altheory.spaces.cuts import Cut, after, before
from altheory.spaces.line import IntervalUnion, line_region, point

RESOLUTION = 2**53  # the uniform draws behind an inversion are multiples of 1 / RESOLUTION
ATTEMPTS = 1000


class _Cumulative(Protocol):
    def cumulative(self, cut: Cut) -> Fraction: ...
    def quantile(self, u: Fraction) -> Fraction: ...


def _mass(law: _Cumulative, region: IntervalUnion) -> Fraction:
    cuts = line_region(region).cuts
    ends = zip(cuts[::2], cuts[1::2], strict=True)
    return sum((law.cumulative(b) - law.cumulative(a) for a, b in ends), Fraction(0))


def _draw(law: _Cumulative, region: IntervalUnion, rng: Rng) -> Fraction:
    """Return the quantile at a uniform place of the region's mass.

    The place is an odd multiple of 1 / (2 RESOLUTION), so never an end of it.
    """
    total = _mass(law, region)
    if total == 0:
        raise DomainError(f"cannot draw from a region of mass zero: {region}")
    stream = generator(rng)
    for _ in range(ATTEMPTS):
        u = total * Fraction(2 * int(stream.integers(RESOLUTION)) + 1, 2 * RESOLUTION)
        x = law.quantile(_level(law, region, u))
        if x in region:  # a quantile found by bisection ends on a float, perhaps outside
            return x
    raise BudgetError(f"no instance of {region} was met in {ATTEMPTS} draws")


def _level(law: _Cumulative, region: IntervalUnion, u: Fraction) -> Fraction:
    """Return F at the place that has mass ``u`` of the region before it."""
    for a, b in zip(region.cuts[::2], region.cuts[1::2], strict=True):
        start, end = law.cumulative(a), law.cumulative(b)
        if u < end - start:
            return start + u
        u -= end - start
    raise DomainError(f"the region {region} has less mass than that")


@final
@dataclass(frozen=True, slots=True)
class UniformInterval:
    """The uniform law on [0, 1].

    >>> UniformInterval().mass(IntervalUnion.closed(Fraction(1, 4), 1))
    Fraction(3, 4)
    """

    def cumulative(self, cut: Cut) -> Fraction:
        return cut[0]

    def quantile(self, u: Fraction) -> Fraction:
        return u

    def mass(self, region: IntervalUnion) -> Fraction:
        """Return the probability of ``region``, exactly."""
        return line_region(region).length

    def sample(self, rng: Rng, n: int) -> Floats:
        """Draw ``n`` instances: ``float64[n]``."""
        return generator(rng).random(count(n, "a sample size", least=0))

    def draw(self, region: IntervalUnion, rng: Rng) -> Fraction:
        """Draw one exact instance conditioned on ``region``."""
        return _draw(self, region, rng)


@final
@dataclass(frozen=True, slots=True)
class StepLaw:
    """A density that is constant on each cell of a partition of [0, 1].

    Parameters
    ----------
    breaks
        The rationals 0 = b_0 < b_1 < ... < b_k = 1.
    weights
        The probability of each cell, nonnegative rationals that sum to one.

    Examples
    --------
    >>> law = StepLaw((0, Fraction(1, 2), 1), (Fraction(3, 4), Fraction(1, 4)))
    >>> law.mass(IntervalUnion.closed(0, Fraction(1, 4)))
    Fraction(3, 8)

    """

    breaks: tuple[Fraction, ...]
    weights: tuple[Fraction, ...]

    def __post_init__(self) -> None:
        breaks = tuple(rational(b, "a break") for b in self.breaks)
        weights = tuple(rational(w, "a weight") for w in self.weights)
        if len(breaks) != len(weights) + 1 or breaks[0] != 0 or breaks[-1] != 1:
            raise DomainError(f"the breaks run from 0 to 1, one more than cells, got {breaks}")
        if any(a >= b for a, b in pairwise(breaks)):
            raise DomainError(f"the breaks increase strictly, got {breaks}")
        if min(weights) < 0 or sum(weights) != 1:
            raise DomainError(f"the weights are nonnegative and sum to 1, got {weights}")
        object.__setattr__(self, "breaks", breaks)
        object.__setattr__(self, "weights", weights)

    def cumulative(self, cut: Cut) -> Fraction:
        cell = min(bisect_right(self.breaks, cut[0]), len(self.weights)) - 1
        lo, hi = self.breaks[cell], self.breaks[cell + 1]
        return sum(self.weights[:cell], Fraction(0)) + self.weights[cell] * (cut[0] - lo) / (
            hi - lo
        )

    def quantile(self, u: Fraction) -> Fraction:
        """Return the least x with P(X <= x) >= u, for 0 < u <= 1."""
        totals = list(accumulate(self.weights))
        cell = bisect_left(totals, u)
        lo, hi = self.breaks[cell], self.breaks[cell + 1]
        return hi - (hi - lo) * (totals[cell] - u) / self.weights[cell]

    def mass(self, region: IntervalUnion) -> Fraction:
        """Return the probability of ``region``, exactly."""
        return _mass(self, region)

    def sample(self, rng: Rng, n: int) -> Floats:
        """Draw ``n`` instances: ``float64[n]``."""
        edges = np.array(self.breaks, dtype=np.float64)
        stream, size = generator(rng), count(n, "a sample size", 0)
        cells = stream.choice(len(self.weights), size, p=self._chances())
        low, high = edges[cells], edges[cells + 1]
        # rounding may land on the right end of a cell; its mass is zero, so is the harm
        return np.clip(low + (high - low) * stream.random(size), low, high)

    def draw(self, region: IntervalUnion, rng: Rng) -> Fraction:
        """Draw one exact instance conditioned on ``region``."""
        return _draw(self, region, rng)

    def _chances(self) -> Floats:
        chances = np.array(self.weights, dtype=np.float64)
        normal: Floats = chances / chances.sum()
        return normal


@final
@dataclass(frozen=True, slots=True)
class CDFLaw:
    r"""The law with a given exact cumulative distribution function.

    Parameters
    ----------
    cdf
        The function :math:`x \mapsto P(X \le x)`, rational at rationals,
        nondecreasing, with value 1 at 1.
    left_limit
        The function :math:`x \mapsto P(X < x)`; needed only if the law has atoms.

    Examples
    --------
    >>> squared = CDFLaw(lambda x: x * x)
    >>> squared.mass(IntervalUnion.closed(Fraction(1, 2), 1))
    Fraction(3, 4)

    """

    cdf: Callable[[Fraction], Fraction]
    left_limit: Callable[[Fraction], Fraction] | None = None

    def __post_init__(self) -> None:
        top = self.cdf(Fraction(1))
        if top != 1:
            raise DomainError(f"a law on [0, 1] has P(X <= 1) = 1, got {top}")

    def cumulative(self, cut: Cut) -> Fraction:
        x, side = cut
        if side == 0 and x == 0:
            return Fraction(0)
        value = self.cdf(x) if side or self.left_limit is None else self.left_limit(x)
        if not 0 <= value <= 1:
            raise DomainError(f"a distribution function lies in [0, 1], got {value} at {x}")
        return rational(value, "a distribution function")

    def quantile(self, u: Fraction) -> Fraction:
        """Return the least float x in [0, 1] with P(X <= x) >= u.

        The bit patterns of nonnegative floats are ordered as the floats are,
        so bisection over 62 bits ends on the exact float.
        """
        lo, hi = 0, int(np.float64(1).view(np.int64))
        while lo < hi:
            mid = (lo + hi) // 2
            if self.cdf(_float_of_bits(mid)) >= u:
                hi = mid
            else:
                lo = mid + 1
        return _float_of_bits(lo)

    def mass(self, region: IntervalUnion) -> Fraction:
        """Return the probability of ``region``, exactly."""
        return _mass(self, region)

    def sample(self, rng: Rng, n: int) -> Floats:
        """Draw ``n`` instances: ``float64[n]``."""
        size = count(n, "a sample size", 0)
        places = generator(rng).integers(RESOLUTION, size=size).tolist()
        return np.array([float(self.quantile(Fraction(2 * k + 1, 2 * RESOLUTION))) for k in places])

    def draw(self, region: IntervalUnion, rng: Rng) -> Fraction:
        """Draw one exact instance conditioned on ``region``."""
        return _draw(self, region, rng)


def _float_of_bits(bits: int) -> Fraction:
    return Fraction(float(np.int64(bits).view(np.float64)))


def interval_mass(law: UniformInterval | StepLaw | CDFLaw, lo: Real, hi: Real) -> Fraction:
    """Return the probability of the closed interval [lo, hi] under ``law``."""
    lo, hi = point(lo), point(hi)
    return law.cumulative(after(hi)) - law.cumulative(before(lo)) if lo <= hi else Fraction(0)
