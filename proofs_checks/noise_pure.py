r"""At pure noise every classifier errs on one half, and no learner can be wrong.

If labels are fair coins whatever the instance, then for every h and every law

.. math:: \mathrm{err}(h) = \tfrac12.

So :math:`\nu = 1/2`, all hypotheses of every class are best, and a learner that drops
any of them drops a best one: there false alarms of elimination rules show.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.oracles.pure_noise import pure_noise
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from proofs_checks._identities import identical

Error: TypeAlias = Callable[[Any], Any]

POINTS = 6


def one_half(mass: Any) -> Any:
    """Return the error of a classifier that says +1 on a given mass."""
    del mass
    return sp.Rational(1, 2)


def both_labels(formula: Error, rng: np.random.Generator) -> Finding:
    """Add the coins that fall - where it says + to those that fall + where it says -."""
    del rng
    mass, coin = sp.Symbol("mass", nonnegative=True), sp.Rational(1, 2)
    errors = (1 - coin) * mass + coin * (1 - mass)
    return identical(formula(mass), errors, {mass: sp.Rational(1, 3)}, "p(1 - mass) + (1 - p)mass")


def every_classifier(formula: Error, rng: np.random.Generator) -> Finding:
    """Compare with the errors of all classifiers on six points of unequal weights."""
    del rng
    law = FiniteDistribution(range(1, POINTS + 1))
    labels = pure_noise(FiniteRegion(POINTS, (1 << POINTS) - 1))
    for mask in range(1 << POINTS):
        h = FiniteRegion(POINTS, mask)
        computed, claimed = labels.error(h, law), formula(sp.Rational(str(law.mass(h))))
        if Fraction(str(claimed)) != computed:
            return fails(f"+ on {h}", claimed=claimed, computed=computed)
    return holds(f"{1 << POINTS} classifiers on {POINTS} points")


CLAIM: Claim[Error] = Claim(
    key="noise/pure/every-classifier",
    title="At pure noise every classifier errs on one half",
    statement=r"P(y = +1 \mid x) = \tfrac12 \ \forall x \implies \mathrm{err}(h) = \tfrac12",
    plain="Nobody predicts fair coins better or worse than anybody else.",
    relation="exact",
    assumptions=frozenset({"fair coin labels"}),
    does_not_say="that the error on a finite sample is one half: there some hypothesis looks good",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=one_half,
    checks=(
        Check(Method.SYMBOLIC, both_labels, scope="every mass that is labeled +1"),
        Check(Method.EXHAUSTIVE, every_classifier, scope="6 points of weights 1 to 6"),
    ),
    controls={
        "the rarer label is safer": lambda mass: sp.Min(mass, 1 - mass),
        "the mass labeled +1": lambda mass: mass,
        "half of that mass": lambda mass: mass / 2,
    },
)
