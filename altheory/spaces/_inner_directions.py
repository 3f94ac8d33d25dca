"""Directions strictly within a cone: between two members, and with few digits."""

from collections.abc import Callable, Sequence
from math import isqrt

from altheory.numeric.directions import Direction, combined, dot, reduced

BITS = 24  # of the coordinates, at first


def toward(inner: Direction, member: Direction, z: Direction) -> Direction:
    """Return an inner direction with ``z . w > 0``, if ``z . member > 0``.

    About halfway to the member, and twice as far as leads to ``z . w = 0``.
    """
    a, b = isqrt(dot(member, member)), isqrt(dot(inner, inner))
    if a * dot(z, inner) + b * dot(z, member) <= -a * dot(z, inner):
        a, b = dot(z, member), -2 * dot(z, inner)
    return combined(a, inner, b, member)


def shortened(w: Direction, holds: Callable[[Direction], bool], bits: int = BITS) -> Direction:
    """Return ``w`` rounded to the fewest bits of some with which a condition still holds.

    >>> shortened((1000, 2999), lambda w: 2 * w[0] < w[1], bits=4)
    (1, 3)
    """
    length = max(abs(c) for c in w).bit_length()
    while bits < length:
        rough = reduced([(c + (1 << length - bits - 1)) >> length - bits for c in w])
        if any(rough) and holds(rough):
            return rough
        bits *= 2
    return w


def short_between(w: Direction, near: Sequence[Direction], far: Sequence[Direction]) -> Direction:
    """Shorten ``w`` while it stays on the near side of some normals and the far side of others."""

    def holds(v: Direction) -> bool:
        return all(dot(z, v) > 0 for z in near) and all(dot(z, v) < 0 for z in far)

    return shortened(w, holds)
