"""Estimates: numbers known through chance, with the chance stated.

An estimate is a point and an interval that fails to cover the truth with
probability at most ``1 - level``, over the draws named by ``seed``.
"""

from dataclasses import dataclass
from typing import final

from altheory.errors import DomainError


@final
@dataclass(frozen=True, slots=True)
class Estimate:
    """A Monte Carlo mean, its confidence interval, and where it came from.

    >>> print(Estimate(8.8, 8.7, 8.9, level=0.95, replicates=1000, seed=0))
    8.8 in [8.7, 8.9] at 95% (1000 replicates, seed 0)
    """

    value: float
    low: float
    high: float
    level: float
    replicates: int
    seed: int | None = None

    def __post_init__(self) -> None:
        if not self.low <= self.value <= self.high:
            raise DomainError(
                f"an estimate lies in its interval, got {self.value} in [{self.low}, {self.high}]"
            )
        if not 0 < self.level < 1:
            raise DomainError(f"a level lies strictly between 0 and 1, got {self.level}")

    def __float__(self) -> float:
        return self.value

    def __str__(self) -> str:
        origin = "" if self.seed is None else f", seed {self.seed}"
        return (
            f"{self.value:.6g} in [{self.low:.6g}, {self.high:.6g}] at {self.level * 100:g}% "
            f"({self.replicates} replicates{origin})"
        )
