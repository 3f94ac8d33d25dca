"""A crowd first, and an expert for the questions on which it is in doubt."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

from altheory.errors import DomainError
from altheory.numeric.inputs import rational
from altheory.numeric.seeds import Rng, generator
from altheory.play.agent import Agent, Replies, replied
from altheory.play.workers import Workers, likelier


@final
@dataclass(frozen=True, slots=True)
class Mixed:
    """Somebody who believes a crowd where it is sure, and asks an expert where it is not.

    The prices add.  A crowd is sure of a question if the more probable answer has a posterior
    of at least ``sure``: by a majority exactly its share of the votes, by Dawid and Skene's model
    an estimate from the round's votes.

    Parameters
    ----------
    crowd
        Who judges all questions.
    expert
        Who is asked again, all doubtful questions of a round at once.
    sure
        From which posterior on the crowd is believed, in [1/2, 1].

    Examples
    --------
    >>> from altheory.play.expert import Expert
    >>> truth = lambda question: question
    >>> both = Mixed(Workers(truth, (0, 1, 1), price=1), Expert(truth, price=9), sure=0.75)
    >>> both.replies([1, -1], None)  # two thirds of the votes are no certainty
    Replies(answers=(1, -1), price=Fraction(24, 1), judgments=8)

    """

    crowd: Workers
    expert: Agent[Any]
    sure: Fraction = Fraction(9, 10)

    def __post_init__(self) -> None:
        exact = rational(self.sure, "the posterior of a sure crowd")
        if not Fraction(1, 2) <= exact <= 1:
            raise DomainError(f"a crowd is sure from a posterior in [1/2, 1] on, got {self.sure!r}")
        object.__setattr__(self, "sure", exact)

    def replies(self, questions: Sequence[Any], rng: Rng) -> Replies:
        """Answer for the crowd where it is sure, for the expert elsewhere."""
        stream = generator(rng)
        posteriors = self.crowd.posteriors(self.crowd.votes(questions, stream))
        answers = likelier(posteriors)
        doubtful = [i for i, p in enumerate(posteriors) if max(p, 1 - p) < self.sure]
        price, judgments = self.crowd.cost(len(questions))
        if doubtful:
            second = replied(self.expert, [questions[i] for i in doubtful], stream)
            for i, answer in zip(doubtful, second.answers, strict=True):
                answers[i] = answer
            price, judgments = price + second.price, judgments + second.judgments
        return Replies(tuple(answers), price, judgments)
