r"""RobustCAL: labels inside the region of disagreement, looked at whenever the stream has doubled.

The stream is cut into stretches :math:`(2^{k-1}, 2^k]`.  Within one the labels of all
instances in :math:`\mathrm{DIS}(V)` are bought, :math:`Q` of them, and at its end

.. math:: V \leftarrow \{h \in V : L(k_h) \le \min_{g \in V} U(k_g)\},

where L and U are bounds on all errors at once from the :math:`|Q|` labels of this stretch.
Given where they fell, those are independent draws from the law conditioned on
:math:`\mathrm{DIS}(V)`, because V was fixed when the stretch began; so any uniform theorem of
the class does, and members differ by their errors there alone (:mod:`altheory.learners.a2`).
If so few labels could neither drop a member nor end the run, even if one were never wrong, they
are not looked at and join the next stretch: their number alone decides that, so that they stay
independent draws.

The learner of the literature has a localized Rademacher bound in its place, up to constants.
A2 waits until its labels prove that the region halves, and looks at them again and again; this
one looks at a time fixed in advance, and never uses a label twice.  So which look is the k-th is
known before its labels are, and the shares of :math:`\delta` add up whatever the run.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice
from typing import Any, Generic, TypeVar, final

from altheory.bounds._schedule import share
from altheory.bounds._uniform import Theorem
from altheory.learners._answer import answer
from altheory.learners._chunks import Chunks, appended, joined, length
from altheory.learners._look import Judge, Look, too_many
from altheory.learners._prior import require_version_space
from altheory.learners._theorem import mass_at_most, require_counts, require_law, require_theorem
from altheory.numeric.inputs import open_unit, positive
from altheory.protocols import Distribution, Label, Oracle, Sample

X = TypeVar("X")
H = TypeVar("H")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class RobustCALState(Generic[X, H]):
    """What RobustCAL knows: the members still considered, the labels of this stretch, all looks.

    Attributes
    ----------
    version_space, region, mass
        The members, where they disagree, and the mass of that, rounded up.
    due
        The length of the stream at the end of this stretch, a power of two.
    excess, output
        What the excess error of the output is known not to exceed, and the output.

    """

    version_space: Any
    region: Any
    mass: Fraction
    due: int = 1
    excess: Fraction = Fraction(1)
    output: Any = None
    chunks: Chunks[tuple[X, Label]] = ()
    looks: tuple[Look, ...] = ()
    queries: int = 0
    unlabeled: int = 0
    finished: bool = False

    def passing(self, n: int) -> "RobustCALState[X, H]":
        """Return the state after ``n`` instances outside of the region."""
        return replace(self, unlabeled=self.unlabeled + n)

    @property
    def sample(self) -> tuple[tuple[X, Label], ...]:
        """The labels since the last look; those before it are not used again."""
        return joined(self.chunks)

    @property
    def why(self) -> str:
        """Why the learner stopped, or what it is doing."""
        done = "stopped" if self.finished else "going on"
        last = f"; {self.looks[-1]}" if self.looks else ""
        return (
            f"{done}: {self.queries} labels of {self.unlabeled} instances, excess error "
            f"{float(self.excess):.4g} at most{last}"
        )


@final
@dataclass(frozen=True, slots=True)
class RobustCAL(Generic[X, H]):
    """CAL that drops a hypothesis only when bounds say that it is not best (Hanneke).

    Whatever the law of the labels, if labeled instances are independent draws from it: with
    probability at least ``1 - delta`` a best hypothesis, named beforehand, is never dropped, and
    the output's excess error is at most ``promise`` at every moment.  A theorem about all members
    at once keeps every best one; one about differences from a best one need not, if several are
    best.

    Parameters
    ----------
    prior
        The version space of the class before any label; it counts errors.
    law
        The law of the instances, which weighs disagreement regions.
    bound
        A uniform theorem for the class, such as ``altheory.bounds.uniform("dkw", cls)``.
    epsilon
        The excess error at which it stops, positive.
    delta
        The probability of failure, in (0, 1); look k spends ``delta / (k (k + 1))``.

    Raises
    ------
    DomainError
        If the prior cannot count errors, the law is none of its domain, the bound is no
        uniform theorem or that of another class, or a number lies outside its set.

    Notes
    -----
    A labeler who abstains is paid and not counted.  If that is decided by chance alone,
    the guarantee stands; if it depends on the instance, the guarantee is about the law of
    those that get a label.

    References
    ----------
    ``hanneke2014theory`` for the schedule, as commonly stated; the bound is ours to choose.

    Examples
    --------
    >>> from altheory.bounds import uniform
    >>> from altheory.hypotheses.thresholds import Threshold, Thresholds
    >>> line = Thresholds()
    >>> learner = RobustCAL(line.version_space(), line.law(), uniform("dkw", line), 0.5, 0.05)
    >>> state = learner.init()
    >>> for i in range(1024):
    ...     state = learner.step(state, i * 7919 % 1024 / 1024, Threshold(Fraction(1, 3)))
    >>> state.finished, state.queries
    (True, 64)

    """

    prior: Any
    law: Distribution[X, Any]
    bound: Theorem
    epsilon: Fraction
    delta: Fraction

    def __post_init__(self) -> None:
        require_version_space(self.prior, "RobustCAL")
        require_counts(self.prior, "RobustCAL")
        require_theorem(self.bound, self.prior, "RobustCAL")
        require_law(self.law, self.prior, "RobustCAL")
        object.__setattr__(self, "epsilon", positive(self.epsilon, "epsilon"))
        object.__setattr__(self, "delta", open_unit(self.delta, "delta"))

    def init(self) -> RobustCALState[X, H]:
        region = self.prior.disagreement()
        mass = mass_at_most(self.law, region)
        return RobustCALState(
            version_space=self.prior,
            region=region,
            mass=mass,
            excess=mass,
            output=self.prior.member(),
            finished=mass <= self.epsilon,
        )

    def step(self, state: RobustCALState[X, H], x: X, ask: Oracle[X]) -> RobustCALState[X, H]:
        """Ask if the members disagree, and look wherever a stretch of the stream has ended."""
        state = self.current(state)  # as instances outside of the region may have passed
        asks = len(state.version_space.labels(x)) == 2 and not state.finished
        state = state.passing(1)
        if asks:
            y = answer(ask, x)
            state = replace(state, queries=state.queries + 1)
            if y is not None:
                state = replace(state, chunks=appended(state.chunks, (x, y)))
        return self.current(state)

    def current(self, state: RobustCALState[X, H]) -> RobustCALState[X, H]:
        """Return the state once all stretches that have ended were looked at.

        The next one ends when ``state.due`` instances were there, whatever they are.
        """
        while not state.finished and state.unlabeled >= state.due:
            state = replace(self._look(state), due=2 * state.due)
        return state

    def hypothesis(self, state: RobustCALState[X, H]) -> H:
        """Return the output of the look with the best promise."""
        found: H = self.current(state).output
        return found

    def promise(self, state: RobustCALState[X, H]) -> Fraction:
        """Return what the excess error of the output is known not to exceed."""
        return self.current(state).excess

    def drops(self, hypothesis: H, state: RobustCALState[X, H], labeled: Sample[X]) -> bool:
        """Tell whether a hypothesis was given up at the end of a stretch."""
        rest, looks = iter(labeled), self.current(state).looks
        return any(too_many(hypothesis, islice(rest, look.n), look.most) for look in looks)

    def _decides(self, state: RobustCALState[X, H], spent: Fraction) -> bool:
        """Tell whether so many labels could drop a member or end the run, if one never errs."""
        n = length(state.chunks)
        if n == 0:
            return False
        width = self.bound.upper(0, n, spent) - self.bound.lower(0, n, spent)
        return self.bound.cutoff(0, n, spent) < n or state.mass * width <= self.epsilon

    def _look(self, state: RobustCALState[X, H]) -> RobustCALState[X, H]:
        """Look at the labels since the last look, if they may decide something."""
        number = len(state.looks) + 1
        if not self._decides(state, self.delta * share("looks", number)):
            return state
        counts, before = state.version_space.counts(state.sample), state.mass
        look = Judge(bound=self.bound, epsilon=self.epsilon, delta=self.delta).look(
            number=number,
            in_round=number,
            n=length(state.chunks),
            fewest=counts.minimum,
            before=before,
            after=lambda most: mass_at_most(self.law, counts.at_most(most).disagreement()),
        )
        kept, looks = counts.at_most(look.most), (*state.looks, look)
        state = replace(state, version_space=kept, mass=look.after, looks=looks, chunks=())
        # members that are left differ on the region that is left alone
        excess = min(before * (look.upper - look.lower), look.after)
        if excess < state.excess:
            output = counts.at_most(counts.minimum).member()
            state = replace(state, excess=excess, output=output)
        return replace(state, region=kept.disagreement(), finished=state.excess <= self.epsilon)
