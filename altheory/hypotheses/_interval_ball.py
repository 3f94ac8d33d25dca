"""A set of intervals that is a union of polygons of endpoint pairs, such as a ball."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

from altheory.errors import DomainError
from altheory.hypotheses._interval_polygons import (
    UNIT_SPAN,
    Ends,
    Polygon,
    box,
    center,
    farthest,
    joined,
    nonempty,
    span,
)
from altheory.protocols import Sample
from altheory.spaces.cuts import after, before
from altheory.spaces.line import EMPTY, IntervalUnion


@final
@dataclass(frozen=True, slots=True)
class Polygons:
    """The nonempty intervals in some polygons, and the empty one if it is held."""

    polygons: tuple[Polygon, ...]
    holds_empty: bool

    @property
    def is_empty(self) -> bool:
        return not self.holds_empty and not any(True for _ in nonempty(self.polygons))

    def restrict(self, x: Fraction, y: int) -> "Polygons":
        """Keep the intervals with ``x`` inside, or those that end before or begin after it."""
        if y == 1:
            sides = [box((before(0), after(x)), (before(x), after(1)))]
        else:
            sides = [box(UNIT_SPAN, (before(0), before(x))), box((after(x), after(1)), UNIT_SPAN)]
        cut = (polygon + side for polygon in self.polygons for side in sides)
        return Polygons(tuple(nonempty(cut)), self.holds_empty and y == -1)

    def general(self) -> IntervalUnion:
        """Return what some interval holds."""
        return joined((a[0], b[1]) for a, b in self._envelopes())

    def specific(self) -> IntervalUnion:
        """Return what every interval holds."""
        if self.holds_empty:
            return EMPTY
        envelopes = self._envelopes()
        return IntervalUnion.closed(
            max(a[1][0] for a, _ in envelopes), min(b[0][0] for _, b in envelopes)
        )

    def pick(self) -> Ends:
        """Return the ends of an interval, None for the empty one."""
        if self.holds_empty:
            return None
        return next(found for polygon in self.polygons if (found := center(polygon)) is not None)

    def holds(self, ends: Ends) -> bool:
        """Decide whether an interval is in the set."""
        if ends is None:
            return self.holds_empty
        a, b = ends
        return any(
            all(before(p * a + q * b) < bound for p, q, bound in polygon)
            for polygon in self.polygons
        )

    def farthest(self, ends: Ends) -> Fraction:
        """Return the supremum of the distance from an interval."""
        if ends is None:
            lengths = [found for each in self.polygons if (found := span(each, -1, 1)) is not None]
            return max((last[0] for _, last in lengths), default=Fraction(0))
        reach = [farthest(polygon, *ends) for polygon in self.polygons]
        reach += [ends[1] - ends[0]] if self.holds_empty else []
        return max(distance for distance in reach if distance is not None)

    def counts(self, sample: Sample[Fraction]) -> Any:
        """Refuse: the errors are counted over boxes of endpoint pairs."""
        raise DomainError(
            f"errors are counted over the class or survivors, not over a ball, got {sample!r:.60}; "
            "start from Intervals().version_space()"
        )

    def _envelopes(self) -> list[tuple[tuple[Any, Any], tuple[Any, Any]]]:
        """Return where the ends of each nonempty polygon lie."""
        spans = ((span(each, 1, 0), span(each, 0, 1)) for each in self.polygons)
        return [(a, b) for a, b in spans if a is not None and b is not None]
