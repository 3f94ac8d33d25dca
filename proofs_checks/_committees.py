r"""Committees of labelings of a few instances, and the errors that they do not ask about.

A committee asks where its members disagree.  Where all are wrong alike it asks nothing, so the
error stays.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations_with_replacement, product
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Counterexample, Finding, fails, holds

Labeling: TypeAlias = tuple[int, ...]
Committee: TypeAlias = tuple[Labeling, ...]
Most: TypeAlias = Callable[[Committee, Labeling], int]

AGREEING: tuple[Committee, Labeling] = (((0, 0, 0), (0, 0, 1)), (0, 1, 1))
PROGRAM = """\
members, truth = [(0, 0, 0), (0, 0, 1)], (0, 1, 1)  # labels of three instances
votes = list(zip(*members))
asked = [i for i, of in enumerate(votes) if len(set(of)) > 1]
assert asked == [2]  # the only one that the members disagree about
assert votes[1] == (0, 0) and truth[1] == 1  # and this error nobody asks about
"""


def errors(labeling: Labeling, truth: Labeling) -> set[int]:
    """Return where a labeling is wrong."""
    return {i for i, (y, true) in enumerate(zip(labeling, truth, strict=True)) if y != true}


@cache
def agreed(committee: Committee) -> tuple[int, ...]:
    """Return where the package's score of votes is zero: what the committee does not ask."""
    from altheory.acquisition import max_vote_disagreement

    votes = np.array(list(zip(*committee, strict=True)))
    return tuple(np.flatnonzero(max_vote_disagreement(votes, 2) == 0).tolist())


def unasked(committee: Committee, truth: Labeling) -> int:
    """Return how many errors the first member makes where the committee does not ask."""
    return sum(committee[0][i] != truth[i] for i in agreed(committee))


def committees(instances: int, members: int) -> Iterator[tuple[Committee, Labeling]]:
    """Go through committees, up to the order of members, and truths."""
    labelings = tuple(product((0, 1), repeat=instances))
    yield from product(combinations_with_replacement(labelings, members), labelings)


def compared(most: Most, instances: int, members: int) -> Finding:
    """Count the errors of all members alike, by definition and by what the package asks."""
    count = 0
    for committee, truth in (AGREEING, *committees(instances, members)):
        missed = len(set.intersection(*(errors(of, truth) for of in committee)))
        claimed = most(committee, truth)
        if missed > claimed or unasked(committee, truth) != missed:
            certificate = arithmetic(missed, ">", claimed)
            return fails(
                f"committee {committee}, truth {truth}",
                claimed=f"at most {claimed}",
                computed=missed,
                counterexample=Counterexample(certificate, PROGRAM),
            )
        count += 1
    return holds(f"{count} committees and truths")


def two_instances(most: Most, rng: np.random.Generator) -> Finding:
    """Go through committees of two on two instances."""
    del rng
    return compared(most, 2, 2)


def three_instances(most: Most, rng: np.random.Generator) -> Finding:
    """Go through committees of three on three instances."""
    del rng
    return compared(most, 3, 3)


CHECKS: tuple[Check[Most], ...] = (
    Check(Method.EXHAUSTIVE, two_instances, scope="two members, two instances, and an example"),
    Check(
        Method.EXHAUSTIVE,
        three_instances,
        scope="all committees of three on three instances, all truths",
        tier="normal",
    ),
)


def of_the_best(committee: Committee, truth: Labeling) -> int:
    """Return how many errors the best member makes: none if it is the truth."""
    return min(len(errors(of, truth)) for of in committee)
