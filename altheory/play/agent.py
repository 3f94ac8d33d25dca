"""Who answers: an agent gets questions in rounds, and replies at a price.

An answer is -1 or +1, or 0 of somebody who is indifferent or cannot tell, which 0 does not say
apart.  What is true is a function from questions to answers, so one agent serves every kind of
question: which of two decisions is better (:class:`altheory.play.problem.Preference`), or whether
some points belong together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol, TypeAlias, TypeVar, final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import count, listed, rational
from altheory.numeric.seeds import Rng
from altheory.oracles._draw import beside, draw_label

Q_contra = TypeVar("Q_contra", contravariant=True)

Truth: TypeAlias = Callable[[Any], int]


@final
@dataclass(frozen=True, slots=True)
class Replies:
    """What one round of questions brought.

    >>> Replies((1, 0), price=Fraction(4), judgments=2).answers
    (1, 0)

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

    def __post_init__(self) -> None:
        answers = tuple(listed(self.answers, "the answers of a round"))
        if not {*answers} <= {-1, 0, 1}:
            raise DomainError(f"an answer is -1, 0 or 1, got {answers!r:.60}")
        object.__setattr__(self, "answers", answers)
        object.__setattr__(self, "price", fee(self.price, "the price of a round"))
        count(self.judgments, "the number of judgments", least=0)


class Agent(Protocol[Q_contra]):
    """Somebody who can be asked; the same generator gives the same answers."""

    def replies(self, questions: Sequence[Q_contra], rng: Rng, /) -> Replies:
        """Answer the questions of one round."""
        ...


@final
@dataclass(frozen=True, slots=True)
class Rounds:
    """What the rounds so far brought, and how many questions may follow.

    Attributes
    ----------
    questions
        How many may be asked in all; None: no limit.
    answers, price, judgments
        Of all rounds, as :class:`Replies` has them of one.

    """

    questions: int | None = None
    answers: tuple[int, ...] = ()
    price: Fraction = Fraction(0)
    judgments: int = 0

    def __post_init__(self) -> None:
        if self.questions is not None:
            count(self.questions, "the number of questions", least=0)

    @property
    def left(self) -> int | None:
        """How many questions may follow; None: no limit."""
        return None if self.questions is None else self.questions - len(self.answers)

    def asked(self, agent: Agent[Any], questions: Sequence[Any], rng: Rng) -> "Rounds":
        """Return the rounds and one more, of as many of the questions as may follow."""
        some = questions[: self.left]
        if not some:
            return self
        new = replied(agent, some, rng)
        price, judgments = self.price + new.price, self.judgments + new.judgments
        return Rounds(self.questions, self.answers + new.answers, price, judgments)


def replied(agent: Agent[Any], questions: Sequence[Any], rng: Rng) -> Replies:
    """Return the replies of an agent, one to each question, or refuse their number."""
    replies = agent.replies(questions, rng)
    if len(replies.answers) != len(questions):
        raise DomainError(
            f"an agent answers each question, with 0 if need be: {len(questions)} were asked, got "
            f"the answers {replies.answers!r:.60}"
        )
    return replies


def chance(value: Any, what: str) -> Fraction:
    """Return a probability as a rational, or refuse it.

    >>> chance(0.25, "an error")
    Fraction(1, 4)
    """
    exact = rational(value, what)
    if not 0 <= exact <= 1:
        raise DomainError(f"{what} lies in [0, 1], got {value!r}")
    return exact


def fee(value: Any, what: str = "a price") -> Fraction:
    """Return a price as a rational that is at least 0, or refuse it.

    >>> fee(3)
    Fraction(3, 1)
    """
    exact = rational(value, what)
    if exact < 0:
        raise DomainError(f"{what} is at least 0, got {value!r}")
    return exact


def judged(truth: Truth, error: Fraction, question: Any, rng: np.random.Generator) -> int:
    """Return the truth, or its contrary with the given chance; indifference stays.

    >>> judged(lambda question: 1, Fraction(1), "a question", np.random.default_rng(0))
    -1
    """
    answer = truth(question)
    if answer not in (-1, 0, 1):
        raise DomainError(f"an answer is -1, 0 or 1, got {answer!r} to {question!r}")
    if not answer or not error:
        return answer
    return -answer * draw_label(beside(error), rng)
