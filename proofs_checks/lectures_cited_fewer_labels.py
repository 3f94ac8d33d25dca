"""Lecture notes: on Newsgroups and CIFAR-10 active learning needs far fewer labels.

Cited only: the experiments of [jain2010]_ need both data sets, which are not at hand here.
"""

from altheory.ledger.claim import Claim, Source, Verdict

CLAIM: Claim[None] = Claim(
    key="lectures/cited/fewer-labels",
    title="On Newsgroups and CIFAR-10 few labels are enough",
    statement=r"\text{asked near the hyperplane, far fewer labels for the same accuracy}",
    plain=(
        "On 20,000 documents and 60,000 images a linear classifier that asks near its boundary "
        "gets as accurate as with many more labels at random."
    ),
    relation="order",
    does_not_say="that fewer labels are enough on other data, or for every class of these",
    source=Source("jain2010"),
    expected=Verdict.CITED,
    formula=None,
    checks=(),
    controls={},
)
