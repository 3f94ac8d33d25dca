"""The uniform law on the circle: the mass of a region is its length in turns."""

from dataclasses import dataclass
from fractions import Fraction
from typing import final

from altheory.numeric.seeds import Rng
from altheory.protocols import Floats
from altheory.spaces.circle import ArcUnion, circle_region
from altheory.spaces.line import IntervalUnion
from altheory.spaces.line_laws import UniformInterval


@final
@dataclass(frozen=True, slots=True)
class UniformCircle:
    """The uniform law on [0, 1) turns.

    >>> UniformCircle().mass(ArcUnion.open(-0.25, 0.25))
    Fraction(1, 2)
    """

    def mass(self, region: ArcUnion) -> Fraction:
        """Return the probability of ``region``, exactly."""
        return circle_region(region).length

    def sample(self, rng: Rng, n: int) -> Floats:
        """Draw ``n`` instances in [0, 1) turns: ``float64[n]``."""
        return UniformInterval().sample(rng, n)

    def draw(self, region: ArcUnion, rng: Rng) -> Fraction:
        """Draw one exact instance conditioned on ``region``."""
        return UniformInterval().draw(IntervalUnion(circle_region(region).cuts), rng)
