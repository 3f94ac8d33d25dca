"""Rules that decide from the votes of a crowd, and how often each is wrong.

Labeler i errs with probability e_i, independently; both labels are equally likely.  A
rule answers -1, +1, or 0 for a fair coin.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import prod
from typing import Any, TypeAlias

Votes: TypeAlias = tuple[int, ...]
Rule: TypeAlias = Callable[[Votes, Sequence[Fraction]], int]

RATES = tuple(map(Fraction, ("1/10", "1/6", "1/5", "1/3", "2/5", "1/2")))


def chance(votes: Sequence[int], truth: int, rates: Sequence[Any]) -> Any:
    """Return the probability of the votes if ``truth`` is the label.

    >>> chance((1, -1), 1, (Fraction(1, 4), Fraction(1, 3)))
    Fraction(1, 4)
    """
    pairs = zip(votes, rates, strict=True)
    return prod((1 - e if v == truth else e for v, e in pairs), start=Fraction(1))


def every(n: int) -> Iterator[Votes]:
    """Yield all votes of ``n`` labelers."""
    yield from product((-1, 1), repeat=n)


def error(rule: Rule, rates: Sequence[Fraction]) -> Fraction:
    """Return how often a rule is wrong.

    >>> error(lambda votes, _: votes[0], (Fraction(1, 4), Fraction(1, 3)))
    Fraction(1, 4)
    """
    total = Fraction(0)
    for votes in every(len(rates)):
        decided = rule(votes, rates)
        for truth in (-1, 1):
            wrong = Fraction(1, 2) if decided == 0 else Fraction(decided != truth)
            total += wrong * chance(votes, truth, rates) / 2
    return total


def crowds(n: int) -> Iterator[tuple[Fraction, ...]]:
    """Yield all crowds of ``n`` labelers with rates of a grid, the best one first."""
    yield from combinations_with_replacement(RATES, n)


def majority(votes: Votes, rates: Sequence[Fraction]) -> int:
    """Return what more of the labelers say."""
    del rates
    lead = sum(votes)
    return (lead > 0) - (lead < 0)


def linear(votes: Votes, rates: Sequence[Fraction]) -> int:
    """Return the sign of the votes weighted by 1 - 2e, which is the mean of a right vote."""
    lead = sum((1 - 2 * e) * v for v, e in zip(votes, rates, strict=True))
    return (lead > 0) - (lead < 0)


def best_alone(votes: Votes, rates: Sequence[Fraction]) -> int:
    """Return what the first of the best labelers says."""
    return votes[list(rates).index(min(rates))]
