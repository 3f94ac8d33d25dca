"""What a law of label complexity covers, and the question put to it.

A law is asked for a mean: of which learner, on which class, for how many labels
or instances, after how long a stream or down to which error.  Modules of this
package list theirs in ``LAWS``; whoever needs a mean asks ``exact_mean``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, TypeAlias, final

from altheory.numeric.closed_form import ClosedForm

Quantity: TypeAlias = Literal["queries", "unlabeled"]
Given: TypeAlias = Literal["stream", "epsilon"]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The question how many labels, or instances, a learner needs on average.

    Exactly one of ``stream`` (so many instances are offered) and ``epsilon``
    (go on until the learner's own guarantee is that small) is given.  Without
    ``target`` the mean is over a target drawn from the uniform prior.
    """

    hypotheses: Any
    learner: str
    quantity: Quantity
    target: Any = None
    epsilon: Fraction | None = None
    stream: int | None = None

    @property
    def given(self) -> Given:
        return "stream" if self.epsilon is None else "epsilon"


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A mean that is known exactly, and for which questions.

    Parameters
    ----------
    hypotheses
        The type of the classes it covers.
    learners
        The names of the learners it covers.
    quantity, given
        What is counted, and what ends the run.
    mean
        The answer; None where this law has none after all.

    """

    hypotheses: type
    learners: frozenset[str]
    quantity: Quantity
    given: Given
    mean: Callable[[Question], ClosedForm | None]

    def covers(self, question: Question) -> bool:
        return (
            isinstance(question.hypotheses, self.hypotheses)
            and question.learner in self.learners
            and question.quantity == self.quantity
            and question.given == self.given
        )
