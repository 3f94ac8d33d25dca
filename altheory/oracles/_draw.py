"""A label drawn with exactly its probability."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Protocol

from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Label, Oracle

BITS = 32


class _Comparing(Protocol):
    def compare(self, x: Any, u: Fraction, /) -> int: ...


def draw_label(compare: Callable[[Fraction], int], rng: Rng) -> Label:
    """Draw +1 with probability p, where ``compare(u)`` is the exact sign of p - u.

    A uniform variable is uncovered digit by digit until it is known on which side
    of p it lies, so the chance of +1 is p itself and not a float beside it.

    >>> [draw_label(lambda u: (p > u) - (p < u), 0) for p in (0, 1)]
    [-1, 1]
    """
    stream = generator(rng)
    low, width = Fraction(0), Fraction(1)
    while True:
        width /= 1 << BITS
        low += int(stream.integers(1 << BITS)) * width
        if compare(low) <= 0:  # p <= low, which the variable is not below
            return -1
        if compare(low + width) >= 0:  # p >= low + width, which the variable is below
            return 1


def fresh(law: _Comparing, rng: Rng) -> Oracle[Any]:
    """Return the oracle that draws a new label of ``law`` for every question."""
    stream = generator(rng)

    def ask(x: Any) -> Label:
        return draw_label(lambda u: law.compare(x, u), stream)

    return ask
