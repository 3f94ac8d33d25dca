r"""How much a threshold errs under the Tsybakov noise of the simulator.

Labels follow :math:`P(y = +1 \mid x) = 1/2 + \mathrm{sign}(x - t) |x - t|^{\kappa - 1}` as
long as the power is at most 1/2.  Then, for thresholds at a distance :math:`\delta =
|s - t| = P(h_s \ne h_t)` with :math:`\delta^{\kappa - 1} \le 1/2` under the uniform law,

.. math:: \mathrm{err}(h_s) - \mathrm{err}(h_t) = \frac{2 \delta^\kappa}{\kappa}.

Why: between the cuts it costs twice the distance to the power :math:`\kappa - 1`.  So
Tsybakov's condition holds with the exponent :math:`1/\kappa` and no larger one.
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
from altheory.oracles.tsybakov import tsybakov
from proofs_checks._identities import identical

Excess: TypeAlias = Callable[[Any, Any], Any]

GRID = 8


def excess(kappa: Any, distance: Any) -> Any:
    """Return the excess error of a threshold at a distance from the target."""
    return 2 * distance**kappa / kappa


def integral(formula: Excess, rng: np.random.Generator) -> Finding:
    """Integrate the price of differing between the two cuts."""
    del rng
    z, distance, kappa = sp.symbols("z distance kappa", positive=True)
    margin = z ** (kappa - 1)
    total = sp.integrate(2 * margin, (z, 0, distance))
    there = {kappa: 3, distance: sp.Rational(1, 3)}
    return identical(formula(kappa, distance), total, there, "the integral of 2 z^(kappa - 1)")


def thresholds_on_a_grid(formula: Excess, rng: np.random.Generator) -> Finding:
    """Compare with the errors of thresholds under the package's label law.

    The targets lie in the middle, where no instance is so far from them that the
    margin reaches its cap: there all errors are rational.
    """
    del rng
    law, cases = Thresholds().law(), 0
    cuts = [Fraction(k, GRID) for k in range(GRID + 1)]
    for kappa, t, s in product((2, 3, 4), cuts[3:6], cuts):
        distance = abs(s - t)
        if 2 * distance ** (kappa - 1) <= 1:
            labels = tsybakov(Threshold(t), kappa)
            least = labels.error(Threshold(t).positive, law)
            computed = labels.error(Threshold(s).positive, law) - least
            if computed != formula(kappa, distance):
                where = f"kappa {kappa}, target {t}, threshold {s}"
                return fails(where, claimed=formula(kappa, distance), computed=computed)
            cases += 1
    return holds(f"{cases} cases: an exponent, a target and a threshold")


CLAIM: Claim[Excess] = Claim(
    key="noise/tsybakov/excess-of-a-threshold",
    title="Excess error of a threshold under Tsybakov noise",
    statement=(
        r"\mathrm{err}(h_s) - \mathrm{err}(h_t) = \frac{2}{\kappa} |s - t|^\kappa,"
        r" \quad |s - t|^{\kappa - 1} \le 1/2"
    ),
    plain=(
        "Near the target a threshold errs hardly more than the best one, by a power of its "
        "distance: the larger the exponent, the harder to tell them apart."
    ),
    relation="exact",
    assumptions=frozenset({"uniform law", "fixed target"}),
    does_not_say="anything beyond the cap of the margin at 1/2, where the excess grows linearly",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=excess,
    checks=(
        Check(Method.SYMBOLIC, integral, scope="all kappa and distances below the cap"),
        Check(
            Method.EXHAUSTIVE,
            thresholds_on_a_grid,
            scope="kappa = 2, 3, 4, targets 3/8, 1/2, 5/8, thresholds at multiples of 1/8",
        ),
    ),
    controls={
        "the margin instead of its double": lambda kappa, distance: distance**kappa / kappa,
        "not integrated": lambda kappa, distance: 2 * distance ** (kappa - 1),
        "kappa forgotten": lambda kappa, distance: 2 * distance**kappa,
        "one power less": lambda kappa, distance: 2 * distance ** (kappa - 1) / kappa,
    },
    uses=("noise/bayes/excess-error",),
)
