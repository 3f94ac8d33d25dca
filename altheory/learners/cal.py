r"""CAL: ask only where the version space disagrees (Cohn, Atlas, Ladner 1994).

An instance outside :math:`\mathrm{DIS}(V)` has the same label under every
hypothesis that is still possible, so its label teaches nothing and is not asked.
In batch form the labels of ``batch`` disagreement points are bought together,
before the version space is updated: fewer rounds, more labels.
"""

from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar, final

from altheory.errors import InconsistentLabelsError
from altheory.learners._prior import require_version_space
from altheory.numeric.inputs import count
from altheory.protocols import Oracle, VersionSpace

X = TypeVar("X")
H = TypeVar("H")


@final
@dataclass(frozen=True, slots=True)
class CALState(Generic[X, H]):
    r"""What CAL knows: the version space, and what it cost to get there.

    The points of a batch that waits are in ``chunks`` whose sizes are the binary
    digits of their number, so a batch of :math:`n` copies each point at most
    :math:`\log_2 n` times and not :math:`n` times.
    """

    version_space: VersionSpace[X, H, Any]
    queries: int = 0
    unlabeled: int = 0
    chunks: tuple[tuple[X, ...], ...] = ()

    @property
    def waiting(self) -> tuple[X, ...]:
        """The points whose labels are not bought yet, in order."""
        return tuple(x for chunk in self.chunks for x in chunk)


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
        state = replace(state, chunks=_appended(state.chunks, x))
        waiting = sum(map(len, state.chunks))
        return state if waiting < self.batch else self.flush(state, ask)

    def flush(self, state: CALState[X, H], ask: Oracle[X]) -> CALState[X, H]:
        """Ask for every label that waits, then update."""
        space = state.version_space
        for x in state.waiting:
            space = space.restrict(x, ask(x))
        if space.is_empty:
            raise InconsistentLabelsError(space.contradiction)
        return CALState(space, state.queries + len(state.waiting), state.unlabeled)

    def hypothesis(self, state: CALState[X, H]) -> H:
        return state.version_space.member()


def _appended(chunks: tuple[tuple[X, ...], ...], x: X) -> tuple[tuple[X, ...], ...]:
    """Add a point as one is added in binary: chunks of one size are carried over."""
    last: tuple[X, ...] = (x,)
    while chunks and len(chunks[-1]) == len(last):
        chunks, last = chunks[:-1], chunks[-1] + last
    return (*chunks, last)
