r"""The ledger's e-value against "at most p0" never has a mean above 1.

.. math:: e_n = \frac{\int_{p_0}^1 q^k (1 - q)^{n-k} \, dq}
                     {(1 - p_0) \, p_0^k (1 - p_0)^{n-k}}

satisfies :math:`e_0 = 1` and, for every :math:`p \le p_0`,

.. math:: p \, e_{n+1}(k + 1) + (1 - p) \, e_{n+1}(k) \le e_n(k),

with equality at :math:`p_0`.  The left side is linear in :math:`p`, so its values at
:math:`p = 0` and :math:`p = p_0` decide for all :math:`p` between them; then
:math:`\mathbb E_p[e_n] \le 1` by induction and Ville's inequality applies.
"""

from collections.abc import Callable
from fractions import Fraction
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from altheory.ledger.statistics import e_value

EValue: TypeAlias = Callable[[int, int, Fraction], Fraction]

NULLS = (Fraction(1, 20), Fraction(1, 2), Fraction(9, 10))
MOST = 12


def supermartingale(formula: EValue, rng: np.random.Generator) -> Finding:
    """Compare one more trial with none, at both ends of the null."""
    del rng
    for p0 in NULLS:
        if formula(0, 0, p0) != 1:
            return fails(f"p0={p0}: before any trial", claimed=1, computed=formula(0, 0, p0))
        for n in range(MOST):
            for k in range(n + 1):
                now, up, down = formula(k, n, p0), formula(k + 1, n + 1, p0), formula(k, n + 1, p0)
                if p0 * up + (1 - p0) * down != now or down > now:
                    return fails(f"k={k}, n={n}, p0={p0}: the mean at p0 or 0 is not right")
    seen = f"every k <= n < {MOST}, every p in [0, p0], p0 in {{1/20, 1/2, 9/10}}"
    return holds(seen, claimed="E[e'] <= e", computed="= at p0, <= at 0")


def mean_at_most_one(formula: EValue, rng: np.random.Generator) -> Finding:
    """Enumerate the counts: the mean is 1 at p0, and at most 1 at p0/2."""
    del rng
    for p0 in NULLS:
        for n in range(1, MOST + 1):
            at, below = (_mean(formula, n, p0, p) for p in (p0, p0 / 2))
            if at != 1 or below > 1:
                return fails(f"n={n}, p0={p0}", claimed="<= 1", computed=f"{at}, {below}")
    return holds(f"E[e_n] = 1 at p0 and <= 1 at p0/2, n <= {MOST}", claimed="<= 1", computed=1)


def _mean(formula: EValue, n: int, p0: Fraction, p: Fraction) -> Fraction:
    terms = (comb(n, k) * p**k * (1 - p) ** (n - k) * formula(k, n, p0) for k in range(n + 1))
    return sum(terms, Fraction(0))


def random_step(formula: EValue, rng: np.random.Generator) -> Finding:
    """Try one step at a random history, null and p below it."""
    n = int(rng.integers(60))
    k, p0 = int(rng.integers(n + 1)), Fraction(int(rng.integers(1, 50)), 50)
    p = p0 * Fraction(int(rng.integers(33)), 32)
    mean = p * formula(k + 1, n + 1, p0) + (1 - p) * formula(k, n + 1, p0)
    outcome = holds if mean <= formula(k, n, p0) else fails
    return outcome(
        f"k={k}, n={n}, p0={p0}, p={p}", claimed="no gain", computed=f"{float(mean):.6g}"
    )


def mixture_of_all(k: int, n: int, p0: Fraction) -> Fraction:
    """Return the ratio of the mixture over all coins, right for the point null only."""
    return 1 / ((n + 1) * comb(n, k) * p0**k * (1 - p0) ** (n - k))


def best_in_hindsight(k: int, n: int, p0: Fraction) -> Fraction:
    """Return the ratio of the best coin of at least p0."""
    q = max(p0, Fraction(k, n)) if n else p0
    return (q / p0) ** k * ((1 - q) / (1 - p0)) ** (n - k)


CLAIM: Claim[EValue] = Claim(
    key="statistics/e-process/supermartingale",
    title="The mixture e-value has mean at most 1 under every null",
    statement=r"\mathbb E_p[e_{n+1} \mid k, n] \le e_n \quad (p \le p_0), \quad e_0 = 1",
    plain=(
        "The evidence against a claimed probability does not grow on average while the claim is "
        "true, so it may be looked at after every trial."
    ),
    relation="upper",
    does_not_say="how soon it decides when the claim is false",
    source=Source("ville1939", match="related", difference="a mixture over [p0, 1]"),
    expected=Verdict.PROVED,
    formula=e_value,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            supermartingale,
            scope="every p in [0, p0], p0 in {1/20, 1/2, 9/10}, k <= n < 12",
        ),
        Check(
            Method.EXHAUSTIVE,
            mean_at_most_one,
            scope="n <= 12, p0 in {1/20, 1/2, 9/10}, p in {p0, p0/2}",
        ),
    ),
    controls={
        "mixture over all coins": mixture_of_all,
        "best coin in hindsight": best_in_hindsight,
        "not divided by 1 - p0": lambda k, n, p0: e_value(k, n, p0) * (1 - p0),
        "one success too many": lambda k, n, p0: e_value(min(k + 1, n), n, p0),
    },
    attack=random_step,
)
