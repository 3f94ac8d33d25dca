"""An interval as a classifier: +1 inside, ends included, and -1 outside."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self, final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import rational
from altheory.numeric.rational import ceil_float, floor_float
from altheory.protocols import Label, Labels
from altheory.spaces.line import EMPTY, IntervalUnion, point, points


@final
@dataclass(frozen=True, slots=True)
class Interval:
    """The classifier that says +1 from ``low`` to ``high``; without ends it never does.

    >>> Interval(0.25, 0.5)(0.5), Interval(0.25, 0.5)(0.75), Interval.empty()(0.5)
    (1, -1, -1)
    >>> print(Interval(0.25, 0.5), Interval.empty())
    1/4,1/2 empty
    """

    low: Fraction | None
    high: Fraction | None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            return
        if self.low is None or self.high is None:
            raise DomainError(f"an interval has two ends or none, got {self.low} and {self.high}")
        low, high = rational(self.low, "an end"), rational(self.high, "an end")
        if not 0 <= low <= high <= 1:
            raise DomainError(
                f"the ends of an interval have 0 <= low <= high <= 1, got {self.low}, {self.high}"
            )
        object.__setattr__(self, "low", low)
        object.__setattr__(self, "high", high)

    @classmethod
    def empty(cls) -> Self:
        """Return the interval that holds nothing."""
        return cls(None, None)

    @property
    def ends(self) -> tuple[Fraction, Fraction] | None:
        """Both ends, None if the interval is empty."""
        return None if self.low is None or self.high is None else (self.low, self.high)

    @property
    def width(self) -> Fraction:
        """The length, 0 if the interval is a point or empty."""
        return Fraction(0) if self.ends is None else self.ends[1] - self.ends[0]

    @property
    def positive(self) -> IntervalUnion:
        """The region [low, high] that is labeled +1."""
        return EMPTY if self.ends is None else IntervalUnion.closed(*self.ends)

    def __call__(self, x: Any) -> Label:
        x = point(x)
        return 1 if self.ends is not None and self.ends[0] <= x <= self.ends[1] else -1

    def predict(self, xs: Any) -> Labels:
        """Label a batch: ``float64[n] -> int8[n]``, exactly."""
        xs = points(xs)
        if self.ends is None:
            return np.full(xs.shape, -1, dtype=np.int8)
        low, high = ceil_float(self.ends[0]), floor_float(self.ends[1])
        return np.where((xs >= low) & (xs <= high), 1, -1).astype(np.int8)

    def __str__(self) -> str:
        return "empty" if self.ends is None else f"{self.ends[0]},{self.ends[1]}"
