r"""Lecture notes: the version space is bounded by the most general boundary, for intervals.

Read with *one* most general hypothesis, the statement asks for an interval, open or
closed, that is the union of all members.  With one negative label at 1/2 and no
positive one, the members lie left of 1/2 or right of it, and no interval is the union
of both sides: whatever holds 1/4 and 3/4 holds 1/2.  The boundary is a set of gaps.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from altheory.spaces.line import UNIT
from proofs_checks.classes_intervals_boundaries import (
    CHECKS,
    Formula,
    between,
    boundaries,
    one_general,
)

CLAIM: Claim[Formula] = Claim(
    key="lectures/interval-most-general",
    title="One most general interval",
    statement=r"GB \text{ is an interval}, \quad 4 x_i \in \{0, \dots, 4\}",
    plain="The intervals that remain fill one interval, also before a positive label: false.",
    relation="counterexample",
    assumptions=frozenset({"realizable"}),
    does_not_say="that it fails after a positive label: then GB is one interval, often open",
    source=Source(
        "lecturenotes",
        locator="Version Spaces",
        match="related",
        difference="the notes speak of boundaries; one interval as the upper one is refuted",
    ),
    expected=Verdict.REFUTED,
    formula=one_general,
    checks=CHECKS,
    controls={
        "everything is possible before a positive label": lambda sample: between(
            boundaries(sample).specific,
            one_general(sample).general if any(y == 1 for _, y in sample) else UNIT,
        ),
        "everything is always possible": lambda sample: between(boundaries(sample).specific, UNIT),
    },
    corrected=(boundaries, "classes/intervals/boundaries"),
)
