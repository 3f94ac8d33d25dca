r"""The odds that a rival may give who is worse by more than epsilon.

If r times gain has the mean :math:`D - e` with :math:`e = \mathrm{err}(c) - \mathrm{err}(h)`, a
stake w at odds :math:`\varepsilon / (D - \varepsilon)` has a factor of the mean

.. math:: 1 + w (D - e - D) + w \frac{\varepsilon}{D - \varepsilon} (D - e)
          = 1 + \frac{w D}{D - \varepsilon} (\varepsilon - e),

fair at :math:`e = \varepsilon`, and a loss on average beyond.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.learners._betting_odds import bonus, fair
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._identities import identical

Odds: TypeAlias = Callable[[Any, Any], Any]  # of epsilon and D

E, D, W, EPSILON = sp.symbols("e D w epsilon", positive=True)


def fair_at_epsilon(epsilon: Any, mass: Any) -> Any:
    """Return the odds in use."""
    return epsilon / (mass - epsilon)


def mean_factor(odds: Odds, rng: np.random.Generator) -> Finding:
    """Add up the mean of stake and bonus, linear in what is won."""
    del rng
    won = D - E
    mean = fair(W, won, D) + bonus(W, won, odds(EPSILON, D))
    claimed = 1 + W * D * (EPSILON - E) / (D - EPSILON)
    at = {E: sp.Rational(1, 7), D: sp.Rational(1, 2), W: 1, EPSILON: sp.Rational(1, 5)}
    return identical(claimed, mean, at, "the mean of fair and bonus at won = D - e")


CLAIM: Claim[Odds] = Claim(
    key="betting/certify/odds",
    title="The odds at which a bet against a rival is fair up to an excess error",
    statement=(
        r"1 - w e + w \frac{\varepsilon}{D - \varepsilon} (D - e)"
        r" = 1 + \frac{w D}{D - \varepsilon} (\varepsilon - e)"
    ),
    plain=(
        "A rival that is worse by epsilon and more gives odds of epsilon to the rest of the mass "
        "on which both differ: the bet is then fair at epsilon exactly."
    ),
    relation="identity",
    does_not_say="which stakes certify soonest",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=fair_at_epsilon,
    checks=(Check(Method.SYMBOLIC, mean_factor, scope="all 0 < epsilon < D, e and w"),),
    controls={
        "odds of epsilon to the whole mass": lambda epsilon, mass: epsilon / mass,
        "twice the odds": lambda epsilon, mass: 2 * epsilon / (mass - epsilon),
    },
    uses=("betting/certify/one-step-mean",),
)
