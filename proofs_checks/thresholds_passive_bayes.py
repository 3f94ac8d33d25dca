r"""No passive learner of thresholds has mean error below 1/(2 (n + 2)).

For a uniform target the posterior after n labels is uniform on the version space, of
width W, and an output at distance u from its left end errs on average by

.. math:: \frac{u^2 + (W - u)^2}{2 W} \ge \frac W4, \qquad
    \frac{\mathbb E[W]}{4} = \frac{1}{2 (n + 2)},

with equality for the middle.  What no rule can beat on average over targets, none can
beat on its worst target.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.thresholds_passive import midpoint_expected_error
from proofs_checks._identities import identical
from proofs_checks.thresholds_width_uniform_target import survival

Least: TypeAlias = Callable[[Any], Any]


def least_error(n: Any) -> Any:
    """Return the least mean error."""
    return 1 / (2 * (n + 2))


def posterior(formula: Least, rng: np.random.Generator) -> Finding:
    """Complete the square: what an output costs beyond W/4, and then the mean of W."""
    del rng
    u, width, rest = sp.symbols("u width rest", positive=True)
    x = sp.Symbol("x", positive=True)
    n = sp.Symbol("n", integer=True, positive=True)
    at = {u: 1, width: 3, n: 2, rest: sp.Rational(1, 3)}
    left = sp.integrate(u - x, (x, 0, u))
    right = sp.integrate(x - u, (x, u, width))
    risk = identical(
        (left + right) / width - width / 4, (u - width / 2) ** 2 / width, at, "a square"
    )
    if risk.outcome.value != "holds":
        return risk
    # an antiderivative of P(W > w) in rest = 1 - w, so that E[W] is its rise from 0 to 1
    rise = (n + 1) * rest ** (n + 1) / (n + 1) - n * rest ** (n + 2) / (n + 2)
    primitive = identical(sp.diff(rise, rest), survival(n, 1 - rest), at, "antiderivative")
    if primitive.outcome.value != "holds":
        return primitive
    return identical(formula(n), rise.subs(rest, 1) / 4, at, "E[W]/4, all n and every rule")


def the_midpoint_attains_it(formula: Least, rng: np.random.Generator) -> Finding:
    """Average the midpoint rule's exact error over targets, a polynomial on each half."""
    del rng
    t = sp.Symbol("t", positive=True)
    for n in range(1, 5):
        p = n + 1
        error = (1 - t**p - (1 - t) ** p + (1 - 2 * t) ** p) / (2 * p)  # for t <= 1/2
        if sp.Rational(str(midpoint_expected_error(n, Fraction(1, 3)))) != error.subs(
            t, sp.Rational(1, 3)
        ):
            return fails(f"n = {n}: the package disagrees at t = 1/3")
        computed = 2 * sp.integrate(sp.expand(error), (t, 0, sp.Rational(1, 2)))
        if sp.sympify(formula(sp.Integer(n))) != computed:
            return fails(f"n = {n}", claimed=formula(sp.Integer(n)), computed=computed)
    return holds("the midpoint rule's mean for n <= 4")


CLAIM: Claim[Least] = Claim(
    key="thresholds/passive/bayes-error",
    title="The least mean error of passive learning",
    statement=(
        r"\inf_{\hat t} \sup_t \mathbb E_t |\hat t - t| \ge"
        r" \inf_{\hat t} \int_0^1 \mathbb E_t |\hat t - t|\, dt = \frac{1}{2 (n + 2)}"
    ),
    plain="Passive learning of thresholds needs about 1/(2 epsilon) labels, whatever the rule.",
    relation="lower",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "independent instances"}),
    does_not_say="that the worst target of the best rule has this error: it may be larger",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=least_error,
    checks=(
        Check(Method.SYMBOLIC, posterior, scope="all n >= 1, every rule"),
        Check(
            Method.SYMBOLIC,
            the_midpoint_attains_it,
            scope="the midpoint rule, n <= 4",
            tier="normal",
        ),
    ),
    controls={
        "the one-sided rule": lambda n: 1 / (n + 2),
        "one instance less": lambda n: 1 / (2 * (n + 1)),
        "a quarter of the largest gap": lambda n: 1 / (4 * (n + 2)),
    },
    uses=("thresholds/version-space/width/uniform-target",),
)
