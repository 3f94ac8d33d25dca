r"""Points of the moment curve, and why separators have stars of any size.

The points :math:`x_j = (1, j, j^2, \dots, j^{d-1})` are in general position: any d of them
are linearly independent, by Vandermonde.  From three dimensions on they are a star set: the
separator :math:`w = (1, 0, 0, \dots)` says +1 at all of them, and
:math:`w_i = (2 i^2 - 1, -4i, 2, 0, \dots)`, for which

.. math:: w_i \cdot x_j = 2 (j - i)^2 - 1,

differs at :math:`x_i` alone.  All coordinates are integers.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias, final

from altheory.hypotheses.half_space import SphereSeparator

Points: TypeAlias = tuple[tuple[Fraction, ...], ...]


@final
@dataclass(frozen=True, slots=True)
class Star:
    """A star set with its witnesses: ``neighbors[i]`` differs at ``points[i]`` alone."""

    center: SphereSeparator
    points: Points
    neighbors: tuple[SphereSeparator, ...]


def curve(dimension: int, n: int) -> Points:
    """Return ``n`` points at j/s in [-2, 2] for integers j and s, multiplied by s^(d-1)."""
    scale, powers = _scale(n), range(dimension)
    return tuple(
        tuple(Fraction(scale ** (dimension - 1 - i) * j**i) for i in powers) for j in _places(n)
    )


def star(dimension: int, n: int) -> Star:
    """Return a largest star set of at most ``n`` points of the curve."""
    if dimension == 2:
        neighbors = (SphereSeparator((1, 2)), SphereSeparator((-1, -2)))
        return Star(SphereSeparator((2, 1)), curve(2, 2)[:n], neighbors[:n])
    scale, rest = _scale(n), (0,) * (dimension - 3)
    tilted = ((2 * j * j - 1, -4 * j * scale, 2 * scale**2, *rest) for j in _places(n))
    center = SphereSeparator((1, 0, 0, *rest))
    return Star(center, curve(dimension, n), tuple(map(SphereSeparator, tilted)))


def _scale(n: int) -> int:
    return max(1, n // 4)


def _places(n: int) -> range:
    return range(-(n // 2), n - n // 2)
