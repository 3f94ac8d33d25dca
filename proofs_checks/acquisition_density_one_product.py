r"""Density by cosines takes one pass over the pool, if no feature is negative.

With rows of length one, :math:`\hat x`, cosines are products, and the mean of products with all is
the product with the mean:

.. math:: \frac1N \sum_j \cos(x_i, x_j) = \hat x_i \cdot \frac1N \sum_j \hat x_j .

So N D multiplications are enough and no :math:`N^2` similarities are needed.  Where cosines are
negative the package takes 0 in their place, which no single product does.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement
from math import isqrt
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.directions import dot

Vector: TypeAlias = tuple[int, ...]
Density: TypeAlias = Callable[[Sequence[Vector], int], Fraction]

POOL = ((3, 4), (12, 5), (1, 0), (0, 2), (8, 15), (24, 7))  # of integer lengths


def length(x: Vector) -> int:
    """Return the length of a vector, an integer."""
    return isqrt(dot(x, x))


def pairwise(pool: Sequence[Vector], i: int) -> Fraction:
    """Return the mean cosine with all, one by one, none below zero."""
    x = pool[i]
    cosines = [max(Fraction(dot(x, y), length(x) * length(y)), Fraction(0)) for y in pool]
    return sum(cosines, Fraction(0)) / len(pool)


def compared(density: Density, several: Iterable[Sequence[Vector]]) -> Finding:
    """Compare with all pairs, and with what the package returns."""
    from altheory.acquisition import information_density

    count = 0
    for pool in several:
        shipped = information_density([1.0] * len(pool), pool)
        for i, score in enumerate(shipped.tolist()):
            claimed, found = density(pool, i), pairwise(pool, i)
            if claimed != found or abs(float(found) - score) > 1e-12:
                return fails(f"{pool[i]} in {pool}", claimed=claimed, computed=found)
            count += 1
    return holds(f"{count} densities; the package is within 1e-12")


def one_pool(density: Density, rng: np.random.Generator) -> Finding:
    """Try one pool."""
    del rng
    return compared(density, [POOL])


def all_pools(density: Density, rng: np.random.Generator) -> Finding:
    """Go through two to four instances, copies included."""
    del rng
    pools = (of for n in (2, 3, 4) for of in combinations_with_replacement(POOL, n))
    return compared(density, pools)


def mean(pool: Sequence[Vector], *, of_unit_length: bool = True) -> list[Fraction]:
    """Return the mean of all rows, each of length one or as it is."""
    rows = [[Fraction(c, length(x) if of_unit_length else 1) for c in x] for x in pool]
    return [sum(column, Fraction(0)) / len(pool) for column in zip(*rows, strict=True)]


def product_with(center: Sequence[Fraction], x: Vector) -> Fraction:
    """Return the product of a row of length one with a center."""
    return sum((a * b for a, b in zip(center, x, strict=True)), Fraction(0)) / length(x)


CLAIM: Claim[Density] = Claim(
    key="acquisition/density/one-product",
    title="Density by cosines takes one pass over the pool",
    statement=(
        r"\frac1N \sum_j \cos(x_i, x_j) = \hat x_i \cdot \frac1N \sum_j \hat x_j, \quad \hat x ="
        r" x / |x|,\ x \ge 0, \quad 2 \le N \le 4 \text{ of 6 given vectors, and all of them}"
    ),
    plain=(
        "How similar an instance is to the pool on average is its product with one mean, so "
        "density need not cost all pairs, if features are not negative; on pools of up to four "
        "of six given vectors and on all six."
    ),
    relation="identity",
    assumptions=frozenset({"finite domain"}),
    does_not_say="anything of other similarities: those of a Gaussian kernel take all pairs",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda pool, i: product_with(mean(pool), pool[i]),
    checks=(
        Check(Method.EXHAUSTIVE, one_pool, scope="six vectors in the plane"),
        Check(
            Method.EXHAUSTIVE,
            all_pools,
            scope="two to four of them, copies included",
            tier="normal",
        ),
    ),
    controls={
        "the mean of instances as they are": lambda pool, i: product_with(
            mean(pool, of_unit_length=False), pool[i]
        ),
        "of the others alone": lambda pool, i: product_with(
            mean([x for j, x in enumerate(pool) if j != i]), pool[i]
        ),
    },
)
