r"""DHM: agnostic learning by comparing two constrained minimizers (Dasgupta, Hsu, Monteleoni).

Labels that were inferred, :math:`S`, are never doubted again; V are the hypotheses consistent
with them.  Labels that were bought, :math:`T`, count errors: :math:`\hat e(h)` is the number of
those inside :math:`\mathrm{DIS}(V)` that h misses, over the number :math:`n` of all instances so
far.  At an instance where V disagrees let :math:`\hat e_y` be the least :math:`\hat e` of those
that say :math:`y`.  If

.. math:: \hat e_{-y} - \hat e_y > \beta_n^2
          + \beta_n \bigl( \sqrt{\hat e_{-y}} + \sqrt{\hat e_y} \bigr), \qquad
          \beta_n^2 = \frac4n \ln \frac{8 (n^2 + n) \, \Pi(2n)^2}{\delta},

then :math:`y` is inferred, otherwise the label is bought.  With probability at least
:math:`1 - \delta`, at every :math:`n` at once, no two members of V have

.. math:: \mathrm{err}(h) - \mathrm{err}(g) > \hat e(h) - \hat e(g) + \beta_n^2
          + \beta_n \bigl( \sqrt{\hat e(h)} + \sqrt{\hat e(g)} \bigr)

for this reason.  Of all n instances with their true labels, whether they were seen or not, let
:math:`\hat P(h \mid g)` be the share where h errs and g does not.  The relative
Vapnik-Chervonenkis inequalities, at :math:`\delta / (2 (n^2 + n))` each, hold for all these
events, of which there are at most :math:`\Pi(2n)^2` on two samples; and
:math:`\mathrm{err}(h) - \mathrm{err}(g)` is the difference of the probabilities of two of them.
Two members of V agree on S, and outside of :math:`\mathrm{DIS}(V)`: so
:math:`\hat P(h \mid g) \le \hat e(h)`, and the difference
:math:`\hat P(h \mid g) - \hat P(g \mid h)` is :math:`\hat e(h) - \hat e(g)`, whatever the true
labels of S are.

So a best hypothesis that says :math:`-y` would contradict the inequality: the right side as a
function of :math:`\hat e(g)` falls once :math:`\hat e(g) \ge \beta_n^2 / 4`.  One of both
minimizers has the fewest errors of V.  So a label is inferred where all those agree whose errors
are not too many beside the fewest.

For a best :math:`h^*` with :math:`\hat e(h^*) = e \ge \hat e(\hat h) = \hat e`, the same
inequality bounds the excess error of the output by the largest value over e,

.. math:: \hat e - e + \beta^2 + \beta (\sqrt{\hat e} + \sqrt e) \le \begin{cases}
          \beta^2 + 2 \beta \sqrt{\hat e} & \text{if } \hat e \ge \beta^2 / 4, \\
          \hat e + \tfrac54 \beta^2 + \beta \sqrt{\hat e} & \text{otherwise.} \end{cases}

It stops when that, looked at whenever n has grown by a 64th, or the mass of the region of
disagreement, is at most epsilon.  The learner of the literature counts the errors outside of
:math:`\mathrm{DIS}(V)` too, which all members share: that widens the roots and nothing else.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from math import isqrt
from typing import Any, Generic, TypeVar, final

from altheory.bounds._classes import known_class
from altheory.learners._answer import answer
from altheory.learners._chunks import Chunks, appended, joined, length
from altheory.learners._gaps import Gaps
from altheory.learners._theorem import mass_at_most, require_counts, require_law
from altheory.numeric.inputs import open_unit, positive
from altheory.protocols import Distribution, Label, Oracle, Sample

X = TypeVar("X")
H = TypeVar("H")

PATIENCE = 64  # the end is looked for whenever n has grown by a 64th


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
    inferred
        The inferred labels that removed a hypothesis, in order.
    calm, idle
        With fewer questions than ``idle`` nothing can be inferred at an instance in ``calm``.
    due
        The number of instances at which it looks for the end again.
    silent
        How many questions were not answered.

    """

    version_space: Any
    region: Any
    calm: Any
    chunks: Chunks[tuple[X, Label]] = ()
    inferred: tuple[tuple[X, Label], ...] = ()
    idle: int = 0
    due: int = 1
    silent: int = 0
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

    Notes
    -----
    A labeler who abstains is paid, and the instance counts: silence is a third answer that
    nobody misses, and the inequality is about errors where there is an answer.  If silence is
    decided by chance alone, these have the same differences on a smaller scale: no best
    hypothesis is given up, but what bounds them does not bound the excess error.  So once a
    question was not answered, the mass of the region alone is promised.  If silence depends on
    the instance, best is meant for the law of those that get a label.

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
        require_counts(prior, "DHM")
        require_law(self.law, prior, "DHM")
        object.__setattr__(self, "epsilon", positive(self.epsilon, "epsilon"))
        object.__setattr__(self, "delta", open_unit(self.delta, "delta"))

    def init(self) -> DHMState[X, H]:
        prior = self.hypotheses.version_space()
        region = prior.disagreement()
        return self._settled(DHMState(version_space=prior, region=region, calm=region))

    def step(self, state: DHMState[X, H], x: X, ask: Oracle[X]) -> DHMState[X, H]:
        """Infer the label if one of both answers errs too much, buy it otherwise."""
        is_open = len(state.version_space.labels(x)) == 2
        state = self._checked(state) if is_open else state
        if not is_open or state.finished:
            return state.passing(1)
        state, inferred = self._compared(state, x)
        state = state.passing(1)
        if inferred is not None:
            return self._settled(_told(state, x, inferred))
        y = answer(ask, x)
        state = replace(state, queries=state.queries + 1)
        if y is None:
            return replace(state, silent=state.silent + 1)
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
        return min(mass_at_most(self.law, state.region), self._excess(state))

    def drops(self, hypothesis: Any, state: DHMState[X, H], labeled: Sample[X]) -> bool:
        """Tell whether a hypothesis contradicts an inferred label; it may miss bought ones."""
        del labeled
        return any(hypothesis(x) != y for x, y in state.inferred)

    def _compared(self, state: DHMState[X, H], x: X) -> tuple[DHMState[X, H], Label | None]:
        """Return the label that the comparison at ``x`` implies, None if it implies none.

        After j more labels nobody has more than j errors more, nor has anybody fewer, and at a
        later n a gap of as many errors is explained more easily.  So where those disagree whose
        errors plus j are explained by chance now, j labels change nothing.
        """
        is_calm = state.queries < state.idle and x in state.calm
        if is_calm or not state.chunks:  # no errors, no difference
            return state, None
        counts, fewest = self._counts(state)
        most = self._gaps.explained(fewest, state.unlabeled)
        said = counts.at_most(most).labels(x)
        if len(said) == 1:
            return state, next(iter(said))
        j = max(isqrt(most - fewest), most - length(state.chunks))
        calm = counts.at_most(most - j).disagreement()
        return replace(state, calm=calm, idle=state.queries + j), None

    def _counts(self, state: DHMState[X, H]) -> tuple[Any, int]:
        """Return the errors of all hypotheses left, and the fewest."""
        counts = state.version_space.counts(state.sample)
        return counts, counts.minimum

    @property
    def _gaps(self) -> Gaps:
        return Gaps(self.hypotheses, self.delta)

    def _excess(self, state: DHMState[X, H]) -> Fraction:
        """Return the bound on the excess error that the bought labels give, 1 if they do not."""
        n = state.unlabeled
        if n == 0 or state.silent:
            return Fraction(1)
        return self._gaps.excess(self._counts(state)[1], n)

    def _checked(self, state: DHMState[X, H]) -> DHMState[X, H]:
        """Stop if the excess error is small enough by now, where it is looked at."""
        n = state.unlabeled
        if state.finished or n < state.due:
            return state
        # which the excess is never below
        may = self._gaps.slack(n) ** 2 <= n * self.epsilon
        finished = may and self._excess(state) <= self.epsilon
        return replace(state, finished=finished, due=n + n // PATIENCE + 1)

    def _settled(self, state: DHMState[X, H]) -> DHMState[X, H]:
        """Put aside the bought labels on which the hypotheses left agree."""
        region = state.version_space.disagreement()
        kept: Chunks[tuple[X, Label]] = ()
        for x, y in state.sample:
            if x in region:
                kept = appended(kept, (x, y))
        small = mass_at_most(self.law, region) <= self.epsilon
        return replace(state, region=region, chunks=kept, idle=0, finished=small)


def _told(state: DHMState[X, H], x: X, y: Label) -> DHMState[X, H]:
    """Return the state after an inferred label."""
    space = state.version_space.restrict(x, y)
    return replace(state, version_space=space, inferred=(*state.inferred, (x, y)))
