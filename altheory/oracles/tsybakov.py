r"""Tsybakov noise: the nearer the boundary, the noisier, at a polynomial rate.

With :math:`d(x)` the distance to the nearest boundary point of the target's positive
region within the domain, :math:`s(x) = \pm 1` on its two sides and 0 on the boundary, and
:math:`\kappa \ge 1`,

.. math:: P(y = +1 \mid x) = \tfrac12 + s(x) \min(\tfrac12, d(x)^{\kappa - 1}),

the law of [castro2008minimax]_ with constants one.  A region that reaches an end of [0, 1]
has no boundary there, but the cut of a threshold always is one: for a threshold at t, 0
and 1 included, it reads
:math:`\tfrac12 + \mathrm{sign}(x - t) \min(\tfrac12, |x - t|^{\kappa - 1})`, and a
threshold at distance :math:`\delta` has the excess error :math:`2 \delta^\kappa /
\kappa` as long as the minimum is the power: Tsybakov's condition with exponent
:math:`\alpha = 1/\kappa`.  At :math:`\kappa = 1` there is no noise.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from math import floor
from operator import or_
from typing import Any, Protocol, TypeAlias, final, runtime_checkable

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import rational
from altheory.oracles._arguments import number
from altheory.oracles._draw import Sign, beside, fresh
from altheory.oracles._parts import clipped, distribution, hypothesis
from altheory.protocols import Oracle
from altheory.spaces.circle import ArcUnion, turn
from altheory.spaces.circle_laws import UniformCircle
from altheory.spaces.cuts import after, before
from altheory.spaces.line import IntervalUnion, point
from altheory.spaces.line_laws import UniformInterval

Known: TypeAlias = Fraction | Enclosure

HALF = Fraction(1, 2)
ENDS = (before(0), after(1))  # of the line, which bound no region


@runtime_checkable
class HasCut(Protocol):
    """A threshold: its region [cut, 1] does not tell whether there is a boundary at 0."""

    @property
    def cut(self) -> Fraction: ...
    @property
    def positive(self) -> IntervalUnion: ...


@final
@dataclass(frozen=True, slots=True)
class TsybakovLabels:
    """The label law of exponent ``kappa`` around a positive region of the line or circle.

    Parameters
    ----------
    positive
        The region.
    kappa
        The exponent, a rational of at least 1.
    also
        Places that count as boundary points whatever the region.

    """

    positive: Any
    kappa: Fraction
    also: tuple[Fraction, ...] = ()

    def __post_init__(self) -> None:
        kappa = rational(self.kappa, "a Tsybakov exponent")
        if kappa < 1:
            raise DomainError(f"a Tsybakov exponent is at least 1, got {self.kappa}")
        if not isinstance(self.positive, IntervalUnion | ArcUnion):
            raise DomainError(
                "Tsybakov noise depends on the distance to a boundary on the line or circle, "
                f"got the region {clipped(str(self.positive))}; use classification or Massart noise"
            )
        object.__setattr__(self, "kappa", kappa)

    @property
    def turns(self) -> tuple[Fraction, ...]:
        """The boundary points of the positive region.

        A region that reaches an end of the line has no boundary there.
        """
        boundary = set(self.also)
        if isinstance(self.positive, ArcUnion):
            arcs = self.positive.pieces if self.positive.length < 1 else ()
            boundary.update(turn(x - floor(x)) for arc in arcs for x in (arc.lo, arc.hi))
        else:
            boundary.update(x for x, side in self.positive.cuts if (x, side) not in ENDS)
        return tuple(sorted(boundary))

    @property
    def is_step(self) -> bool:
        return self.kappa == 1

    @property
    def bayes(self) -> Any:
        """The positive region with its boundary, where the label is a fair coin."""
        closed = type(self.positive).closed
        return reduce(or_, (closed(x, x) for x in self.turns), self.positive)

    def probability(self, x: Any) -> Known:
        """Return P(y = +1 | x): a rational for integer ``kappa``, else enclosed."""
        return HALF + self._side(x) * _capped(self._distance(x), self.kappa - 1)

    def compare(self, x: Any, u: Fraction) -> int:
        """Return the sign of P(y = +1 | x) - u, decided by integer powers."""
        return self._sign_at(x)(u)

    def _sign_at(self, x: Any) -> Sign:
        """Return the sign as a function of u.

        With kappa - 1 = m/q, the power of d exceeds v > 0 iff d^m > v^q.
        """
        side, power = self._side(x), self.kappa - 1
        if side == 0:
            return beside(HALF)
        margin = self._distance(x) ** power.numerator

        def sign(u: Fraction) -> int:
            v = side * (u - HALF)  # the sign of min(1/2, d^(m/q)) - v, on the side of x
            if v <= 0 or v > HALF:
                return side if v <= 0 else -side
            least = v**power.denominator
            if v == HALF and margin >= least:
                return 0
            return side * ((margin > least) - (margin < least))

        return sign

    def error(self, positive: Any, law: Any) -> Known:
        """Return the error of a positive region under the uniform law.

        It is 1/2 minus the integral of the margin |P(y = +1 | x) - 1/2| where the
        classifier sides with the target, plus that where it does not: exact for integer
        ``kappa`` unless the minimum switches at an irrational distance, else enclosed.
        """
        uniform = UniformCircle() if isinstance(self.positive, ArcUnion) else UniformInterval()
        if distribution(law) != uniform:
            raise DomainError(f"errors under this Tsybakov noise need {uniform!r}, got {law!r}")
        if type(positive) is not type(self.positive):
            raise DomainError(f"a region of the domain of {uniform!r} is needed, got {positive!r}")
        total: Known = HALF
        for lo, hi in pairwise(self._breaks(positive)):
            middle = (lo + hi) / 2
            agrees = (middle in self.positive) == (middle in positive)
            part = self._margin(lo, hi, middle)
            total = total - part if agrees else total + part
        return total

    def oracle(self, rng: np.random.Generator) -> Oracle[Any]:
        """Return the oracle that draws a fresh label for every question."""
        return fresh(self._sign_at, rng)

    def _images(self) -> list[Fraction]:
        """Return the boundary as seen from the line: on the circle also one turn away."""
        shifts = (-1, 0, 1) if isinstance(self.positive, ArcUnion) else (0,)
        return sorted(x + k for k in shifts for x in self.turns)

    def _side(self, x: Any) -> int:
        place = turn(x) if isinstance(self.positive, ArcUnion) else point(x)
        if place in self.turns:
            return 0
        return 1 if place in self.positive else -1

    def _distance(self, x: Any) -> Fraction:
        """Return the distance to the boundary, 1 if there is none."""
        return min((abs(rational(x) - b) for b in self._images()), default=Fraction(1))

    def _breaks(self, positive: Any) -> list[Fraction]:
        """Return the ends of intervals with one nearest boundary point and one answer."""
        images = self._images()
        switches = [(a + b) / 2 for a, b in pairwise(images)]
        inner = {*images, *switches, *(x for x, _ in positive.cuts)}
        return sorted({Fraction(0), Fraction(1), *(x for x in inner if 0 < x < 1)})

    def _margin(self, lo: Fraction, hi: Fraction, middle: Fraction) -> Known:
        """Return the integral of the margin over an interval on one side of the boundary."""
        images = self._images()
        if not images:
            return (hi - lo) / 2
        nearest = min(images, key=lambda b: abs(middle - b))
        start, end = sorted((abs(lo - nearest), abs(hi - nearest)))
        return _integral(start, end, self.kappa)


def tsybakov(target: Any, kappa: Any) -> TsybakovLabels:
    """Return the label law of exponent ``kappa`` around a target on the line or circle.

    Parameters
    ----------
    target
        A hypothesis; it is a Bayes classifier of the law.
    kappa
        The exponent, a rational of at least 1.

    Raises
    ------
    DomainError
        If the target is no hypothesis, the exponent is below 1, or the domain has no
        distances.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Threshold
    >>> law = tsybakov(Threshold(0.5), 2)
    >>> law.probability(0.75), law.error(Threshold(0.5).positive, UniformInterval())
    (Fraction(3, 4), Fraction(1, 4))

    """
    also = (target.cut,) if isinstance(hypothesis(target), HasCut) else ()
    return TsybakovLabels(target.positive, kappa, also)


def _capped(d: Fraction, a: Fraction) -> Known:
    """Return min(1/2, d^a)."""
    if _reaches_half(d, a):
        return HALF
    return _power(d, a)


def _reaches_half(d: Fraction, a: Fraction) -> bool:
    """Decide d^a >= 1/2 by integer powers; beyond the boundary, a = 0 always does."""
    return d**a.numerator >= HALF**a.denominator


def _power(d: Fraction, a: Fraction) -> Known:
    if a.denominator == 1 or d == 0:
        return d**a.numerator
    return (Enclosure.exactly(d).log() * a).exp()


def _integral(start: Fraction, end: Fraction, kappa: Fraction) -> Known:
    """Return the integral of min(1/2, z^(kappa - 1)) over start <= z <= end."""
    a = kappa - 1
    if a == 0 or _reaches_half(start, a):
        return (end - start) / 2
    if not _reaches_half(end, a):
        return (_power(end, kappa) - _power(start, kappa)) / kappa
    cap = _power(HALF, 1 / a)  # where the power is 1/2; its kappa-th power is half of it
    return (cap / 2 - _power(start, kappa)) / kappa + (end - cap) / 2


def from_argument(text: str | None, target: Any, whole: Any) -> TsybakovLabels:
    """Return the law that the command line calls ``tsybakov:KAPPA``."""
    del whole
    return tsybakov(target, number(text, "a Tsybakov exponent", "tsybakov:2"))
