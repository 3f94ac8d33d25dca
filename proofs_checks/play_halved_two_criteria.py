r"""With two criteria the logarithm of the number of possible optima is enough.

Let h decisions be best for some weights each.  In the plane these are the vertices of a lower
hull, and the ratios of weights for which each is best are intervals in a row.  The question
about two neighbors in the middle leaves half of them, so

.. math:: \lceil \log_2 h \rceil

questions lead to the best decision whoever is asked, and by counting some person needs as many.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.play.bisection import halved
from altheory.play.expert import Expert
from proofs_checks._decision_lists import DecisionList, between

Questions: TypeAlias = Callable[[int], int]


def hull(h: int) -> DecisionList:
    """Return h decisions in convex position: the k-th step trades k + 1 for h - k - 1."""
    first = [0]
    second = [h * (h - 1) // 2]
    for k in range(h - 1):
        first.append(first[-1] + k + 1)
        second.append(second[-1] - (h - k - 1))
    return DecisionList(tuple(zip(first, second, strict=True)))


def up_to(most: int) -> Callable[[Questions, np.random.Generator], Finding]:
    """Return the check for up to so many decisions."""

    def asked(questions: Questions, rng: np.random.Generator) -> Finding:
        del rng
        for h in range(2, most + 1):
            problem = hull(h)
            people = between(sorted(Fraction(k + 1, h - k - 1) for k in range(h - 1)))
            outcomes = [halved(problem, Expert(person)) for person in people]
            losses = [[person.loss(problem.costs(d)) for d in range(h)] for person in people]
            best = [loss.index(min(loss)) for loss in losses]
            if best != [outcome.decision for outcome in outcomes] or len(set(best)) < h:
                return fails(f"h = {h}", claimed=outcomes, computed=best)
            computed = max(outcome.inquiry.asked for outcome in outcomes)
            if questions(h) != computed:
                return fails(f"h = {h}", claimed=questions(h), computed=computed)
        return holds(f"everybody, up to {most} decisions", claimed=questions(most))

    return asked


CLAIM: Claim[Questions] = Claim(
    key="play/halved/two-criteria",
    title="With two criteria the logarithm of the possible optima is enough",
    statement=(
        r"\max_w \#\{\text{questions}\} = \lceil \log_2 h \rceil, \quad 2 \le h \le 9 "
        r"\text{ vertices of the hull with slopes } -\tfrac{h - k}{k}"
    ),
    plain=(
        "On one lower hull of each size: who weighs two criteria and may find any of up to nine "
        "decisions best, but no two equally good, is led to the best one by the logarithm of their "
        "number, rounded up, and somebody needs as many comparisons."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say=(
        "that other hulls of h vertices take as many, which were not gone through; that three "
        "criteria are as easy, that decisions within the hull are ever best, or that "
        "it holds for somebody who finds two of them equally good"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda h: (h - 1).bit_length(),
    checks=(
        Check(
            Method.EXHAUSTIVE, up_to(3), scope="2 <= h <= 3, one hull each, all weights but ties"
        ),
        Check(
            Method.EXHAUSTIVE, up_to(9), scope="2 <= h <= 9, all weights but ties", tier="normal"
        ),
    ),
    controls={
        "rounded down": lambda h: h.bit_length() - 1,
        "one for each other decision, but the last": lambda h: max(1, h - 2),
        "one more": lambda h: h.bit_length(),
    },
)
