r"""Anonymous columns make an anonymous table: false.

.. math:: k = \min(k_1, k_2) \quad\text{(false)}.

Two genders in two regions, one person of each: both columns are 2-anonymous, and every row is
unique.  That is how three facts that many people share single out most of them.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.play_k_anonymity_projections import CHECKS, Range, between

CLAIM: Claim[Range] = Claim(
    key="play/k-anonymity/column-by-column",
    title="A table is as anonymous as its columns",
    statement=r"k = \min(k_1, k_2)",
    plain=(
        "To make each column anonymous by itself makes the table anonymous: false, its columns "
        "together may single out everybody."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="how often it happens; by the census it did for most people of the United States",
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=lambda k1, k2: (min(k1, k2), min(k1, k2)),
    checks=CHECKS,
    controls={
        "as the better column": lambda k1, k2: (max(k1, k2), max(k1, k2)),
        "at least half as anonymous as both": lambda k1, k2: (k1 * k2 // 2 or 1, min(k1, k2)),
    },
    corrected=(between, "play/k-anonymity/projections"),
)
