r"""Folklore: the disagreement coefficient of separators is :math:`\pi \sqrt d`.

Under the uniform law :math:`\pi \sqrt d` is an upper bound, and it is cited as the value.
Already on the circle it is more than twice too large: the ball of radius r is an arc, its
members disagree on mass 2r, and the coefficient is 2 and not :math:`\pi \sqrt 2 = 4.44`.
In high dimensions the coefficient is :math:`\sqrt{2/\pi} = 0.80` of it.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._sphere_integrals import norm
from proofs_checks.sphere_theta import gamma_quotient

Coefficient: TypeAlias = Callable[[Any], Any]
MOST = 12
PYTHON = """\
from fractions import Fraction as F


def disagreement(r):  # half circles within r of one another turn by r/2 turns at most
    boundary = [(F(1, 4) - r / 2, F(1, 4) + r / 2), (F(3, 4) - r / 2, F(3, 4) + r / 2)]
    return sum(high - low for low, high in boundary)


radii = [F(k, 100) for k in range(1, 51)]  # beyond 1/2 the region is the whole circle
theta = max(disagreement(r) / r for r in radii)
below_pi = F(333, 106)
assert theta == 2 and theta**2 < below_pi**2 * 2
"""


def pi_root_d(d: Any) -> Any:
    """Return the upper bound that is taken for the value."""
    return sp.pi * sp.sqrt(d)


def values(formula: Coefficient, rng: np.random.Generator) -> Finding:
    """Compare with the slope of the mass of the band, exactly."""
    del rng
    for d in range(2, MOST + 1):
        claimed, computed = sp.simplify(formula(sp.Integer(d))), 2 / norm(d)
        if claimed != computed:
            below = Fraction(str(sp.floor(claimed * 1000) / 1000))
            found = None
            if d == 2 and below > 2:
                names = {"theta": Fraction(2), "claimed_is_at_least": below}
                found = Counterexample(
                    arithmetic("theta", "<", "claimed_is_at_least", names), PYTHON
                )
            return fails(f"d = {d}", claimed=claimed, computed=computed, counterexample=found)
    return holds(f"2 <= d <= {MOST}")


CLAIM: Claim[Coefficient] = Claim(
    key="sphere/disagreement-coefficient/pi-sqrt-d",
    title="The disagreement coefficient is pi sqrt(d)",
    statement=r"\theta_d = \pi \sqrt d",
    plain="Under the uniform law the disagreement coefficient is pi sqrt(d): only a bound.",
    relation="counterexample",
    assumptions=frozenset({"uniform law", "fixed target"}),
    does_not_say="that the bound is false: it holds in every dimension",
    source=Source(
        "hanneke2007bound",
        match="related",
        difference="an upper bound there; read as the value it is refuted here",
    ),
    expected=Verdict.REFUTED,
    formula=pi_root_d,
    checks=(Check(Method.EXHAUSTIVE, values, scope="2 <= d <= 12"),),
    controls={
        "a quarter of it": lambda d: pi_root_d(d) / 4,
        "its first order": lambda d: sp.sqrt(2 * sp.pi * d),
    },
    corrected=(gamma_quotient, "sphere/disagreement-coefficient"),
)
