"""Subsets of {0, ..., n - 1} as bitmasks, and rational laws on them.

Bit ``i`` of the mask says whether point ``i`` belongs to the set, so the Boolean
algebra is that of integers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.numeric.inputs import count, listed, rational
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Bools


def index(x: Any, n_points: int) -> int:
    """Return ``x`` as a point of {0, ..., n_points - 1}, or refuse it."""
    value = rational(x, "a point")
    if value.denominator != 1 or not 0 <= value < n_points:
        raise DomainError(f"a point is an integer from 0 to {n_points - 1}, got {x}")
    return int(value)


def finite_region(region: Any) -> "FiniteRegion":
    """Return ``region`` if it is a set of points, or refuse it."""
    if not isinstance(region, FiniteRegion):
        raise DomainError(f"a region of a finite domain is a FiniteRegion, got {region!r}")
    return region


@final
@dataclass(frozen=True, slots=True)
class FiniteRegion:
    """A set of points of a finite domain.

    >>> evens = FiniteRegion.of(4, [0, 2])
    >>> sorted(~evens), 2 in evens, evens.contains([0, 1])
    ([1, 3], True, array([ True, False]))
    """

    n_points: int
    mask: int = 0

    def __post_init__(self) -> None:
        count(self.n_points, "the number of points")
        if count(self.mask, "a mask", least=0) >= 1 << self.n_points:
            raise DomainError(f"a mask of {self.n_points} points, got {self.mask}")

    @classmethod
    def of(cls, n_points: int, members: Iterable[int]) -> Self:
        """Return the set of the given points."""
        mask = 0
        for x in listed(members, "the points"):
            mask |= 1 << index(x, n_points)
        return cls(n_points, mask)

    @property
    def is_empty(self) -> bool:
        return self.mask == 0

    def __iter__(self) -> Iterator[int]:
        return (i for i in range(self.n_points) if self.mask >> i & 1)

    def __len__(self) -> int:
        return self.mask.bit_count()

    def __contains__(self, x: Any) -> bool:
        return bool(self.mask >> index(x, self.n_points) & 1)

    def contains(self, xs: Any) -> Bools:
        """Decide a batch of points: ``xs : int[n] -> bool[n]``."""
        points = listed(xs.tolist() if isinstance(xs, np.ndarray) else xs)
        return np.array([x in self for x in points], dtype=np.bool_)

    def __and__(self, other: "FiniteRegion") -> "FiniteRegion":
        return FiniteRegion(self._shared(other), self.mask & other.mask)

    def __or__(self, other: "FiniteRegion") -> "FiniteRegion":
        return FiniteRegion(self._shared(other), self.mask | other.mask)

    def __sub__(self, other: "FiniteRegion") -> "FiniteRegion":
        return FiniteRegion(self._shared(other), self.mask & ~other.mask)

    def __invert__(self) -> "FiniteRegion":
        return FiniteRegion(self.n_points, ((1 << self.n_points) - 1) ^ self.mask)

    def _shared(self, other: "FiniteRegion") -> int:
        if self.n_points != finite_region(other).n_points:
            raise DomainError(
                f"regions of one domain, got {self.n_points} and {other.n_points} points"
            )
        return self.n_points

    def __str__(self) -> str:
        return "{" + ", ".join(map(str, self)) + "}"


@final
@dataclass(frozen=True, slots=True)
class FiniteDistribution:
    """A law on {0, ..., n - 1} with rational weights.

    >>> FiniteDistribution([1, 2, 1]).mass(FiniteRegion.of(3, [1]))
    Fraction(1, 2)

    The weights are scaled to sum to one, exactly.
    """

    weights: tuple[Fraction, ...]

    def __init__(self, weights: Iterable[Any]) -> None:
        given = tuple(rational(w, "a weight") for w in listed(weights, "the weights"))
        total = sum(given, Fraction(0))
        if not given or min(given) < 0 or total == 0:
            raise DomainError(f"weights are nonnegative and not all zero, got {given}")
        object.__setattr__(self, "weights", tuple(w / total for w in given))

    @classmethod
    def uniform(cls, n_points: int) -> Self:
        """Return the uniform law on ``n_points`` points."""
        return cls([1] * count(n_points, "the number of points"))

    def mass(self, region: FiniteRegion) -> Fraction:
        """Return the probability of ``region``, exactly."""
        if finite_region(region).n_points != len(self.weights):
            raise DomainError(f"a law on {len(self.weights)} points, a region of {region.n_points}")
        return sum((self.weights[i] for i in region), Fraction(0))

    def sample(self, rng: Rng, n: int) -> NDArray[np.int64]:
        """Draw ``n`` points: ``int64[n]``."""
        chances = np.array(self.weights, dtype=np.float64)
        size = count(n, "a sample size", least=0)
        return generator(rng).choice(len(chances), size=size, p=chances / chances.sum())

    def draw(self, region: FiniteRegion, rng: Rng) -> int:
        """Draw one point conditioned on ``region``."""
        total = self.mass(region)
        if total == 0:
            raise DomainError(f"cannot draw from a region of mass zero: {region}")
        members = list(region)
        # divided while exact: the masses may be below every float, their shares are not
        chances = np.array([self.weights[i] / total for i in members], dtype=np.float64)
        return int(members[generator(rng).choice(len(members), p=chances / chances.sum())])
