r"""A knockout with a right expert decides as if the weights were known.

Of n efficient decisions it asks about at most n - 1 pairs, and

.. math:: w \cdot c(\text{decision}) = \min_a w \cdot c(a) \quad\text{for all } w > 0,

for who drops out is no better than somebody who is left.  By their ratio weights are the same
iff they are on the same sides of all slopes, so finitely many people are everybody.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import combinations, permutations, product
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
FOLDS = ((1, 6, 0), (1, 6, 1), (1, 6, 1), (0, 4, 2), (1, 6, 2))  # FF, FL, LF, LL, LR of HPPH


def trade_offs(n: int) -> list[tuple[Row, ...]]:
    """Return all sets of n decisions of which each costs less in one way and more in the other."""
    falling = [pair[::-1] for pair in combinations(range(SIDE), n)]
    return [
        tuple(zip(first, second, strict=True))
        for first in combinations(range(SIDE), n)
        for second in falling
    ]


def decided(
    search: Search,
    problems: Iterable[tuple[Row, ...]],
    people: Sequence[Preference] = (*between(slopes(SIDE - 1)), *on(slopes(SIDE - 1))),
) -> Finding:
    """Compare the loss of each decision with the least one; in two criteria for everybody."""
    seen = 0
    for rows in problems:
        problem = DecisionList(rows)
        for person in people:
            outcome = search(problem, person)
            losses = [person.loss(problem.costs(d)) for d in problem.decisions()]
            if losses[outcome.decision] != min(losses) or outcome.inquiry.asked >= len(rows):
                claimed = f"{losses[outcome.decision]}, {outcome.inquiry.asked} questions"
                where = f"costs {rows}, weights {[str(w) for w in person.weights]}"
                return fails(where, claimed=claimed, computed=f"{min(losses)}, {len(rows) - 1}")
            seen += 1
    return holds(f"{seen} choices")


def one_hull(search: Search, rng: np.random.Generator) -> Finding:
    """Three decisions, of which each is best for somebody."""
    del rng
    return decided(search, [((0, 3), (1, 1), (3, 0))])


def folds(search: Search, rng: np.random.Generator) -> Finding:
    """Take the five folds of HPPH: contacts missed, perimeter of the box, and bends."""
    del rng
    people = [Preference(tuple(map(Fraction, w))) for w in product((1, 3), repeat=3)]
    return decided(search, [FOLDS], people)


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
        r"\{0, 1, 2, 3\}^2, \text{ none beaten in both; "
        r"and for the folds of HPPH, } w \in \{1, 3\}^3"
    ),
    plain=(
        "Whoever chooses among three or four decisions by pairs, of which the worse drops out, "
        "ends with a best one after at most as many questions as there are others; checked for "
        "two costs of 0 to 3 each, and for the five folds of a chain of four with three."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say=(
        "that n - 1 questions are needed, that it holds for all problems of more criteria, or that "
        "an expert who errs does little harm"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=knocked_out,
    checks=(
        Check(Method.EXHAUSTIVE, one_hull, scope="costs (0, 3), (1, 1), (3, 0), all weights"),
        Check(Method.EXHAUSTIVE, folds, scope="HPPH, eight weights", tier="normal"),
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
