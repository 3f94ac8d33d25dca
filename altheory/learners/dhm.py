r"""DHM: agnostic learning by comparing two constrained minimizers (Dasgupta, Hsu, Monteleoni).

Labels that were inferred, :math:`S`, are never doubted again; those that were asked,
:math:`T`, count errors.  For an instance at which the hypotheses consistent with :math:`S`
disagree let :math:`\hat e_y` be the least number of errors on :math:`T` of those that say
:math:`y`, over the number :math:`n` of instances so far.  If

.. math:: \hat e_{-y} - \hat e_y > \beta_n^2
          + \beta_n \bigl( \sqrt{\hat e_{-y}} + \sqrt{\hat e_y} \bigr), \qquad
          \beta_n^2 = \frac4n \ln \frac{8 (n^2 + n) \, \Pi(2n)^2}{\delta},

then :math:`y` is inferred, otherwise the label is bought.  With probability at least
:math:`1 - \delta`, at every :math:`n` at once, no two hypotheses have

.. math:: \mathrm{err}(h) - \mathrm{err}(g) > \hat e(h) - \hat e(g) + \beta_n^2
          + \beta_n \bigl( \sqrt{\hat e(h)} + \sqrt{\hat e(g)} \bigr)

(the relative Vapnik-Chervonenkis inequalities, both of them, for the events "h errs and g does
not", of which there are at most :math:`\Pi(2n)^2` on two samples).  Two hypotheses that agree
with :math:`S` differ by their errors on :math:`T` alone, whatever the true labels of
:math:`S` are.  So a best hypothesis that says :math:`-y` would contradict the inequality: the
right side minus :math:`\hat e(h)` falls once :math:`\hat e(h) \ge \beta_n^2 / 4`.

For a best :math:`h^*` with :math:`\hat e(h^*) = e \ge \hat e(\hat h) = \hat e`, the same
inequality bounds the excess error of the output by the largest value over e,

.. math:: \hat e - e + \beta^2 + \beta (\sqrt{\hat e} + \sqrt e) \le \begin{cases}
          \beta^2 + 2 \beta \sqrt{\hat e} & \text{if } \hat e \ge \beta^2 / 4, \\
          \hat e + \tfrac54 \beta^2 + \beta \sqrt{\hat e} & \text{otherwise.} \end{cases}

It stops when that, or the mass of the region of disagreement, is at most epsilon.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from math import isqrt
from typing import Any, Generic, TypeVar, final

from altheory.bounds._classes import growth, known_class
from altheory.bounds._deviation import root_of_log
from altheory.errors import DomainError
from altheory.learners._answer import answer
from altheory.learners._chunks import Chunks, appended, joined, length
from altheory.learners._theorem import require_law
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import open_unit, positive
from altheory.protocols import Counting, Distribution, Label, Oracle, Sample

X = TypeVar("X")
H = TypeVar("H")

SCALE = 2**64  # square roots are rounded up to multiples of its inverse


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DHMState(Generic[X, H]):
    """What DHM knows: who agrees with the inferred labels, and the errors on those it bought.

    Attributes
    ----------
    version_space
        The hypotheses that agree with all inferred labels.
    region
        Where they disagree.
    chunks
        The bought labels in that region.
    settled
        How many of the other bought labels all of them miss.
    inferred
        The inferred labels that removed a hypothesis, in order.
    idle
        With fewer questions than so many no comparison can infer anything.

    """

    version_space: Any
    region: Any
    chunks: Chunks[tuple[X, Label]] = ()
    settled: int = 0
    inferred: tuple[tuple[X, Label], ...] = ()
    idle: int = 0
    queries: int = 0
    unlabeled: int = 0
    finished: bool = False

    def passing(self, n: int) -> "DHMState[X, H]":
        """Return the state after ``n`` instances outside of the region."""
        return replace(self, unlabeled=self.unlabeled + n)

    @property
    def sample(self) -> tuple[tuple[X, Label], ...]:
        """The bought labels that tell the remaining hypotheses apart."""
        return joined(self.chunks)

    @property
    def why(self) -> str:
        """Why the learner stopped, or what it is doing."""
        done = "stopped" if self.finished else "going on"
        return (
            f"{done}: {len(self.inferred)} inferred labels that bind, {self.queries} bought, "
            f"of {self.unlabeled} instances"
        )


@final
@dataclass(frozen=True, slots=True)
class DHM(Generic[X, H]):
    """The agnostic learner that needs nothing but constrained empirical risk minimization.

    Whatever the law of the labels, if labeled instances are independent draws from it: with
    probability at least ``1 - delta`` a best hypothesis agrees with every inferred label, and
    the output's excess error is at most ``promise`` at every moment.

    Parameters
    ----------
    hypotheses
        A class of finite VC dimension of which the version spaces count errors.
    law
        The law of the instances, which weighs disagreement regions.
    epsilon
        The excess error at which it stops, positive.
    delta
        The probability of failure, in (0, 1).

    Raises
    ------
    DomainError
        If the class cannot count errors, the law is none of its domain, or a number lies
        outside its set.

    References
    ----------
    ``dasgupta2007general``, as commonly stated: its constants were not seen in the paper.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Threshold, Thresholds
    >>> line = Thresholds()
    >>> dhm = DHM(line, line.law(), epsilon=Fraction(3, 4), delta=Fraction(1, 20))
    >>> state = dhm.init()
    >>> for i in range(1000):
    ...     state = dhm.step(state, i * 7919 % 1000 / 1000, Threshold(Fraction(1, 3)))
    >>> state.finished, state.queries < 500, dhm.promise(state) <= Fraction(3, 4)
    (True, True, True)

    """

    hypotheses: Any
    law: Distribution[X, Any]
    epsilon: Fraction
    delta: Fraction

    def __post_init__(self) -> None:
        prior = known_class(self.hypotheses).version_space()
        if not isinstance(prior, Counting):
            raise DomainError(
                f"DHM counts errors, which {type(prior).__name__} cannot; take a class that "
                "can, such as thresholds, intervals or circle, or another learner"
            )
        require_law(self.law, prior, "DHM")
        object.__setattr__(self, "epsilon", positive(self.epsilon, "epsilon"))
        object.__setattr__(self, "delta", open_unit(self.delta, "delta"))

    def init(self) -> DHMState[X, H]:
        prior = self.hypotheses.version_space()
        return self._settled(DHMState(version_space=prior, region=prior.disagreement()))

    def step(self, state: DHMState[X, H], x: X, ask: Oracle[X]) -> DHMState[X, H]:
        """Infer the label if one of both answers errs too much, buy it otherwise."""
        is_open = len(state.version_space.labels(x)) == 2
        if not is_open or state.finished:
            return state.passing(1)
        state = self._checked(state)
        if state.finished:
            return state.passing(1)
        state, inferred = self._compared(state, x)
        state = state.passing(1)
        if inferred is not None:
            return self._settled(_told(state, x, inferred))
        y = answer(ask, x)
        state = replace(state, queries=state.queries + 1)
        if y is None:
            return state
        return replace(state, chunks=appended(state.chunks, (x, y)))

    def hypothesis(self, state: DHMState[X, H]) -> H:
        """Return a hypothesis with the fewest errors of those that agree with what is inferred."""
        space = state.version_space
        if state.chunks:
            counts = space.counts(state.sample)
            space = counts.at_most(counts.minimum)
        found: H = space.member()
        return found

    def promise(self, state: DHMState[X, H]) -> Fraction:
        """Return what the excess error of the output is known not to exceed."""
        if state.finished:
            return self.epsilon
        return min(self._mass(state.region), self._excess(state))

    def drops(self, hypothesis: Any, state: DHMState[X, H], labeled: Sample[X]) -> bool:
        """Tell whether a hypothesis contradicts an inferred label; it may miss bought ones."""
        del labeled
        return any(hypothesis(x) != y for x, y in state.inferred)

    def _compared(self, state: DHMState[X, H], x: X) -> tuple[DHMState[X, H], Label | None]:
        """Return the label that the comparison at ``x`` implies, None if it implies none."""
        n, most = state.unlabeled, state.settled + length(state.chunks)
        if state.queries < state.idle or not self._is_large(most, state.settled, n):
            return state, None  # not even if one answer always erred, and the other never
        errors = {y: self._errors(state, x, y) for y in (-1, 1)}
        better: Label = 1 if errors[1] <= errors[-1] else -1
        if self._is_large(errors[-better], errors[better], n):
            return state, better
        return replace(state, idle=state.queries + self._idle(state)), None

    def _idle(self, state: DHMState[X, H]) -> int:
        """Return a number of labels, 1 or more, before which no comparison infers anything.

        After j more labels nobody has more than j errors more, nor has anybody fewer, and at a
        later n a gap of as many errors is explained more easily.  So if those whose errors plus
        j are explained by chance now disagree wherever all do, j labels change nothing.
        """
        counts, n, j = (
            state.version_space.counts(state.sample),
            state.unlabeled,
            length(state.chunks),
        )
        while j > 1:
            explained = self._explained(counts.minimum + state.settled, n) - state.settled - j
            few = explained < counts.minimum
            if not few and counts.at_most(explained).disagreement() == state.region:
                return j
            j //= 2
        return 1

    def _explained(self, fewest: int, n: int) -> int:
        """Return the most errors that are not too large beside the fewest."""
        low, high = fewest, fewest + 1
        while not self._is_large(high, fewest, n):
            low, high = high, 2 * high
        while high - low > 1:  # low is explained, high is not
            middle = (low + high) // 2
            low, high = (low, middle) if self._is_large(middle, fewest, n) else (middle, high)
        return low

    def _errors(self, state: DHMState[X, H], x: X, y: int) -> int:
        """Return the fewest errors on bought labels of those that say ``y`` at ``x``."""
        counts = state.version_space.restrict(x, y).counts(state.sample)
        fewest: int = counts.minimum
        return state.settled + fewest

    def _is_large(self, many: int, few: int, n: int) -> bool:
        """Tell whether the gap between two numbers of errors is more than chance explains."""
        if many == few:
            return False
        worse, better = Fraction(many, n), Fraction(few, n)
        beta = self._beta(n)
        gap = worse - better - beta**2
        return gap > 0 and gap > beta * (_root(worse) + _root(better))

    def _beta(self, n: int) -> Fraction:
        return _deviation(growth(self.hypotheses, 2 * n), n, self.delta)

    def _excess(self, state: DHMState[X, H]) -> Fraction:
        """Return the bound on the excess error that the bought labels give."""
        n = state.unlabeled
        if n == 0:
            return Fraction(1)
        beta, counts = self._beta(n), state.version_space.counts(state.sample)
        fewest = Fraction(state.settled + counts.minimum, n)
        if 4 * fewest >= beta**2:
            return min(Fraction(1), beta**2 + 2 * beta * _root(fewest))
        return min(Fraction(1), fewest + Fraction(5, 4) * beta**2 + beta * _root(fewest))

    def _checked(self, state: DHMState[X, H]) -> DHMState[X, H]:
        """Stop if the excess error is small enough by now."""
        n = state.unlabeled
        if n == 0 or self._beta(n) ** 2 > self.epsilon:  # which the excess is never below
            return state
        return replace(state, finished=self._excess(state) <= self.epsilon)

    def _settled(self, state: DHMState[X, H]) -> DHMState[X, H]:
        """Put aside the bought labels on which the hypotheses left agree."""
        region = state.version_space.disagreement()
        kept: Chunks[tuple[X, Label]] = ()
        settled = state.settled
        for x, y in state.sample:
            if x in region:
                kept = appended(kept, (x, y))
            else:
                settled += y not in state.version_space.labels(x)
        small = self._mass(region) <= self.epsilon
        return replace(state, region=region, chunks=kept, settled=settled, idle=0, finished=small)

    def _mass(self, region: Any) -> Fraction:
        """Return the mass of a region, rounded up."""
        mass = self.law.mass(region)
        return mass.hi if isinstance(mass, Enclosure) else mass


def _told(state: DHMState[X, H], x: X, y: Label) -> DHMState[X, H]:
    """Return the state after an inferred label."""
    space = state.version_space.restrict(x, y)
    return replace(state, version_space=space, inferred=(*state.inferred, (x, y)))


@lru_cache(maxsize=4096)
def _deviation(labelings: int, n: int, delta: Fraction) -> Fraction:
    """Return beta, rounded up."""
    return 2 * root_of_log(8 * (n * n + n) * labelings**2 / delta, Fraction(n))


def _root(x: Fraction) -> Fraction:
    """Return the square root, rounded up."""
    scaled = -(-x.numerator * SCALE**2 // x.denominator)
    root = isqrt(scaled)
    return Fraction(root + (root * root < scaled), SCALE)
