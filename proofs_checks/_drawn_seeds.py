"""Seeds drawn from a pool with replacement, by all draws: what the notes' listing begins with."""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

from altheory.ledger.finding import Finding, fails, holds

Statistic: TypeAlias = Callable[[tuple[int, ...]], int]


def mean(size: int, seeds: int, statistic: Statistic) -> Fraction:
    """Return the mean of a statistic over all draws of indices 0, ..., size - 1."""
    draws = list(product(range(size), repeat=seeds))
    return Fraction(sum(map(statistic, draws)), len(draws))


def same(claimed: Any, computed: Fraction, where: str) -> Finding:
    """Compare two exact values."""
    verdict = holds if claimed == computed else fails
    return verdict(where, claimed=claimed, computed=computed)
