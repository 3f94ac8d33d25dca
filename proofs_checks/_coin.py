r"""Looking at a fair coin after every flip, exactly.

A rule says after :math:`n` flips which numbers of heads it accepts.  The number of
the :math:`2^N` sequences that obey it at every :math:`n \le N` is a count of lattice
paths, which one pass over Pascal's triangle gives in integers.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

Window: TypeAlias = tuple[int, int]
Rule: TypeAlias = Callable[[int], Window]


def obedient(windows: list[Window]) -> int:
    """Return how many coin sequences keep their number of heads in every window."""
    paths, first = [1], 0  # of first heads, first + 1, ...
    for low, high in windows:
        grown = [a + b for a, b in zip([*paths, 0], [0, *paths], strict=True)]
        start = max(low - first, 0)
        paths, first = grown[start : max(high - first + 1, 0)], first + start
    return sum(paths)


def ever_leaves(windows: list[Window]) -> Fraction:
    """Return the probability that a fair coin leaves a window at some time."""
    return 1 - Fraction(obedient(windows), 2 ** len(windows))


def first_accepted(accepts: Callable[[int], bool], n: int) -> int:
    """Return the least number of heads up to ``n // 2`` that is accepted; n // 2 + 1 if none.

    ``accepts`` must stay true up to ``n // 2`` once it is true.
    """
    lo, hi = -1, n // 2 + 1
    while hi - lo > 1:
        middle = (lo + hi) // 2
        lo, hi = (lo, middle) if accepts(middle) else (middle, hi)
    return hi


def symmetric(accepts: Callable[[int, int], bool], n: int) -> Window:
    """Return the window of a rule that treats heads and tails alike."""
    low = first_accepted(lambda k: accepts(k, n), n)
    return low, n - low
