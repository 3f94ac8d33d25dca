r"""How many orders of a batch its pairs leave possible.

A batch of B is split into B/2 pairs and each is told in which order it is.  As the pairs are
disjoint each halves the orders that remain,

.. math:: \#\{\text{orders}\} = \frac{B!}{2^{B/2}},

so the share 2^(-B/2) of all B! orders is small, and yet for B = 8 there are 2520 left of which the
loss of this batch tells none apart.
"""

from collections.abc import Callable, Iterable
from itertools import permutations
from math import factorial
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Orders: TypeAlias = Callable[[int], int]


def compared(orders: Orders, sizes: Iterable[int]) -> Finding:
    """Count the orders in which the first of each pair comes first."""
    count = 0
    for batch in sizes:
        every = permutations(range(batch))  # place of each instance
        found = sum(all(p[i] < p[i + 1] for i in range(0, batch, 2)) for p in every)
        if orders(batch) != found:
            return fails(f"a batch of {batch}", claimed=orders(batch), computed=found)
        count += factorial(batch)
    return holds(f"{count} orders")


def small(orders: Orders, rng: np.random.Generator) -> Finding:
    """Count for batches of up to six."""
    del rng
    return compared(orders, (2, 4, 6))


def eight(orders: Orders, rng: np.random.Generator) -> Finding:
    """Count for batches of up to eight."""
    del rng
    return compared(orders, (2, 4, 6, 8))


CLAIM: Claim[Orders] = Claim(
    key="learning-loss/pairs",
    title="Orders of a batch that its pairs leave possible",
    statement=r"\#\{\text{orders}\} = B! / 2^{B/2}, \quad B \le 8 \text{ even}",
    plain=(
        "Of the B! orders of a batch, the orders of its B/2 pairs leave B! / 2^(B/2): a batch "
        "constrains few of the order relations it holds; counted for B up to 8."
    ),
    does_not_say=(
        "that the order is never learned: other batches bring other pairs, and one network "
        "predicts for all instances"
    ),
    relation="exact",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda batch: factorial(batch) // 2 ** (batch // 2),
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="B <= 6"),
        Check(Method.EXHAUSTIVE, eight, scope="B <= 8", tier="normal"),
    ),
    controls={
        "one order": lambda _: 1,
        "a chain of B - 1 halves": lambda batch: factorial(batch) // 2 ** (batch - 1),
        "orders of the pairs": lambda batch: factorial(batch // 2),
    },
)
