r"""Lecture notes: an uncertain but isolated point is not worth querying.

Then nothing would be lost by leaving it for last,

.. math:: \mathrm{error}_m = 0 \quad\text{(false)}.

Beside nine equal points one stands alone that is twice as uncertain, of another class.  Information
density asks the nine first, all of one class, and an error of 1/10 stays; uncertainty sampling
(beta = 0) asks the one first.
"""

from fractions import Fraction

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._density_pools import CHECKS, Left, never_asked

CLAIM: Claim[Left] = Claim(
    key="lectures/isolated-point",
    title="An uncertain but isolated point is not worth querying",
    statement=r"\mathrm{error}_m = 0 \text{ after } m \text{ questions by information density}",
    plain=(
        "Nothing is lost by passing over isolated points: false, if one is of a class of its own, "
        "which nobody sees then."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that isolated points are worth a question in general: most are one point each",
    source=Source(
        "lecturenotes",
        locator="Density-Based Sampling",
        match="equivalent",
        difference="not worth a question is taken to be: nothing is lost without it",
    ),
    expected=Verdict.REFUTED,
    formula=lambda _: Fraction(0),
    checks=CHECKS,
    controls={
        "lost whatever beta is": lambda groups: Fraction(groups.r, groups.m + groups.r),
        "half of it is lost": lambda groups: never_asked(groups) / 2,
    },
    corrected=(never_asked, "acquisition/density/rare-group"),
)
