r"""How many labels of each class a random sample holds: the band that shows mode collapse.

A strategy that keeps to a few classes buys a histogram of labels that a random sample would
hardly ever have.  Asked at random, without replacement, n labels of a pool with :math:`N_c`
instances of class c have counts :math:`K_c` of the multivariate hypergeometric law; from an
endless supply, of the multinomial law with :math:`p_c = N_c / N`.  The band takes for each class
the counts between the same two tails, as large as they may be for

.. math:: P(l_c \le K_c \le h_c \text{ for all } c) \ge \text{level},

a probability that is computed exactly: over the integers, class after class.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import comb
from typing import Any, final

from altheory.errors import DomainError
from altheory.numeric.inputs import count, open_unit


@final
@dataclass(frozen=True, slots=True)
class ClassBand:
    """Counts of each class that a random sample has all together, but for a small chance.

    Attributes
    ----------
    low, high
        The least and the largest count of each class.
    coverage
        The exact probability that all counts of a random sample lie within.
    mean
        The expected counts.

    """

    low: tuple[int, ...]
    high: tuple[int, ...]
    coverage: Fraction
    mean: tuple[Fraction, ...]

    def outside(self, histogram: Sequence[int]) -> tuple[int, ...]:
        """Return for each class -1, 0 or 1: too few labels, within the band, too many."""
        ends = zip(self.low, histogram, self.high, strict=True)
        return tuple((k > high) - (k < low) for low, k, high in ends)


def class_band(
    available: Sequence[int], n: int, level: Any, *, replacement: bool = False
) -> ClassBand:
    """Return the band of n labels drawn at random.

    Parameters
    ----------
    available
        How many instances of each class there are.
    n
        How many are drawn.
    level
        The least probability with which all counts lie within, in (0, 1).
    replacement
        Whether an instance is put back: the multinomial law instead of the hypergeometric one.

    Raises
    ------
    DomainError
        If there are not so many instances, or a number is none.

    Examples
    --------
    Two of four, two of a class: one of each with probability 4/6.

    >>> band = class_band([2, 2], 2, 0.5)
    >>> band.low, band.high, band.coverage
    ((1, 1), (1, 1), Fraction(2, 3))

    """
    sizes = [count(size, "the size of a class", least=0) for size in available]
    total = count(sum(sizes), "the number of instances")
    n = count(n, "the number of labels")
    if n > total and not replacement:
        raise DomainError(f"{n} labels are drawn of {total} instances; put them back, or draw less")
    goal = open_unit(level, "a level")
    return _Sampling(tuple(sizes), n, replacement).widest(goal)


@final
@dataclass(frozen=True, slots=True)
class _Sampling:
    """Samples of n labels, counted: as sets, or as sequences if instances are put back."""

    sizes: tuple[int, ...]
    n: int
    replacement: bool

    def own(self, size: int, k: int) -> int:
        """Count the ways to take k labels out of a class."""
        return size**k if self.replacement else comb(size, k)

    def orders(self, m: int, k: int) -> int:
        """Count the ways to put k labels in between m others."""
        return comb(m + k, k) if self.replacement else 1

    def law(self, size: int) -> list[int]:
        """Count the samples with 0, ..., n labels of a class."""
        n, others = self.n, sum(self.sizes) - size
        return [
            self.own(size, k) * self.own(others, n - k) * self.orders(n - k, k)
            for k in range(n + 1)
        ]

    def inside(self, ends: list[tuple[int, int]]) -> int:
        """Count the samples with all counts within the ends, class after class."""
        joined = {0: 1}
        for size, (low, high) in zip(self.sizes, ends, strict=True):
            grown: dict[int, int] = {}
            for k in range(low, min(high, size if not self.replacement else self.n) + 1):
                own = self.own(size, k)
                for m, times in joined.items():
                    if m + k <= self.n:
                        grown[m + k] = grown.get(m + k, 0) + times * own * self.orders(m, k)
            joined = grown
        return joined.get(self.n, 0)

    def widest(self, goal: Fraction) -> ClassBand:
        """Return the band with the largest tail that covers enough, by bisection."""
        laws = {size: self.law(size) for size in set(self.sizes)}
        tails = sorted({tail for law in laws.values() for tail in _tails(law)})
        whole = sum(laws[self.sizes[0]])

        def band(tail: int) -> tuple[list[tuple[int, int]], Fraction]:
            cut = {size: _ends(law, tail) for size, law in laws.items()}
            ends = [cut[size] for size in self.sizes]
            return ends, Fraction(self.inside(ends), whole)

        low, high = 0, len(tails)  # invariant: tails[low] covers enough, tails[high] does not
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if band(tails[middle])[1] >= goal else (low, middle)
        ends, covered = band(tails[low])
        lows, highs = zip(*ends, strict=True)
        mean = tuple(Fraction(self.n * size, sum(self.sizes)) for size in self.sizes)
        return ClassBand(lows, highs, covered, mean)


def _tails(law: list[int]) -> list[int]:
    """Return the weights of all tails, lower and upper."""
    sums = [0, *accumulate(law)]
    return [*sums, *(sums[-1] - s for s in sums)]


def _ends(law: list[int], tail: int) -> tuple[int, int]:
    """Return the counts below and above which there is at most the weight ``tail``."""
    below = sum(s <= tail for s in accumulate(law))
    above = sum(s <= tail for s in accumulate(reversed(law)))
    return below, len(law) - 1 - above
