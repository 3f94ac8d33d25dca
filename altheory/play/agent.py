"""Who answers: an agent gets questions in rounds, and replies at a price.

An answer is -1 or +1, or 0 of somebody who is indifferent or cannot tell.  What is true is a
function from questions to answers, so one agent serves every kind of question: which of two
decisions is better (:class:`altheory.play.problem.Preference`), or whether some points belong
together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol, TypeAlias, TypeVar, final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import rational
from altheory.oracles._draw import beside, draw_label

Q_contra = TypeVar("Q_contra", contravariant=True)

Truth: TypeAlias = Callable[[Any], int]


@final
@dataclass(frozen=True, slots=True)
class Replies:
    """What one round of questions brought.

    Attributes
    ----------
    answers
        One a question: -1, +1, or 0 for none.
    price
        Of the whole round.
    judgments
        How many times somebody judged a question; a crowd judges each one several times.

    """

    answers: tuple[int, ...]
    price: Fraction
    judgments: int


class Agent(Protocol[Q_contra]):
    """Somebody who can be asked; the same generator gives the same answers."""

    def replies(self, questions: Sequence[Q_contra], rng: np.random.Generator, /) -> Replies:
        """Answer the questions of one round."""
        ...


def chance(value: Any, what: str) -> Fraction:
    """Return a probability as a rational, or refuse it."""
    exact = rational(value, what)
    if not 0 <= exact <= 1:
        raise DomainError(f"{what} lies in [0, 1], got {value!r}")
    return exact


def fee(value: Any) -> Fraction:
    """Return a price as a rational that is at least 0, or refuse it."""
    exact = rational(value, "a price")
    if exact < 0:
        raise DomainError(f"a price is at least 0, got {value!r}")
    return exact


def judged(truth: Truth, error: Fraction, question: Any, rng: np.random.Generator) -> int:
    """Return the truth, or its contrary with the given chance; indifference stays."""
    answer = truth(question)
    if answer not in (-1, 0, 1):
        raise DomainError(f"an answer is -1, 0 or 1, got {answer!r} to {question!r}")
    if not answer or not error:
        return answer
    return -answer * draw_label(beside(error), rng)
