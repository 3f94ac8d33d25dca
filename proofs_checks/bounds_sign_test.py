r"""The interval of the sign test holds every median, whatever the law, and no narrower one does.

The interval runs from the k-th smallest of n values to the k-th largest, where k is the largest
rank with :math:`2 P(\mathrm{Bin}(n, \tfrac12) \le k - 1) \le \delta`.  It misses a median m if
fewer than k values are at most m, or fewer than k at least m.  Each value is at most m with
probability at least 1/2, so either has at most the probability of that binomial tail, atoms or
not; for a law without atoms they have just that.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.bounds.sign_test import sign_test
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Rank: TypeAlias = Callable[[int, Fraction], int]
Law: TypeAlias = tuple[int, int, int]

DELTAS = (Fraction(1, 2), Fraction(1, 8), Fraction(1, 20))
MOST, QUARTERS = 6, 4


def rank(n: int, delta: Fraction) -> int:
    """Return the rank of the shipped interval, 0 where it is the whole range."""
    return int(sign_test(range(1, n + 1), delta, high=n + 1).lower)


def laws() -> Iterator[Law]:
    """Yield the laws on 0, 1, 2 whose probabilities are quarters, in quarters."""
    for a, b in product(range(QUARTERS + 1), repeat=2):
        if a + b <= QUARTERS:
            yield a, b, QUARTERS - a - b


def medians(law: Law) -> list[int]:
    """Return the medians among 0, 1, 2."""
    return [
        m for m in range(3) if 2 * sum(law[: m + 1]) >= QUARTERS and 2 * sum(law[m:]) >= QUARTERS
    ]


def missed(law: Law, n: int, k: int, m: int) -> Fraction:
    """Return how likely m is below the k-th smallest of n values or above the k-th largest."""
    total = 0
    for a in range(n + 1):
        for b in range(n + 1 - a):
            counts = a, b, n - a - b
            if sum(counts[: m + 1]) < k or sum(counts[m:]) < k:
                ways = comb(n, a) * comb(n - a, b)
                total += ways * law[0] ** a * law[1] ** b * law[2] ** counts[2]
    return Fraction(total, QUARTERS**n)


def valid(formula: Rank, rng: np.random.Generator) -> Finding:
    """Go through all laws with atoms."""
    del rng
    for n, delta in product(range(1, MOST + 1), DELTAS):
        k = formula(n, delta)
        for law in laws():
            for m in medians(law):
                if (chance := missed(law, n, k, m)) > delta:
                    return fails(f"n={n}, law {law} / 4, median {m}", computed=f"{chance}")
    return holds(f"all medians of {len(list(laws()))} laws, n <= {MOST}")


def sharp(formula: Rank, rng: np.random.Generator) -> Finding:
    """Without atoms the k-th rank misses as rarely as it should, and the next too often."""
    del rng
    for n, delta in product(range(1, MOST + 1), DELTAS):
        k = formula(n, delta)
        below = [sum(signs) for signs in product((0, 1), repeat=n)]
        for at, allowed in ((k, True), (k + 1, False)):
            misses = sum(b < at or n - b < at for b in below)
            if (Fraction(misses, 2**n) <= delta) != allowed:
                return fails(f"n={n}, delta={delta}: rank {at} misses {misses} of {2**n} signs")
    return holds(f"all signs about the median, n <= {MOST}")


CLAIM: Claim[Rank] = Claim(
    key="bounds/sign-test/validity",
    title="The median lies between two order statistics, whatever the law",
    statement=(
        r"P(X_{(k)} \le m \le X_{(n+1-k)}) \ge 1 - \delta, \quad k = \max\{k : "
        r"2 P(\mathrm{Bin}(n, \tfrac12) < k) \le \delta\}, \quad n \le 6, \ "
        r"\delta \in \{\tfrac12, \tfrac18, \tfrac1{20}\}, \text{ laws of quarters on three points}"
    ),
    plain=(
        "From up to 6 independent values, at error probabilities 1/2, 1/8 and 1/20, the interval "
        "between the k-th smallest and the k-th largest misses no median of any law on three "
        "points, in quarters, more often than stated; for a law without atoms the next rank would."
    ),
    relation="upper",
    assumptions=frozenset({"fixed sample size"}),
    does_not_say=(
        "anything about a mean, or that an interval for each of several medians holds for all of "
        "them together; below 6 values nothing is said at 1/20"
    ),
    source=Source("thompson1936", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=rank,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            valid,
            scope="n <= 6, delta in {1/2, 1/8, 1/20}, 15 laws on three points in quarters",
        ),
        Check(
            Method.EXHAUSTIVE,
            sharp,
            scope="n <= 6, delta in {1/2, 1/8, 1/20}, all 2^n signs about the median",
        ),
    ),
    controls={
        "delta on each side": lambda n, delta: rank(n, min(2 * delta, Fraction(99, 100))),
        "one rank further in": lambda n, delta: rank(n, delta) + 1,
        "one value more": lambda n, delta: rank(n + 2, delta),
    },
)
