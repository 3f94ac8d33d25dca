"""What a search decided, what it cost to ask, and what the decision is worth.

Everything is exact, and the best decision is found by going through all of them.
"""

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

    >>> from altheory.play import Coloring, unguided
    >>> outcome = unguided(Coloring(2, [(0, 1)], 2))
    >>> outcome.decision, outcome.inquiry.asked, outcome.is_finished
    ((0, 0), 0, True)

    Attributes
    ----------
    decision
        What was decided.
    inquiry
        All comparisons, and what they say of the weights.

    """

    decision: D
    inquiry: Inquiry[D]

    @property
    def is_finished(self) -> bool:
        """Whether nothing was guessed and no open question stayed without an answer.

        Then the answers alone led to the decision.  Indifference counts as no answer: it cannot be
        told from silence.
        """
        return not self.inquiry.guessed and not self.inquiry.silent


@final
@dataclass(frozen=True, slots=True)
class Account:
    """What a decision is worth to a person, after what it cost to find.

    >>> Account(Fraction(5), Fraction(6), Fraction(2), 2, 2).net
    Fraction(3, 1)

    Attributes
    ----------
    utility
        The loss of the start minus the loss of the decision, times what a unit is worth.
    best
        The utility of an optimal decision.
    price
        Of all questions.
    questions
        How many were asked.
    judgments
        How many times somebody judged one.

    """

    utility: Fraction
    best: Fraction
    price: Fraction
    questions: int
    judgments: int

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

    Examples
    --------
    >>> from altheory.play import Coloring, Expert, guided
    >>> edge, person = Coloring(2, [(0, 1)], 2), Preference((5, 1))
    >>> told = account(edge, guided(edge, Expert(person)), person, worth=10)
    >>> print(told.utility, told.regret, told.price, told.net)
    40 0 1 39

    """
    return accounted(problem, outcome, preference, optimum(problem, preference).loss, worth=worth)


def accounted(
    problem: Problem[D],
    outcome: Outcome[D],
    preference: Preference,
    least: Fraction,
    *,
    worth: Any = 1,
) -> Account:
    """Return the same if the least loss of all decisions is known.

    >>> from altheory.play import Coloring, unguided
    >>> edge = Coloring(2, [(0, 1)], 2)
    >>> accounted(edge, unguided(edge), Preference((5, 1)), Fraction(2)).regret
    Fraction(4, 1)
    """
    unit = fee(worth, "the worth of a unit of loss")
    begin = preference.loss(problem.costs(problem.start()))
    ended = preference.loss(problem.costs(outcome.decision))
    known = outcome.inquiry
    return Account(
        unit * (begin - ended), unit * (begin - least), known.price, known.asked, known.effort
    )
