r"""How often the majority of an odd crowd is wrong, for any error rates.

Let :math:`E_j` be the sum over all j labelers of the product of their rates, and
:math:`m = (n + 1)/2`.  If n labelers err independently with rates :math:`e_i`,

.. math:: P(\text{the majority errs}) = \sum_{j = m}^{n} (-1)^{j - m} \binom{j-1}{m-1} E_j,

for three labelers :math:`e_1 e_2 + e_1 e_3 + e_2 e_3 - 2 e_1 e_2 e_3`.  Why: it is the
probability of at least m events of n, by inclusion and exclusion.  Both sides are affine
in each rate, so they are equal as soon as they are where every rate is 0 or 1.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import comb, prod
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Threshold
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.oracles.crowd import crowd
from proofs_checks._identities import chain, identical
from proofs_checks._votes import crowds, every, majority

Error: TypeAlias = Callable[[Sequence[Any]], Any]


def inclusion_exclusion(rates: Sequence[Any], steps: Callable[[int, int], int]) -> Any:
    """Return the alternating sum of symmetric functions, weighted by ``steps(j, m)``."""
    m = (len(rates) + 1) // 2
    sums = ((j, sum(map(prod, combinations(rates, j)))) for j in range(m, len(rates) + 1))
    return sum(((-1) ** (j - m) * steps(j, m) * total for j, total in sums), start=0)


def at_least_half(rates: Sequence[Any]) -> Any:
    """Return the probability that more than half of an odd crowd errs."""
    return inclusion_exclusion(rates, lambda j, m: comb(j - 1, m - 1))


def patterns(rates: Sequence[Any]) -> Any:
    """Return the sum over all patterns of right and wrong in which the wrong are more."""
    terms = (
        prod((e if v == -1 else 1 - e for v, e in zip(votes, rates, strict=True)), start=1)
        for votes in every(len(rates))
        if majority(votes, rates) == -1
    )
    return sum(terms, start=0)


def as_polynomials(formula: Error, rng: np.random.Generator) -> Finding:
    """Compare with the sum over all patterns, as polynomials in the rates."""
    del rng

    def step(n: int) -> Finding:
        rates = sp.symbols(f"e1:{n + 1}")
        there = {e: sp.Rational(1, i + 3) for i, e in enumerate(rates)}
        return identical(formula(rates), patterns(rates), there, f"{n} labelers")

    return chain(map(step, (1, 3, 5)), "all patterns of 1, 3 and 5 labelers")


def the_package_s_crowds(formula: Error, rng: np.random.Generator) -> Finding:
    """Compare with the Poisson-binomial law of the package's crowds."""
    del rng
    target = Threshold(Fraction(1, 2))
    certain = [rates for n in (1, 3, 5) for rates in product((Fraction(0), Fraction(1)), repeat=n)]
    for rates in [*certain, *crowds(3)]:
        claimed, computed = formula(rates), crowd(target, rates).majority_error()
        if claimed != computed:
            shown = ", ".join(map(str, rates))
            return fails(f"rates {shown}", claimed=claimed, computed=computed)
    return holds(f"{len(certain)} crowds with rates 0 and 1, and 56 of three labelers")


CLAIM: Claim[Error] = Claim(
    key="oracles/crowd/majority",
    title="Error of the majority of an odd crowd",
    statement=(
        r"P(\text{the majority errs}) = \sum_{j=m}^{n} (-1)^{j-m} \binom{j-1}{m-1} E_j(e),"
        r" \quad m = \tfrac{n+1}{2},\ n \in \{1, 3, 5\}"
    ),
    plain="How often one, three or five labelers of any quality err together, by majority.",
    relation="exact",
    assumptions=frozenset({"independent label flips"}),
    does_not_say="that the majority is better than its best member: it need not be",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=at_least_half,
    checks=(
        Check(Method.SYMBOLIC, as_polynomials, scope="n = 1, 3, 5, all rates", tier="normal"),
        Check(
            Method.EXHAUSTIVE,
            the_package_s_crowds,
            scope="n = 1, 3, 5 with rates 0 and 1, which decide what is affine in each rate; "
            "n = 3 with rates of a grid",
        ),
    ),
    controls={
        "exactly half and one": lambda rates: inclusion_exclusion(rates, comb),
        "inclusion without exclusion": lambda rates: inclusion_exclusion(
            rates, lambda j, m: int(j == m)
        ),
        "the sign forgotten": lambda rates: inclusion_exclusion(
            rates, lambda j, m: (-1) ** (j - m) * comb(j - 1, m - 1)
        ),
        "the mean rate": lambda rates: sum(rates) / sp.Integer(len(rates)),
    },
)
