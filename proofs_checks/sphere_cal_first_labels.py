r"""CAL on the sphere asks for each of the first d instances, and not for all of the next.

Fewer than d signed examples in general position are linearly independent and span no
further instance, so neither x nor -x is in their cone:

.. math:: P(\text{CAL asks for instance } n + 1) = 1 \iff n < d .

The sum of intrinsic volumes, which knows nothing of this, gives the same.
"""

from collections.abc import Callable
from math import comb
from typing import TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory._sphere_exact import exact_angle, in_powers_of_pi
from altheory.theory.sphere_version_space import expected_disagreement_sphere
from proofs_checks._sphere_integrals import moment

Asked: TypeAlias = Callable[[int], int]
MOST = 6


def dimension(d: int) -> int:
    """Return how many instances at the start are all asked for."""
    return d


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
        r"P(\text{CAL asks for instance } n + 1) = 1 \iff n < d, \quad 2 \le d \le 6,\ n \le d + 1"
    ),
    plain="In d dimensions CAL buys exactly the first d labels for sure.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that d labels are enough, or that the next is rarely asked for",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=dimension,
    checks=(
        Check(Method.EXHAUSTIVE, exact_sums, scope="2 <= d <= 6, 1 <= n <= d + 1, in powers of pi"),
    ),
    controls={
        "one less": lambda d: d - 1,
        "one more, as for affine separators": lambda d: d + 1,
        "twice as many": lambda d: 2 * d,
    },
    uses=("sphere/version-space/gauss-bonnet",),
)
