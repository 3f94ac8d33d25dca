r"""Differences from one fixed threshold deviate by no more than the pinned radius.

Under fair labels and a continuous law every difference of errors is 0, and the empirical ones are
two walks that leave the fixed threshold in either direction:

.. math:: P\Bigl(\max_k |S_k| > n r \text{ on one side or the other}\Bigr) \le \delta, \qquad
          r = \sqrt{2 \ln(8/\delta) / n} .

Their law is computed by one pass over all walks, for every division of the labels between the
sides.  The four chains cost something: at level 1/20 the walks leave a radius smaller by a third
with probability .07 only.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from math import floor
from typing import TypeAlias

import numpy as np

from altheory.bounds.dkw import dkw
from altheory.bounds.dkw_pinned import dkw_pinned
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Radius: TypeAlias = Callable[[int, Fraction], Fraction]

DELTAS = (Fraction(1, 2), Fraction(1, 20), Fraction(1, 100))


@cache
def stays(n: int, most: int) -> Fraction:
    """Return the chance that a fair walk of ``n`` steps stays within ``most`` of 0."""
    walks = {0: 1}
    for _ in range(n):
        step: dict[int, int] = {}
        for place, ways in walks.items():
            for there in (place - 1, place + 1):
                if abs(there) <= most:
                    step[there] = step.get(there, 0) + ways
        walks = step
    return Fraction(sum(walks.values()), 2**n)


def leaves(n: int, radius: Fraction) -> Fraction:
    """Return the chance that some difference deviates by more, at the worst division."""
    most = floor(n * radius)
    return 1 - min(stays(a, most) * stays(n - a, most) for a in range(n // 2 + 1))


def covered(radius: Radius, sizes: tuple[int, ...]) -> Finding:
    """Count the label sequences that leave the radius."""
    for n in sizes:
        for delta in DELTAS:
            chance = leaves(n, radius(n, delta))
            if chance > delta:
                shown = f"{float(chance):.4g}"
                return fails(f"n={n}, fair labels", claimed=f"<= {delta}", computed=shown)
    n, delta = sizes[-1], DELTAS[1]
    return holds(
        f"{len(sizes)} sizes up to {n}, every division, three levels; shown: delta={delta}",
        claimed=f"<= {float(delta)}",
        computed=f"{float(leaves(n, radius(n, delta))):.3g}",
    )


def few(radius: Radius, rng: np.random.Generator) -> Finding:
    """Take few labels."""
    del rng
    return covered(radius, (*range(1, 13), 20))


def more(radius: Radius, rng: np.random.Generator) -> Finding:
    """Take more labels."""
    del rng
    return covered(radius, (60, 100))


CLAIM: Claim[Radius] = Claim(
    key="bounds/dkw/pinned",
    title="Differences from one fixed threshold stay within the pinned radius",
    statement=(
        r"P\Bigl(\sup_t |\widehat{\mathrm{err}}(t) - \widehat{\mathrm{err}}(t^*)| > "
        r"\sqrt{2 \ln(8/\delta)/n}\Bigr) \le \delta \quad "
        r"(\text{fair labels},\ n \le 12,\ n = 20,\ \delta \in \{\tfrac12, \tfrac1{20}, "
        r"\tfrac1{100}\})"
    ),
    plain=(
        "With up to 12 or with 20 fair labels no threshold's number of errors differs from that of "
        "one fixed threshold by more than the pinned radius, but for the probability stated."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "continuous law", "fair coin labels"}),
    does_not_say="that fair labels are the worst law for deviations in both directions",
    source=Source("massart1990", match="special case", difference="four chains, fair labels"),
    expected=Verdict.PROVED,
    formula=lambda n, delta: dkw_pinned(n, delta).upper,
    checks=(
        Check(Method.EXHAUSTIVE, few, scope="all label sequences, n <= 12 and n = 20"),
        Check(Method.EXHAUSTIVE, more, scope="n in {60, 100}, three levels", tier="normal"),
    ),
    controls={
        "one chain": lambda n, delta: dkw(n, delta).upper,
        "half of the radius": lambda n, delta: dkw_pinned(n, delta).upper / 2,
        "two thirds of it": lambda n, delta: dkw_pinned(n, delta).upper * 2 / 3,
    },
)
