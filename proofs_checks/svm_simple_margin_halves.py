r"""The simple margin nearly halves the version space: false in general.

An instance whose wall goes through the machine is asked first.  Where the labels (9, 40, 0),
(9, -40, 0) and (0, 0, 1), all +1, leave a long triangle, (9, 0, -41) is such an instance, and it
has 21 percent of the version space on one side.
"""

from fractions import Fraction

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.svm_simple_margin_share import CHECKS, Share, ball, by_arcsines

CLAIM: Claim[Share] = Claim(
    key="svm/simple-margin/halves",
    title="An instance on the boundary of the machine halves the version space",
    statement=r"w \cdot x = 0 \implies \text{half of the version space says } +1 \text{ at } x",
    plain=(
        "The instance nearest to the boundary of the machine is the one that halves the separators "
        "left: false, in a long version space it may cut off a fifth, or a fiftieth."
    ),
    relation="counterexample",
    does_not_say="that it fails in the plane: there the machine is the midpoint of an arc",
    source=Source(
        "tong2001",
        match="related",
        difference="the paper, which was not seen, motivates a heuristic by it and states no more",
    ),
    expected=Verdict.REFUTED,
    formula=lambda _: ball(Fraction(1, 2)),
    checks=CHECKS,
    controls={
        "a third at least": lambda s: by_arcsines(s).max(ball(Fraction(1, 3))),
        "a quarter": lambda _: ball(Fraction(1, 4)),
    },
    corrected=(by_arcsines, "svm/simple-margin/share"),
)
