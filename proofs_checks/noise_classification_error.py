r"""Under classification noise every error is an affine function of the distance.

If each label of :math:`h^*` is flipped with probability :math:`\eta`,

.. math:: \mathrm{err}(h) = \eta + (1 - 2 \eta) P(h \ne h^*).

Why: where h agrees with the target it errs if the label is flipped, elsewhere if it is
not.  So up to :math:`\eta = 1/2` the target stays best, with :math:`\nu = \eta`.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.oracles.classification_noise import classification_noise
from proofs_checks._identities import identical

Error: TypeAlias = Callable[[Any, Any], Any]

GRID = 6


def error(eta: Any, distance: Any) -> Any:
    """Return the error of a classifier at a distance from the target."""
    return eta + (1 - 2 * eta) * distance


def flipped_or_not(formula: Error, rng: np.random.Generator) -> Finding:
    """Sum over the two ways to err: agreeing with a flipped label, or not with an honest one."""
    del rng
    eta, agree, differ = sp.symbols("eta agree differ", nonnegative=True)
    ways = [
        (eta if flip else 1 - eta) * (differ if wrong else agree)
        for flip, wrong in product((False, True), repeat=2)
        if flip != wrong
    ]
    whole = sp.expand(sp.Add(*ways).subs(agree, 1 - differ))
    there = {eta: sp.Rational(1, 5), differ: sp.Rational(1, 3)}
    return identical(formula(eta, differ), whole, there, "eta P(h = h*) + (1 - eta) P(h != h*)")


def thresholds_on_a_grid(formula: Error, rng: np.random.Generator) -> Finding:
    """Compare with the errors of thresholds under the package's label law."""
    del rng
    thresholds, cases = Thresholds(), 0
    law, cuts = thresholds.law(), [Threshold(Fraction(k, GRID)) for k in range(GRID + 1)]
    for eta in (Fraction(0), Fraction(1, 10), Fraction(1, 3), Fraction(1, 2)):
        for target, h in product(cuts, repeat=2):
            computed = classification_noise(target, eta).error(h.positive, law)
            claimed = formula(eta, law.mass(thresholds.difference(h, target)))
            if claimed != computed:
                where = f"noise {eta}, target {target.cut}, threshold {h.cut}"
                return fails(where, claimed=claimed, computed=computed)
            cases += 1
    return holds(f"{cases} cases: a rate, a target and a threshold")


CLAIM: Claim[Error] = Claim(
    key="noise/classification/error",
    title="Error under classification noise",
    statement=r"\mathrm{err}(h) = \eta + (1 - 2\eta) P(h \ne h^*)",
    plain=(
        "Random flips raise the error of good classifiers and lower that of bad ones, in "
        "proportion; the order of all of them stays."
    ),
    relation="exact",
    assumptions=frozenset({"independent label flips"}),
    does_not_say="anything about flips whose probability depends on the instance",
    source=Source("angluin1988noisy"),
    expected=Verdict.PROVED,
    formula=error,
    checks=(
        Check(Method.SYMBOLIC, flipped_or_not, scope="every rate, every law, every classifier"),
        Check(
            Method.EXHAUSTIVE,
            thresholds_on_a_grid,
            scope="thresholds at multiples of 1/6",
            tier="normal",
        ),
    ),
    controls={
        "the noise is added": lambda eta, distance: eta + distance,
        "flips never help": lambda eta, distance: eta + (1 - eta) * distance,
        "the target is always right": lambda eta, distance: (1 - 2 * eta) * distance,
    },
)
