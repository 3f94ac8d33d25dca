r"""The uniform law on :math:`[0, 1]^d`, whose masses are volumes of boxes."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import prod
from typing import final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats
from altheory.spaces.boxes import BoxUnion, Point, box_region
from altheory.spaces.line_laws import RESOLUTION


@final
@dataclass(frozen=True, slots=True)
class UniformBox:
    """The uniform law on the unit cube of a dimension.

    >>> UniformBox(2).mass(BoxUnion.closed((0, 0), (0.5, 0.5)))
    Fraction(1, 4)
    """

    dimension: int

    def __post_init__(self) -> None:
        count(self.dimension, "the dimension")

    def mass(self, region: BoxUnion) -> Fraction:
        """Return the probability of ``region``, exactly."""
        return box_region(region, self.dimension).volume

    def sample(self, rng: Rng, n: int) -> Floats:
        """Draw ``n`` instances: ``float64[n, dimension]``."""
        return generator(rng).random((count(n, "a sample size", least=0), self.dimension))

    def draw(self, region: BoxUnion, rng: Rng) -> Point:
        """Draw one exact instance conditioned on ``region``: a box by volume, a place in it.

        Places are odd multiples of 1 / (2 RESOLUTION) of a side, so never on its ends.
        """
        boxes = [[(side.lo, side.hi) for side in box] for box in region.boxes]
        totals = list(accumulate(prod(hi - lo for lo, hi in box) for box in boxes))
        if self.mass(region) == 0:
            raise DomainError(f"cannot draw from a region of mass zero: {region}")
        stream = generator(rng)
        u = totals[-1] * _share(stream)
        box = next(box for box, total in zip(boxes, totals, strict=True) if u < total)
        return tuple(lo + (hi - lo) * _share(stream) for lo, hi in box)


def _share(stream: np.random.Generator) -> Fraction:
    return Fraction(2 * int(stream.integers(RESOLUTION)) + 1, 2 * RESOLUTION)
