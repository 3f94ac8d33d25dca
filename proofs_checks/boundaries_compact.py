r"""Folklore: boundary sets are a compact description of the version space.

Two antichains describe all members, but nothing says that they are small.  Read as "G has
hardly more members than there were negative labels" it is false: m negative labels and a
positive one can leave :math:`2^m > m + 2` most general conjunctions.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._boundary_sizes import CHECKS, Bound
from proofs_checks.classes_conjunctions_general_bound import one_literal_a_label


def two_more(_n: int, negatives: int) -> int:
    """Return two more than the number of negative labels."""
    return negatives + 2


CLAIM: Claim[Bound] = Claim(
    key="boundaries/compact",
    title="Boundary sets no larger than the sample",
    statement=r"|\max V| \le m + 2 \text{ after } m \text{ negative labels and any positive ones}",
    plain="There are at most two more most general hypotheses than negative labels: false.",
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that the version space needs a long description: S and the negative labels do",
    source=Source(
        "mitchell1982generalization",
        match="related",
        difference="the boundary sets are Mitchell's, the bound on their size is folklore",
    ),
    expected=Verdict.REFUTED,
    formula=two_more,
    checks=CHECKS,
    controls={
        "no more than attributes": lambda n, _: n,
        "no more than literals and labels": lambda n, negatives: n + negatives,
    },
    corrected=(one_literal_a_label, "classes/conjunctions/general-boundary/bound"),
)
