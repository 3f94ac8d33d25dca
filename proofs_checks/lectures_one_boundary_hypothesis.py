r"""Lecture notes: the version space is bounded by the most general and most specific hypothesis.

Read with *the*, one hypothesis on each side, the statement asks that

.. math:: \bigcap_{h \in V} \{h = +1\} \quad\text{and}\quad \bigcup_{h \in V} \{h = +1\}

are the positive sets of members.  Already two hypotheses that are not nested, as h
and its negation, have no most general one among them.  The envelopes exist always
as regions; as hypotheses they are replaced by two antichains.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.classes_boundaries import (
    CHECKS,
    Boundaries,
    antichains,
    envelopes,
    maximal,
    minimal,
)

CLAIM: Claim[Boundaries] = Claim(
    key="lectures/one-boundary-hypothesis",
    title="The most general and the most specific hypothesis",
    statement=(
        r"V = \{h \in \mathcal H : s \le h \le g\} \text{ with } s, g \in V,"
        r" \ s = \min V,\ g = \max V"
    ),
    plain="One most general and one most specific hypothesis bound every version space: false.",
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that it fails for thresholds on a finite domain, which are nested",
    source=Source(
        "lecturenotes",
        locator="Version Spaces",
        match="related",
        difference="the notes speak of boundaries; one hypothesis a side is the reading refuted",
    ),
    expected=Verdict.REFUTED,
    formula=envelopes,
    checks=CHECKS,
    controls={
        "only the least bitmask of each antichain": lambda space: (
            minimal(space.members)[:1],
            maximal(space.members)[:1],
        ),
        "only the first and the last member": lambda space: (
            space.members[:1],
            space.members[-1:],
        ),
    },
    corrected=(antichains, "classes/version-space/boundaries"),
)
