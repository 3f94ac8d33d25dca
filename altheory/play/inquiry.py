r"""Comparisons that are asked only where the answers so far leave them open.

The weights that agree with the answers are a version space of homogeneous separators, inside
the open positive orthant from the start.  A comparison outside of its disagreement region has
one answer for all of them, so it is known without being asked: CAL, on preferences.  Only open
comparisons are asked, so no answer can contradict the rounds before; the answers of one round
may contradict each other, and then the earlier ones stand.  Thus some weights always remain,
and wrong answers are not noticed: they end in a wrong decision, and a regret that says by how
much.

No answer teaches nothing, but is remembered: the same comparison, or a multiple of it, is not
asked again.  Once the questions are used up, weights in the middle decide: the mean of the extreme
rays of all that remain, each of unit length.  It lies inside; how deep, it does not say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Generic, Literal, TypeAlias, final

import numpy as np

from altheory.errors import DomainError
from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.numeric.directions import Direction, opposite, primitive, sign
from altheory.numeric.seeds import Rng
from altheory.play.agent import Agent, Rounds
from altheory.play.problem import Comparison, Costs, D, Preference, Problem

Reason: TypeAlias = Literal["asked", "overruled", "implied", "equal", "guessed"]


@final
@dataclass(frozen=True, slots=True)
class Judgment(Generic[D]):
    """One comparison, its answer and why it is the answer.

    It was ``asked`` of the agent; or asked and ``overruled`` by what earlier answers of the
    same round imply; it is ``implied`` by other answers, or a multiple of what brought no answer;
    the costs are all ``equal``; or it was ``guessed`` by the weights in the middle, for want of
    questions.
    """

    comparison: Comparison[D]
    answer: int
    reason: Reason

    @property
    def winner(self) -> D:
        """The better decision, the first of equals."""
        return self.comparison.second if self.answer < 0 else self.comparison.first

    @property
    def loser(self) -> D:
        """The other decision."""
        return self.comparison.first if self.answer < 0 else self.comparison.second


@final
@dataclass(frozen=True, slots=True)
class Inquiry(Generic[D]):
    """What is known of a person's weights, and what it cost.

    Attributes
    ----------
    weights
        The version space of the weights; None with a single criterion, where all is known.
    rounds
        What was answered, at which price, and how many questions may follow.
    judgments
        All comparisons, in order.
    silent
        The directions that brought no answer.

    """

    weights: SphereVersionSpace | None
    rounds: Rounds
    judgments: tuple[Judgment[D], ...] = ()
    silent: frozenset[Direction] = frozenset()

    @property
    def asked(self) -> int:
        """How many comparisons the agent was asked about."""
        return len(self.rounds.answers)

    @property
    def price(self) -> Fraction:
        """The price of all questions."""
        return self.rounds.price

    @property
    def effort(self) -> int:
        """How many times somebody judged a question."""
        return self.rounds.judgments

    @property
    def guessed(self) -> int:
        """How many comparisons were decided for want of questions."""
        return sum(j.reason == "guessed" for j in self.judgments)

    @property
    def center(self) -> Preference:
        """The mean of the extreme rays of the weights that remain, each of unit length."""
        normal = (1,) if self.weights is None else self.weights.member().normal
        return Preference(tuple(map(Fraction, normal)))

    def known(self, difference: Costs) -> int | None:
        """Return the answer that all remaining weights give, None if they differ.

        It is 0 if the costs are equal, or if the agent gave no answer before.
        """
        if not any(difference):
            return 0
        if self.weights is None:
            return sign(difference[0])
        labels = self.weights.labels(difference)
        if len(labels) == 1:
            return next(iter(labels))
        return 0 if _line(difference) in self.silent else None

    def compared(
        self, comparisons: Sequence[Comparison[D]], agent: Agent[Comparison[D]], rng: Rng
    ) -> "Inquiry[D]":
        """Return the inquiry after a round: all comparisons judged, the open ones asked.

        Of comparisons that are multiples of each other the first is asked.
        """
        opened = self._opened(comparisons)
        rounds = self.rounds.asked(agent, [comparisons[i] for i in opened], rng)
        after, told = replace(self, rounds=rounds), dict[int, Judgment[D]]()
        for i, reply in zip(opened, rounds.answers[self.asked :], strict=True):
            after, told[i] = after._told(comparisons[i], reply)
        rest = (told[i] if i in told else after._settled(c) for i, c in enumerate(comparisons))
        return replace(after, judgments=(*self.judgments, *rest))

    def _opened(self, comparisons: Sequence[Comparison[D]]) -> list[int]:
        """Return which comparisons are asked, by their places."""
        first = dict[Direction, int]()
        for i, c in enumerate(comparisons):
            if self.known(c.difference) is None:
                first.setdefault(_line(c.difference), i)
        return list(first.values())[: self.rounds.left]

    def _told(self, question: Comparison[D], reply: int) -> "tuple[Inquiry[D], Judgment[D]]":
        """Return what is known after one more reply, and the judgment that it makes."""
        now = self.known(question.difference)
        if now is not None and now != reply:
            return self, Judgment(question, now, "overruled")
        judgment = Judgment(question, reply, "asked")
        if now is not None or self.weights is None:
            return self, judgment
        if not reply:
            return replace(self, silent=self.silent | {_line(question.difference)}), judgment
        return replace(self, weights=self.weights.restrict(question.difference, reply)), judgment

    def _settled(self, question: Comparison[D]) -> Judgment[D]:
        """Return the judgment of a comparison that nobody is asked about."""
        answer = self.known(question.difference)
        if answer is None:
            return Judgment(question, self.center(question), "guessed")
        return Judgment(question, answer, "implied" if any(question.difference) else "equal")


def _line(difference: Costs) -> Direction:
    """Return the direction of a comparison, the same for all its multiples but 0."""
    direction = primitive(difference)
    return max(direction, opposite(direction))


def open_inquiry(problem: Problem[D], questions: int | None = None) -> Inquiry[D]:
    """Return the inquiry before any question: all positive weights are possible.

    >>> from altheory.play.coloring import Coloring
    >>> before = open_inquiry(Coloring(2, [(0, 1)], 2))
    >>> before.known((1, 2)), before.known((1, -1)), before.center.weights[0]
    (1, None, Fraction(1, 1))

    Parameters
    ----------
    problem
        Of which the criteria are weighed.
    questions
        How many may be asked in all; None: no limit.

    """
    none, d = Rounds(questions), len(problem.criteria)
    if d == 0:
        raise DomainError(f"a problem has at least one criterion, got none from {problem!r}")
    if d == 1:
        return Inquiry(None, none)
    orthant = SphereVersionSpace(d).restrict_all(np.eye(d, dtype=int).tolist(), [1] * d)
    return Inquiry(orthant, none)


def best_of(problem: Problem[D], decisions: Iterable[D], preference: Preference) -> D:
    """Return the decision of least loss, the first of equals.

    >>> from altheory.play.coloring import Coloring
    >>> best_of(Coloring(2, [(0, 1)], 2), [(0, 0), (0, 1)], Preference((2, 1)))
    (0, 1)
    """
    return min(decisions, key=lambda decision: preference.loss(problem.costs(decision)))
