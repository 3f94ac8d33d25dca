r"""A knockout with a right expert decides as if the weights were known.

Of n efficient decisions it asks about at most n - 1 pairs, and

.. math:: w \cdot c(\text{decision}) = \min_a w \cdot c(a) \quad\text{for all } w > 0,

for who drops out is no better than somebody who is left.  By their ratio weights are the same
iff they are on the same sides of all slopes, so finitely many people are everybody.
"""

from collections.abc import Callable, Iterable
from itertools import combinations, permutations
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.play.baselines import unguided
from altheory.play.expert import Expert
from altheory.play.knockouts import guided
from altheory.play.local_search import descended
from altheory.play.outcome import Outcome
from altheory.play.problem import Preference
from proofs_checks._decision_lists import DecisionList, Row, between, on, slopes

Search: TypeAlias = Callable[[DecisionList, Preference], Outcome[int]]

SIDE = 4  # costs are below


def trade_offs(n: int) -> list[tuple[Row, ...]]:
    """Return all sets of n decisions of which each costs less in one way and more in the other."""
    falling = [pair[::-1] for pair in combinations(range(SIDE), n)]
    return [
        tuple(zip(first, second, strict=True))
        for first in combinations(range(SIDE), n)
        for second in falling
    ]


def decided(search: Search, problems: Iterable[tuple[Row, ...]]) -> Finding:
    """Compare the loss of each decision with the least one, for everybody."""
    everybody, seen = (*between(slopes(SIDE - 1)), *on(slopes(SIDE - 1))), 0
    for rows in problems:
        problem = DecisionList(rows)
        for person in everybody:
            outcome = search(problem, person)
            losses = [person.loss(problem.costs(d)) for d in problem.decisions()]
            if losses[outcome.decision] != min(losses) or outcome.inquiry.asked >= len(rows):
                claimed = f"{losses[outcome.decision]}, {outcome.inquiry.asked} questions"
                where = f"costs {rows}, weights 1 and {person.weights[1]}"
                return fails(where, claimed=claimed, computed=f"{min(losses)}, {len(rows) - 1}")
            seen += 1
    return holds(f"{seen} choices")


def one_hull(search: Search, rng: np.random.Generator) -> Finding:
    """Three decisions, of which each is best for somebody."""
    del rng
    return decided(search, [((0, 3), (1, 1), (3, 0))])


def in_every_order(search: Search, rng: np.random.Generator) -> Finding:
    """All trade-offs of three and of four."""
    del rng
    sets = (*trade_offs(4), *trade_offs(3))
    return decided(search, (rows for each in sets for rows in permutations(each)))


def knocked_out(problem: DecisionList, person: Preference) -> Outcome[int]:
    """Return what a knockout with a right expert decides."""
    return guided(problem, Expert(person))


CLAIM: Claim[Search] = Claim(
    key="play/guided/no-regret",
    title="A knockout with a right expert has no regret after n - 1 questions",
    statement=(
        r"w \cdot c(\text{decision}) = \min_a w \cdot c(a) \text{ with at most } n - 1 "
        r"\text{ questions, all } w > 0,\ n = 3, 4 \text{ decisions with costs in } "
        r"\{0, 1, 2, 3\}^2, \text{ none beaten in both}"
    ),
    plain=(
        "Whoever chooses among three or four decisions by pairs, of which the worse drops out, "
        "ends with a best one after as many questions as there are others."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that n - 1 questions are needed, or that an expert who errs does little harm",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=knocked_out,
    checks=(
        Check(Method.EXHAUSTIVE, one_hull, scope="costs (0, 3), (1, 1), (3, 0), all weights"),
        Check(
            Method.EXHAUSTIVE,
            in_every_order,
            scope="n = 3, 4 in every order, all weights",
            tier="normal",
        ),
    ),
    controls={
        "nobody is asked": lambda problem, _: unguided(problem),
        "one question is enough": lambda problem, person: guided(
            problem, Expert(person), questions=1
        ),
        "the expert is always wrong": lambda problem, person: guided(
            problem, Expert(lambda asked: -person(asked))
        ),
        "only the first two take part": lambda problem, person: descended(
            DecisionList(problem.rows[:2]), Expert(person)
        ),
    },
)
