"""Lecture notes: Monte Carlo dropout collapses to the hard digits of MNIST.

Cited only: the counts are those of one network on MNIST [pop2018]_, which is not at hand here.
"""

from altheory.ledger.claim import Claim, Source, Verdict

CLAIM: Claim[None] = Claim(
    key="lectures/cited/mode-collapse",
    title="Uncertainty of dropout asks for some digits and hardly for others",
    statement=r"\text{of 1,000 images of MNIST that dropout asks, few are of the easy digits}",
    plain=(
        "After a thousand questions by the uncertainty of Monte Carlo dropout the labeled images "
        "of MNIST have many digits that are easily confused and few of the easy ones."
    ),
    relation="order",
    does_not_say=(
        "that every network, score or data set collapses, nor that imbalance as such is harmful"
    ),
    source=Source("pop2018"),
    expected=Verdict.CITED,
    formula=None,
    checks=(),
    controls={},
)
