r"""When a committee asks nothing: when its members are of one opinion.

With the rows :math:`p_m` of M members at an instance, and their votes :math:`\hat y_m`,

.. math:: \text{KL to consensus} = 0 \iff p_1 = \dots = p_M, \qquad
          \text{vote entropy} = 0 \iff \hat y_1 = \dots = \hat y_M ,

so copies of one model, however unsure, never disagree: a committee needs different members.  Votes
agree more easily than rows.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import combinations_with_replacement
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._logarithms import ZERO, Row, entropy, rows

Rows: TypeAlias = tuple[Row, ...]  # what members say of one instance
Silent: TypeAlias = Callable[[Rows, str], bool]  # whether a score is zero


def votes(members: Rows) -> list[int]:
    """Return the likeliest class of each member, the first of several."""
    return [max(range(len(row)), key=lambda c: row[c]) for row in members]


def disagrees(members: Rows) -> Mapping[str, bool]:
    """Decide for each score whether it is above zero, by its definition."""
    size = len(members)
    mean = tuple(sum(column, Fraction(0)) / size for column in zip(*members, strict=True))
    within = ZERO
    for row in members:
        within = within + entropy(row).times(Fraction(1, size))
    ballot = votes(members)
    shares = tuple(Fraction(ballot.count(c), size) for c in range(len(mean)))
    return {
        "rows": (entropy(mean) - within).sign > 0,
        "votes": entropy(shares).sign > 0 and max(shares) < 1,
    }


def shipped(members: Rows) -> Mapping[str, set[bool]]:
    """Decide the same by the scores that the package returns, up to rounding."""
    from altheory.acquisition import bald, kl_to_consensus, max_vote_disagreement, vote_entropy

    table = np.array([[list(map(float, row))] for row in members])
    ballot = np.array([votes(members)])
    classes = len(members[0])
    apart = kl_to_consensus(table)[0], bald(table.swapaxes(0, 1))[0]
    voted = vote_entropy(ballot, classes)[0], max_vote_disagreement(ballot, classes)[0]
    return {"rows": {s > 1e-12 for s in apart}, "votes": {s > 1e-12 for s in voted}}


def compared(silent: Silent, several: Iterable[Rows]) -> Finding:
    """Compare with the scores by definition, and with those of the package."""
    count = 0
    for members in several:
        found, given = disagrees(members), shipped(members)
        for name, loud in found.items():
            if silent(members, name) == loud or given[name] != {loud}:
                said = " and ".join("(" + ", ".join(map(str, row)) + ")" for row in members)
                return fails(f"{name} of {said}", claimed=silent(members, name), computed=not loud)
        count += 1
    return holds(f"{count} committees: KL to consensus and BALD, vote entropy and the largest vote")


def pairs(silent: Silent, rng: np.random.Generator) -> Finding:
    """Try pairs of members and two classes."""
    del rng
    return compared(silent, combinations_with_replacement(rows(2, 2), 2))


def more(silent: Silent, rng: np.random.Generator) -> Finding:
    """Try two and three members, two and three classes."""
    del rng
    cases = (
        combinations_with_replacement(tuple(rows(c, 4)), m) for c, m in ((2, 2), (2, 3), (3, 2))
    )
    return compared(silent, (of for case in cases for of in case))


def of_one_opinion(members: Rows, score: str) -> bool:
    """Decide whether all rows are one, or all votes."""
    return len(set(members) if score == "rows" else set(votes(members))) == 1


CLAIM: Claim[Silent] = Claim(
    key="acquisition/committee/one-opinion",
    title="A committee asks nothing where its members are of one opinion",
    statement=(
        r"\text{KL to consensus} = 0 \iff p_1 = \dots = p_M, \quad \text{vote entropy} = 0 \iff"
        r" \hat y_1 = \dots = \hat y_M, \quad p_m \in \{0, \tfrac14, \dots, 1\}^C,\ (C, M) \in"
        r" \{(2, 2), (2, 3), (3, 2)\}"
    ),
    plain=(
        "Disagreement of what members say is zero iff they all say the same, that of votes iff "
        "all vote alike, so copies of one model ask nothing however unsure it is; for two or three "
        "members and classes, probabilities in quarters."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that members who disagree are right anywhere, or differ where errors are",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=of_one_opinion,
    checks=(
        Check(Method.EXHAUSTIVE, pairs, scope="two members, two classes, probabilities in halves"),
        Check(
            Method.EXHAUSTIVE,
            more,
            scope="quarters: 2 or 3 members of 2 classes, 2 members of 3 classes",
            tier="normal",
        ),
    ),
    controls={
        "only where all are sure": lambda members, _: (
            len(set(members)) == 1 and max(members[0]) == 1
        ),
        "votes tell all": lambda members, _: of_one_opinion(members, "votes"),
        "rows tell all": lambda members, _: of_one_opinion(members, "rows"),
    },
)
