r"""What two more workers are worth to a majority.

Let workers err independently with the same chance e.  The majority of 2m + 1 is right more
often than that of 2m - 1 by

.. math:: \binom{2m - 1}{m} \bigl(e (1 - e)\bigr)^m (1 - 2 e),

so two more workers pay iff that, times what a right answer is worth, exceeds their price.  Why:
two votes matter only if the lead is one vote and both go against it.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import comb
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.play.workers import Workers, likelier
from proofs_checks._identities import chain, identical

Gain: TypeAlias = Callable[[int, Any], Any]

RATES = tuple(Fraction(k, 12) for k in range(13))


def gain(m: int, e: Any) -> Any:
    """Return how much more often the majority of two more is right."""
    return comb(2 * m - 1, m) * (e * (1 - e)) ** m * (1 - 2 * e)


def right(n: int, e: Any) -> Any:
    """Return how often the majority of an odd crowd is right, by the number of wrong votes."""
    few = range((n + 1) // 2)
    return sum((comb(n, k) * e**k * (1 - e) ** (n - k) for k in few), start=sp.Integer(0))


def as_polynomials(claimed: Gain, rng: np.random.Generator) -> Finding:
    """Compare with the difference of two binomial sums."""
    del rng
    e = sp.Symbol("e")
    at = {e: sp.Rational(1, 5)}
    steps = (
        identical(claimed(m, e), right(2 * m + 1, e) - right(2 * m - 1, e), at, f"m = {m}")
        for m in range(1, 5)
    )
    return chain(steps, "m = 1 to 4 as polynomials in e")


def answered(n: int) -> list[tuple[int, int]]:
    """Return, for all votes on a positive question, the wrong ones and the package's answer."""
    votes = np.array(list(product((-1, 1), repeat=n)), dtype=np.int8)
    crowd = Workers(int, tuple(Fraction(0) for _ in range(n)), rule="majority")
    answers = likelier(crowd.posteriors(votes))
    return list(zip((votes < 0).sum(axis=1).tolist(), answers, strict=True))


def the_package_s_crowds(claimed: Gain, rng: np.random.Generator) -> Finding:
    """Compare with the answers of the package to all votes."""
    del rng
    tables = {n: answered(n) for n in (1, 3, 5)}
    for m in (1, 2):
        for e in RATES:
            often = {
                n: sum((e**k * (1 - e) ** (n - k) for k, y in tables[n] if y > 0), Fraction(0))
                for n in (2 * m - 1, 2 * m + 1)
            }
            computed = often[2 * m + 1] - often[2 * m - 1]
            if claimed(m, e) != computed:
                where = f"{2 * m + 1} workers, rate {e}"
                return fails(where, claimed=claimed(m, e), computed=computed)
    return holds(f"all votes of 1, 3 and 5 workers, {len(RATES)} rates")


CLAIM: Claim[Gain] = Claim(
    key="play/crowd/majority-price",
    title="What two more workers are worth to a majority",
    statement=(
        r"P_{2m+1} - P_{2m-1} = \binom{2m-1}{m} \bigl(e (1-e)\bigr)^m (1-2e), \quad m \le 4"
    ),
    plain=(
        "Three workers who err one time in five are right 96 times in a thousand more often than "
        "one of them, and two more bring another 46; whether that pays is for prices to say."
    ),
    relation="exact",
    assumptions=frozenset({"independent label flips"}),
    does_not_say=(
        "that a crowd is cheaper than an expert, or anything of workers who differ: then a "
        "majority may be worse than its best member"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=gain,
    checks=(
        Check(Method.EXHAUSTIVE, the_package_s_crowds, scope="m = 1, 2, thirteen rates"),
        Check(Method.SYMBOLIC, as_polynomials, scope="m = 1, ..., 4, all rates", tier="normal"),
    ),
    controls={
        "a lead of one among all": lambda m, e: comb(2 * m, m) * (e * (1 - e)) ** m * (1 - 2 * e),
        "one of the two goes against it": lambda m, e: (
            comb(2 * m - 1, m) * (e * (1 - e)) ** m * (1 - e)
        ),
        "the first two only": lambda m, e: e * (1 - e) * (1 - 2 * e) / m,
    },
)
