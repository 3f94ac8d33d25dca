r"""CAL on thresholds: the full law of the number of questions for a uniform target.

With independent coins :math:`\xi_k` of bias :math:`2/(k + 1)`

.. math:: Q_n = \xi_1 + \dots + \xi_n, \qquad
    P(Q_n = q) = \frac{2^q\, c(n, q)}{(n + 1)!}, \qquad \mathbb E[Q_n] = 2 (H_{n+1} - 1),

where c(n, q) are the unsigned Stirling numbers of the first kind.  Why: the k-th
instance is asked for iff its rank among the k instances and the target is next to
the target's, which 2 of the k + 1 gaps are, whatever happened before.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from altheory.theory.thresholds_cal import cal_query_law_thresholds
from proofs_checks._threshold_orders import law

Law: TypeAlias = Callable[[int], tuple[Fraction, ...]]
LARGEST = 6


def coins(chance: Callable[[int], Fraction]) -> Law:
    """Return the law of the sum of independent coins of bias ``chance(k)``, k = 1, ..., n."""

    def total(n: int) -> tuple[Fraction, ...]:
        masses = [Fraction(1)]
        for k in range(1, n + 1):
            p = chance(k)
            up, stay = [Fraction(0), *(p * m for m in masses)], [(1 - p) * m for m in masses]
            masses = [a + b for a, b in zip(up, [*stay, Fraction(0)], strict=True)]
        return tuple(masses)

    return total


def every_order(formula: Law, rng: np.random.Generator) -> Finding:
    """Compare with the real CAL on all (n + 1)! orders of instances and target."""
    del rng
    for n in range(LARGEST + 1):
        claimed, computed = formula(n), law(n)
        if claimed != computed:
            return fails(f"{n} instances", claimed=shown(claimed), computed=shown(computed))
    mean = sum((q * p for q, p in enumerate(law(LARGEST))), Fraction(0))
    return holds(f"n <= {LARGEST}; the mean of the last is {mean}")


def coins_give_it(formula: Law, rng: np.random.Generator) -> Finding:
    """Compare with the sum of independent coins, convolved in fractions."""
    del rng
    independent = coins(lambda k: Fraction(2, k + 1))
    for n in (0, 1, 2, 10, 30):
        if formula(n) != independent(n):
            return fails(f"{n} coins", claimed=shown(formula(n)), computed=shown(independent(n)))
    return holds("the sum of 0, 1, 2, 10 and 30 coins")


def shown(masses: tuple[Fraction, ...]) -> str:
    """Return a law in one line."""
    return " ".join(map(str, masses))


CLAIM: Claim[Law] = Claim(
    key="thresholds/cal/law/uniform-target",
    title="Law of CAL's questions, uniform target",
    statement=(
        r"P(Q_n = q) = \frac{2^q c(n, q)}{(n + 1)!}, \quad"
        r" \mathbb E[Q_n] = 2 (H_{n+1} - 1), \quad n \le 6"
    ),
    plain="CAL's questions are independent coins, the k-th of bias 2/(k + 1).",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "independent instances"}),
    does_not_say="that the questions are independent for a fixed target: they are not",
    source=Source("cohn1994improving", match="derived"),
    expected=Verdict.PROVED,
    formula=cal_query_law_thresholds,
    checks=(
        Check(Method.EXHAUSTIVE, every_order, scope="all (n + 1)! orders, n <= 6"),
        Check(Method.EXHAUSTIVE, coins_give_it, scope="n in {0, 1, 2, 10, 30}"),
    ),
    controls={
        "one neighbor instead of two": coins(lambda k: Fraction(1, k + 1)),
        "forgets the target among the ranks": coins(lambda k: Fraction(2, k + (k == 1))),
        "each end of the domain is one more neighbor": coins(lambda k: Fraction(2, k + 3)),
    },
)
