r"""Sets of intervals [a, b] as polygons in the plane of their ends.

A polygon is a list of half-planes :math:`p a + q b \le c` or :math:`< c`.  The
right side is a cut, after :math:`c` for the closed half-plane and before
:math:`c` for the open one, so cuts add like numbers and eliminating a variable
(Fourier and Motzkin) keeps track of open and closed ends by itself.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from altheory.spaces.cuts import Cut, after, before
from altheory.spaces.line import IntervalUnion


class HalfPlane(NamedTuple):
    """The pairs (a, b) with ``p a + q b`` before the cut ``bound``."""

    p: int
    q: int
    bound: Cut


Polygon: TypeAlias = tuple[HalfPlane, ...]
Span: TypeAlias = tuple[Cut, Cut]
Ends: TypeAlias = tuple[Fraction, Fraction] | None
_Bound: TypeAlias = tuple[Fraction, Cut]  # t times the number lies before the cut

UNIT_SPAN: Span = (before(0), after(1))


def wide(min_width: Fraction) -> Polygon:
    """Return the intervals within [0, 1] of at least this length."""
    narrowest = HalfPlane(1, -1, after(-min_width))
    return (HalfPlane(-1, 0, after(0)), HalfPlane(0, 1, after(1)), narrowest)


def box(a: Span, b: Span) -> Polygon:
    """Return the intervals whose ends lie between given cuts."""
    ends = ((a, 1, 0), (b, 0, 1))
    return tuple(
        plane
        for (start, end), p, q in ends
        for plane in (HalfPlane(-p, -q, _negative(start)), HalfPlane(p, q, end))
    )


def near(low: Fraction, high: Fraction, radius: Fraction) -> tuple[Polygon, ...]:
    r"""Return the nonempty intervals that differ from [low, high] by at most ``radius``.

    The measure of the difference is :math:`|a - c| + |b - d|` if [a, b] meets
    [c, d], and :math:`(b - a) + (d - c)` if not; it is never more than either.
    """
    signs = [(p, q) for p in (-1, 1) for q in (-1, 1)]
    around = tuple(HalfPlane(p, q, after(p * low + q * high + radius)) for p, q in signs)
    return around, short(radius - (high - low))


def short(length: Fraction) -> Polygon:
    """Return the intervals of at most this length."""
    return (HalfPlane(-1, 1, after(length)),)


def span(polygon: Polygon, p: int, q: int) -> Span | None:
    r"""Return the cuts between which :math:`p a + q b` lies, None if the polygon is empty.

    One of p and q is not zero.  With :math:`t = p a + q b` the other variable is
    eliminated: each of its lower bounds lies below each of its upper bounds.
    """
    flat, upper, lower = list[_Bound](), list[_Bound](), list[_Bound]()
    for r, s, bound in polygon:
        # r a + s b = of_t * t + of_u * u, where u is a, or b if t is a alone
        of_t, of_u = (
            (Fraction(s, q), r - Fraction(s * p, q)) if q else (Fraction(r, p), Fraction(s))
        )
        if of_u:
            scaled = of_t / abs(of_u), _times(bound, 1 / abs(of_u))
            (upper if of_u > 0 else lower).append(scaled)
        else:
            flat.append((of_t, bound))
    flat += [(of_t + other, _plus(u, v)) for of_t, u in upper for other, v in lower]
    return _between(flat)


def center(polygon: Polygon) -> tuple[Fraction, Fraction] | None:
    """Return a pair inside the polygon, None if it is empty.

    The middle of the left ends, and of the right ends that go with it, lies in the
    relative interior, so open sides do no harm.
    """
    lefts, rights = span(polygon, 1, 0), span(polygon, 0, 1)
    if lefts is None or rights is None:
        return None
    a, b = _middle(lefts), _middle(rights)
    partners = span(polygon + box((before(a), after(a)), UNIT_SPAN), 0, 1) or rights
    inside = partners[0] <= before(b) and after(b) <= partners[1]
    return a, b if inside else _middle(partners)


def farthest(polygon: Polygon, low: Fraction, high: Fraction) -> Fraction | None:
    r"""Return the supremum of the difference from [low, high], None if the polygon is empty.

    Where an interval lies beside [low, high] its length counts; where they meet,
    :math:`|a - c| + |b - d|` is the largest of four linear functions.
    """
    meet = (HalfPlane(1, 0, after(high)), HalfPlane(0, -1, after(-low)))
    left, right = (HalfPlane(0, 1, before(low)),), (HalfPlane(-1, 0, before(-high)),)
    reach = list[Fraction]()
    for side in (left, right):
        lengths = span(polygon + side, -1, 1)
        reach += [] if lengths is None else [lengths[1][0] + high - low]
    for p, q in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
        values = span(polygon + meet, p, q)
        reach += [] if values is None else [values[1][0] - p * low - q * high]
    return max(reach, default=None)


def joined(spans: Iterable[Span]) -> IntervalUnion:
    """Return the union of what lies between pairs of cuts, sorting them once."""
    cuts = list[Cut]()
    for start, end in sorted(pair for pair in spans if pair[0] < pair[1]):
        if cuts and start <= cuts[-1]:
            cuts[-1] = max(cuts[-1], end)
        else:
            cuts += [start, end]
    return IntervalUnion(tuple(cuts))


def nonempty(polygons: Iterable[Polygon]) -> Iterator[Polygon]:
    """Yield the polygons that hold an interval."""
    return (polygon for polygon in polygons if span(polygon, 1, 0) is not None)


def _between(flat: list[_Bound]) -> Span | None:
    start, end = (Fraction(-4), 0), (Fraction(4), 1)  # beyond every p a + q b in [0, 1]
    for slope, bound in flat:
        if slope > 0:
            end = min(end, _times(bound, 1 / slope))
        elif slope < 0:
            start = max(start, _negative(_times(bound, -1 / slope)))
        elif bound <= before(0):
            return None
    return (start, end) if start < end else None


def _plus(one: Cut, other: Cut) -> Cut:
    """Return the cut before which a sum lies if its terms lie before these."""
    return one[0] + other[0], min(one[1], other[1])


def _times(cut: Cut, factor: Fraction) -> Cut:
    return cut[0] * factor, cut[1]


def _negative(cut: Cut) -> Cut:
    """Return the cut after which x lies iff -x lies before ``cut``."""
    return -cut[0], 1 - cut[1]


def _middle(between: Span) -> Fraction:
    return (between[0][0] + between[1][0]) / 2
