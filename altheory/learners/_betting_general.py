r"""Betting on any finite class: a table of predictions, a law, and no union bound.

Draw x from the law d on a region A and buy its label y.  The capital of h is multiplied by

.. math:: f = 1 + \lambda_h(x) (2 \cdot 1\{y \ne h(x)\} - 1), \qquad
          \lambda_h(x) = \sum_{c \in U} w_h(c) \, 1\{c(x) \ne h(x)\} \le .98,

with rivals c out of a set U of which h is one and A is the region of disagreement: then all of
:math:`\{c \ne h\}` lies in A and f has the mean
:math:`1 + \sum_c w_h(c) (\mathrm{err}(h) - \mathrm{err}(c)) / D(A)`, at most 1 for a best h.
Outside U a capital rests.  U holds the candidate s and those that are neither dropped (their
capital has reached :math:`1/\delta` once), nor certified against s, nor within epsilon of it.

A flat bet, :math:`\lambda` against s alone, has odds (:mod:`altheory.learners._betting_odds`):
the product of g where h bet against s so and of f elsewhere has reached :math:`1/\delta` once if
h is certified against s.  Of all s with an excess error above epsilon these products are
dominated by one supermartingale, so with probability at least :math:`1 - \delta` a best
hypothesis is never dropped, nor certified against any of them; each pair (h, s) has a product
of its own that is never reset.  When U is s alone, s is the output.

What w and s are does not matter for that.  Here labels are predicted by Bayes under
classification noise, with rates by Jeffreys' prior: :math:`\hat P(y \ne h(x)) -
\hat P(y = h(x)) = e_h(x)`, and w takes up to four rivals, each the one that explains most of
:math:`e_h - \lambda_h` in least squares.  Rounding is allowed for as in
:mod:`altheory.learners._betting_capitals`.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import final

import numpy as np
from numpy.typing import NDArray

from altheory.learners._betting_capitals import reaching
from altheory.learners._betting_odds import MOST, bonus, fair
from altheory.protocols import Bools, Floats, Label

RATES = np.sin((np.arange(10) + 0.5) * np.pi / 40) ** 2  # of noise, equally likely: up to 1/2
RIVALS = 4
INERTIA = 0.25  # the candidate moves if another is better by that share of epsilon


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TableState:
    """What is known after some labels.

    Attributes
    ----------
    capital, odds
        ``float64[V]`` and ``[V, V]``: logarithms of the capitals, and of what each has more
        against each s.
    is_dropped, is_certified
        ``bool[V]`` and ``[V, V]``: what has been reached once.
    wrong
        ``int64[V]``: the labels that each misses, which steer the bets.

    """

    capital: Floats
    odds: Floats
    is_dropped: Bools
    is_certified: Bools
    wrong: NDArray[np.int64]
    candidate: int = 0
    labels: int = 0
    peak: float = 0.0


@final
@dataclass(frozen=True, slots=True, eq=False)
class TableBets:
    """The learner of a finite class.

    Parameters
    ----------
    predictions
        ``int8[V, n]``, -1 or +1, no two rows alike.
    weights
        ``int64[n]``, positive: the law is proportional to it.
    epsilon, delta
        The excess error aimed at, and the probability of failure.

    """

    predictions: NDArray[np.int8]
    weights: NDArray[np.int64]
    epsilon: Fraction
    delta: Fraction
    apart: NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        rows = self.predictions
        apart = np.array([(rows != row) @ self.weights for row in rows])
        object.__setattr__(self, "apart", apart)

    def init(self) -> TableState:
        size = len(self.predictions)
        start = TableState(
            capital=np.zeros(size),
            odds=np.zeros((size, size)),
            is_dropped=np.zeros(size, dtype=bool),
            is_certified=np.zeros((size, size), dtype=bool),
            wrong=np.zeros(size, dtype=np.int64),
        )
        return replace(start, candidate=int(np.argmin(self.apart.sum(axis=1))))

    def betting(self, state: TableState) -> NDArray[np.intp]:
        """Return U, by rows."""
        s = state.candidate
        near = self.apart[:, s] * self.epsilon.denominator <= (
            self.epsilon.numerator * int(self.weights.sum())
        )
        is_open = ~(state.is_dropped | state.is_certified[:, s] | near)
        is_open[s] = True
        return np.flatnonzero(is_open)

    def region(self, state: TableState) -> Bools:
        """Return ``bool[n]``: where to draw the next instance, by the law."""
        rows = self.predictions[self.betting(state)]
        found: Bools = (rows != rows[0]).any(axis=0)
        return found

    def finished(self, state: TableState) -> bool:
        return len(self.betting(state)) == 1

    def step(self, state: TableState, x: int, y: Label) -> TableState:
        """Settle the bets on the label of ``x``, which was drawn from the region."""
        who = self.betting(state)
        stake, flat = self.stakes(state)
        wrong = self.predictions[:, x] != y
        lost, differs = wrong[who], self.predictions[who, x] != self.predictions[state.candidate, x]
        at_x = np.where(flat > 0, flat * differs, stake[:, self.region(state)[:x].sum()])
        factor = fair(at_x, 2.0 * lost, 1.0)
        more = np.log1p(bonus(flat * differs, 2.0 * lost, self._odds(who, state)) / factor)
        capital, odds = state.capital.copy(), state.odds.copy()
        capital[who] += np.log(factor)
        odds[who, state.candidate] += more
        moved = replace(
            state,
            capital=capital,
            odds=odds,
            wrong=state.wrong + wrong,
            labels=state.labels + 1,
            peak=max(state.peak, float(np.abs(capital).max()), float(odds.max())),
        )
        return self._settled(moved)

    def stakes(self, state: TableState) -> tuple[Floats, Floats]:
        """Return the stakes ``[U, A]`` of all bets, and the flat ones ``[U]``, 0 if not flat."""
        who, region = self.betting(state), self.region(state)
        rows = self.predictions[who][:, region].astype(float)
        share = self.weights[region] / self.weights[region].sum()
        belief, trust = self._belief(state)
        edge = -rows * ((belief * trust) @ self.predictions[:, region])
        stake = _greedy(rows, share, edge)
        differs = rows != rows[np.flatnonzero(who == state.candidate)[0]]
        mass = np.maximum(differs @ share, 1e-300)
        odds = self._odds(who, state)
        h = odds / (1 + odds)
        flat = np.clip(((edge * differs) @ share / mass + h) / (1 + h), 0, MOST) * (odds > 0)
        win = (1 + edge) / 2
        plain = (win * np.log1p(stake) + (1 - win) * np.log1p(-stake)) @ share
        gain = np.log1p(flat * (1 + 2 * odds))[:, None], np.log1p(-flat)[:, None]
        helped = (differs * (win * gain[0] + (1 - win) * gain[1])) @ share
        return stake, np.where(helped > plain, flat, 0.0)

    def _odds(self, who: NDArray[np.intp], state: TableState) -> Floats:
        """Return epsilon / (D - epsilon) against the candidate, 0 where D is not larger."""
        a = self.epsilon.numerator * int(self.weights.sum())
        scaled = [self.epsilon.denominator * int(c) for c in self.apart[who, state.candidate]]
        return np.array([a / (c - a) if c > a else 0.0 for c in scaled])

    def _belief(self, state: TableState) -> tuple[Floats, Floats]:
        """Return the posterior, and one less twice the mean rate of noise for each hypothesis."""
        right = state.labels - state.wrong
        log = state.wrong[:, None] * np.log(RATES) + right[:, None] * np.log1p(-RATES)
        joint = np.exp(log - log.max())
        joint /= joint.sum()
        belief = joint.sum(axis=1)
        trust = (joint @ (1 - 2 * RATES)) / np.maximum(belief, 1e-300)
        return belief, trust

    def _settled(self, state: TableState) -> TableState:
        """Note who has reached the level by now, and move the candidate."""
        level = reaching(self.delta) + state.labels * (2.0**-42 + 2.0**-50 * state.peak)
        is_certified = state.is_certified | (state.capital[:, None] + state.odds >= level)
        is_dropped = state.is_dropped | (state.capital >= level)
        state = replace(state, is_dropped=is_dropped, is_certified=is_certified)
        belief = self._belief(state)[0]
        away = (self.apart @ (belief * ~is_dropped)) / self.weights.sum() + is_dropped
        best = int(np.argmin(away))
        s = state.candidate
        worse = away[s] - away[best] > INERTIA * float(self.epsilon)
        return replace(state, candidate=best if worse else s)


def _greedy(rows: Floats, share: Floats, edge: Floats) -> Floats:
    """Return stakes ``[U, A]``, nonnegative sums over rivals of where they differ."""
    stake = np.zeros_like(rows)
    each = np.arange(len(rows))
    mass = (1 - (rows * share) @ rows.T) / 2  # [U, U]
    for _ in range(RIVALS):
        rest = (edge - stake) * share
        inner = (rest.sum(axis=1)[:, None] - (rest * rows) @ rows.T) / 2
        worth = np.where(mass > 0, np.maximum(inner, 0) ** 2 / np.maximum(mass, 1e-300), 0.0)
        rival = np.argmax(worth, axis=1)
        room = MOST - stake.max(axis=1)
        size = np.minimum(np.maximum(inner, 0)[each, rival] / mass[each, rival].clip(1e-9), room)
        stake += size[:, None] * (rows != rows[rival])
    return stake
