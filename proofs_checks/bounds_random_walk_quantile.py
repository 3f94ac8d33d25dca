r"""The number of errors more than the fewest that a best threshold makes: valid, and least.

The package allows a surplus of less than k, the least one with :math:`k^2 \ge 3n - 2` and

.. math:: P(M_n \ge k) = 2 P(S_n > k) + P(S_n = k) \le \delta .

For fair labels on one side the best threshold makes k errors more than the fewest with exactly
that probability, here by one pass over all walks in integers; and unless the first condition
decides, k - 1 is reached more often than :math:`\delta`.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.bounds._walk import quantile
from altheory.bounds.random_walk import random_walk
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._anchored_walk import fair

# The most errors more than the fewest, from n and delta.
Surplus: TypeAlias = Callable[[int, Fraction], int]

DELTAS = (Fraction(1, 2), Fraction(1, 20), Fraction(1, 100))


def shipped(n: int, delta: Fraction) -> int:
    """Return what the package allows."""
    return int(random_walk(n, delta).upper * n)


def judged(surplus: Surplus, sizes: range) -> Finding:
    """Count the walks that go beyond, and those that go as far."""
    for n in sizes:
        for delta in DELTAS:
            k = surplus(n, delta) + 1
            beyond, there = (fair(n, j) if j <= n else Fraction(0) for j in (k, k - 1))
            decided = (k - 1) ** 2 >= 3 * n - 2
            if beyond > delta or (k > 1 and decided and there <= delta and k - 1 <= n):
                where = f"n={n}, delta={delta}: k={k}"
                return fails(where, claimed=f"<= {delta} < ", computed=f"{beyond}, {there}")
    return holds(f"n from {sizes[0]} to {sizes[-1]}, three levels: valid, and one less is not")


def few(surplus: Surplus, rng: np.random.Generator) -> Finding:
    """Take few labels."""
    del rng
    return judged(surplus, range(1, 16))


def more(surplus: Surplus, rng: np.random.Generator) -> Finding:
    """Take up to a hundred labels."""
    del rng
    return judged(surplus, range(20, 101, 10))


CLAIM: Claim[Surplus] = Claim(
    key="bounds/random-walk/quantile",
    title="How many errors more than the fewest the best threshold makes",
    statement=(
        r"P(k_{t^*} - \min_t k_t \ge k) \le \delta < P(k_{t^*} - \min_t k_t \ge k - 1) "
        r"\text{ or } (k-1)^2 < 3n - 2 \quad "
        r"(n \le 15,\ \delta \in \{\tfrac12, \tfrac1{20}, \tfrac1{100}\},\ \text{fair labels})"
    ),
    plain=(
        "With up to 15 fair labels on one side of it, the best threshold makes more errors than "
        "the package allows with at most the probability stated; one error less would be too few."
    ),
    relation="exact",
    assumptions=frozenset({"independent instances", "continuous law", "fair coin labels"}),
    does_not_say="that other laws are no worse, which is bounds/random-walk/coupling",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=shipped,
    checks=(
        Check(Method.EXHAUSTIVE, few, scope="all walks, n <= 15, three levels"),
        Check(Method.EXHAUSTIVE, more, scope="n in 20, 30 ... 100, three levels", tier="normal"),
    ),
    controls={
        "twice delta": lambda n, delta: min(n, quantile(n, min(2 * delta, Fraction(99, 100))) - 1),
        "one error less": lambda n, delta: max(shipped(n, delta) - 1, 0),
        "both sides halve delta": lambda n, delta: shipped(n, delta / 2),
    },
    uses=("bounds/random-walk/coupling", "bounds/random-walk/split"),
)
