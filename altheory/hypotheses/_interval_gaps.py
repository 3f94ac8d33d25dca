r"""What labels leave of the intervals: a gap for each end, and a width to fit in.

Without a positive label both ends lie in one gap between negative labels.  With
positive labels from p to q, and n and m the nearest negative ones around them,

.. math:: a \in (n, p], \qquad b \in [q, m), \qquad b - a \ge w.

Whatever the ends allow, the widest candidate decides: an interval of length w fits
iff the cut where b ends lies past the cut where a starts, moved by w.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from altheory.hypotheses._interval_polygons import Span
from altheory.spaces.cuts import Cut, after, before
from altheory.spaces.line import IntervalUnion


class EndBox(NamedTuple):
    """The intervals with ``a`` between two cuts and ``b`` between two cuts."""

    a: Span
    b: Span


def moved(cut: Cut, by: Fraction) -> Cut:
    """Return a cut moved to the right.

    >>> moved(after(0), Fraction(1, 2)) == after(Fraction(1, 2))
    True
    """
    return cut[0] + by, cut[1]


def fits(box: EndBox, min_width: Fraction) -> bool:
    """Decide whether a box holds an interval of at least this width."""
    (start, end), (first, last) = box
    return start < end and first < last and last > moved(start, min_width)


def gaps(negatives: Sequence[Fraction]) -> Iterator[EndBox]:
    """Yield the gaps between negative labels and the ends of the domain."""
    starts = (before(0), *map(after, negatives))
    ends = (*map(before, negatives), after(1))
    return (EndBox(gap, gap) for gap in zip(starts, ends, strict=True))


def around(negatives: Sequence[Fraction], low: Fraction, high: Fraction) -> EndBox | None:
    """Return the intervals that hold ``low`` and ``high``, None if a negative is between."""
    i, j = bisect_left(negatives, low), bisect_right(negatives, high)
    if i != j:
        return None
    start = after(negatives[i - 1]) if i else before(0)
    end = before(negatives[j]) if j < len(negatives) else after(1)
    return EndBox((start, after(low)), (before(high), end))


def common(box: EndBox, min_width: Fraction) -> IntervalUnion:
    """Return what all intervals of a box hold: from the highest ``a`` to the lowest ``b``."""
    (start, end), (first, last) = box
    highest, lowest = min(end[0], last[0] - min_width), max(first[0], start[0] + min_width)
    return IntervalUnion.closed(highest, lowest)


def middle(box: EndBox, min_width: Fraction) -> tuple[Fraction, Fraction]:
    """Return a central pair of ends of a box in which an interval fits.

    Middles of what is left for each end lie in no open side of the box; if they are
    too close to each other, b is the middle of what is left beside that a.
    """
    (start, end), (first, last) = box
    a = (start[0] + min(end[0], last[0] - min_width)) / 2
    b = (max(first[0], start[0] + min_width) + last[0]) / 2
    return a, b if b - a >= min_width else (max(first[0], a + min_width) + last[0]) / 2
