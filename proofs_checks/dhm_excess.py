r"""What the excess error of DHM's output does not exceed is the maximum of a parabola.

Let the output make :math:`v^2` errors and a best hypothesis :math:`u^2 \ge v^2`.  The inequality
bounds n times the excess error by

.. math:: \varphi(u) = v^2 - u^2 + b^2 + b (v + u),

of which the largest value is that at :math:`u = v` if :math:`v \ge b/2`, and otherwise the one
at :math:`u = b/2`:

.. math:: \varphi(v + s) = b^2 + 2 b v - s (s + 2 v - b), \qquad
          \varphi(\tfrac b2 + s) = v^2 + b v + \tfrac54 b^2 - s^2 .
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Thresholds
from altheory.learners._gaps import Gaps
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import chain, identical

# From v and b to the maximum if v >= b/2, and to that otherwise.
Largest: TypeAlias = Callable[[Any, Any], tuple[Any, Any]]

B, V, S = sp.symbols("b v s", positive=True)


def two_cases(v: Any, b: Any) -> tuple[Any, Any]:
    """Return the values at u = v and at u = b/2."""
    return b**2 + 2 * b * v, v**2 + b * v + 5 * b**2 / 4


def phi(u: Any, v: Any, b: Any) -> Any:
    """Return what the inequality says of a best hypothesis with u squared errors."""
    return v**2 - u**2 + b**2 + b * (v + u)


def completed_square(largest: Largest, rng: np.random.Generator) -> Finding:
    """Subtract what cannot be negative in each case."""
    del rng
    many, few = largest(V, B)
    at = {B: 3, V: 2, S: 5}
    steps = (
        identical(many - S * (S + 2 * V - B), phi(V + S, V, B), at, "the minimizer errs much"),
        identical(few - S**2, phi(B / 2 + S, V, B), at, "the minimizer errs little"),
    )
    return chain(steps, "s >= 0 and 2 v >= b; any s")


def on_integers(largest: Largest, rng: np.random.Generator) -> Finding:
    """Take the maximum over all squares of integers; for even b it lies among them."""
    del rng
    for b in range(2, 13, 2):
        for v in range(9):
            claimed = largest(Fraction(v), Fraction(b))[0 if 2 * v >= b else 1]
            computed = max(phi(u, v, b) for u in range(v, v + b + 1))
            if claimed != computed:
                return fails(f"v = {v}, b = {b}", claimed=claimed, computed=computed)
    return holds("v to 8, even b to 12")


def as_shipped(largest: Largest, rng: np.random.Generator) -> Finding:
    """Compare the package's bound for thresholds, which is rounded up, with both cases."""
    del rng
    gaps, n = Gaps(Thresholds(), Fraction(1, 20)), 2000
    b = gaps.slack(n)
    for v in range(0, 21, 4):
        claimed = min(1, largest(Fraction(v), b)[0 if 2 * v >= b else 1] / n)
        computed = gaps.excess(v * v, n)
        if abs(computed - claimed) > Fraction(1, 2**50):
            return fails(f"{v * v} errors", claimed=float(claimed), computed=float(computed))
    return holds("up to 400 errors of 2000")


CLAIM: Claim[Largest] = Claim(
    key="dhm/excess",
    title="What DHM's inequality says of the excess error of its output",
    statement=(
        r"\max_{u \ge v} \{v^2 - u^2 + b^2 + b (v + u)\} = b^2 + 2 b v \text{ if } v \ge"
        r" \tfrac b2, \quad v^2 + b v + \tfrac54 b^2 \text{ otherwise}"
    ),
    plain=(
        "The worst case is a best hypothesis with as few errors as the output, or with a quarter "
        "of b squared if the output has fewer than that."
    ),
    relation="exact",
    does_not_say="that a sharper inequality would not promise more",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=two_cases,
    checks=(
        Check(Method.SYMBOLIC, completed_square, scope="all b, v and s"),
        Check(Method.EXHAUSTIVE, on_integers, scope="v to 8, even b to 12"),
        Check(
            Method.EXHAUSTIVE,
            as_shipped,
            scope="the package, thresholds, n = 2000, squares up to 400 errors",
            tier="normal",
        ),
    ),
    controls={
        "as many errors in both cases": lambda v, b: (b**2 + 2 * b * v, b**2 + 2 * b * v),
        "one root": lambda v, b: (b**2 + b * v, v**2 + b * v + 5 * b**2 / 4),
        "no quarter": lambda v, b: (b**2 + 2 * b * v, v**2 + b * v + b**2),
    },
    uses=("dhm/gap-falls",),
)
