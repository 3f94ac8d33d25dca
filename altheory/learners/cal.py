r"""CAL: ask only where the version space disagrees (Cohn, Atlas, Ladner 1994).

An instance outside :math:`\mathrm{DIS}(V)` has the same label under every
hypothesis that is still possible, so its label teaches nothing and is not asked.
In batch form the labels of ``batch`` disagreement points are bought together,
before the version space is updated: fewer rounds, more labels.
"""

from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar, final

from altheory.errors import InconsistentLabelsError
from altheory.learners._answer import answer
from altheory.learners._chunks import Chunks, appended, joined, length
from altheory.learners._prior import require_version_space
from altheory.numeric.inputs import count
from altheory.protocols import Oracle, VersionSpace

X = TypeVar("X")
H = TypeVar("H")


@final
@dataclass(frozen=True, slots=True)
class CALState(Generic[X, H]):
    """What CAL knows: the version space, and what it cost to get there."""

    version_space: VersionSpace[X, H, Any]
    queries: int = 0
    unlabeled: int = 0
    chunks: Chunks[X] = ()

    @property
    def region(self) -> Any:
        """Where CAL asks: the disagreement region."""
        return self.version_space.disagreement()

    def passing(self, n: int) -> "CALState[X, H]":
        """Return the state after ``n`` instances outside of the region."""
        return replace(self, unlabeled=self.unlabeled + n)

    @property
    def waiting(self) -> tuple[X, ...]:
        """The points whose labels are not bought yet, in order."""
        return joined(self.chunks)


@final
@dataclass(frozen=True, slots=True)
class CAL(Generic[X, H]):
    """The mellow learner for the realizable case.

    Parameters
    ----------
    prior
        The version space before any label.
    batch
        How many disagreement points are asked together.

    Raises
    ------
    DomainError
        If the prior is no version space, or the batch no positive integer.
    InconsistentLabelsError
        From ``step``, when the labels contradict the class; it names them.

    Notes
    -----
    Asking one label at a time, CAL never meets a contradiction: where it asks both labels
    are possible.  Among wrong labels it shrinks to a wrong answer without noticing.

    """

    prior: VersionSpace[X, H, Any]
    batch: int = 1

    def __post_init__(self) -> None:
        require_version_space(self.prior, "CAL")
        count(self.batch, "a batch")

    def init(self) -> CALState[X, H]:
        return CALState(self.prior)

    def step(self, state: CALState[X, H], x: X, ask: Oracle[X]) -> CALState[X, H]:
        """Look at ``x``; ask once ``batch`` points of disagreement are waiting."""
        state = replace(state, unlabeled=state.unlabeled + 1)
        if len(state.version_space.labels(x)) < 2:
            return state
        state = replace(state, chunks=appended(state.chunks, x))
        return state if length(state.chunks) < self.batch else self.flush(state, ask)

    def flush(self, state: CALState[X, H], ask: Oracle[X]) -> CALState[X, H]:
        """Ask for every label that waits, then update."""
        space = state.version_space
        for x in state.waiting:
            y = answer(ask, x)
            space = space if y is None else space.restrict(x, y)
        if space.is_empty:
            raise InconsistentLabelsError(space.contradiction)
        return CALState(space, state.queries + len(state.waiting), state.unlabeled)

    def hypothesis(self, state: CALState[X, H]) -> H:
        return state.version_space.member()
