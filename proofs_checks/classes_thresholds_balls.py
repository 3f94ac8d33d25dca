r"""On which points the thresholds near a target disagree.

Under the uniform law :math:`P(h_a \ne h_b) = |a - b|`, so the ball of radius r around
:math:`h_t` holds the thresholds with cuts in [0, 1] within r of t.  Two of them differ
at x iff one cut is at most x and the other is above, hence

.. math:: \mathrm{DIS}(B(h_t, r)) = [t - \min(t, r),\ t + \min(1 - t, r)).

To each side the cuts go on until the radius or the interval ends, and that cut is
among them: the region is closed at its lower end.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown

# From the distances of the target to the ends, and the radius, to those of the region's ends.
Reach: TypeAlias = Callable[[Any, Any, Any], tuple[Any, Any]]
GRID = 12


def up_to_radius_or_end(left: Any, right: Any, r: Any) -> tuple[Any, Any]:
    """Return how far the region extends to the left and to the right of the target."""
    return sp.Min(left, r), sp.Min(right, r)


def orders() -> list[tuple[Any, Any, Any]]:
    """Return (left, right, r), r > 0, in each order of size, as sums of symbols.

    First no end is nearer than r, then one is, at a positive distance or at none,
    then none is farther.
    """
    a, b = sp.symbols("a b", nonnegative=True)
    c, d = sp.symbols("c d", positive=True)
    one_end = [(c, c + d + b, c + d), (sp.Integer(0), c + b, c)]
    both_ends = [(c, c + a, c + a + b), (sp.Integer(0), c, c + b)]
    sides = one_end + both_ends
    return [(c + a, c + b, c), *sides, *((right, left, r) for left, right, r in sides)]


def farthest_cuts(reach: Reach, rng: np.random.Generator) -> Finding:
    """Prove of each end that its cut is in the ball and that no cut beyond it is."""
    del rng
    for left, right, r in orders():
        for room, distance in zip((left, right), reach(left, right, r), strict=True):
            spare = [sp.simplify(limit - distance) for limit in (room, r)]
            where = f"left {left}, right {right}, r {r}: distance {distance}"
            if any(part.is_negative for part in spare):
                return fails(f"{where} leaves the ball or the interval")
            if all(part.is_positive for part in spare):
                return fails(f"{where} falls short of the ball and of the interval")
            if not all(part.is_nonnegative for part in spare) or sp.expand(spare[0] * spare[1]):
                return unknown(f"{where}: sympy cannot sign {spare}")
    return holds(f"{len(orders())} orders of the distances to the ends and the radius")


def cut_by_cut(reach: Reach, rng: np.random.Generator) -> Finding:
    """Compare with the ball of the package and with cuts and points on a finer grid."""
    del rng
    of, fine = Thresholds(), [Fraction(k, 2 * GRID) for k in range(2 * GRID + 1)]
    balls = [(Fraction(k, GRID), Fraction(j, GRID)) for k in range(GRID + 1) for j in range(1, 5)]
    for t, r in balls:
        left, right = (
            Fraction(str(d)) for d in reach(*(sp.Rational(str(x)) for x in (t, 1 - t, r)))
        )
        near = [a for a in fine if of.law().mass(of.difference(Threshold(a), Threshold(t))) <= r]
        split = [x for x in fine if min(near) <= x < max(near)]
        claimed = [x for x in fine if t - left <= x < t + right]
        region = of.ball(Threshold(t), r).disagreement()
        if not claimed == split == [x for x in fine if x in region]:
            return fails(f"target {t}, radius {r}", claimed=claimed[-1:], computed=split[-1:])
    return holds(f"{len(balls)} balls, cuts and points at the multiples of 1/{2 * GRID}")


CLAIM: Claim[Reach] = Claim(
    key="classes/thresholds/ball",
    title="The disagreement region of a ball of thresholds",
    statement=(
        r"\mathrm{DIS}(B(h_t, r)) = [t - \min(t, r),\ t + \min(1 - t, r)),"
        r" \quad t \in [0, 1],\ r > 0"
    ),
    plain="Thresholds within r of a target disagree up to r to each side, or up to the end.",
    relation="exact",
    assumptions=frozenset({"uniform law", "fixed target"}),
    does_not_say="the same under other laws, where r is a mass and not a length",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=up_to_radius_or_end,
    checks=(
        Check(Method.SYMBOLIC, farthest_cuts, scope="all t in [0, 1], all r > 0"),
        Check(
            Method.EXHAUSTIVE,
            cut_by_cut,
            scope="t and r multiples of 1/12, r <= 1/3, all points",
            tier="normal",
        ),
    ),
    controls={
        "forgets the ends of the interval": lambda *distances: (distances[2], distances[2]),
        "as far as the nearer end on both sides": lambda *distances: (
            sp.Min(*distances),
            sp.Min(*distances),
        ),
        "to the left only": lambda left, right, r: (sp.Min(left, r), 0 * right),
    },
)
