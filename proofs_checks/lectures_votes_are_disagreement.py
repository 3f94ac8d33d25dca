r"""Lecture notes: the disagreement of a committee is that of its votes.

Read as what the answer would tell about which member is right, in nats,

.. math:: I(y; \omega) = -\sum_c \frac{v_c}{M} \ln \frac{v_c}{M} \quad\text{(false)}.

Votes forget how sure members are.  Two who say .51 and .49 for one class vote against each other,
and disagree by 1/5000 nats; were they sure, the same votes would differ by ln 2.
"""

from collections import Counter
from fractions import Fraction

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._logarithms import Logs, entropy
from proofs_checks._model_tables import (
    CLOSE,
    Score,
    Table,
    by_definition,
    consensus,
    difference_of_entropies,
)

PROGRAM = """\
from math import log

def entropy(row):
    return -sum(p * log(p) for p in row if p)

members = [[0.51, 0.49], [0.49, 0.51]]
votes = [row.index(max(row)) for row in members]
shares = [votes.count(c) / len(votes) for c in (0, 1)]
assert shares == [0.5, 0.5]  # the votes are as different as can be: ln 2
mean = [sum(column) / 2 for column in zip(*members)]
information = entropy(mean) - sum(map(entropy, members)) / 2
assert information < 0.00021 < 0.69 < entropy(shares)  # and the members are not
"""


def of_votes(table: Table) -> Logs:
    """Return the entropy of the votes, each for the first of a member's likeliest classes."""
    votes = Counter(row.index(max(row)) for row in table)
    return entropy([Fraction(n, len(table)) for n in votes.values()])


CLAIM: Claim[Score] = Claim(
    key="lectures/votes-are-disagreement",
    title="Disagreement is that of the votes",
    statement=r"I(y; \omega) = -\sum_c \tfrac{v_c}{M} \ln \tfrac{v_c}{M}",
    plain=(
        "What a committee's votes disagree by is what its members disagree by: false, two members "
        "who are nearly undecided may vote like two who are sure."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that votes are no use: of members that are sure they tell everything",
    source=Source(
        "lecturenotes",
        locator="Ensemble-Based Possibilities",
        match="related",
        difference=(
            "the notes count votes, by 1 - max v / M, and ask for where members disagree most; "
            "that votes measure it, here by their entropy, is read into it"
        ),
    ),
    expected=Verdict.REFUTED,
    formula=of_votes,
    checks=by_definition(PROGRAM, first=(CLOSE,)),
    controls={
        "half the entropy of votes": lambda table: of_votes(table).times(Fraction(1, 2)),
        "the entropy of the mean": lambda table: entropy(consensus(table)),
    },
    corrected=(difference_of_entropies, "acquisition/bald/mutual-information"),
)
