r"""Growth function and VC dimension of thresholds.

On n distinct points inside the interval thresholds give

.. math:: \Pi(n) = n + 1

labelings, minus signs first and plus signs from some point on; so one point is
shattered and two are not: the VC dimension is 1.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.certificate import growth, vc_dimension
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._threshold_traces import MOST, trace

Sizes: TypeAlias = Callable[[int], tuple[int, int]]


def growth_and_vc(n: int) -> tuple[int, int]:
    """Return the number of labelings of n points, and the size of a shattered set."""
    return n + 1, 1


def all_labelings(formula: Sizes, rng: np.random.Generator) -> Finding:
    """Count the labelings, out of all 2^n, that leave some threshold."""
    del rng
    for n in range(1, MOST + 1):
        computed = len(trace(n).hypotheses), trace(n).vc_dimension
        if formula(n) != computed:
            return fails(f"n={n}", claimed=formula(n), computed=computed)
    return holds(f"n <= {MOST}", claimed=formula(MOST), computed=(MOST + 1, 1))


def enumerated_by_the_checker(formula: Sizes, rng: np.random.Generator) -> Finding:
    """Let the checker count labelings and refute larger shattered sets."""
    del rng
    for n in range(1, MOST + 1):
        labelings, dimension = formula(n)
        table = trace(n).table()
        if not accepted(growth(table, n, labelings)):
            return fails(f"n={n}: the checker counts other than {labelings} labelings")
        if not accepted(vc_dimension(table, range(dimension))):
            return fails(f"n={n}: the checker finds another VC dimension than {dimension}")
    return holds(f"{2 * MOST} enumerations accepted")


CLAIM: Claim[Sizes] = Claim(
    key="classes/thresholds/growth",
    title="Growth function and VC dimension of thresholds",
    statement=r"\Pi(n) = n + 1, \quad d_{\mathrm{VC}} = 1, \quad n \le 7",
    plain="Thresholds label up to seven points in n + 1 ways and shatter one point but no two.",
    relation="exact",
    does_not_say="the same of thresholds of both orientations, which shatter two points",
    source=Source("blumer1989learnability", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=growth_and_vc,
    checks=(
        Check(Method.EXHAUSTIVE, all_labelings, scope="n <= 7, all 2^n labelings"),
        Check(Method.CERTIFICATE, enumerated_by_the_checker, scope="n <= 7"),
    ),
    controls={
        "forgets the cut past the last point": lambda n: (n, 1),
        "both orientations": lambda n: (2 * n, min(n, 2)),
        "all labelings": lambda n: (2**n, n),
    },
)
