r"""Betting on thresholds: one capital for each, and a certificate for one output.

Who claims that a threshold t is best offers a bet: let x have the density q on a region, and bet
the share :math:`\lambda_t(x) \le 1` of the capital on :math:`y \ne h_t(x)` at even odds,

.. math:: f(x, y) = 1 \pm \lambda_t(x), \qquad
          E f = 1 - \int m(x) \, E[y h_t(x) \mid x] \, dx, \quad m = \lambda_t q .

If m falls away from t on both sides, it is a nonnegative mixture of
:math:`1\{x \text{ between } t \text{ and } c\}` over thresholds c of the region, and
:math:`E f = 1 - \sum_c w_c (\mathrm{err}(c) - \mathrm{err}(t))`, at most 1 for a best t.  So the
capital :math:`E_t` is a nonnegative supermartingale, whatever chose q and :math:`\lambda` from
the past, and with probability :math:`1 - \delta` it never reaches :math:`1/\delta`: t is
dropped where it does.  No union is needed, since t is fixed.

**Certificate.**  For one candidate s, of distance :math:`d = |s - t| > \varepsilon`, it is enough
to refute "t is best and :math:`\mathrm{err}(s) - \mathrm{err}(t) > \varepsilon`".  Let
:math:`\kappa` be what m loses at s, :math:`h = \varepsilon / d` and
:math:`k = \kappa h / (1 - h)`.  A win between t and s pays :math:`2k/q` more, which is a bet on s
of the mass k and a gift of :math:`k = (\kappa + k) h` for each x there.  Hence

.. math:: E g \le 1 - (\kappa + k)(\mathrm{err}(s) - \mathrm{err}(t) - \varepsilon) .

Let M be the product of g where the candidate of the moment is bad, of f where not: for the best t
a supermartingale.  As :math:`g \ge f`, the capital of t with the gifts for s alone is
at most M, for all bad s at once.  So with probability :math:`1 - \delta`, for all s and all times,
no best t is refuted beside a bad s: s is good once each t has been dropped,
refuted beside s, or is within :math:`\varepsilon` of s.

**Continuum.**  Thresholds of one cell have one bet, which depends on the cell of x and on the side
where x lies; a bet reaches into the own cell.  So a capital is constant on cells that are cut at
each instance.  Alone h depends on t within a cell, and there the farthest t decides: a smaller h
gives away less.

**Floats.**  A logarithm of a factor is at most 5.3 in absolute value; rounding it and adding
it to those of n others errs by less than :math:`(n + 3) \, 2^{-49}`, and shares that are rounded
raise a mean by less than :math:`2^{-43}`.  So :math:`\ln 1/\delta` is raised by
:math:`(n + 2)^2 2^{-43}`, and distances by :math:`2^{-48}`.

The region is the hull of what is neither dropped nor refuted.  To draw by a density there, an
instance of the stream is asked about with probability :math:`q / \max q`.
"""

import math
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners._answer import answer
from altheory.learners._betting_cells import Cells
from altheory.learners._betting_stakes import Scene, Stakes, predicted, stakes
from altheory.numeric import seeds
from altheory.numeric.inputs import count, open_unit, positive
from altheory.numeric.rational import ceil_float
from altheory.protocols import Bools, Distribution, Floats, Label, Oracle, Sample
from altheory.spaces.line import EMPTY, UNIT, IntervalUnion, point
from altheory.spaces.line_laws import UniformInterval

PARTS = 64  # of the hull: no cell of it is wider
SPREAD = 0.2  # of the hull, in the density of the instances
IDLE = 0.3  # of epsilon: how far the median may be from the candidate
FLAT = 8  # of epsilon: how near to the candidate bets may be flat
STEEPEST = 0.99  # handicap
ROUNDING = 2.0**-43


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class BettingState:
    """What the learner knows: capitals, the candidate, where and how densely it asks.

    Attributes
    ----------
    cells
        The thresholds and their capitals.
    candidate
        The cut that is put out, and that the certificate is about.
    region
        Where it asks.
    first, density
        The cells of the region, from this one on, and the density in each.
    reach
        How far the farthest threshold is that is neither dropped nor refuted.
    labels
        How many answers it got.
    offered
        How many instances of the region it saw.

    """

    cells: Cells = field(compare=False, repr=False)
    density: Floats = field(default_factory=lambda: np.ones(1), compare=False, repr=False)
    candidate: Fraction = Fraction(1, 2)
    region: IntervalUnion = UNIT
    first: int = 0
    reach: Fraction = Fraction(1)
    labels: int = 0
    offered: int = 0
    queries: int = 0
    unlabeled: int = 0
    finished: bool = False

    def passing(self, n: int) -> "BettingState":
        """Return the state after ``n`` instances outside of the region."""
        return replace(self, unlabeled=self.unlabeled + n)

    @property
    def hull(self) -> slice:
        """The cells of the region."""
        return slice(self.first, self.first + len(self.density))

    @property
    def why(self) -> str:
        """Why the learner stopped, or what it is doing."""
        cut = f"the cut {float(self.candidate):.6g}"
        if self.finished:
            return f"stopped after {self.labels} labels: nothing is left that speaks against {cut}"
        return f"asks in {self.region} for {cut}; others are up to {float(self.reach):.4g} away"


@final
@dataclass(frozen=True, slots=True)
class BettingA2:
    """The agnostic learner of thresholds that lets each of them bet for its life.

    Whatever the law of the labels, if labeled instances are independent draws from it: with
    probability at least ``1 - delta`` a best threshold is never dropped, and the output's
    excess error is at most ``promise`` at every moment.

    Parameters
    ----------
    hypotheses
        Thresholds.
    law
        The uniform law on [0, 1].
    epsilon
        The excess error at which it stops, positive.
    delta
        The probability of failure, in (0, 1).
    seed
        Of the draws that thin the stream; each has a stream of its own, so a step is a
        function of state, instance and label.

    Raises
    ------
    DomainError
        If there are other hypotheses, another law, or a number lies outside its set.

    Notes
    -----
    The predictive distribution, Bayes for classification noise, steers the bets: no guarantee
    depends on it.  At a tie of two distant thresholds it does not stop soon, as it is built for
    noise around one.  Below an epsilon of about 2^-40 floats do not resolve what is left.

    A labeler who abstains is paid and not counted.  If that is decided by chance alone, the
    guarantee stands; otherwise the density is not known, and there is none.

    Examples
    --------
    >>> line = Thresholds()
    >>> learner = BettingA2(line, line.law(), epsilon=Fraction(1, 10), delta=Fraction(1, 20))
    >>> state = learner.init()
    >>> for i in range(1000):
    ...     state = learner.step(state, i * 7919 % 1000 / 1000, Threshold(Fraction(1, 3)))
    >>> state.finished, state.queries < 50, learner.promise(state)
    (True, True, Fraction(1, 10))

    """

    hypotheses: Any
    law: Distribution[Any, Any]
    epsilon: Fraction
    delta: Fraction
    seed: int = 0

    def __post_init__(self) -> None:
        if self.hypotheses != Thresholds() or self.law != UniformInterval():
            raise DomainError(
                "betting is for Thresholds() under the uniform law so far, got "
                f"{self.hypotheses!r} and {self.law!r}; take another learner, such as a2"
            )
        object.__setattr__(self, "epsilon", positive(self.epsilon, "epsilon"))
        object.__setattr__(self, "delta", open_unit(self.delta, "delta"))
        object.__setattr__(self, "seed", count(self.seed, "a seed", least=0))

    def init(self) -> BettingState:
        return self._planned(BettingState(cells=Cells.one().cut(Fraction(1, 2))))

    def step(self, state: BettingState, x: Any, ask: Oracle[Any]) -> BettingState:
        """Ask about an instance of the region with the chance of its cell, and let all bet."""
        at, state = point(x), state.passing(1)
        k = state.cells.cell_of(at) - state.first
        if state.finished or at not in state.region or not 0 <= k < len(state.density):
            return state
        u = seeds.stream(self.seed, "betting", state.offered).random()
        state = replace(state, offered=state.offered + 1)
        if u * state.density.max() >= state.density[k]:
            return state
        y = answer(ask, x)
        state = replace(state, queries=state.queries + 1)
        return state if y is None else self._told(state, at, y)

    def hypothesis(self, state: BettingState) -> Threshold:
        """Return the candidate."""
        return Threshold(state.candidate)

    def promise(self, state: BettingState) -> Fraction:
        """Return what the excess error of the output is known not to exceed."""
        return max(self.epsilon, state.reach)

    def drops(self, hypothesis: Threshold, state: BettingState, labeled: Sample[Any]) -> bool:
        """Tell whether the capital of a threshold ever reached ``1 / delta``."""
        del labeled
        return bool(state.cells.dropped[state.cells.holding(hypothesis.cut)])

    def stakes(self, state: BettingState) -> tuple[Stakes, Stakes]:
        """Return what the cells of the region bet to the right and to the left."""
        cells, hull, epsilon = state.cells, state.hull, float(self.epsilon)
        v = predicted(cells.errors, cells.widths, state.labels).against[hull]
        far, s = cells.far(state.candidate)[hull], cells.before(state.candidate) - state.first
        h = np.where(far > epsilon, np.minimum(epsilon / far, STEEPEST), 0.0)
        beyond = far > FLAT * epsilon
        q, widths = state.density, cells.widths[hull]
        right = Scene(v, q, widths, h[:s], int(beyond[:s].sum()))
        left = Scene(-v[::-1], q[::-1], widths[::-1], h[s:][::-1], int(beyond[s:].sum()))
        return stakes(right), stakes(left).mirrored

    def _told(self, state: BettingState, x: Fraction, y: Label) -> BettingState:
        """Settle all bets on the label of ``x``."""
        right, left = self.stakes(state)
        k, cells = state.cells.cell_of(x) - state.first, state.cells.cut(x)
        place, q = cells.before(x), state.density[k]
        i = place - state.first  # so many cells of the region say +1
        hull = slice(state.first, place + len(state.density) - k)
        share, gift = np.zeros((2, len(cells.errors)))
        share[hull] = np.concatenate([right.bets[:i, k], left.bets[k:, k]]) / q
        if x < state.candidate:
            gift[state.first : place] = right.extra[:i] * 2 / q
        else:
            gift[place : hull.stop] = left.extra[k:] * 2 / q
        wins = (np.arange(len(share)) < place) == (y == -1)
        bar = math.log(1 / self.delta) + (state.labels + 2) ** 2 * ROUNDING
        cells = cells.settled(wins, share, gift, bar)
        return self._planned(replace(state, cells=cells, labels=state.labels + 1))

    def _planned(self, state: BettingState) -> BettingState:
        """Follow the median with the candidate, and look at what is left to be refuted."""
        cells, s = state.cells, state.candidate
        left = self._left(cells, s)
        if left.any():
            median = _median(cells, _hull(cells, s, left), state.labels)
            if abs(median - s) > IDLE * self.epsilon:
                s, cells = median, cells.cut(median).reset()
                left = self._left(cells, s)
        state = replace(state, cells=cells, candidate=s)
        if not left.any():
            return replace(state, region=EMPTY, reach=Fraction(0), finished=True)
        return self._begun(state, left)

    def _begun(self, state: BettingState, left: Bools) -> BettingState:
        """Choose a density on the hull of what is left, more of it near the median."""
        cells, s = state.cells, state.candidate
        hull, at = _hull(cells, s, left), np.flatnonzero(left)
        start, end = cells.knots[hull.start], cells.knots[hull.stop]
        reach = max(s - cells.knots[at[0]], cells.knots[at[-1] + 1] - s)
        median = float(_median(cells, hull, state.labels))
        cells = cells.refined(start, end, PARTS)
        hull = slice(cells.before(start), cells.before(end))
        middle = (cells.places[:-1] + cells.places[1:])[hull] / 2
        density = 1 / (np.abs(middle - median) + SPREAD * float(end - start))
        density /= density @ cells.widths[hull]
        region = IntervalUnion.closed(1 - Fraction(ceil_float(1 - start)), ceil_float(end))
        same = region == state.region
        return replace(
            state,
            cells=cells,
            density=density,
            region=state.region if same else region,
            first=hull.start,
            reach=reach,
        )

    def _left(self, cells: Cells, candidate: Fraction) -> Bools:
        """Return the cells that speak against the candidate still."""
        near = cells.far(candidate) <= float(self.epsilon)
        found: Bools = ~(cells.certified | near)
        return found


def _hull(cells: Cells, candidate: Fraction, left: Bools) -> slice:
    """Return the cells from the first to the last that is left, up to the candidate at least."""
    at, place = np.flatnonzero(left), cells.before(candidate)
    return slice(min(int(at[0]), place), max(int(at[-1]) + 1, place))


def _median(cells: Cells, hull: slice, labels: int) -> Fraction:
    """Return the median of the posterior inside the hull."""
    weights = predicted(cells.errors[hull], cells.widths[hull], labels).weights
    total = np.cumsum(weights)
    j = int(np.searchsorted(total, total[-1] / 2))
    part = (total[-1] / 2 - total[j] + weights[j]) / weights[j]
    start = float(cells.places[hull][j])
    return Fraction(start + float(part * cells.widths[hull][j]))
