"""Lecture notes: to find the optimal transformation to a k-anonymous table is NP-hard.

Cited only, for hardness is no finite computation: by suppression of single entries it is, from
3-dimensional matching [meyerson2004]_, and the reduction itself is replayed on all hypergraphs of
six vertices.
"""

from altheory.ledger.claim import Claim, Source, Verdict

CLAIM: Claim[None] = Claim(
    key="lectures/cited/optimal-anonymity",
    title="To make a table k-anonymous at the least loss is NP-hard",
    statement=r"\min \#\text{stars} \text{ of a 3-anonymous table is NP-hard}",
    plain=(
        "To make a table 3-anonymous by deleting as few entries as possible is as hard as "
        "3-dimensional matching."
    ),
    relation="order",
    does_not_say=(
        "that an expert solves it in general, or that generalizing a few whole columns is hard: "
        "then there are few ways, and they are gone through"
    ),
    source=Source("meyerson2004"),
    expected=Verdict.CITED,
    formula=None,
    checks=(),
    controls={},
    uses=("play/matching/perfect",),
)
