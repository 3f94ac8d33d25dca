r"""Without a question, no set promises 1/2: it takes a coin, or a comb without end.

If nothing is known of an interval, an answer that is a union of some of N equal cells
errs by at least

.. math:: \frac{\lfloor N/2 \rfloor + 1}{N} > \frac12

on an interval of cells, or on the empty one; every other cell attains it.  So 1/2 is
approached by ever finer sets and attained by none of them, while a coin attains it.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Least: TypeAlias = Callable[[int], int]
MOST = 10


def least(cells: int) -> int:
    """Return floor(N/2) + 1."""
    return cells // 2 + 1


def best_set(cells: int) -> int:
    """Try every set of cells on every interval of cells and return the least worst error."""
    masks = np.arange(1 << cells)
    sets = (masks[:, None] >> np.arange(cells)) & 1
    until = np.concatenate([np.zeros((len(sets), 1), int), sets.cumsum(axis=1)], axis=1)
    errors = [
        until[:, -1] + (b - a) - 2 * (until[:, b] - until[:, a])
        for a in range(cells + 1)
        for b in range(a, cells + 1)
    ]
    return int(np.max(errors, axis=0).min())


def every_set(formula: Least, rng: np.random.Generator) -> Finding:
    """Compare with the best of all sets."""
    del rng
    for n in range(1, MOST + 1):
        if formula(n) != best_set(n):
            return fails(f"{n} cells", claimed=formula(n), computed=best_set(n))
    return holds(f"all sets of up to {MOST} cells", claimed=formula(MOST), computed=best_set(MOST))


CLAIM: Claim[Least] = Claim(
    key="lower/interval/empty-target/sets",
    title="No set of cells errs by 1/2 only",
    statement=(
        r"\min_{h \subseteq \{1, \dots, N\}} \max_I |h \mathbin\triangle I|"
        r" = \lfloor N/2 \rfloor + 1, \quad N \le 10"
    ),
    plain=(
        "A learner that has asked nothing about an interval and answers with a set of cells errs "
        "by more than 1/2 on some interval."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "finite domain"}),
    does_not_say="anything of sets that are not made of equal cells",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=least,
    checks=(Check(Method.EXHAUSTIVE, every_set, scope=f"N <= {MOST} cells, every set"),),
    controls={
        "half of the cells": lambda n: (n + 1) // 2,
        "one cell more than half, rounded up": lambda n: (n + 1) // 2 + 1,
        "all of them": lambda n: n,
    },
)
