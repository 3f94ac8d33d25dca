r"""Lecture notes: the least confident example, or equivalently the one of maximal entropy.

Equivalent are the two only for two classes.  Of (.50, .50, 0) and (.52, .24, .24) least confidence
asks the first, entropy the second.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._rankings import CHECKS, SCORES, Alike, two_only

CLAIM: Claim[Alike] = Claim(
    key="lectures/least-confidence-or-entropy",
    title="Query the least confident example, or equivalently maximize entropy",
    statement=(
        r"1 - p_{(1)} > 1 - q_{(1)} \iff H(p) > H(q) \text{ for all } p, q"
        r" \text{ over any number of classes}"
    ),
    plain=(
        "Least confidence and entropy ask the same example: false for three classes, as in the "
        "notes' example of cat, dog and bird."
    ),
    relation="counterexample",
    does_not_say="that they ever differ for two classes",
    source=Source("lecturenotes", locator="Uncertainty Sampling", match="exact"),
    expected=Verdict.REFUTED,
    formula=lambda classes, *scores: classes == 2 or scores == (SCORES[0], SCORES[2]),
    checks=CHECKS,
    controls={
        "so is the margin": lambda *_: True,
        "up to three classes": lambda classes, *_: classes <= 3,
    },
    corrected=(two_only, "acquisition/least-confidence-is-not-entropy"),
)
