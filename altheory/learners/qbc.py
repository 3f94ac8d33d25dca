r"""Query by committee: ask where two members, drawn at random, differ.

The committee is drawn anew for each instance, independently and uniformly from the
version space (Gibbs draws).  If the share p of it says +1 at :math:`x`, the label is asked
with probability

.. math:: 2 p (1 - p),

so instances that split the version space evenly are asked about most often, and those
with a certain label never.  An instance that is passed over teaches nothing, whatever its
label would have been.  The theory of Freund, Seung, Shamir and Tishby is about labels
without noise and targets that are drawn from the same uniform prior.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar, final

from altheory.errors import DomainError, InconsistentLabelsError
from altheory.learners._answer import answer
from altheory.learners._prior import require_version_space
from altheory.numeric import seeds
from altheory.numeric.inputs import count
from altheory.protocols import Drawable, Oracle

X = TypeVar("X")
H = TypeVar("H")


@final
@dataclass(frozen=True, slots=True)
class QueryByCommitteeState(Generic[X, H]):
    """The version space, what it cost, and how many committees were drawn for it.

    ``region`` is where members can differ; only some instances there are asked about.
    """

    version_space: Any
    region: Any = field(compare=False, repr=False)
    queries: int = 0
    unlabeled: int = 0
    committees: int = 0

    def passing(self, n: int) -> "QueryByCommitteeState[X, H]":
        """Return the state after ``n`` instances outside of the region."""
        return replace(self, unlabeled=self.unlabeled + n)


@final
@dataclass(frozen=True, slots=True)
class QueryByCommittee(Generic[X, H]):
    """The learner that asks what a committee of two does not agree on.

    Parameters
    ----------
    prior
        The version space before any label, of which members can be drawn.
    seed
        Of the draws.  The committee for the k-th instance of disagreement has a stream
        of its own, so a step is a function of state, instance and label.

    Raises
    ------
    DomainError
        If the prior is no version space, or none to draw from, or the seed no integer.

    Notes
    -----
    Its committees are as random as the draws of the prior: exact on the sphere in dimension 2
    and 3, but approximately uniform from dimension 4 on, where a Markov chain draws.

    References
    ----------
    ``freund1997selective``.

    """

    prior: Any
    seed: int = 0

    def __post_init__(self) -> None:
        require_version_space(self.prior, "query by committee")
        if not isinstance(self.prior, Drawable):
            name = type(self.prior).__name__
            raise DomainError(
                f"query by committee draws members at random, which {name} cannot; "
                "take a class that can, such as thresholds or circle, or another learner"
            )
        object.__setattr__(self, "seed", count(self.seed, "a seed", least=0))

    def init(self) -> QueryByCommitteeState[X, H]:
        return QueryByCommitteeState(self.prior, self.prior.disagreement())

    def step(
        self, state: QueryByCommitteeState[X, H], x: X, ask: Oracle[X]
    ) -> QueryByCommitteeState[X, H]:
        """Draw a committee if members can differ at ``x``, and ask if it differs."""
        space, state = state.version_space, replace(state, unlabeled=state.unlabeled + 1)
        if len(space.labels(x)) < 2:
            return state
        number, state = state.committees, replace(state, committees=state.committees + 1)
        if not self._differs(space, x, number):
            return state
        y = answer(ask, x)
        space = space if y is None else space.restrict(x, y)
        if space.is_empty:
            raise InconsistentLabelsError(space.contradiction)
        region = state.region if y is None else space.disagreement()
        return replace(state, version_space=space, region=region, queries=state.queries + 1)

    def hypothesis(self, state: QueryByCommitteeState[X, H]) -> H:
        found: H = state.version_space.member()
        return found

    def _differs(self, space: Any, x: X, number: int) -> bool:
        """Tell whether two members differ at ``x``, or one of them has no label for it."""
        rng = seeds.stream(self.seed, "qbc", number)
        try:
            return bool(space.draw(rng)(x) != space.draw(rng)(x))
        except DomainError:  # x is an instance, so it lies on the boundary of a member
            return True
