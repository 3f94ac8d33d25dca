r"""The greedy batch has the largest determinant: false.

Of (10, 0), (9, 1) and (9, -1) the longest is between the other two.  Greedy takes it first and has
the determinant 100, where the other two have 324.
"""

from fractions import Fraction

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.acquisition_determinants_greedy_factor import CHECKS

CLAIM: Claim[Fraction] = Claim(
    key="acquisition/determinants/largest",
    title="The greedy batch has the largest determinant",
    statement=r"\det K_{\text{greedy}} = \max_{|S| = k} \det K_S",
    plain=(
        "Taking again and again what adds most volume gives the batch of the largest volume: "
        "false, of three vectors it may take the wrong two."
    ),
    relation="counterexample",
    does_not_say="that greedy batches are bad: of two instances they have more than a quarter",
    source=Source(
        "chen2018",
        match="related",
        difference="the greedy method is theirs; that it finds the largest one is read in",
    ),
    expected=Verdict.REFUTED,
    formula=Fraction(1),
    checks=CHECKS,
    controls={"at least half of it": Fraction(2), "at least a third of it": Fraction(3)},
    corrected=(Fraction(4), "acquisition/determinants/greedy-factor"),
)
