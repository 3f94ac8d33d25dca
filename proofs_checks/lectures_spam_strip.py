r"""Lecture notes: the region of disagreement of a spam classifier is a strip.

The notes' e-mails lie in a plane, lines part spam from the rest, and the region in which
those lines disagree is called the strip near the boundary.  A strip between two parallel
lines is convex, and the region is not: with + at (1, 1) and (1, -1) and - at (-1, 1) and
(-1, -1) lines disagree at (1, 2) and (1, -2), but not at (1, 0) between them.  It is a
double wedge that widens with the distance, and e-mails far away are in it too.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._affine_plane import Sure
from proofs_checks.affine_double_wedge import (
    CHECKS,
    Formula,
    hulls,
    shadows,
    strip,
)

CLAIM: Claim[Formula] = Claim(
    key="lectures/spam-strip",
    title="The region of disagreement is a strip",
    statement=(
        r"\mathrm{DIS} = \{x : a < w \cdot x < b\} \text{ for some } w, a, b, \quad"
        r" \text{hence convex}"
    ),
    plain="Lines that classify ten e-mails correctly disagree in a strip near the boundary: false.",
    relation="counterexample",
    assumptions=frozenset({"realizable"}),
    does_not_say=(
        "that the notes' conclusion fails: questions outside of the region are wasted, and on the "
        "line, where a strip is an interval, the region after labels of both signs is one"
    ),
    source=Source(
        "lecturenotes",
        locator="Disagreement-Based Active Learning, the spam classifier",
        match="related",
        difference="the notes put the strip in quotes; here it is a strip between parallel lines",
    ),
    expected=Verdict.REFUTED,
    formula=strip,
    checks=CHECKS,
    controls={
        "the hulls alone are sure": hulls,
        "all is in doubt": lambda *_: Sure(frozenset(), frozenset()),
    },
    corrected=(shadows, "affine/disagreement/double-wedge"),
)
