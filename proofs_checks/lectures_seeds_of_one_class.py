r"""Lecture notes: ten random seeds, and the machine is trained.

The listing of the active support vector machine draws its seeds with
``np.random.choice(len(X_pool), size=10)`` and fits at once.  With a share p of positive instances
all seeds have one label with probability

.. math:: p^s + (1 - p)^s ,

and then there is nothing to separate: the fit raises an error.  For p = 1/2 and s = 10 that is 1
run in 512, for p = 1/100 it is 9 runs in 10.
"""

from collections.abc import Callable
from fractions import Fraction
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._drawn_seeds import mean, same
from proofs_checks._identities import chain

Chance: TypeAlias = Callable[[int, int, int], Fraction]


def one_class(size: int, positive: int, seeds: int) -> Fraction:
    """Return the chance that all seeds have one label."""
    p = Fraction(positive, size)
    return p**seeds + (1 - p) ** seeds


def compared(formula: Chance, size: int, positive: int, seeds: int) -> Finding:
    """Compare with all draws from a pool of which the first instances are positive."""
    found = mean(size, seeds, lambda draw: len({i < positive for i in draw}) == 1)
    return same(formula(size, positive, seeds), found, f"{positive} of {size}, {seeds} seeds")


def small_pools(formula: Chance, rng: np.random.Generator) -> Finding:
    """Go through all draws from small pools."""
    del rng
    cases = ((n, k, s) for n in range(1, 5) for k in range(n + 1) for s in range(1, 5))
    return chain((compared(formula, *case) for case in cases), "all draws, N <= 4, s <= 4")


def without_replacement(size: int, positive: int, seeds: int) -> Fraction:
    """Return the chance for distinct seeds."""
    ways = comb(positive, seeds) + comb(size - positive, seeds)
    return Fraction(ways, max(comb(size, seeds), 1))


CLAIM: Claim[Chance] = Claim(
    key="lectures/seeds-of-one-class",
    title="Random seeds are often of one class",
    statement=(
        r"P(\text{all of } s \text{ seeds have one label}) = p^s + (1 - p)^s, \quad N \le 4,\ "
        r"s \le 4"
    ),
    plain=(
        "The notes' active support vector machine cannot begin where all its random seeds have one "
        "label: by the formula, which is checked on small pools, nine times in ten if one instance "
        "in a hundred is positive."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that more seeds are the only remedy: one may go on asking until both labels are there"
    ),
    source=Source(
        "lecturenotes",
        locator="Active SVM, listing",
        match="related",
        difference="the notes say nothing of this case; the chance is derived for their draws",
    ),
    expected=Verdict.PROVED,
    formula=one_class,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            small_pools,
            scope="all draws of at most 4 seeds from pools of at most 4 instances",
            tier="normal",
        ),
    ),
    controls={
        "seeds drawn without replacement": without_replacement,
        "no positive seed": lambda n, k, s: (1 - Fraction(k, n)) ** s,
        "it never happens": lambda *_: Fraction(0),
    },
)
