"""CAL among noisy labels: a run that ends where its labels contradict the class.

Asking one label at a time, CAL asks only where both labels are possible, so nothing
contradicts it: it shrinks to a wrong answer in silence.  In a batch the labels can
contradict each other, and then no hypothesis is left to go on with.
"""

from dataclasses import dataclass, replace
from typing import Any, final

from altheory.errors import InconsistentLabelsError
from altheory.learners.cal import CAL, CALState
from altheory.protocols import Oracle


@final
@dataclass(frozen=True, slots=True)
class TolerantState:
    """The state of CAL, and whether a contradiction ended the run."""

    inner: CALState[Any, Any]
    finished: bool = False

    @property
    def queries(self) -> int:
        return self.inner.queries

    @property
    def unlabeled(self) -> int:
        return self.inner.unlabeled

    @property
    def version_space(self) -> Any:
        return self.inner.version_space

    @property
    def region(self) -> Any:
        return self.inner.region

    def passing(self, n: int) -> "TolerantState":
        """Return the state after ``n`` instances outside of the region."""
        return replace(self, inner=self.inner.passing(n))


@final
@dataclass(frozen=True, slots=True)
class TolerantCAL:
    """CAL that stops at a contradiction, with the version space from before it."""

    cal: CAL[Any, Any]

    def init(self) -> TolerantState:
        return TolerantState(self.cal.init())

    def step(self, state: TolerantState, x: Any, ask: Oracle[Any]) -> TolerantState:
        """Go on as CAL does; the labels that contradict each other are paid for."""
        try:
            return TolerantState(self.cal.step(state.inner, x, ask))
        except InconsistentLabelsError:
            return _ended(state, looked_at=1)

    def flush(self, state: TolerantState, ask: Oracle[Any]) -> TolerantState:
        """Buy the labels that wait, if there is something left to do with them."""
        if state.finished:
            return state
        try:
            return TolerantState(self.cal.flush(state.inner, ask))
        except InconsistentLabelsError:
            return _ended(state, looked_at=0)

    def hypothesis(self, state: TolerantState) -> Any:
        return self.cal.hypothesis(state.inner)


def _ended(state: TolerantState, *, looked_at: int) -> TolerantState:
    """Return the last state, having asked about all that waited and looked at so many more."""
    asked = state.queries + len(state.inner.waiting) + looked_at
    return TolerantState(replace(state.inner.passing(looked_at), queries=asked), finished=True)
