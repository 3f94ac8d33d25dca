"""Answers that every version space of intervals gives alike."""

from fractions import Fraction
from typing import Any

from altheory.errors import DomainError
from altheory.hypotheses.interval import Interval
from altheory.spaces.line import IntervalUnion
from altheory.spaces.line_laws import UniformInterval


def attained(space: Any, region: IntervalUnion) -> Interval | None:
    """Return the member whose positive set is ``region``, None if there is none."""
    if space.is_empty or len(region.pieces) > 1:
        return None
    piece = next(iter(region.pieces), None)
    if piece is None:
        h = Interval.empty()
    elif piece.closed_lo and piece.closed_hi:
        h = Interval(piece.lo, piece.hi)
    else:
        return None
    return h if h in space else None


def longest_middle(region: IntervalUnion) -> Fraction | None:
    """Return the middle of the longest piece of a region, the first of several."""
    pieces = region.pieces
    if not pieces:
        return None
    longest = max(pieces, key=lambda piece: piece.hi - piece.lo)
    return (longest.lo + longest.hi) / 2


def require_uniform(law: Any, what: str) -> None:
    """Refuse any law but the uniform one."""
    if law != UniformInterval():
        raise DomainError(f"{what} of intervals are exact under the uniform law only, got {law!r}")
