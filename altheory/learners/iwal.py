r"""IWAL: every label that is bought counts as often as it was unlikely to be bought.

Instance :math:`x_t` is asked about with a probability :math:`p_t` that depends on the past and
on :math:`x_t` alone; :math:`Q_t` says whether it was.  Then

.. math:: \mathbb E \, \frac{Q_t}{p_t} \ell(h(x_t), y_t) = \mathbb E \, \ell(h(x_t), y_t)

for every hypothesis and every such rule, good or bad: the weighted errors are unbiased, and the
learner outputs their minimizer.  Two rules are here.

``"loss-weighting"`` keeps the members :math:`V` whose weighted error is not more than
:math:`\Delta_t` above the least, and asks with the range of their losses at :math:`x`: 1 where
they disagree, and :math:`p_{\min}` elsewhere.  Members differ only where :math:`p_t = 1`, so the
weights :math:`1/p_{\min}` cancel in all differences between them.

``"gap"`` drops nobody and asks the less, the more the other label would cost; see
:mod:`altheory.learners._query_probability`.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, Generic, Literal, TypeVar, final, get_args

import numpy as np

from altheory.discovery import nearest
from altheory.errors import DomainError
from altheory.hypotheses.finite_version_space import FiniteVersionSpace
from altheory.learners._answer import answer
from altheory.learners._chunks import Chunks, appended, joined, length
from altheory.learners._prior import require_version_space
from altheory.learners._query_probability import query_probability
from altheory.learners._theorem import mass_at_most, require_law
from altheory.learners._weighted import (
    PARTS,
    Entry,
    Totals,
    chance,
    parts,
    require_weights,
    totals,
)
from altheory.learners._weighted_slack import slack
from altheory.numeric import seeds
from altheory.numeric.inputs import count, open_unit, positive, rational
from altheory.protocols import Distribution, Label, Oracle

X = TypeVar("X")
H = TypeVar("H")

Rule = Literal["loss-weighting", "gap"]
MACHINE = 2**63  # up to which the generator draws integers itself


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class IWALState(Generic[X, H]):
    """The labels bought with their weights, who is left, and what it cost.

    ``looks`` holds, for each time that members were dropped, how many labels were there and
    the most weighted errors that stayed, in parts; ``due`` is the time of the next look.
    """

    version_space: Any
    region: Any = None
    mass: Fraction = Fraction(1)
    chunks: Chunks[Entry] = ()
    totals: Totals | None = field(default=None, compare=False, repr=False)
    looks: tuple[tuple[int, int], ...] = ()
    due: int = 1
    queries: int = 0
    unlabeled: int = 0

    @property
    def sample(self) -> tuple[tuple[X, Label, Fraction], ...]:
        """The labels bought, each with its weight: one over the probability to ask."""
        return tuple((x, y, Fraction(m, PARTS)) for x, y, m in joined(self.chunks))

    def error(self, hypothesis: Any) -> Fraction:
        """Return the weighted error of a hypothesis, unbiased at every time fixed in advance."""
        wrong = sum(weight for x, y, weight in self.sample if hypothesis(x) != y)
        return Fraction(wrong, max(self.unlabeled, 1))

    def dropped(self, hypothesis: Any) -> bool:
        """Tell whether a hypothesis of the class was dropped at a look."""
        entries = joined(self.chunks)
        return any(
            sum(m for x, y, m in entries[:n] if hypothesis(x) != y) > most for n, most in self.looks
        )


@final
@dataclass(frozen=True, slots=True)
class IWAL(Generic[X, H]):
    r"""Importance weighted active learning, for thresholds and for finite classes.

    Whatever the law of the labels, if labeled instances are independent draws from it: with
    probability at least ``1 - delta``, at all times t together, the excess error of the output is
    at most

    .. math:: \Delta_t = r \sqrt{\frac{2}{t} \ln \frac{N_t \, t (t + 1)}{\delta}} + w_t,

    with r = 1 for ``"loss-weighting"``, which then never drops the best hypothesis either (one
    that is named beforehand, if there are several), and :math:`r = 1/p_{\min}` for ``"gap"``.  For
    a finite class :math:`N_t` is the number of its others and :math:`w_t = 0`; for thresholds
    :math:`N_t = t` and :math:`w_t = 1/t`.

    Parameters
    ----------
    prior
        The version space of the class before any label: thresholds or a finite class.
    law
        The law of the instances, which weighs where members disagree.
    delta
        The probability of failure, in (0, 1).
    p_min
        The least probability to ask, in (0, 1]: no weight exceeds ``1/p_min``.
    rule
        ``"loss-weighting"`` or ``"gap"``.
    c0
        The constant of the gap rule, positive; nothing in the promise depends on it.
    seed
        Of the coins.  The one for the t-th instance has a stream of its own, so a step is a
        function of state, instance and label.

    Raises
    ------
    DomainError
        If the prior is none whose weighted errors are counted, the law is none of its domain, or
        a number lies outside its set.
    UnknownNameError
        If there is no such rule.

    Notes
    -----
    Probabilities are rounded up, so that weights are multiples of :math:`2^{-16}`: what was
    unbiased stays so, and nothing exceeds a bound for the probability before.

    The slack is our own, see :mod:`altheory.learners._weighted_slack`; the paper's is
    :math:`\sqrt{(8/t) \ln (2 t (t + 1) |H|^2 / \delta)}`, as commonly stated.  Members are
    dropped at every time up to 8, and then whenever t has grown by an eighth; dropping later
    keeps more.

    A labeler who abstains is paid and not counted; if he does so by chance alone, :math:`\Delta_t`
    bounds the excess error times the chance of an answer.

    References
    ----------
    ``beygelzimer2009iwal`` for loss-weighting and ``beygelzimer2010constraints`` for the gap, both
    as commonly stated.

    Examples
    --------
    >>> from altheory.hypotheses.finite import FiniteClass
    >>> sure = FiniteClass(1, ["+", "-"])
    >>> iwal = IWAL(sure.version_space(), sure.law(), delta=Fraction(1, 20))
    >>> state = iwal.init()
    >>> for _ in range(100):
    ...     state = iwal.step(state, 0, lambda x: 1)
    >>> state.queries < 50, str(iwal.hypothesis(state)), iwal.probability(state, 0)
    (True, '+', Fraction(1, 10))

    """

    prior: Any
    law: Distribution[X, Any]
    delta: Fraction
    p_min: Fraction = Fraction(1, 10)
    rule: Rule = "loss-weighting"
    c0: Fraction = Fraction(1)
    seed: int = 0

    def __post_init__(self) -> None:
        require_version_space(self.prior, "IWAL")
        require_weights(self.prior, "IWAL")
        require_law(self.law, self.prior, "IWAL")
        if self.rule not in get_args(Rule):
            raise nearest(self.rule, get_args(Rule), "rule of IWAL")
        least = rational(self.p_min, "p_min")
        if not 0 < least <= 1:
            raise DomainError(f"p_min lies above 0 and is at most 1, got {self.p_min}")
        object.__setattr__(self, "p_min", least)
        object.__setattr__(self, "delta", open_unit(self.delta, "delta"))
        object.__setattr__(self, "c0", positive(self.c0, "c0"))
        object.__setattr__(self, "seed", count(self.seed, "a seed", least=0))

    def init(self) -> IWALState[X, H]:
        return self._with(IWALState(version_space=self.prior), self.prior)

    def probability(self, state: IWALState[X, H], x: X) -> Fraction:
        """Return the probability to ask about ``x`` now, in [p_min, 1]; exact."""
        return chance(self._weight(state, x))

    def step(self, state: IWALState[X, H], x: X, ask: Oracle[X]) -> IWALState[X, H]:
        """Ask about ``x`` by a coin of the right probability."""
        weight = self._weight(state, x)
        if weight > PARTS:
            coin = seeds.stream(self.seed, "iwal", state.unlabeled)
            if _drawn(coin, weight) >= PARTS:
                return self.passed(state)
        return self._bought(state, x, answer(ask, x), weight)

    def passed(self, state: IWALState[X, H]) -> IWALState[X, H]:
        """Return the state after an instance that is not asked about."""
        return self._look(replace(state, unlabeled=state.unlabeled + 1))

    def told(self, state: IWALState[X, H], x: X, y: Label | None) -> IWALState[X, H]:
        """Return the state after asking about ``x``; ``y`` is None if the labeler abstains."""
        return self._bought(state, x, y, self._weight(state, x))

    def hypothesis(self, state: IWALState[X, H]) -> H:
        """Return a member of least weighted error among those left."""
        counts = totals(state.version_space, joined(state.chunks)).on(state.version_space)
        found: H = counts.at_most(counts.minimum).member()
        return found

    def promise(self, state: IWALState[X, H]) -> Fraction:
        """Return what the excess error of the output is known not to exceed."""
        return min(state.mass, self.slack(state.unlabeled)) if state.unlabeled else state.mass

    def slack(self, t: int) -> Fraction:
        """Return the slack after ``t`` instances, at least 1, rounded up."""
        t = count(t, "how many instances there were")
        reach = Fraction(1) if self.rule == "loss-weighting" else 1 / self.p_min
        prior = self.prior
        others = len(prior.members) - 1 if isinstance(prior, FiniteVersionSpace) else None
        return slack(t, others, reach, self.delta)

    def _weight(self, state: IWALState[X, H], x: X) -> int:
        """Return one over the probability to ask about ``x``, in parts."""
        if self.rule == "loss-weighting":
            return PARTS if x in state.region else parts(self.p_min)
        t = state.unlabeled + 1
        gap = self._gap(state, x)
        p = self.p_min if gap is None else query_probability(gap, t, self.c0).hi
        return parts(max(p, self.p_min))

    def _gap(self, state: IWALState[X, H], x: X) -> Fraction | None:
        """Return what the other label at ``x`` costs, None if no member gives it."""
        labels = state.version_space.labels(x)
        if len(labels) < 2:
            return None
        found = state.totals or totals(self.prior, ())
        least = [found.on(state.version_space.restrict(x, y)).minimum for y in labels]
        return Fraction(max(least) - min(least), PARTS * max(state.unlabeled, 1))

    def _bought(
        self, state: IWALState[X, H], x: X, y: Label | None, weight: int
    ) -> IWALState[X, H]:
        state = replace(state, queries=state.queries + 1)
        if y is None:
            return self.passed(state)
        chunks = appended(state.chunks, (x, y, weight))
        found = totals(self.prior, joined(chunks)) if self.rule == "gap" else None
        return self.passed(replace(state, chunks=chunks, totals=found))

    def _look(self, state: IWALState[X, H]) -> IWALState[X, H]:
        """Drop who is too far above the least, if it is time to."""
        t = state.unlabeled
        if self.rule == "gap" or t < state.due:
            return state
        space, entries = state.version_space, joined(state.chunks)
        counts = totals(space, entries).on(space)
        most = counts.minimum + int(PARTS * t * self.slack(t))
        looks = (*state.looks, (length(state.chunks), most))
        return self._with(replace(state, looks=looks, due=t + 1 + t // 8), counts.at_most(most))

    def _with(self, state: IWALState[X, H], space: Any) -> IWALState[X, H]:
        region = space.disagreement()
        mass = mass_at_most(self.law, region)
        return replace(state, version_space=space, region=region, mass=mass)


def _drawn(coin: np.random.Generator, n: int) -> int:
    """Draw an integer below ``n`` uniformly, exactly: beyond 64 bits, until one is below."""
    if n <= MACHINE:
        return int(coin.integers(n))
    bits = n.bit_length()
    while True:
        i = int.from_bytes(coin.bytes((bits + 7) // 8)) >> -bits % 8
        if i < n:
            return i
