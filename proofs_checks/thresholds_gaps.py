r"""The gaps that n uniform instances leave beside a target.

With :math:`A` and :math:`B` the distances from the target :math:`t` to the nearest
instance on the left and right, cut off at the ends,

.. math:: P(A > a,\, B > b) = (1 - a - b)^n, \qquad 0 \le a < t,\ 0 \le b < 1 - t.

Why: the event says that no instance falls between :math:`t - a` and :math:`t + b`,
which each avoids with chance :math:`1 - a - b`, independently.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._cells import longer
from proofs_checks._identities import identical

Survival: TypeAlias = Callable[[Any, Any, Any], Any]
CELLS, MOST = 5, 3


def survival(n: Any, a: Any, b: Any) -> Any:
    """Return the chance that the gaps are longer than ``a`` and ``b``."""
    return (1 - a - b) ** n


def one_more_instance(formula: Survival, rng: np.random.Generator) -> Finding:
    """Argue by induction: no instance is certain, and each misses with chance 1 - a - b."""
    del rng
    a, missed = sp.symbols("a missed", positive=True)
    b = 1 - a - missed  # so that powers of 1 - a - b are those of a positive symbol
    n = sp.Symbol("n", integer=True, nonnegative=True)
    at = {n: 2, a: sp.Rational(1, 5), missed: sp.Rational(1, 7)}
    start = identical(formula(sp.Integer(0), a, b), 1, at, "no instance")
    if start.outcome.value != "holds":
        return start
    step = missed * formula(n, a, b)
    return identical(formula(n + 1, a, b), step, at, "induction on n, all a and b")


def every_placement(formula: Survival, rng: np.random.Generator) -> Finding:
    """Count placements of instances into cells, with the real version space."""
    del rng
    cases = 0
    for n in range(MOST + 1):
        for edge in range(1, CELLS):
            for a in range(edge):
                for b in range(CELLS - edge):
                    claimed = formula(n, Fraction(a, CELLS), Fraction(b, CELLS))
                    computed = longer(n, CELLS, edge, a, b)
                    if claimed != computed:
                        where = f"n = {n}, t = {edge}/{CELLS}, a = {a}/{CELLS}, b = {b}/{CELLS}"
                        return fails(where, claimed=claimed, computed=computed)
                    cases += 1
    return holds(f"{cases} cases of n, t, a and b over all placements")


CLAIM: Claim[Survival] = Claim(
    key="thresholds/version-space/gaps",
    title="Law of the gaps beside the target",
    statement=r"P(A > a, B > b) = (1 - a - b)^n, \quad a < t,\ b < 1 - t",
    plain="The version space is wide only if all instances miss an interval around the target.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that the two gaps are independent: they are not",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=survival,
    checks=(
        Check(Method.SYMBOLIC, one_more_instance, scope="all n, a < t and b < 1 - t"),
        Check(
            Method.EXHAUSTIVE,
            every_placement,
            scope="n <= 3, t, a and b multiples of 1/5, all placements",
            tier="normal",
        ),
    ),
    controls={
        "independent gaps": lambda n, a, b: (1 - a) ** n * (1 - b) ** n,
        "one instance more": lambda n, a, b: (1 - a - b) ** (n + 1),
        "one side only": lambda n, a, b: (1 - a) ** n + 0 * b,
    },
)
