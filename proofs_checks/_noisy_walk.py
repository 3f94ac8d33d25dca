r"""How far the errors of thresholds stray when the labels are fair coins, exactly.

Let :math:`S_k` be the sum of the labels of the first :math:`k` of :math:`n` instances, in
increasing order.  The threshold that says -1 to those and +1 to the others errs on

.. math:: \frac{n + 2 S_k - S_n}{2} \quad\text{of them, and its error is } \tfrac12,

so the largest deviation is that of a walk of fair steps from half of its end.  Given
:math:`S_n = s` it stays below :math:`c / 2n` iff :math:`2 S_k - s` stays strictly
between :math:`-c` and :math:`c`: two walls and one end, which the method of images counts.
"""

from fractions import Fraction
from functools import cache
from math import comb


@cache
def strays(n: int, c: int) -> Fraction:
    r"""Return :math:`P(\max_k |2 S_k - S_n| \ge c)` for ``c`` of the parity of ``n``.

    That is the probability that some error deviates by at least :math:`c / 2n`.

    >>> strays(2, 2)  # unless the labels differ, some threshold is right or wrong on both
    Fraction(1, 1)
    """
    stay = sum(_between(n, (c - s) // 2, (c + s) // 2, c) for s in range(2 - c, c, 2))
    return 1 - Fraction(stay, 2**n)


def strays_up(n: int, b: int) -> Fraction:
    r"""Return :math:`P(\max_k (2 S_k - S_n) \ge 2b)` for even ``n``, by counting paths.

    Given :math:`S_n = s` with :math:`|s| \le 2b`, the walk reaches :math:`b + s/2`; the
    rest of it is mirrored there, and then it ends at :math:`2b`, whatever ``s``.
    """
    inside = sum(_ending(n, 2 * b) for s in range(-n, n + 1, 2) if abs(s) <= 2 * b)
    outside = sum(_ending(n, s) for s in range(-n, n + 1, 2) if abs(s) > 2 * b)
    return Fraction(inside + outside, 2**n)


def beyond(n: int, radius: Fraction) -> int:
    """Return the least ``c`` of the parity of ``n`` with a deviation of more than ``radius``."""
    c = int(2 * n * radius // 1) + 1
    return c + (c - n) % 2


def attained(n: int) -> range:
    """Return the values of ``c`` at which the law of the largest deviation jumps."""
    return range(2 - n % 2, n + 1, 2)


def _between(n: int, start: int, end: int, wall: int) -> int:
    """Count the walks from start to end that stay strictly between 0 and ``wall``."""
    turns = range(-(n // (2 * wall)) - 1, n // (2 * wall) + 2)
    direct = sum(_ending(n, end - start + 2 * wall * j) for j in turns)
    return direct - sum(_ending(n, end + start + 2 * wall * j) for j in turns)


def _ending(n: int, s: int) -> int:
    """Count the walks of ``n`` steps that end at ``s``."""
    return comb(n, (n + s) // 2) if (n + s) % 2 == 0 and abs(s) <= n else 0
