r"""Comparisons that are asked only where the answers so far leave them open.

The weights that agree with the answers are a version space of homogeneous separators, inside
the open positive orthant from the start.  A comparison outside of its disagreement region has
one answer for all of them, so it is known without being asked: CAL, on preferences.  As only
open comparisons are asked, no answer can contradict the earlier ones; the answers of one round
may contradict each other, and then the earlier ones stand.  Wrong answers are not noticed:
they end in a wrong decision, and a regret that says by how much.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Generic, Literal, TypeAlias, final

import numpy as np

from altheory.errors import DomainError
from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.play.agent import Agent
from altheory.play.problem import Comparison, Costs, D, Problem

Reason: TypeAlias = Literal["asked", "implied", "equal", "overruled"]


@final
@dataclass(frozen=True, slots=True)
class Judgment(Generic[D]):
    """One comparison, its answer and why it is the answer.

    ``asked`` of the agent, ``implied`` by earlier answers, ``equal`` in all costs, or
    ``overruled``: asked, and contrary to what an earlier answer of the same round implies.
    """

    comparison: Comparison[D]
    answer: int
    reason: Reason


@final
@dataclass(frozen=True, slots=True)
class Inquiry(Generic[D]):
    """What is known of a person's weights, and what it cost.

    Attributes
    ----------
    weights
        The version space of the weights; None with a single criterion, where all is known.
    judgments
        All comparisons, in order.
    price
        Of all questions.

    """

    weights: SphereVersionSpace | None
    judgments: tuple[Judgment[D], ...] = ()
    price: Fraction = Fraction(0)

    @property
    def asked(self) -> int:
        """How many comparisons the agent was asked about."""
        return sum(j.reason in ("asked", "overruled") for j in self.judgments)

    def known(self, difference: Costs) -> int | None:
        """Return the answer that all remaining weights give, None if they differ."""
        if not any(difference):
            return 0
        if self.weights is None:
            return 1 if difference[0] > 0 else -1
        labels = self.weights.labels(difference)
        return next(iter(labels)) if len(labels) == 1 else None

    def compared(
        self, comparisons: Sequence[Comparison[D]], agent: Agent[Comparison[D]], rng: Any
    ) -> "Inquiry[D]":
        """Return the inquiry after a round: all comparisons judged, the open ones asked."""
        known = [self.known(c.difference) for c in comparisons]
        opened = [c for c, answer in zip(comparisons, known, strict=True) if answer is None]
        replies = agent.replies(opened, rng) if opened else None
        answers = iter(replies.answers if replies else ())
        after = self if replies is None else replace(self, price=self.price + replies.price)
        for question, answer in zip(comparisons, known, strict=True):
            after = after._told(question, answer, next(answers) if answer is None else None)
        return after

    def _told(self, question: Comparison[D], known: int | None, reply: int | None) -> "Inquiry[D]":
        if reply is None:
            reason: Reason = "implied" if any(question.difference) else "equal"
            return self._with(Judgment(question, known or 0, reason))
        now = self.known(question.difference)
        if now is not None and reply and now != reply:
            return self._with(Judgment(question, now, "overruled"))
        weights = self.weights
        if weights is not None and reply and now is None:
            weights = weights.restrict(question.difference, reply)
        return replace(self._with(Judgment(question, reply, "asked")), weights=weights)

    def _with(self, judgment: Judgment[D]) -> "Inquiry[D]":
        return replace(self, judgments=(*self.judgments, judgment))


def open_inquiry(problem: Problem[D]) -> Inquiry[D]:
    """Return the inquiry before any question: all positive weights are possible."""
    d = len(problem.criteria)
    if d == 0:
        raise DomainError(f"a problem has at least one criterion, got none from {problem!r}")
    if d == 1:
        return Inquiry(None)
    return Inquiry(SphereVersionSpace(d).restrict_all(np.eye(d, dtype=int).tolist(), [1] * d))


def best_of(problem: Problem[D], decisions: Iterable[D], known: Inquiry[D]) -> D:
    """Return what the most central remaining weights like best, the first of equals."""
    weights = (1,) if known.weights is None else known.weights.member().normal

    def loss(decision: D) -> Fraction:
        return sum(
            (w * c for w, c in zip(weights, problem.costs(decision), strict=True)), Fraction(0)
        )

    return min(decisions, key=loss)
