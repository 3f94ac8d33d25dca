"""Coverage by brute force: the law of the count at rational probabilities, in rationals."""

from fractions import Fraction
from math import comb

GRID = [Fraction(i, 60) for i in range(61)]


def chance(k, n, p):
    return comb(n, k) * p**k * (1 - p) ** (n - k)


def misses(intervals, p):
    """Return the probability that the interval of the count leaves out ``p``."""
    n = len(intervals) - 1
    return sum((chance(k, n, p) for k, i in enumerate(intervals) if p not in i), Fraction(0))


def around(intervals):
    """Return a grid of probabilities with those just outside the ends of every interval."""
    nudge = Fraction(1, 2**60)
    ends = [end for i in intervals for end in (i.lower - nudge, i.upper + nudge)]
    return GRID + [end for end in ends if 0 <= end <= 1]


def covers(interval, n, delta):
    """Tell whether the interval misses no probability more often than ``delta``."""
    intervals = [interval(k) for k in range(n + 1)]
    return all(misses(intervals, p) <= delta for p in around(intervals))
