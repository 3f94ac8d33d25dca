"""One expert: asked once, right but for a chance of error, at a price a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.play.agent import Replies, Truth, chance, fee, judged


@final
@dataclass(frozen=True, slots=True)
class Expert:
    """Somebody who knows the truth and errs at random.

    Parameters
    ----------
    truth
        From questions to -1, +1, or 0.
    error
        The chance of the contrary answer, independently for each question.
    price
        Of one question.

    Examples
    --------
    >>> from altheory.play.problem import Comparison, Preference
    >>> expert = Expert(Preference((1, 2)), price=5)
    >>> expert.replies([Comparison("a", "b", (1, -1)), Comparison("a", "c", (2, -1))], None)
    Replies(answers=(-1, 0), price=Fraction(10, 1), judgments=2)

    """

    truth: Truth
    error: Fraction = Fraction(0)
    price: Fraction = Fraction(1)

    def __post_init__(self) -> None:
        object.__setattr__(self, "error", chance(self.error, "the error of an expert"))
        object.__setattr__(self, "price", fee(self.price))

    def replies(self, questions: Sequence[Any], rng: np.random.Generator) -> Replies:
        answers = tuple(judged(self.truth, self.error, question, rng) for question in questions)
        return Replies(answers, self.price * len(questions), len(questions))
