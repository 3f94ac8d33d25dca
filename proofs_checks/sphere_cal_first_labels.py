r"""CAL on the sphere asks for each of the first d instances, and not for all of the next.

CAL asks for an instance iff both its labels go with those of the n before.  Up to d instances
in general position are linearly independent, and labelings do not change under a linear map:
what the first of the d axes allow, all of them allow.  For n >= d it is enough to find n + 1
points in general position, one labeling of the first n and no choice for the last: nearby
points and targets make that a set of positive probability,

.. math:: P(\text{CAL asks for instance } n + 1) = 1 \iff n < d .

The sum of intrinsic volumes (:mod:`proofs_checks.sphere_query_chance`), which knows nothing of
this, gives the same.
"""

from collections.abc import Callable
from functools import cache
from math import comb
from typing import TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory._sphere_exact import exact_angle, in_powers_of_pi
from altheory.theory.sphere_version_space import expected_disagreement_sphere
from proofs_checks._sphere_integrals import moment
from proofs_checks._sphere_signs import curve, labelings

Asked: TypeAlias = Callable[[int], int]
MOST = 6


def dimension(d: int) -> int:
    """Return how many instances at the start are all asked for."""
    return d


@cache
def always_asked(d: int, n: int) -> bool:
    """Decide whether every labeling of n points leaves both labels of one more.

    The points are on the moment curve, where any d are independent; those of fewer than d are
    the first of d of them, which is any basis of space after a linear map.
    """
    rows = {row[: n + 1] for row in labelings(curve(d, max(d, n + 1)))}
    return all((*row[:-1], -row[-1]) in rows for row in rows)


def by_labelings(formula: Asked, rng: np.random.Generator) -> Finding:
    """Decide on all labelings where the next label is open for sure."""
    del rng
    for d in range(2, MOST + 1):
        sure = [n for n in range(1, d + 2) if always_asked(d, n)]
        if sure != list(range(1, formula(d))):
            return fails(f"d = {d}", claimed=f"n < {formula(d)}", computed=f"n in {sure}")
    return holds(f"d <= {MOST}, 1 <= n <= d + 1")


def volumes(d: int, n: int) -> object:
    """Return twice the volumes of even index, their angles by series and moments by parts."""
    terms = (
        in_powers_of_pi(exact_angle(d, j)) * comb(n, j) * moment(d, n - j)
        for j in range(d % 2, min(d - 2, n) + 1, 2)
    )
    return sp.expand(2 * sum(terms, sp.Integer(0)))


def exact_sums(formula: Asked, rng: np.random.Generator) -> Finding:
    """Decide which chances are 1, in powers of pi; what is left of 1 at n = d is enclosed."""
    del rng
    for d in range(2, MOST + 1):
        sure = [n for n in range(1, d + 2) if volumes(d, n) == 1]
        below = expected_disagreement_sphere(d, d).enclosure.less_than(1)
        if not below or sure != list(range(1, formula(d))):
            return fails(f"d = {d}", claimed=f"n < {formula(d)}", computed=f"n in {sure}")
    return holds(f"d <= {MOST}, 1 <= n <= d + 1")


CLAIM: Claim[Asked] = Claim(
    key="sphere/cal/first-labels",
    title="CAL asks for the first d instances",
    statement=(
        r"P(\text{CAL asks for instance } n + 1) = 1 \iff n < d,"
        r" \quad 2 \le d \le 6,\ 1 \le n \le d + 1"
    ),
    plain="In d = 2 to 6 dimensions CAL buys the first d labels for sure, and not the next two.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that d labels are enough, or that the next is rarely asked for",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=dimension,
    checks=(
        Check(Method.EXHAUSTIVE, by_labelings, scope="2 <= d <= 6, 1 <= n <= d + 1"),
        Check(
            Method.EXHAUSTIVE,
            exact_sums,
            scope="the general sum gives the same, 2 <= d <= 6, 1 <= n <= d + 1, in powers of pi",
            tier="normal",
        ),
    ),
    controls={
        "one less": lambda d: d - 1,
        "one more, as for affine separators": lambda d: d + 1,
        "twice as many": lambda d: 2 * d,
    },
)
