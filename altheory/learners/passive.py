"""Passive learning: buy every label, return an empirical risk minimizer.

The version space is carried along because it is the passive learner's guarantee:
in the realizable case every consistent hypothesis errs at most on the mass of
the disagreement region.  Under noise it becomes empty, and the minimizer stays.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar, final

from altheory.errors import DomainError
from altheory.learners._answer import answer
from altheory.learners._chunks import Chunks, appended, joined, length
from altheory.learners._prior import require_version_space
from altheory.protocols import Label, Oracle, Sample, VersionSpace

X = TypeVar("X")
H = TypeVar("H")


@final
@dataclass(frozen=True, slots=True)
class PassiveState(Generic[X, H]):
    """Every labeled instance so far, and the hypotheses that agree with all."""

    version_space: VersionSpace[X, H, Any]
    chunks: Chunks[tuple[X, Label]] = ()
    abstentions: int = 0

    @property
    def sample(self) -> tuple[tuple[X, Label], ...]:
        return joined(self.chunks)

    @property
    def queries(self) -> int:
        return length(self.chunks) + self.abstentions

    @property
    def unlabeled(self) -> int:
        return self.queries


@final
@dataclass(frozen=True, slots=True)
class Passive(Generic[X, H]):
    """The learner that asks for every label.

    Parameters
    ----------
    prior
        The version space before any label.
    erm
        The rule from a labeled sample to a hypothesis with the fewest errors on
        it, such as ``Thresholds().erm`` (the middle of the minimizers) or
        ``Thresholds().erm_one_sided`` (their right end).

    Raises
    ------
    DomainError
        If the prior is no version space, or the rule no function.

    """

    prior: VersionSpace[X, H, Any]
    erm: Callable[[Sample[X]], H]

    def __post_init__(self) -> None:
        require_version_space(self.prior, "passive learning")
        rule: Any = self.erm
        if not callable(rule):
            raise DomainError(f"an erm is a function such as Thresholds().erm, got {rule!r}")

    def init(self) -> PassiveState[X, H]:
        return PassiveState(self.prior)

    def step(self, state: PassiveState[X, H], x: X, ask: Oracle[X]) -> PassiveState[X, H]:
        y = answer(ask, x)
        if y is None:
            return replace(state, abstentions=state.abstentions + 1)
        space = state.version_space.restrict(x, y)
        return PassiveState(space, appended(state.chunks, (x, y)), state.abstentions)

    def hypothesis(self, state: PassiveState[X, H]) -> H:
        return self.erm(state.sample)
