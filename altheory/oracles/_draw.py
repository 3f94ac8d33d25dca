"""A label drawn with exactly its probability."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Label, Oracle

BITS = 32


Sign: TypeAlias = Callable[[Fraction], int]  # of p - u, as a function of u


def beside(p: Fraction) -> Sign:
    """Return the sign of p - u as a function of u.

    >>> list(map(beside(Fraction(1, 2)), (0, Fraction(1, 2), 1)))
    [1, 0, -1]
    """
    return lambda u: (p > u) - (p < u)


def draw_label(compare: Sign, rng: Rng) -> Label:
    """Draw +1 with probability p, where ``compare(u)`` is the exact sign of p - u.

    A uniform variable is uncovered digit by digit until it is known on which side
    of p it lies, so the chance of +1 is p itself and not a float beside it.

    >>> [draw_label(beside(Fraction(p)), 0) for p in (0, 1)]
    [-1, 1]
    """
    stream = generator(rng)
    low, digits = 0, 0
    while True:  # the variable lies in [low, low + 1) / 2^digits
        low = low << BITS | int(stream.integers(1 << BITS))
        digits += BITS
        if compare(Fraction(low, 1 << digits)) <= 0:  # p is not above the variable
            return -1
        if compare(Fraction(low + 1, 1 << digits)) >= 0:  # p is above it
            return 1


def fresh(sign_at: Callable[[Any], Sign], rng: Rng) -> Oracle[Any]:
    """Return the oracle that draws a new label for every question.

    ``sign_at(x)`` is what an instance has to do with it, looked up once a question.
    """
    stream = generator(rng)
    return lambda x: draw_label(sign_at(x), stream)
