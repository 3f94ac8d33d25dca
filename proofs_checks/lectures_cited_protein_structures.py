"""Lecture notes: AlphaFold largely removes the need for human guidance in protein folding.

Cited only: the accuracy was measured on structures nobody had seen [jumper2021]_.
"""

from altheory.ledger.claim import Claim, Source, Verdict

CLAIM: Claim[None] = Claim(
    key="lectures/cited/protein-structures",
    title="AlphaFold predicts protein structures without an expert's guidance",
    statement=r"\text{accuracy competitive with experiment for most structures of CASP14}",
    plain=(
        "A network trained on known structures predicts most of those it has not seen about as "
        "accurately as an experiment shows them, with no human in the loop."
    ),
    relation="order",
    does_not_say=(
        "that enough data always replace an expert, nor that these predictions need no checking"
    ),
    source=Source("jumper2021"),
    expected=Verdict.CITED,
    formula=None,
    checks=(),
    controls={},
)
