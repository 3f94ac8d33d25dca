r"""Massart noise is Tsybakov noise of exponent one.

If :math:`|2 P(y = +1 \mid x) - 1| \ge \gamma` for almost every x, then

.. math:: \mathrm{err}(h) - \mathrm{err}(h^*) \ge \gamma P(h \ne h^*).

Why: differing from the Bayes classifier at x costs the margin there, at least
:math:`\gamma` for each unit of mass.  A bound that is at most the cost on every small
piece, and subadditive in the mass, is one on the whole.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.complexity.best import best_hypothesis
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from altheory.oracles.massart import massart
from altheory.spaces.finite import FiniteDistribution
from proofs_checks._small_classes import hypotheses

Bound: TypeAlias = Callable[[Any, Any], Any]

MARGINS = (Fraction(1, 4), Fraction(1, 2), Fraction(1))


def least_excess(gamma: Any, distance: Any) -> Any:
    """Return what a classifier at a distance errs more than the Bayes classifier, at least."""
    return gamma * distance


def piece_by_piece(formula: Bound, rng: np.random.Generator) -> Finding:
    """Prove the bound on a piece of constant margin, and that pieces may be added."""
    del rng
    gamma, mass, other = sp.symbols("gamma mass other", positive=True)
    slack = sp.Symbol("slack", nonnegative=True)
    room = sp.expand((gamma + slack) * mass - formula(gamma, mass))
    added = sp.expand(formula(gamma, mass) + formula(gamma, other) - formula(gamma, mass + other))
    there = {gamma: sp.Rational(1, 4), mass: sp.Rational(1, 4), other: sp.Rational(1, 4), slack: 0}
    for what, value in (("room on a piece", room), ("what adding loses", added)):
        if value.subs(there) < 0:
            return fails(f"{what} at {there}", claimed=">= 0", computed=value.subs(there))
        if not value.is_nonnegative:
            return unknown(f"sympy cannot sign {what}: {value}")
    return holds(f"room on a piece {room}, what adding loses {added}")


def every_noisy_region(formula: Bound, rng: np.random.Generator) -> Finding:
    """Compare with the errors of all classifiers on three points, all targets and regions."""
    del rng
    cube, law = FiniteClass(3, range(8)), FiniteDistribution([1, 2, 3])
    everyone = hypotheses(cube)
    tightest = Fraction(1)
    for gamma, target, where in product(MARGINS, everyone, everyone):
        labels = massart(target, gamma, where.positive)
        best = best_hypothesis(cube, labels, law)
        for h in everyone:
            excess = best.excess_error(h)
            claimed = formula(gamma, law.mass(cube.difference(h, target)))
            if not isinstance(excess, Fraction) or excess < claimed:
                where_ = f"margin {gamma} on {where.positive}, target {target}, classifier {h}"
                return fails(where_, claimed=f">= {claimed}", computed=excess)
            tightest = min(tightest, excess - claimed if h != target else tightest)
    return holds("all targets, regions and classifiers on 3 points", computed=tightest)


CLAIM: Claim[Bound] = Claim(
    key="noise/massart/excess-error",
    title="Massart noise implies Tsybakov's condition",
    statement=(
        r"|2p(x) - 1| \ge \gamma \text{ a.s.} \implies"
        r" \mathrm{err}(h) - \mathrm{err}(h^*) \ge \gamma P(h \ne h^*)"
    ),
    plain="If no label is nearly a fair coin, whoever errs little more than the best is near it.",
    relation="lower",
    does_not_say=(
        "the converse for the h of a class: for all classifiers it is true, but a small class may "
        "satisfy the inequality where some margin is below gamma"
    ),
    source=Source("massart2006risk"),
    expected=Verdict.PROVED,
    formula=least_excess,
    checks=(
        Check(Method.SYMBOLIC, piece_by_piece, scope="every margin, every sum of pieces"),
        Check(
            Method.EXHAUSTIVE,
            every_noisy_region,
            scope="3 points of weights 1, 2, 3, all targets, noisy regions and classifiers",
            tier="normal",
        ),
    ),
    controls={
        "the margin forgotten": lambda _gamma, distance: distance,
        "twice the margin": lambda gamma, distance: 2 * gamma * distance,
        "the noise taken for the margin": lambda gamma, distance: (1 + gamma) / 2 * distance,
    },
    uses=("noise/bayes/excess-error",),
)
