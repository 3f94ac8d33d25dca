"""What query trees cost: optimal ones, and those that split as evenly as possible."""

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

import numpy as np

from altheory.complexity.query_tree import optimal_query_tree
from altheory.hypotheses.finite import FiniteClass
from proofs_checks._small_classes import small_classes

Masks: TypeAlias = tuple[int, ...]


def least_depth(of: FiniteClass) -> int:
    """Return the fewest questions that identify every hypothesis."""
    return optimal_query_tree(of, "worst").depth


@cache
def small_depths() -> tuple[tuple[FiniteClass, int], ...]:
    """Return every class on at most three points with its least depth."""
    return tuple((of, least_depth(of)) for of in small_classes())


def random_depth(rng: np.random.Generator) -> tuple[FiniteClass, int]:
    """Draw a class of at most 12 hypotheses on 5 points, with its least depth."""
    size = int(rng.integers(1, 13))
    of = FiniteClass(5, rng.choice(32, size=size, replace=False).tolist())
    return of, least_depth(of)


def least_total(of: FiniteClass) -> int:
    """Return the sum of questions of an optimal tree of the package."""
    return optimal_query_tree(of, "average").total


def splits(masks: Masks, n_points: int) -> Iterator[tuple[Masks, Masks]]:
    """Return what each useful question leaves after either answer."""
    for x in range(n_points):
        minus = tuple(mask for mask in masks if not mask >> x & 1)
        plus = tuple(mask for mask in masks if mask >> x & 1)
        if minus and plus:
            yield minus, plus


@cache
def even_total(masks: Masks, n_points: int) -> int:
    """Return the least sum of questions if each question splits as evenly as possible.

    Ties are broken in the best way, so no rule for breaking them does better.
    """
    if len(masks) == 1:
        return 0
    parts = list(splits(masks, n_points))
    rarest = max(min(map(len, pair)) for pair in parts)
    return len(masks) + min(
        even_total(minus, n_points) + even_total(plus, n_points)
        for minus, plus in parts
        if min(len(minus), len(plus)) == rarest
    )


def greedy_total(of: FiniteClass) -> int:
    """Return the sum of questions of the best greedy tree."""
    return even_total(of.hypotheses, of.n_points)
