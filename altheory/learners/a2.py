r"""A2: disagreement-based learning that trusts no single label (Balcan, Beygelzimer, Langford).

Two hypotheses of :math:`V` differ inside :math:`\mathrm{DIS}(V)` alone, so

.. math:: \mathrm{err}(h) - \mathrm{err}(g) = P(\mathrm{DIS}(V)) \,
          \bigl( \mathrm{err}_{\mathrm{DIS}(V)}(h) - \mathrm{err}_{\mathrm{DIS}(V)}(g) \bigr),

and labels drawn inside the region decide between them.  A round draws 1, 4, 13, ...
labels there, each time twice as many as it has and one more, and looks at them with
bounds :math:`L \le \mathrm{err}_{\mathrm{DIS}(V)} \le U` on all members at once.
Members with :math:`L(h) > \min_g U(g)` are no longer considered; when what is left
disagrees on less than half the mass, the next round begins there with no labels.
The learner stops when

.. math:: P(\mathrm{DIS}(V)) \, (\min_h U(h) - \min_h L(h)) \le \varepsilon

and returns a hypothesis with the fewest errors.  Each look spends a share of
:math:`\delta`, for dropping and for stopping together.

A theorem about differences from one best hypothesis does as well, as the identity is all that
is needed: members are dropped that make more errors than the fewest and what that one may
make beyond, and the learner stops when :math:`P(\mathrm{DIS}(V))` times the bound on the
excess error is at most :math:`\varepsilon`.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice
from typing import Any, Generic, TypeVar, final

from altheory.bounds._schedule import Spending, share
from altheory.bounds._uniform import Theorem
from altheory.errors import DomainError
from altheory.learners._answer import answer
from altheory.learners._chunks import Chunks, appended, joined, length
from altheory.learners._look import Judge, Look, due_after, too_many
from altheory.learners._prior import require_version_space
from altheory.learners._theorem import mass_at_most, require_counts, require_law, require_theorem
from altheory.numeric.inputs import open_unit, positive
from altheory.protocols import Distribution, Label, Oracle, Sample

X = TypeVar("X")
H = TypeVar("H")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class A2State(Generic[X, H]):
    """What A2 knows: the members still considered, the labels of this round, all looks."""

    version_space: Any
    region: Any = None
    mass: Fraction = Fraction(1)
    round: int = 0
    chunks: Chunks[tuple[X, Label]] = ()
    looks: tuple[Look, ...] = ()
    queries: int = 0
    unlabeled: int = 0
    finished: bool = False

    def passing(self, n: int) -> "A2State[X, H]":
        """Return the state after ``n`` instances outside of the region."""
        return replace(self, unlabeled=self.unlabeled + n)

    @property
    def sample(self) -> tuple[tuple[X, Label], ...]:
        """The labels of this round; those of earlier rounds are not used again."""
        return joined(self.chunks)

    @property
    def due(self) -> int:
        """How many labels of the round the next look waits for."""
        last = self.looks[-1] if self.looks else None
        return due_after(last.n if last is not None and last.round == self.round else 0)

    @property
    def why(self) -> str:
        """Why the learner stopped, or what it is doing."""
        if not self.finished:
            return f"round {self.round}: asks in a region of mass {float(self.mass):.4g}"
        if self.chunks:
            return f"stopped by its bounds: {self.looks[-1]}"
        return f"stopped: the members disagree on a mass of {float(self.mass):.4g} only"


@final
@dataclass(frozen=True, slots=True)
class A2(Generic[X, H]):
    """The agnostic learner of disagreement, with concrete bounds.

    Whatever the law of the labels, if labeled instances are independent draws from it:
    with probability at least ``1 - delta`` a best hypothesis, named beforehand, is never dropped,
    and the error of the output exceeds the least by at most ``epsilon``.  A theorem about all
    members at once keeps every best one; one about differences from a best one need not, if
    several are best.

    That is proved for the spending ``"rounds"``, and for ``"literal"`` if
    ``epsilon >= 2**-226``.  For ``"looks"`` the proof leaves
    ``delta (1 + 1/2 + ... + 1/R)`` in R rounds, because which look is the k-th depends on
    labels that it sees again; no run is known that fails more often than delta.  R is at most
    ``log2(1/epsilon)``, rounded up.
    A labeler who repeats himself, drifts, or is silent where he likes is no law of this kind.

    Parameters
    ----------
    prior
        The version space of the class before any label; it counts errors.
    law
        The law of the instances, which weighs disagreement regions.
    bound
        A uniform theorem for the class, such as ``altheory.bounds.uniform("dkw", cls)``.
        One that is written down by hand names no class: it must be that of the prior's.
    epsilon
        The excess error, positive.
    delta
        The probability of failure, in (0, 1).
    spending
        How delta is divided among looks: ``"looks"``, ``"rounds"`` or ``"literal"``, see
        :func:`altheory.bounds._schedule.share`.

    Raises
    ------
    DomainError
        If the prior cannot count errors, the law is none of its domain, the bound is no
        uniform theorem or that of another class, or a number lies outside its set.  From
        ``step``, if ``x`` is no instance or the oracle no function.

    Notes
    -----
    A labeler who abstains is paid and not counted.  If that is decided by chance alone,
    the guarantee stands; if it depends on the instance, the guarantee is about the law of
    those that get a label.

    References
    ----------
    ``balcan2009agnostic``, as commonly stated: the sizes of the samples and the
    spending of delta were not seen in the paper.

    """

    prior: Any
    law: Distribution[X, Any]
    bound: Theorem
    epsilon: Fraction
    delta: Fraction
    spending: Spending = "looks"

    def __post_init__(self) -> None:
        require_version_space(self.prior, "A2")
        share(self.spending, 1, 1, 1)  # which refuses a way to spend that there is not
        require_counts(self.prior, "A2")
        require_theorem(self.bound, self.prior, "A2")
        require_law(self.law, self.prior, "A2")
        object.__setattr__(self, "epsilon", positive(self.epsilon, "epsilon"))
        object.__setattr__(self, "delta", open_unit(self.delta, "delta"))

    def init(self) -> A2State[X, H]:
        return self._begin(A2State(version_space=self.prior))

    def step(self, state: A2State[X, H], x: X, ask: Oracle[X]) -> A2State[X, H]:
        """Ask if the members disagree at ``x``, and look at the labels once enough are there."""
        asks = _asks_at(state, x)
        state = replace(state, unlabeled=state.unlabeled + 1)
        if not asks:
            return state
        y = answer(ask, x)
        state = replace(state, queries=state.queries + 1)
        if y is None:
            return state
        state = replace(state, chunks=appended(state.chunks, (x, y)))
        return self._look(state) if length(state.chunks) == state.due else state

    def hypothesis(self, state: A2State[X, H]) -> H:
        """Return a member with the fewest errors on the labels of the round."""
        space = state.version_space
        if state.chunks:
            counts = space.counts(state.sample)
            space = counts.at_most(counts.minimum)
        found: H = space.member()
        return found

    def promise(self, state: A2State[X, H]) -> Fraction:
        """Return what the excess error of the output is known not to exceed.

        Members differ on the mass of the disagreement region at most; once stopped, the
        learner knows better.
        """
        return self.epsilon if state.finished else state.mass

    def drops(self, hypothesis: H, state: A2State[X, H], labeled: Sample[X]) -> bool:
        """Tell whether a hypothesis was given up: at the end of a round it erred too often."""
        rest = iter(labeled)
        rounds = [look for look in state.looks if look.verdict == "halved"]
        return any(too_many(hypothesis, islice(rest, look.n), look.most) for look in rounds)

    def _look(self, state: A2State[X, H]) -> A2State[X, H]:
        counts = state.version_space.counts(state.sample)
        look = Judge(
            bound=self.bound, epsilon=self.epsilon, delta=self.delta, spending=self.spending
        ).look(
            number=len(state.looks) + 1,
            in_round=state.round,
            n=length(state.chunks),
            fewest=counts.minimum,
            before=state.mass,
            after=lambda most: mass_at_most(self.law, counts.at_most(most).disagreement()),
        )
        state = replace(state, looks=(*state.looks, look), finished=look.verdict == "stop")
        if look.verdict != "halved":
            return state
        return self._begin(replace(state, version_space=counts.at_most(look.most), chunks=()))

    def _begin(self, state: A2State[X, H]) -> A2State[X, H]:
        """Begin a round with the members left; there is none if they hardly disagree."""
        region = state.version_space.disagreement()
        mass = mass_at_most(self.law, region)
        return replace(
            state,
            region=region,
            mass=mass,
            round=state.round + 1,
            finished=mass <= self.epsilon,
        )


def _asks_at(state: A2State[X, H], x: X) -> bool:
    """Tell whether the label at ``x`` is asked for, or refuse what is no instance."""
    try:
        inside = x in state.region
    except DomainError:
        inside = False
    if not inside:
        state.version_space.labels(x)  # knows the domain, and what an instance of it is
    return inside and not state.finished
