r"""Growth function and VC dimension of intervals.

On n distinct points inside the interval, intervals give

.. math:: \Pi(n) = \frac{n (n + 1)}{2} + 1

labelings: a run of plus signs from one point to another, or none.  Two points take
all four; of three the outer ones are never positive without the middle one.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.certificate import growth, vc_dimension
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._interval_grids import trace

Sizes: TypeAlias = Callable[[int], tuple[int, int]]
MOST = 6


def growth_and_vc(n: int) -> tuple[int, int]:
    """Return the number of labelings of n points, and the size of a shattered set."""
    return n * (n + 1) // 2 + 1, min(n, 2)


def all_labelings(formula: Sizes, rng: np.random.Generator) -> Finding:
    """Count the labelings, out of all 2^n, that leave some interval."""
    del rng
    for n in range(1, MOST + 1):
        computed = len(trace(n).hypotheses), trace(n).vc_dimension
        if formula(n) != computed:
            return fails(f"n={n}", claimed=formula(n), computed=computed)
    return holds(f"n <= {MOST}", claimed=formula(MOST), computed=(len(trace(MOST).hypotheses), 2))


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
    key="classes/intervals/growth",
    title="Growth function and VC dimension of intervals",
    statement=r"\Pi(n) = \frac{n (n + 1)}{2} + 1, \quad d_{\mathrm{VC}} = 2, \quad n \le 6",
    plain=(
        "Intervals label up to six points in n (n + 1) / 2 + 1 ways and shatter two points "
        "but no three."
    ),
    relation="exact",
    does_not_say="the same of intervals and their complements, which shatter three points",
    source=Source("blumer1989learnability", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=growth_and_vc,
    checks=(
        Check(Method.EXHAUSTIVE, all_labelings, scope="n <= 6, all 2^n labelings"),
        Check(Method.CERTIFICATE, enumerated_by_the_checker, scope="n <= 6"),
    ),
    controls={
        "forgets the empty interval": lambda n: (n * (n + 1) // 2, min(n, 2)),
        "both orientations": lambda n: (n * n - n + 2, min(n, 3)),
        "Sauer's bound of dimension three": lambda n: (
            1 + n + n * (n - 1) // 2 + n * (n - 1) * (n - 2) // 6,
            min(n, 2),
        ),
    },
)
