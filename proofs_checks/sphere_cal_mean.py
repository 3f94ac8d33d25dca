r"""CAL on the sphere: how many labels it buys on average, to six decimals.

The theorem for all dimensions is a series that knows the whole stream at once
(:mod:`altheory.theory.sphere_cal`).  In three and four dimensions the chances follow from
edges and facets too, by a recursion that loses a digit at every few steps; carried out with
12,000 bits in ball arithmetic and added up, it gives the same numbers.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.sphere_cal import cal_expected_queries
from proofs_checks._sphere_balls import mean

Table: TypeAlias = Mapping[tuple[int, int], str]
HALF_A_DIGIT = Fraction(1, 2 * 10**6)

TABLE: Table = MappingProxyType(
    {
        (3, 10): "7.499573",
        (3, 100): "18.467121",
        (3, 1000): "29.805418",
        (4, 10): "8.978533",
        (4, 100): "27.479799",
        (4, 1000): "47.184379",
    }
)


def recursion(longest: int) -> Callable[[Table, np.random.Generator], Finding]:
    """Return the check that adds the chances of the recursion, and consults the theorem too."""

    def added(formula: Table, rng: np.random.Generator) -> Finding:
        del rng
        short = [(d, n) for d, n in formula if n <= longest]
        for d, n in short:
            where, claimed, computed = f"d = {d}, n = {n}", Fraction(formula[d, n]), mean(d, n)
            if cal_expected_queries(d, n).enclosure.less_than(computed) is not None:
                return fails(f"{where}: the theorem says otherwise", computed=computed)
            off = computed - claimed
            if max(-off.lo, off.hi) > HALF_A_DIGIT:
                return fails(where, claimed=formula[d, n], computed=f"{float(computed):.9f}")
        return holds(f"{len(short)} means")

    added.__name__ = f"chances_of_{longest}_instances_added"
    return added


def changed(**by: float) -> Table:
    """Return the table with every number scaled and shifted."""
    scale, shift = by.get("scale", 1), by.get("shift", 0)
    return {key: f"{scale * float(value) + shift:.6f}" for key, value in TABLE.items()}


CLAIM: Claim[Table] = Claim(
    key="sphere/cal/expected-queries",
    title="CAL's labels on the sphere, in numbers",
    statement=(
        r"\mathbb E[Q_n] = 7.499573,\ 18.467121,\ 29.805418 \ (d = 3), \quad"
        r" 8.978533,\ 27.479799,\ 47.184379 \ (d = 4), \quad n = 10, 100, 1000"
    ),
    plain="Of 1000 instances CAL asks for 29.8 on average in three dimensions, 47.2 in four.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="how far the number of labels of a run is from its mean",
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=TABLE,
    checks=(
        Check(Method.ENCLOSURE, recursion(100), scope="d = 3, 4; n = 10, 100"),
        Check(
            Method.ENCLOSURE, recursion(1000), scope="d = 3, 4; n = 10, 100, 1000", tier="normal"
        ),
    ),
    controls={
        "the first label is free": changed(shift=-1),
        "off in the last digit": changed(shift=2e-6),
        "two percent more": changed(scale=1.02),
    },
    uses=("sphere/cal/three-dimensions", "sphere/cal/four-dimensions"),
)
