r"""Rounds of margin-based learning on the circle of turns.

In the plane the best band is the whole region on which separators within r of the center
differ: the two arcs within :math:`r/2` turns of its boundary, of mass :math:`2r`.  Nothing
differs beyond them, so an error of a quarter there is small enough, and one label decides.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

from altheory.hypotheses.circle_version_space import CircleVersionSpace
from altheory.hypotheses.half_circle import HALF, QUARTER, CircleSeparator
from altheory.learners._margin_round import MarginRound, tolerable
from altheory.protocols import Label, Sample
from altheory.spaces.circle import CIRCLE, ArcUnion, turn


@final
@dataclass(frozen=True, slots=True)
class CircleRounds:
    """Arcs around the boundary of a half circle, and nearest ends of arcs."""

    @property
    def support(self) -> int:
        return 1

    @property
    def everything(self) -> ArcUnion:
        return CIRCLE

    def first(self, x: Any, y: Label) -> CircleSeparator:
        place = turn(x)
        return CircleSeparator(place if y == 1 else (place + HALF) % 1)

    def around(self, separator: CircleSeparator, radius: Fraction) -> MarginRound:
        edge = separator.direction + QUARTER
        one = ArcUnion.closed(edge - radius / 2, edge + radius / 2)
        error = tolerable(radius, Fraction(0), 2 * radius)
        return MarginRound(separator, one | one.turned(HALF), error)

    def nearest(
        self, center: CircleSeparator, radius: Fraction, sample: Sample[Any]
    ) -> CircleSeparator | None:
        xs, ys = zip(*sample, strict=True)
        arcs = CircleVersionSpace().restrict_all(list(xs), list(ys)).directions
        if center.direction in arcs or arcs.is_empty:
            return None if arcs.is_empty else center
        ends = (CircleSeparator(end % 1) for arc in arcs.pieces for end in (arc.lo, arc.hi))
        found = min(ends, key=lambda end: _difference(end, center))
        return found if _difference(found, center) <= radius else None


def _difference(h: CircleSeparator, g: CircleSeparator) -> Fraction:
    """Return the mass on which two separators differ, twice their distance in turns."""
    ahead = (h.direction - g.direction) % 1
    return 2 * min(ahead, 1 - ahead)
