r"""The disagreement coefficient [hanneke2007bound]_ of half circles under the uniform law.

Half circles within :math:`r` of a target are an arc of :math:`r` turns and disagree on
mass :math:`m(r) = \min(2r, 1)`, so for every target and :math:`0 < r_0 < 1`

.. math:: \theta(r_0) = \sup_{r > r_0} \frac{m(r)}{r} = \min(2, 1/r_0),

which is 2 for all :math:`r_0 \le 1/2`.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.half_circle import CircleSeparator
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Coefficient: TypeAlias = Callable[[Fraction], Fraction]
GRID = 12


def two_or_less(r0: Fraction) -> Fraction:
    """Return the coefficient of any target."""
    return min(Fraction(2), 1 / r0)


@cache
def ratios(u: Fraction) -> list[Fraction]:
    """Return m(r)/r at the radii of the grid up to 1, beyond which m is 1."""
    of = CircleSeparators()
    balls = ((r, of.ball(CircleSeparator(u), r)) for r in (Fraction(k, GRID) for k in _STEPS))
    return [of.law().mass(ball.disagreement()) / r for r, ball in balls]


_STEPS = range(1, GRID + 1)


def balls_on_a_grid(formula: Coefficient, rng: np.random.Generator) -> Finding:
    """Compare with exact suprema over balls.

    Between neighboring radii of the grid m is linear, so m(r)/r is monotone: its
    supremum over r > r0 is the largest value on the grid from r0 on.
    """
    del rng
    targets = CircleSeparators().grid(4)
    for u in targets:
        for k in range(GRID - 1):
            r0, computed = Fraction(k + 1, GRID), max(ratios(u)[k:])
            package = CircleSeparators().disagreement_coefficient(CircleSeparator(u), r0)
            if package != computed:
                return fails(f"target {u}, radius {r0}: the package says {package}")
            if formula(r0) != computed:
                where = f"target {u}, radius {r0}"
                return fails(where, claimed=formula(r0), computed=computed)
    return holds(f"{len(targets) * (GRID - 1)} pairs of a target and a radius")


CLAIM: Claim[Coefficient] = Claim(
    key="classes/circle/disagreement-coefficient",
    title="Disagreement coefficient of half circles",
    statement=(
        r"\theta_u(r_0) = \min(2, 1/r_0), \quad u \in \{0, \tfrac14, \tfrac12, \tfrac34\},"
        r"\ r_0 \in \{\tfrac{1}{12}, \dots, \tfrac{11}{12}\}"
    ),
    plain="Half circles near any target disagree on twice their distance: for radii in twelfths.",
    relation="exact",
    assumptions=frozenset({"uniform law", "fixed target"}),
    does_not_say="the same of other laws: under one with an atom the coefficient may be less",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=two_or_less,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            balls_on_a_grid,
            scope="u multiples of 1/4, r0 multiples of 1/12 below 1",
        ),
    ),
    controls={
        "two at every radius": lambda _: Fraction(2),
        "a ball of half the length": lambda r0: min(Fraction(1), 1 / r0),
        "pi, rounded": lambda r0: min(Fraction(22, 7), 1 / r0),
    },
    uses=("circle/version-space/disagreement",),
)
