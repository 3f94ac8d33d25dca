r"""Folklore: the disagreement coefficient of thresholds is 2.

.. math:: \theta_t(r_0) = 2 \quad \text{for every target } t \quad\text{(false)}.

A target at an end of the interval has neighbors on one side only: for t = 0 the
members of a ball of radius r disagree on [0, r), and the coefficient is 1.  It is 2
iff :math:`r_0 \le \min(t, 1 - t)`: the statement needs an interior target.
"""

import sympy as sp

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.classes_thresholds_theta import CHECKS, Coefficient, theta

CLAIM: Claim[Coefficient] = Claim(
    key="lectures/theta-of-thresholds-is-two",
    title="The disagreement coefficient of thresholds is 2",
    statement=r"\theta_t(r_0) = 2 \text{ for all } t \in [0, 1],\ r_0 \in (0, 1)",
    plain="Every target threshold has disagreement coefficient 2: false at the ends.",
    relation="counterexample",
    assumptions=frozenset({"uniform law", "fixed target"}),
    does_not_say="that 2 is wrong as an upper bound: it holds for every target",
    source=Source(
        "hanneke2007bound",
        match="related",
        difference=(
            "the folklore it is cited for: said of all targets, true of interior targets and "
            "small radii"
        ),
    ),
    expected=Verdict.REFUTED,
    formula=lambda *_: sp.Integer(2),
    checks=CHECKS,
    controls={
        "1 for every target": lambda *_: sp.Integer(1),
        "2 unless the target is an end": lambda left, right, _: (
            sp.Integer(1) if 0 in (left, right) else sp.Integer(2)
        ),
    },
    uses=("classes/thresholds/ball",),
    corrected=(theta, "classes/thresholds/disagreement-coefficient"),
)
