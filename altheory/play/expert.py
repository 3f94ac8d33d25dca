"""One expert: asked once, right but for a chance of error or of silence, at a price a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

from altheory.numeric.seeds import Rng, generator
from altheory.oracles._draw import beside, draw_label
from altheory.play.agent import Replies, Truth, chance, fee, judged


@final
@dataclass(frozen=True, slots=True)
class Expert:
    """Somebody who knows the truth, errs at random and may give no answer.

    Parameters
    ----------
    truth
        From questions to -1, +1, or 0.
    error
        The chance of the contrary answer, independently for each question that is answered.
    price
        Of one question, answered or not.
    silence
        The chance of no answer, independently for each question.

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
    silence: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "error", chance(self.error, "the error of an expert"))
        object.__setattr__(self, "price", fee(self.price))
        object.__setattr__(self, "silence", chance(self.silence, "the silence of an expert"))

    def replies(self, questions: Sequence[Any], rng: Rng) -> Replies:
        """Answer each question by itself."""
        stream = generator(rng)
        answers = tuple(
            0
            if self.silence and draw_label(beside(self.silence), stream) == 1
            else judged(self.truth, self.error, question, stream)
            for question in questions
        )
        return Replies(answers, self.price * len(answers), len(answers))
