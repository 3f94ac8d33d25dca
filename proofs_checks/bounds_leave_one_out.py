r"""Comparators that the sample proposes, judged by the other instances: no more errors than said.

From a best threshold a walk of labels leads away, and each instance on the way proposes a cut.
The labels before it decide: if :math:`k` of :math:`m` favor the new cut and

.. math:: P(\mathrm{Bin}(m, \tfrac12) \ge k) < \delta / n,

the best threshold is dropped.  Under fair labels the chance that this ever happens is a count of
walks, for every division of the labels between the two sides.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.bounds._binomial import exact_tail
from altheory.bounds.leave_one_out import leave_one_out
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

# Whether k of m others drop the fixed hypothesis, from k, m, n and delta.
Drops: TypeAlias = Callable[[int, int, int, Fraction], bool]

HALF = Fraction(1, 2)
DELTAS = (HALF, Fraction(1, 5), Fraction(1, 20))


def shipped(k: int, m: int, n: int, delta: Fraction) -> bool:
    """Return whether the bound of the package exceeds 1/2."""
    return leave_one_out(k, m, n, delta).lower > HALF


def at_level(share: Callable[[int], Fraction]) -> Drops:
    """Return the rule by the exact tail at a share of delta that depends on n."""

    def drops(k: int, m: int, n: int, delta: Fraction) -> bool:
        return exact_tail(m - k, m, HALF) <= delta * share(n)

    return drops


def stay(drops: Drops, steps: int, n: int, delta: Fraction) -> list[Fraction]:
    """Return the chances that no comparator drops, for sides of 0 up to ``steps`` labels."""
    walks, found = {0: 1}, [Fraction(1)]
    for m in range(steps):  # the next instance proposes, the m before it decide
        walks = {k: w for k, w in walks.items() if not drops(k, m, n, delta)}
        found.append(Fraction(sum(walks.values()), 2**m))
        grown = dict.fromkeys(walks, 0)
        for k, ways in walks.items():
            for to in (k, k + 1):
                grown[to] = grown.get(to, 0) + ways
        walks = grown
    return found


def covered(drops: Drops, sizes: tuple[int, ...]) -> Finding:
    """Count the label sequences that drop the best threshold."""
    for n in sizes:
        for delta in DELTAS:
            kept = stay(drops, n, n, delta)
            chance = 1 - min(kept[a] * kept[n - a] for a in range(n + 1))
            if chance > delta:
                shown = f"{float(chance):.4g}"
                return fails(f"n={n}, fair labels", claimed=f"<= {delta}", computed=shown)
    kept = stay(drops, sizes[-1], sizes[-1], DELTAS[1])
    return holds(
        f"{len(sizes)} sizes up to {sizes[-1]}, every division, three levels; shown: delta=1/5",
        claimed="<= 0.2",
        computed=f"{float(1 - kept[-1]):.3g}",
    )


def few(drops: Drops, rng: np.random.Generator) -> Finding:
    """Take few labels."""
    del rng
    return covered(drops, tuple(range(1, 7)))


def more(drops: Drops, rng: np.random.Generator) -> Finding:
    """Take more labels."""
    del rng
    return covered(drops, (7, 8, 16, 32))


def the_tail_itself(drops: Drops, rng: np.random.Generator) -> Finding:
    """Drop exactly where the tail is less than delta over n."""
    del rng
    for n in (2, 4, 6):
        for delta in DELTAS:
            for m in range(n):
                for k in range(m + 1):
                    due = _at_least(k, m) * n < delta
                    if drops(k, m, n, delta) != due:
                        return fails(f"k={k}, m={m}, n={n}, delta={delta}", claimed=not due)
    return holds("n in (2, 4, 6), every m < n and k <= m, three levels")


@cache
def _at_least(k: int, m: int) -> Fraction:
    return Fraction(sum(comb(m, j) for j in range(k, m + 1)), 2**m)


CLAIM: Claim[Drops] = Claim(
    key="bounds/leave-one-out/fair-labels",
    title="Comparators judged by the other instances drop a best threshold rarely",
    statement=(
        r"P\bigl(\exists j : P(\mathrm{Bin}(m_j, \tfrac12) \ge k_j) < \tfrac\delta n\bigr) \le "
        r"\delta \quad (\text{fair labels},\ n \le 6,\ \delta \in \{\tfrac12, \tfrac15, "
        r"\tfrac1{20}\})"
    ),
    plain=(
        "With up to 6 fair labels around a best threshold the comparators that the instances "
        "propose, judged by the labels before them, drop it no more often than stated."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "continuous law", "fair coin labels"}),
    does_not_say="that one share for each instance is needed: the tails overlap",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=shipped,
    checks=(
        Check(Method.EXHAUSTIVE, few, scope="all label sequences, n <= 6, every division"),
        Check(Method.EXHAUSTIVE, more, scope="n in {7, 8, 16, 32}, every division", tier="normal"),
        Check(Method.EXHAUSTIVE, the_tail_itself, scope="n in {2, 4, 6}, every m and k"),
    ),
    controls={
        "all of delta for each": at_level(lambda _: Fraction(1)),
        "half of delta for each": at_level(lambda _: HALF),
        "one comparator more": at_level(lambda n: Fraction(1, n + 1)),
    },
)
