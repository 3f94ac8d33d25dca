r"""Rounds of margin-based learning on the sphere.

A separator that contradicts no label lies in the closed cone
:math:`K = \{v : y_i\, v \cdot x_i \ge 0\}`.  The one nearest to :math:`w` is its projection on K,
which is :math:`w` less its projection on the opposite of the polar cone (Moreau), the cone of
:math:`-y_i x_i`; linearly independent ones of them decide, all of them not orthogonal to the
result, so at most :math:`d - 1`.  Floats propose which, integers verify or repair it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil, isqrt
from typing import Any, final

import numpy as np

from altheory.hypotheses.half_space import SphereSeparator, signed
from altheory.learners._margin_round import MarginRound, tolerable
from altheory.numeric.angles import angle
from altheory.numeric.cone_projection import projection
from altheory.numeric.directions import Direction, dot, opposite, unit_vectors
from altheory.numeric.enclosure import PRECISION, Enclosure
from altheory.protocols import Label, Sample
from altheory.spaces._crossings import rounded
from altheory.spaces.margin_band import MarginBand, band_mass_of_sine, difference_beyond
from altheory.spaces.sphere import sphere_point

HALF = Fraction(1, 2)
STEPS = 8  # bands are tried in eighths of the width of a projected uniform direction,
WIDEST = 32  # up to four of them
NOISE = 1e-9  # a proposed share, relative to the largest, that is nothing but rounding


@final
@dataclass(frozen=True, slots=True)
class SphereRounds:
    """Bands around hyperplanes of a space, and projections on cones."""

    dimension: int

    @property
    def support(self) -> int:
        return self.dimension - 1

    @property
    def everything(self) -> MarginBand:
        return MarginBand(unit_vectors(self.dimension)[0], Fraction(1))

    def first(self, x: Any, y: Label) -> SphereSeparator:
        return SphereSeparator(self._signed(x, y))

    def around(self, separator: SphereSeparator, radius: Fraction) -> MarginRound:
        r"""Return the round, around a separator of fewer digits: they would add up over rounds.

        Rounding turns a normal by less than :math:`\sqrt d\, 2^{-k}` radians, of k bits.
        """
        sine, error = best_band(self.dimension, radius)
        bits = 64 + ceil(1 / radius).bit_length() + self.dimension.bit_length()
        short = separator if radius == HALF else SphereSeparator(rounded(separator.normal, bits))
        return MarginRound(short, MarginBand(short.normal, sine), error)

    def nearest(
        self, center: SphereSeparator, radius: Fraction, sample: Sample[Any]
    ) -> SphereSeparator | None:
        against = [opposite(self._signed(x, y)) for x, y in sample]
        start = _proposal(against, center.normal, radius)
        found = projection(against, center.normal, start).rest
        if not any(found) or 2 * angle(center.normal, found).hi > radius:
            return None
        return SphereSeparator(found)

    def _signed(self, x: Any, y: Label) -> Direction:
        return signed(sphere_point(x, self.dimension), y)


@lru_cache(maxsize=4096)
def best_band(dimension: int, radius: Fraction) -> tuple[Fraction, Fraction]:
    r"""Return the sine of a band and the error in it that halve ``radius`` with the fewest labels.

    Of bands of some widths up to that of :math:`\sin \pi r`, beyond which nothing differs, the
    one that tolerates the largest error in it.

    >>> [round(float(best_band(d, Fraction(1, 2**9))[1]), 4) for d in (2, 3, 10, 1000)]
    [0.25, 0.1608, 0.1062, 0.0959]
    """
    widest = _sine_above(radius)
    unit = Fraction(1 << PRECISION, STEPS * isqrt((dimension - 1) << 2 * PRECISION))
    shares = {min(k * unit, Fraction(1)) for k in range(STEPS // 2, WIDEST + 1)}
    sines = (_short(widest * share) for share in sorted(shares))
    return max(((b, _error(dimension, radius, b)) for b in sines), key=lambda found: found[1])


def _error(dimension: int, radius: Fraction, sine: Fraction) -> Fraction:
    mass = band_mass_of_sine(dimension, sine)
    most = mass.hi if isinstance(mass, Enclosure) else mass
    return tolerable(radius, difference_beyond(dimension, radius, sine).hi, most)


def _sine_above(radius: Fraction) -> Fraction:
    """Return a little more than the sine of pi times a radius up to 1/2."""
    from flint import arb, fmpq  # 70 ms that most callers never need

    sine = Enclosure.of_ball(arb.sin_pi_fmpq(fmpq(*radius.as_integer_ratio())))
    return min(sine.hi, Fraction(1))


def _short(sine: Fraction) -> Fraction:
    """Return a sine rounded up to 32 bits, at most 1."""
    scale = 1 << (32 + ceil(1 / sine).bit_length())
    return min(Fraction(ceil(sine * scale), scale), Fraction(1))


def _proposal(against: Sequence[Direction], center: Direction, radius: Fraction) -> list[int]:
    r"""Return which examples seem to decide.

    They bind the least u with :math:`-z_i \cdot (c + r u) \ge 0`, a least-distance problem
    for nonnegative least squares (Lawson and Hanson).  In units of the radius a narrow band
    costs no digits.
    """
    from scipy.optimize import nnls  # half a second that most callers never need

    pole = _unit(center)
    rows = np.array([_unit(z) for z in against])
    heights = np.array([float(_height(z, center) / radius) for z in against])
    flat = rows - np.outer(rows @ pole, pole)
    system = np.vstack([-flat.T, heights])
    goal = np.append(np.zeros(len(pole)), 1.0)
    try:
        shares = nnls(system, goal)[0]
    except RuntimeError:  # it went round in circles
        return []
    return np.flatnonzero(shares > NOISE * shares.max(initial=0.0)).tolist()


def _unit(direction: Direction) -> Any:
    scale = isqrt(dot(direction, direction)) + 1
    return np.array([float(Fraction(c, scale)) for c in direction])


def _height(z: Direction, center: Direction) -> Fraction:
    """Return the sine of the angle to a hyperplane, to the precision of balls."""
    squares = dot(z, z) * dot(center, center)
    bits = PRECISION + squares.bit_length()
    return Fraction(dot(z, center) << bits, isqrt(squares << 2 * bits))
