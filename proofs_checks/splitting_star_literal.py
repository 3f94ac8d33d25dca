r"""Folklore: the largest 1/rho is the star number or the inverse of epsilon, whichever is less.

.. math:: \sup_P \frac1\rho = \min(\mathfrak s, \lfloor 1/\varepsilon \rfloor)
    \quad\text{(false)}.

Take the star on three equally likely points, with edges longer than
:math:`\varepsilon = 3/5`: those between neighbors of the center, which differ on 2/3 of the
mass.  The right side is 1.  But every point leaves one of these three edges, so
:math:`1/\rho \ge 3/2`.  The integer part of
the left side is meant; and where edges are to be longer than :math:`\varepsilon`, as in the
definition, :math:`1/\varepsilon` is rounded down to an integer below it.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.splitting_star import CHECKS, Agrees, floors, literal

CLAIM: Claim[Agrees] = Claim(
    key="complexity/splitting/star-number-literal",
    title="The largest 1/rho is an integer",
    statement=r"\sup_P 1/\rho = \min(\mathfrak s, \lfloor 1/\varepsilon \rfloor)",
    plain="The hardest law makes 1/rho the star number or the inverse of epsilon: false.",
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that the two are far apart: their integer parts differ by one at most",
    source=Source(
        "hanneke2015minimax",
        match="related",
        difference="the relation as it is commonly cited, without the floor on the left",
    ),
    expected=Verdict.REFUTED,
    formula=literal,
    checks=CHECKS,
    controls={
        "the star number alone": lambda inverse, stars, _: inverse == max(1, stars),
        "the inverse of epsilon": lambda inverse, _, epsilon: inverse == 1 / epsilon,
    },
    corrected=(floors, "complexity/splitting/star-number"),
)
