"""Lecture notes: three facts single out 87 % of the people in the United States.

Cited only: it was counted from census tables of 1990 [sweeney2000]_, which are not at hand here.
From those of 2000 [golle2006]_ gets 63 %.
"""

from altheory.ledger.claim import Claim, Source, Verdict

CLAIM: Claim[None] = Claim(
    key="lectures/cited/reidentification",
    title="ZIP code, gender and date of birth single out 87 % of people",
    statement=r"216 / 248 \approx .87 \text{ are likely unique by ZIP code, gender, date of birth}",
    plain=(
        "Of 248 million people in the United States 216 million are likely to be the only one "
        "with their five-digit ZIP code, gender and date of birth."
    ),
    relation="exact",
    does_not_say=(
        "that so many were identified: it is an estimate from counts, and a later one from the "
        "census of 2000 is 63 %"
    ),
    source=Source("sweeney2000"),
    expected=Verdict.CITED,
    formula=None,
    checks=(),
    controls={},
)
