"""All pools of three binary questions to three models, up to names of labels, models, questions.

Each model answers a question by 1 with probability 0, 1/2 or 1, independently of its other
answers.
"""

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement, permutations, product
from typing import TypeAlias

from proofs_checks._label_laws import given_models, labels, told
from proofs_checks._logarithms import ZERO, Logs

Question: TypeAlias = tuple[Fraction, ...]  # the probability of label 1, model by model
Pool: TypeAlias = tuple[Question, ...]

SIZE = 3
NO, EVEN, YES = Fraction(0), Fraction(1, 2), Fraction(1)
# Of all pools the one with the worst greedy batch; and one with copies.
FEW: tuple[Pool, ...] = (
    ((NO, NO, YES), (NO, EVEN, YES), (EVEN, NO, YES)),
    ((NO, NO, YES), (NO, NO, YES), (NO, YES, EVEN)),
)
SCOPE = "pools of 3 questions to 3 models that say 1 with probability 0, 1/2 or 1, up to names"


def named(question: Question) -> Question:
    """Return the question with its labels in a fixed order."""
    return min(question, tuple(1 - p for p in question))


@cache
def pools() -> tuple[Pool, ...]:
    """Return one pool of each kind."""
    questions = sorted({named(of) for of in product((NO, EVEN, YES), repeat=SIZE)})
    return tuple(
        pool
        for pool in combinations_with_replacement(questions, SIZE)
        if all(
            pool <= tuple(sorted(named(tuple(of[k] for k in order)) for of in pool))
            for order in permutations(range(SIZE))
        )
    )


@cache
def together(questions: frozenset[tuple[int, Question]]) -> Logs:
    """Return what answers tell about the model; a question bears its number in the pool."""
    if not questions:
        return ZERO
    models = zip(*(of for _, of in sorted(questions)), strict=True)
    law = given_models(list(models))
    return told(law, labels(law))


def batch(pool: Pool, indices: Iterable[int]) -> Logs:
    """Return what the answers to some questions of a pool tell about the model."""
    return together(frozenset((i, pool[i]) for i in indices))
