r"""Growth function and VC dimension of half circles.

Turning a half circle changes the label of an instance when its boundary passes, twice
in a turn.  So n instances of which no two are equal or opposite take

.. math:: \Pi(n) = 2n

labelings, the number of Cover for the plane; two instances are shattered, three are not.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.certificate import growth, vc_dimension
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._circle_traces import MOST, trace

Sizes: TypeAlias = Callable[[int], tuple[int, int]]


def growth_and_vc(n: int) -> tuple[int, int]:
    """Return the number of labelings of n points, and the size of a shattered set."""
    return 2 * n, min(n, 2)


def counted(formula: Sizes, most: int) -> Finding:
    """Count the labelings, out of all 2^n, that leave some half circle."""
    for n in range(1, most + 1):
        computed = len(trace(n).hypotheses), trace(n).vc_dimension
        if formula(n) != computed:
            return fails(f"n={n}", claimed=formula(n), computed=computed)
    return holds(f"n <= {most}", claimed=formula(most), computed=(2 * most, 2))


def few_labelings(formula: Sizes, rng: np.random.Generator) -> Finding:
    """Count them on up to four points."""
    del rng
    return counted(formula, 4)


def all_labelings(formula: Sizes, rng: np.random.Generator) -> Finding:
    """Count them on all numbers of points."""
    del rng
    return counted(formula, MOST)


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
    key="classes/circle/growth",
    title="Growth function and VC dimension of half circles",
    statement=r"\Pi(n) = 2n, \quad d_{\mathrm{VC}} = 2, \quad 2 \le n \le 6",
    plain="Half circles label up to six points in 2n ways and shatter two points but no three.",
    relation="exact",
    does_not_say="the same of points two of which are equal or opposite: they have fewer labelings",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=growth_and_vc,
    checks=(
        Check(Method.EXHAUSTIVE, few_labelings, scope="n <= 4, all 2^n labelings"),
        Check(Method.EXHAUSTIVE, all_labelings, scope="n <= 6, all 2^n labelings", tier="normal"),
        Check(Method.CERTIFICATE, enumerated_by_the_checker, scope="n <= 6", tier="normal"),
    ),
    controls={
        "thresholds": lambda n: (n + 1, 1),
        "half-planes that need not pass through the origin": lambda n: (
            n * (n - 1) + 2,
            min(n, 3),
        ),
        "all labelings": lambda n: (2**n, n),
    },
)
