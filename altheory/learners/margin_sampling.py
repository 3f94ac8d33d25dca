r"""Margin sampling: ask about the pool instance nearest to the present boundary.

The learner minimizes the errors on its labels and asks where its threshold is least sure, which
is next to the cut.  While labels agree with a threshold the cut is the middle of the highest
negative and the lowest positive one, as that of a hard-margin support vector machine on the line.

Nothing bounds what it does not ask about: see claim ``sampling-bias/margin-sampling``.
"""

from bisect import bisect_left
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, final

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners._answer import answer
from altheory.numeric.inputs import listed
from altheory.protocols import Label, Oracle
from altheory.spaces.line import point


@final
@dataclass(frozen=True, slots=True)
class MarginSamplingState:
    """What is left of the pool in increasing order, and the labels bought."""

    rest: tuple[Fraction, ...]
    sample: tuple[tuple[Fraction, Label], ...] = ()
    queries: int = 0

    @property
    def unlabeled(self) -> int:
        return 0


@final
@dataclass(frozen=True, slots=True)
class MarginSampling:
    """Uncertainty sampling for thresholds from a pool.

    Parameters
    ----------
    pool
        The instances that may be asked about, each as often as it stands there.
    seeds
        Instances of the pool to ask about first, in this order.

    Raises
    ------
    DomainError
        If an instance lies outside [0, 1], or a seed is not in the pool.

    Notes
    -----
    Of two instances as near, the lower one is asked about.  A labeler who abstains is not asked
    again.  Among cuts with as few errors the first interval counts, and its middle is taken.

    References
    ----------
    ``lewis1994``, for the question; ``tong2001``, for the cut in the middle.

    Examples
    --------
    >>> learner = MarginSampling([0, Fraction(1, 4), Fraction(1, 2), 1], seeds=[0, 1])
    >>> state = learner.init()
    >>> for _ in range(3):
    ...     state = learner.step(state, None, Threshold(0.3))
    >>> print(*state.sample[-1], learner.hypothesis(state).cut)
    1/2 1 1/4

    """

    pool: Any
    seeds: Any = ()

    def __post_init__(self) -> None:
        pool = tuple(sorted(map(point, listed(self.pool))))
        seeds = tuple(map(point, listed(self.seeds)))
        rest = list(pool)
        for x in seeds:
            _take(rest, x)
        object.__setattr__(self, "pool", pool)
        object.__setattr__(self, "seeds", seeds)

    def init(self) -> MarginSamplingState:
        return MarginSamplingState(self.pool)

    def step(
        self, state: MarginSamplingState, x: object, ask: Oracle[Fraction]
    ) -> MarginSamplingState:
        """Ask about the next seed or the nearest instance, whatever the stream offers."""
        del x
        query = self.question(state)
        if query is None:
            return state
        rest = list(state.rest)
        _take(rest, query)
        state = replace(state, rest=tuple(rest), queries=state.queries + 1)
        y = answer(ask, query)
        return state if y is None else replace(state, sample=(*state.sample, (query, y)))

    def question(self, state: MarginSamplingState) -> Fraction | None:
        """Return the instance that is asked about next, None if the pool is used up."""
        if state.queries < len(self.seeds):
            seed: Fraction = self.seeds[state.queries]
            return seed
        cut = self.hypothesis(state).cut
        place = bisect_left(state.rest, cut)
        beside = state.rest[max(place - 1, 0) : place + 1]
        return min(beside, key=lambda x: abs(x - cut), default=None)

    def hypothesis(self, state: MarginSamplingState) -> Threshold:
        return Thresholds().erm(state.sample)


def _take(rest: list[Fraction], x: Fraction) -> None:
    """Take one copy of an instance out of what is left, which is in order."""
    place = bisect_left(rest, x)
    if place == len(rest) or rest[place] != x:
        raise DomainError(f"a seed is an instance of the pool, got {x}")
    del rest[place]
