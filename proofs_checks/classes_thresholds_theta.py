r"""The disagreement coefficient [hanneke2007bound]_ of thresholds under the uniform law.

With :math:`m(r) = P(\mathrm{DIS}(B(h_t, r)))`, for :math:`t \in [0, 1]`, :math:`r_0 > 0`,

.. math:: \theta_t(r_0) = \sup_{r > r_0} \frac{m(r)}{r}
    = \frac{\min(t, r_0) + \min(1 - t, r_0)}{r_0}.

Why: the members of a ball disagree from its lowest cut to its highest.  As r grows,
:math:`m(r)/r` goes through the pieces 2, :math:`1 + s/r` and :math:`1/r` with
:math:`s = \min(t, 1 - t)` and never increases: the supremum is the limit at
:math:`r_0`.  It is 2 only up to the radius s.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.certificate import arithmetic
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds, unknown
from proofs_checks.classes_thresholds_balls import orders

Coefficient: TypeAlias = Callable[[Any, Any, Any], Any]
GRID = 12


def theta(left: Any, right: Any, r0: Any) -> Any:
    """Return the coefficient of a target with ``left`` and ``right`` of it to the ends."""
    return (sp.Min(left, r0) + sp.Min(right, r0)) / r0


def slopes() -> list[Any]:
    """Return the slope of m(r)/r on each piece, where m is 2r, r + s or the whole."""
    left, right = sp.symbols("left right", nonnegative=True)
    r = sp.symbols("r", positive=True)
    masses = (2 * r, left + r, r + right, left + right)
    return [sp.simplify(sp.diff(mass / r, r)) for mass in masses]


def limit_of_a_falling_ratio(formula: Coefficient, rng: np.random.Generator) -> Finding:
    """Compare with m(r0)/r0, the supremum of a ratio that never increases."""
    del rng
    signs = [slope.is_nonpositive for slope in slopes()]
    if None in signs:
        return unknown(f"sympy cannot sign every slope: {slopes()}")
    if not all(signs):
        return fails(f"m(r)/r increases somewhere: {slopes()}")
    for left, right, r in orders():
        highest, lowest = sp.Min(left + r, left + right), sp.Max(left - r, 0)
        claimed, computed = formula(left, right, r), (highest - lowest) / r
        if sp.simplify(claimed - computed) != 0:
            where = f"left {left}, right {right}, r0 {r}"
            return fails(where, claimed=claimed, computed=computed)
    return holds(f"slopes of m(r)/r by piece: {slopes()}; its limit at r0 is the formula")


def mass_of_the_ball(t: Fraction, r: Fraction) -> Fraction:
    """Return P(DIS(B(h_t, r))) from the objects of the package."""
    thresholds = Thresholds()
    return thresholds.law().mass(thresholds.ball(Threshold(t), r).disagreement())


def ratios(t: Fraction) -> list[Fraction]:
    """Return m(r)/r at the radii of the grid up to 1, beyond which m is 1."""
    radii = (Fraction(k, GRID) for k in range(1, GRID + 1))
    return [mass_of_the_ball(t, r) / r for r in radii]


def refutation(t: Fraction, r0: Fraction, claimed: Fraction) -> Counterexample:
    """Show the ball whose region of disagreement has another mass than claimed."""
    low, high = max(t - r0, Fraction(0)), min(t + r0, Fraction(1))
    names = {"low": low, "high": high, "r": r0, "claimed": claimed}
    python = f"""\
from fractions import Fraction as F

t, r0, claimed = F("{t}"), F("{r0}"), F("{claimed}")


def ratio(r):  # the cuts within r of t disagree on [low, high)
    low, high = max(t - r, 0), min(t + r, 1)
    return (high - low) / r


# the ratio never increases, so its supremum over r > r0 is its limit at r0
ratios = [ratio(r0 + (1 - r0) * F(k, 100)) for k in range(101)]
assert ratios == sorted(ratios, reverse=True) and ratios[0] != claimed
"""
    return Counterexample(
        arithmetic(("/", ("-", "high", "low"), "r"), "!=", "claimed", names), python
    )


def balls_on_a_grid(formula: Coefficient, rng: np.random.Generator) -> Finding:
    """Compare with exact suprema over balls, the targets 0 and 1 included.

    Between neighboring radii of the grid m is linear, so m(r)/r is monotone: its
    supremum over r > r0 is the largest value on the grid from r0 on.
    """
    del rng
    for t in (Fraction(k, GRID) for k in range(GRID + 1)):
        values = ratios(t)
        for k in range(GRID):
            r0, computed = Fraction(k + 1, GRID), max(values[k:])
            claimed = Fraction(str(formula(*(sp.Rational(str(x)) for x in (t, 1 - t, r0)))))
            if claimed != computed:
                return fails(
                    f"target {t}, radius {r0}",
                    claimed=claimed,
                    computed=computed,
                    counterexample=refutation(t, r0, claimed),
                )
    return holds(f"{(GRID + 1) * GRID} pairs of a target and a radius")


CHECKS: tuple[Check[Coefficient], ...] = (
    Check(
        Method.SYMBOLIC,
        limit_of_a_falling_ratio,
        scope="all t in [0, 1], all r0 > 0",
        tier="normal",
    ),
    Check(Method.EXHAUSTIVE, balls_on_a_grid, scope="t and r0 multiples of 1/12, t = 0 and 1 too"),
)

CLAIM: Claim[Coefficient] = Claim(
    key="classes/thresholds/disagreement-coefficient",
    title="Disagreement coefficient of thresholds",
    statement=(
        r"\theta_t(r_0) = \frac{\min(t, r_0) + \min(1 - t, r_0)}{r_0},"
        r" \quad t \in [0, 1],\ r_0 > 0"
    ),
    plain="Thresholds near the target disagree on at most twice their distance from it.",
    relation="exact",
    assumptions=frozenset({"uniform law", "fixed target"}),
    does_not_say="that the coefficient is 2 for targets nearer to an end than r0",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=theta,
    checks=CHECKS,
    controls={
        "forgets the ends of the interval": lambda *_: sp.Integer(2),
        "one side only": lambda left, _, r0: sp.Min(left, r0) / r0,
        "the nearer end counts twice": lambda left, right, r0: 2 * sp.Min(left, right, r0) / r0,
    },
    uses=("classes/thresholds/ball",),
)
