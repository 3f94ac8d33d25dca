r"""k-anonymity hides the diagnosis: false, it hides the row.

.. math:: \max_{k\text{-anonymous}} P(\text{diagnosis}) = \frac1k \quad\text{(false)}.

Of two people in one class both may have asthma.
"""

from fractions import Fraction

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.play_k_anonymity_linked import CHECKS, Worst, worst

CLAIM: Claim[Worst] = Claim(
    key="play/k-anonymity/hides-diagnosis",
    title="k-anonymity hides the diagnosis among k",
    statement=r"\max P(\text{row}) = \max P(\text{diagnosis}) = \tfrac1k",
    plain=(
        "Who is like k - 1 others keeps the diagnosis to themselves: false, if the others have it "
        "too."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that k-anonymity protects from nothing: the row itself stays one of k",
    source=Source(
        "sweeney2002",
        match="related",
        difference="there the link to a person; that the diagnosis is hidden is read into it",
    ),
    expected=Verdict.REFUTED,
    formula=lambda k: (Fraction(1, k), Fraction(1, k)),
    checks=CHECKS,
    controls={
        "one row does not have it": lambda k: (Fraction(1, k), 1 - Fraction(1, k)),
        "even odds": lambda k: (Fraction(1, k), Fraction(1, 2)),
    },
    corrected=(worst, "play/k-anonymity/linked"),
)
