"""What a search decided, what it cost to ask, and what the decision is worth."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Generic, final

from altheory.play.agent import fee
from altheory.play.inquiry import Inquiry
from altheory.play.problem import D, Preference, Problem, optimum


@final
@dataclass(frozen=True, slots=True)
class Outcome(Generic[D]):
    """A decision, and the inquiry that led to it.

    Attributes
    ----------
    decision
        What was decided.
    inquiry
        All comparisons, and what they say of the weights.
    is_finished
        Whether the search came to its end; if not, its budget of questions did.

    """

    decision: D
    inquiry: Inquiry[D]
    is_finished: bool


@final
@dataclass(frozen=True, slots=True)
class Account:
    """What a decision is worth to a person, after what it cost to find.

    Attributes
    ----------
    utility
        The loss of the start minus the loss of the decision, times what a unit is worth.
    best
        The utility of an optimal decision.
    price
        Of all questions.

    """

    utility: Fraction
    best: Fraction
    price: Fraction

    @property
    def regret(self) -> Fraction:
        """How much better an optimal decision is; at least 0."""
        return self.best - self.utility

    @property
    def net(self) -> Fraction:
        """The utility minus the price of the questions."""
        return self.utility - self.price


def account(
    problem: Problem[D], outcome: Outcome[D], preference: Preference, *, worth: Any = 1
) -> Account:
    """Return what a decision is worth to a person with this preference, exactly.

    Parameters
    ----------
    problem
        What was decided; all its decisions are gone through for the best one.
    outcome
        Of a search.
    preference
        The true weights.
    worth
        Of one unit of loss, in units of the prices of questions.

    """
    unit = fee(worth)
    begin = preference.loss(problem.costs(problem.start()))
    ended = preference.loss(problem.costs(outcome.decision))
    best = begin - optimum(problem, preference).loss
    return Account(unit * (begin - ended), unit * best, outcome.inquiry.price)
