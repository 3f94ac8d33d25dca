"""The best worst-case depth of query trees, for every small class at once."""

from functools import cache

import numpy as np

from altheory.complexity.query_tree import optimal_query_tree
from altheory.hypotheses.finite import FiniteClass
from proofs_checks._small_classes import small_classes


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
