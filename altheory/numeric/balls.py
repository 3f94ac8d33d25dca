"""Numbers by balls of as many bits as they take.

Balls of python-flint hold their number whatever the precision, only their radius says
whether it was enough.  So a number is computed again with twice the bits until it is known
to as many as are asked for.
"""

from collections.abc import Callable
from typing import Any

from altheory.numeric.enclosure import Enclosure

ACCURACY = 112  # bits of every enclosure, relative to the number
FIRST = 192  # bits of the balls at first


def enclosed(ball: Callable[[], Any], bits: int = FIRST) -> Enclosure:
    """Return an enclosure of a number other than 0, by balls of more and more bits.

    >>> from flint import arb
    >>> print(enclosed(lambda: arb.pi()))
    [3.14159265359, 3.14159265359]
    """
    from flint import ctx  # 70 ms that most callers never need

    while True:
        with ctx.workprec(bits):
            value = ball()
        if value.rel_accuracy_bits() >= ACCURACY:
            with ctx.workprec(FIRST):  # long ends would serve nobody
                return Enclosure.of_ball(+value)
        bits *= 2
