r"""A crowd: workers with error rates of their own, each paid for every judgment.

All of them judge a question, or a stated number drawn for it.  What the question is worth is
then inferred from the votes of the round alone, by Dawid and Skene's model [dawid1979]_
(:mod:`altheory.oracles.dawid_skene`), or as the share of positive votes, the majority.  From
fewer than ``FEW`` questions nobody can tell who is right how often, so there it is the
majority, too.

The model fits itself to few votes: its posteriors are point estimates, and too sure of
themselves.  A round in which most workers err is lost either way.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, TypeAlias, final, get_args

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import count, listed
from altheory.numeric.seeds import Rng, generator
from altheory.oracles.dawid_skene import Votes, dawid_skene
from altheory.play.agent import Replies, Truth, chance, fee, judged

Rule: TypeAlias = Literal["dawid-skene", "majority"]

HALF = Fraction(1, 2)
FEW = 5  # questions of a round, below which the majority decides


@final
@dataclass(frozen=True, slots=True)
class Workers:
    """Somebody who sends each question to several workers.

    Parameters
    ----------
    truth
        From questions to -1, +1, or 0; who is indifferent gives no vote.
    errors
        The chance of each worker to say the contrary, independently for each question.
    price
        Of one judgment, a vote or none.
    each
        How many workers judge a question, drawn anew for it; None: all.
    rule
        How votes become answers.

    Examples
    --------
    >>> crowd = Workers(lambda question: question, errors=(0, 0, 1), price=2)
    >>> crowd.replies([1, -1], None)
    Replies(answers=(1, -1), price=Fraction(12, 1), judgments=6)

    """

    truth: Truth
    errors: tuple[Fraction, ...]
    price: Fraction = Fraction(1)
    each: int | None = None
    rule: Rule = "dawid-skene"

    def __post_init__(self) -> None:
        given = listed(self.errors, "the errors of workers")
        errors = tuple(chance(e, "the error of a worker") for e in given)
        if not errors:
            raise DomainError("a crowd has at least one worker, got none")
        if self.each is not None and count(self.each, "the judgments a question") > len(errors):
            raise DomainError(f"each of {len(errors)} workers judges once, got each={self.each}")
        if self.rule not in get_args(Rule):
            raise DomainError(f"a rule is dawid-skene or majority, got {self.rule!r}")
        object.__setattr__(self, "errors", errors)
        object.__setattr__(self, "price", fee(self.price))

    @property
    def votes_each(self) -> int:
        """How many workers judge a question."""
        return len(self.errors) if self.each is None else int(self.each)

    def votes(self, questions: Sequence[Any], rng: Rng) -> Votes:
        """Draw the votes of a round: ``int8[n_questions, n_workers]``, 0 where there is none."""
        stream, everyone = generator(rng), range(len(self.errors))
        cast = np.zeros((len(questions), len(everyone)), dtype=np.int8)
        for i, question in enumerate(questions):
            chosen = everyone
            if self.votes_each < len(everyone):
                chosen = stream.permutation(len(everyone))[: self.votes_each].tolist()
            for j in chosen:
                cast[i, j] = judged(self.truth, self.errors[j], question, stream)
        return cast

    def posteriors(self, votes: Votes) -> tuple[Fraction, ...]:
        """Return how probable a positive answer is to each question.

        It is 1/2 where nobody voted; exactly the share of positive votes by the majority, and a
        float's value by the model.
        """
        cast = np.abs(votes).sum(axis=1).tolist()
        if self.rule == "majority" or len(votes) < FEW or not any(cast):
            positive = (votes == 1).sum(axis=1).tolist()
            return tuple(Fraction(a, n) if n else HALF for a, n in zip(positive, cast, strict=True))
        fitted = dawid_skene(votes).posteriors.tolist()
        return tuple(Fraction(p) if n else HALF for p, n in zip(fitted, cast, strict=True))

    def cost(self, n: int) -> tuple[Fraction, int]:
        """Return the price of a round of ``n`` questions, and its number of judgments."""
        return self.price * n * self.votes_each, n * self.votes_each

    def replies(self, questions: Sequence[Any], rng: Rng) -> Replies:
        """Answer with what is more probable, with 0 where both are the same."""
        posteriors = self.posteriors(self.votes(questions, rng))
        return Replies(tuple(likelier(posteriors)), *self.cost(len(questions)))


def likelier(posteriors: Iterable[Fraction]) -> list[int]:
    """Return the more probable answers, 0 where both are the same.

    >>> likelier([Fraction(1, 5), Fraction(1, 2), Fraction(9, 10)])
    [-1, 0, 1]
    """
    return [(p > HALF) - (p < HALF) for p in posteriors]
