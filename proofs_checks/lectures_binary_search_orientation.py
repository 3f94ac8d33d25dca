r"""Lecture notes: "query midpoint 0.5, label is +, so the threshold is above 0.5".

For thresholds that are positive from the target on, the rule

.. math:: h_t(q) = +1 \iff q < t \quad\text{(false)}

has every answer exchanged: for the target 0.73 of the notes the labels of 0.5, 0.75
and 0.625 are -, +, -.  The queries and the interval found are those of the notes,
whose answers are right for the opposite orientation, positive below the target.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.lectures_binary_search_answers import (
    CHECKS,
    Answer,
    positive_from_the_target_on,
)

CLAIM: Claim[Answer] = Claim(
    key="lectures/binary-search-orientation",
    title="A positive label means that the threshold is to the right",
    statement=r"h_t(q) = +1 \iff q < t, \quad h_t(x) = +1 \text{ iff } x \ge t",
    plain="The answer + at the midpoint sends the search to the right: false for this class.",
    relation="counterexample",
    assumptions=frozenset({"realizable", "membership queries", "fixed target"}),
    does_not_say=(
        "that the notes err: for classifiers positive below the threshold, or where + is read as "
        "'higher', their answers are right, and the number of queries is the same"
    ),
    source=Source(
        "lecturenotes",
        locator="Can Adaptive Querying Actually Help?",
        match="related",
        difference=(
            "the notes leave the orientation open and are right for classifiers that are positive "
            "below the threshold; refuted is the rule for those positive from it on"
        ),
    ),
    expected=Verdict.REFUTED,
    formula=lambda query, target: 1 if query < target else -1,
    checks=CHECKS[::-1],  # the example of the notes first
    controls={
        "the target itself has no label": lambda query, target: (query > target) - (query < target),
        "always positive": lambda *_: 1,
    },
    corrected=(positive_from_the_target_on, "lectures/binary-search-answers"),
)
