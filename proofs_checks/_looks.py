"""Looking at a fair coin at a few sample sizes that triple, as A2 does, exactly."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial

from altheory.bounds.clopper_pearson import clopper_pearson
from proofs_checks._coin import Window, ever_leaves, symmetric

TRIPLING = (1, 4, 13, 40, 121, 364)
HALF = Fraction(1, 2)


def windows(level: Callable[[int], Fraction]) -> list[Window]:
    """Return for which numbers of heads 1/2 is in the interval, at the looks; else all."""
    found = [(0, n) for n in range(1, TRIPLING[-1] + 1)]
    for look, n in enumerate(TRIPLING, 1):
        found[n - 1] = symmetric(partial(_inside, level(look)), n)
    return found


def ever_misses(level: Callable[[int], Fraction]) -> Fraction:
    """Return the probability that the interval of some look leaves out 1/2."""
    return ever_leaves(windows(level))


def _inside(delta: Fraction, k: int, n: int) -> bool:
    return clopper_pearson(k, n, delta).upper >= HALF
