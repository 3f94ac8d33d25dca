r"""Bisection: ask at the instance that splits the version space most evenly.

The learner makes up its own queries (membership queries), so it looks at no
unlabeled instance.  On thresholds after :math:`q` labels the version space has
width :math:`2^{-q}` and its middle is within :math:`2^{-q-1}` of the target.  On
a finite class this is the greedy query tree.
"""

from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar, final

from altheory.errors import DomainError, InconsistentLabelsError
from altheory.learners._answer import answer
from altheory.learners._prior import require_version_space
from altheory.protocols import Oracle, Splittable, VersionSpace

X = TypeVar("X")
H = TypeVar("H")
H_co = TypeVar("H_co", covariant=True)


class SplittableSpace(VersionSpace[X, H_co, Any], Splittable[X], Protocol[X, H_co]):
    """A version space that can say where to split it."""


@final
@dataclass(frozen=True, slots=True)
class BisectionState(Generic[X, H]):
    """The version space and the labels it cost."""

    version_space: SplittableSpace[X, H]
    queries: int = 0

    @property
    def unlabeled(self) -> int:
        return 0


@final
@dataclass(frozen=True, slots=True)
class Bisection(Generic[X, H]):
    """The learner that chooses its own queries.

    Parameters
    ----------
    prior
        The version space before any label, which knows where to split itself.

    Raises
    ------
    DomainError
        If the prior is no version space, or has no bisector.

    """

    prior: SplittableSpace[X, H]

    def __post_init__(self) -> None:
        require_version_space(self.prior, "bisection")
        space: Any = self.prior
        if not isinstance(space, Splittable):
            raise DomainError(
                f"bisection needs a bisector, which {type(space).__name__} has not; take a class "
                "whose version spaces have one, such as thresholds or circle, or another learner"
            )

    def init(self) -> BisectionState[X, H]:
        return BisectionState(self.prior)

    def step(self, state: BisectionState[X, H], x: object, ask: Oracle[X]) -> BisectionState[X, H]:
        """Ask where it helps most, whatever the stream offers; nothing if nothing splits."""
        del x
        query = state.version_space.bisector()
        if query is None:
            return state
        y = answer(ask, query)
        space = state.version_space if y is None else state.version_space.restrict(query, y)
        if space.is_empty:
            raise InconsistentLabelsError(space.contradiction)
        return BisectionState(space, state.queries + 1)

    def hypothesis(self, state: BisectionState[X, H]) -> H:
        return state.version_space.member()
