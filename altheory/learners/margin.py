r"""Margin-based learning: ask close to the hyperplane of a good separator, then halve its error.

The first label says which half of the space holds the target's normal: the separator
:math:`w_0` around the first signed example differs from the target on mass 1/2 at most.
Round k begins with :math:`w_{k-1}`, at most :math:`r = 2^{-k}` from the target.  It asks in a
band around the hyperplane of :math:`w_{k-1}` only, and then takes the separator
:math:`w_k` nearest to :math:`w_{k-1}` that contradicts no label of the round.  It is no
farther from :math:`w_{k-1}` than the target is, so beyond the band each of the two
differs from :math:`w_{k-1}` on a mass :math:`o(r, b)` that geometry gives, and

.. math:: P(w_k \ne w^*) \le 2\, o(r, b) + P(\mathrm{band}) \, \mathrm{err}_{\mathrm{band}}(w_k)
          \le \frac r2

once the error within the band is at most a constant, about 1/12 in high dimension.  At most
:math:`d - 1` labels decide which separator is nearest, so a binomial tail says how many
labels a round needs (:mod:`altheory.bounds._support`), whatever the labels turn out to be:
:math:`O((d + \log(k/\delta)) \log(1/\varepsilon))` in all.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Generic, TypeVar, final

from altheory.bounds._schedule import share
from altheory.bounds._support import least_sample
from altheory.errors import DomainError
from altheory.hypotheses.circle_version_space import CircleVersionSpace
from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.learners._answer import answer
from altheory.learners._chunks import Chunks, appended, joined, length
from altheory.learners._margin_circle import CircleRounds
from altheory.learners._margin_round import Rounds
from altheory.learners._margin_sphere import SphereRounds
from altheory.numeric.inputs import open_unit, positive
from altheory.protocols import Label, Oracle

X = TypeVar("X")
H = TypeVar("H")

HALF = Fraction(1, 2)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class MarginBasedState(Generic[X, H]):
    """The separator so far, how good it is, and the labels of this round.

    Attributes
    ----------
    separator
        That of the last round, None before the first label.
    center
        What the round takes for it, with no more digits than it needs.
    radius
        The mass on which it differs from the target at most, if no round failed.
    region, due
        Where the round asks, and for how many labels.
    refuted
        Whether no separator is left within the radius, so that a round must have failed or
        a label is wrong.

    """

    region: Any
    separator: H | None = None
    center: H | None = None
    radius: Fraction = Fraction(1)
    round: int = 0
    due: int = 1
    chunks: Chunks[tuple[X, Label]] = ()
    queries: int = 0
    unlabeled: int = 0
    finished: bool = False
    refuted: bool = False

    def passing(self, n: int) -> "MarginBasedState[X, H]":
        """Return the state after ``n`` instances outside of the region."""
        return replace(self, unlabeled=self.unlabeled + n)

    @property
    def sample(self) -> tuple[tuple[X, Label], ...]:
        """The labels of this round; those of earlier rounds are not used again."""
        return joined(self.chunks)


@final
@dataclass(frozen=True, slots=True)
class MarginBased(Generic[X, H]):
    """The learner of homogeneous separators under the uniform law, without noise.

    With probability at least ``1 - delta`` its separator errs by at most ``epsilon`` when it
    stops.  It may drop separators that agree with all labels, which CAL never does.

    A round needs independent labels that no earlier one has a share in.  So it pays also for
    labels that earlier ones imply, which CAL never does, often for more than CAL.  To halve
    the error for the tenth time, at ``delta`` 1/20, it needs more labels than the mean of CAL
    in the dimensions 2, 10, 100 and 170, and fewer in 171 and 200.

    Parameters
    ----------
    prior
        The version space of the separators of the circle or a sphere, before any label.
    epsilon
        The error at which it stops, positive.
    delta
        The probability of failure, in (0, 1); round k spends ``delta / (k (k + 1))``.

    Raises
    ------
    DomainError
        If the prior is another one, or a number lies outside its set.

    Notes
    -----
    Under noise it believes each label, and stops if no separator within the radius agrees with
    those of a round; then its promise is an error of 1.

    Beside noise, a label on its own boundary is none for a separator; that of a round lies
    on the boundary of the separators left, and has the instances that bind it there.

    References
    ----------
    ``balcan2007margin``, for rounds and bands.  Constants are not theirs: bands are as wide
    as exact integrals advise, and labels as many as ``campi2008exact`` needs.

    """

    prior: Any
    epsilon: Fraction
    delta: Fraction

    def __post_init__(self) -> None:
        rounds_of(self.prior)
        object.__setattr__(self, "epsilon", positive(self.epsilon, "epsilon"))
        object.__setattr__(self, "delta", open_unit(self.delta, "delta"))

    def init(self) -> MarginBasedState[X, H]:
        return MarginBasedState(region=rounds_of(self.prior).everything, finished=self.epsilon >= 1)

    def step(self, state: MarginBasedState[X, H], x: X, ask: Oracle[X]) -> MarginBasedState[X, H]:
        """Ask within the band, and end the round once enough labels are there."""
        asks = x in state.region and not state.finished
        state = replace(state, unlabeled=state.unlabeled + 1)
        if not asks:
            return state
        y = answer(ask, x)
        state = replace(state, queries=state.queries + 1)
        if y is None:
            return state
        state = replace(state, chunks=appended(state.chunks, (x, y)))
        return self._close(state) if length(state.chunks) == state.due else state

    def hypothesis(self, state: MarginBasedState[X, H]) -> H:
        """Return the separator of the last round, any before the first label."""
        found: H = self.prior.member() if state.separator is None else state.separator
        return found

    def promise(self, state: MarginBasedState[X, H]) -> Fraction:
        """Return the error that the output exceeds with probability ``delta`` at most."""
        return Fraction(1) if state.refuted else state.radius

    def _close(self, state: MarginBasedState[X, H]) -> MarginBasedState[X, H]:
        """End a round: halve the radius, or find that an earlier round failed."""
        rounds, sample = rounds_of(self.prior), state.sample
        if state.separator is None:
            return self._begin(replace(state, separator=rounds.first(*sample[0]), radius=HALF))
        found = rounds.nearest(state.center, state.radius, sample)
        if found is None:
            return replace(state, finished=True, refuted=True)
        return self._begin(replace(state, separator=found, radius=state.radius / 2))

    def _begin(self, state: MarginBasedState[X, H]) -> MarginBasedState[X, H]:
        if state.radius <= self.epsilon:
            return replace(state, chunks=(), finished=True)
        rounds, number = rounds_of(self.prior), state.round + 1
        now = rounds.around(state.separator, state.radius)
        due = least_sample(rounds.support, now.error, self.delta * share("looks", number))
        return replace(
            state, center=now.center, region=now.region, round=number, due=due, chunks=()
        )


def labels_needed(prior: Any, epsilon: Any, delta: Any) -> int:
    """Return how many labels the learner asks for in a run that no round refutes.

    The number is the same in all of them; a run that is refuted ends early, with fewer.

    >>> from altheory.hypotheses.circle import CircleSeparators
    >>> labels_needed(CircleSeparators().version_space(), 0.25, 0.05)
    14
    """
    rounds, level, goal = rounds_of(prior), open_unit(delta, "delta"), positive(epsilon, "epsilon")
    anyone = prior.member()
    total, number, radius = int(goal < 1), 1, HALF
    while radius > goal:
        error = rounds.around(anyone, radius).error
        total += least_sample(rounds.support, error, level * share("looks", number))
        number, radius = number + 1, radius / 2
    return total


def rounds_of(prior: Any) -> Rounds:
    """Return the geometry of a class of homogeneous separators, or refuse another one."""
    if isinstance(prior, SphereVersionSpace) and not prior.sample:
        return SphereRounds(prior.dimension)
    if isinstance(prior, CircleVersionSpace) and prior == CircleVersionSpace():
        return CircleRounds()
    raise DomainError(
        "margin-based learning starts from all separators of a circle or a sphere, "
        f"got {type(prior).__name__} {prior!s:.80}; pass SphereSeparators(d).version_space()"
    )
