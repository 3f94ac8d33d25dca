r"""Lecture notes: ``size=10`` seeds, which are fewer.

``np.random.choice`` draws with replacement unless it is told not to, so an instance may be bought
more than once.  Of a pool of N the s seeds are on average

.. math:: N \Bigl(1 - \bigl(1 - \tfrac1N\bigr)^s\Bigr) < s

different ones: each instance is missed by all of them with probability :math:`(1 - 1/N)^s`.  A
seed that stands there twice weighs twice in the machine, by the price of its slack.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._drawn_seeds import mean, same
from proofs_checks._identities import chain

Number: TypeAlias = Callable[[int, int], Fraction]


def distinct(size: int, seeds: int) -> Fraction:
    """Return the mean number of different seeds."""
    return size * (1 - (1 - Fraction(1, size)) ** seeds)


def compared(formula: Number, size: int, seeds: int) -> Finding:
    """Compare with all draws."""
    found = mean(size, seeds, lambda draw: len(set(draw)))
    return same(formula(size, seeds), found, f"{seeds} seeds of {size}")


def small_pools(formula: Number, rng: np.random.Generator) -> Finding:
    """Go through all draws from small pools."""
    del rng
    cases = ((n, s) for n in range(1, 6) for s in range(1, 5))
    return chain((compared(formula, *case) for case in cases), "all draws, N <= 5, s <= 4")


CLAIM: Claim[Number] = Claim(
    key="lectures/repeated-seeds",
    title="Seeds drawn with replacement are fewer",
    statement=(
        r"E[\text{different seeds}] = N \bigl(1 - (1 - \tfrac1N)^s\bigr), \quad N \le 5,\ s \le 4"
    ),
    plain=(
        "The notes' listing draws seeds with replacement: of ten from a pool of twenty about eight "
        "are different, by a formula checked on small pools."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that repeats are frequent in a large pool: of ten from ten thousand, .0045 are",
    source=Source(
        "lecturenotes",
        locator="Active SVM, listing",
        match="related",
        difference="the notes do not say that seeds may repeat; the number is derived",
    ),
    expected=Verdict.PROVED,
    formula=distinct,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            small_pools,
            scope="all draws of at most 4 seeds from pools of at most 5 instances",
            tier="normal",
        ),
    ),
    controls={
        "all are different": lambda n, s: Fraction(min(n, s)),
        "first order only": lambda n, s: s - Fraction(s * (s - 1), 2 * n),
        "one draw too many": lambda n, s: distinct(n, s + 1),
    },
)
