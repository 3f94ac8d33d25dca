r"""What survives when only the region of disagreement is sampled: differences of errors.

Let :math:`D = \mathrm{DIS}(V)`, and :math:`\mathrm{err}_D` the error conditioned on D.
For all members h, g of V

.. math:: \mathrm{err}(h) - \mathrm{err}(g)
    = P(D) \bigl( \mathrm{err}_D(h) - \mathrm{err}_D(g) \bigr).

Why: outside D they say the same, so they err on the same labels, with the same
probability e:

.. math:: \mathrm{err}(h) = P(D) \, \mathrm{err}_D(h) + (1 - P(D)) \, e.

This is what lets an agnostic learner sample where it disagrees, and multiply by the mass
of what it sampled.
"""

from fractions import Fraction
from typing import Any

import numpy as np
import sympy as sp

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._conditioning import Rule, pairs
from proofs_checks._identities import identical


def difference(mass: Any, of_h: Any, of_g: Any, error_of_g: Any) -> Any:
    """Return the error of h from that of g and the difference on the region."""
    return error_of_g + mass * (of_h - of_g)


def error_inside(mass: Any, of_h: Any, of_g: Any, error_of_g: Any) -> Any:
    """Return the error of h as if nobody erred outside the region."""
    del of_g, error_of_g
    return mass * of_h


def refutation() -> Counterexample:
    """Show a version space of two rows that both err where they agree."""
    python = """\
from fractions import Fraction as F

rows, truth = ["++", "-+"], "+-"  # a version space on two points, and the labels
region = [x for x in range(2) if rows[0][x] != rows[1][x]]
mass = F(len(region), 2)
for h in rows:
    wrong = [x for x in range(2) if h[x] != truth[x]]
    error, inside = F(len(wrong), 2), F(len(set(wrong) & set(region)), len(region))
    assert error != mass * inside
"""
    half = Fraction(1, 2)
    names = {"error": half, "mass": half, "inside": Fraction(0)}
    return Counterexample(arithmetic("error", "!=", ("*", "mass", "inside"), names), python)


def every_pair(formula: Rule, rng: np.random.Generator) -> Finding:
    """Compare with the error of one member, for every other, of every version space."""
    del rng
    cases = 0
    for pair in pairs():
        claimed = formula(pair.mass, *pair.inside, pair.whole[1])
        if claimed != pair.whole[0]:
            witness = refutation() if formula is error_inside else None
            return fails(pair.text, claimed=claimed, computed=pair.whole[0], counterexample=witness)
        cases += 1
    return holds(f"{cases} cases: a region, two members, a label law")


def inside_and_outside(formula: Rule, rng: np.random.Generator) -> Finding:
    """Split both errors into what is inside and what is outside, where they are one."""
    del rng
    mass, of_h, of_g, outside = sp.symbols("mass of_h of_g outside", nonnegative=True)
    error_of_h, error_of_g = (mass * inside + (1 - mass) * outside for inside in (of_h, of_g))
    values = map(sp.Rational, ("1/3", "1/2", "1/5", "1/7"))
    at = dict(zip((mass, of_h, of_g, outside), values, strict=True))
    claimed = formula(mass, of_h, of_g, error_of_g)
    return identical(claimed, error_of_h, at, "errors inside, and the same errors outside")


CHECKS: tuple[Check[Rule], ...] = (
    Check(
        Method.EXHAUSTIVE,
        every_pair,
        scope="every version space on at most 3 points of weights 1, 2, 4, every two members, "
        "labels without noise (which decide, as both sides are linear in the label law)",
        tier="normal",
    ),
)

CLAIM: Claim[Rule] = Claim(
    key="noise/conditioning/differences",
    title="Differences of errors survive conditioning on the region of disagreement",
    statement=(
        r"\mathrm{err}(h) - \mathrm{err}(g) = P(D) (\mathrm{err}_D(h) - \mathrm{err}_D(g)),"
        r" \quad h, g \in V,\ D = \mathrm{DIS}(V),\ P(D) > 0"
    ),
    plain=(
        "To compare the remaining hypotheses it is enough to label where they disagree, and to "
        "multiply by the mass of that region."
    ),
    relation="identity",
    does_not_say="what the errors are, or anything of hypotheses outside the version space",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=difference,
    checks=(
        Check(
            Method.SYMBOLIC,
            inside_and_outside,
            scope="every domain and law: all masses, errors inside and errors outside",
        ),
        *CHECKS,
    ),
    controls={
        "the mass forgotten": lambda _mass, of_h, of_g, error: error + of_h - of_g,
        "the mass of a smaller region": lambda mass, of_h, of_g, error: (
            error + mass * mass * (of_h - of_g)
        ),
        "errors instead of differences": lambda mass, of_h, _of_g, _error: mass * of_h,
        "members err alike": lambda _mass, _of_h, _of_g, error: error,
    },
)
