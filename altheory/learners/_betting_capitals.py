r"""The capitals of finitely many candidates after each label, and what they have certified.

Stakes are chosen in blocks: before label i they depend on the labels of earlier blocks alone,
and a block is one label, later 1/64 of what came before.  That only costs power.

Logarithms of capitals are floats.  At a stake of at most .98 of the capital, f is at least .02
and the terms it is added up from are at most f + 1 each, so 64-bit rounding changes it by a
factor within :math:`1 \pm 2^{-43}`; a sum of i logarithms with partial sums of at most p in
absolute value is off by less than :math:`i (2^{-42} + 2^{-50} p)`.  That much is taken off
before a capital is compared.
"""

import math
from dataclasses import dataclass, field
from fractions import Fraction
from typing import final

import numpy as np
from numpy.typing import NDArray

from altheory.learners._betting_odds import MOST, bonus, fair
from altheory.protocols import Floats

PATIENCE = 64  # stakes are chosen anew whenever the labels have grown by a 64th
PRIOR = 2.0  # labels that the first stakes pretend to have seen, without gain or loss

Labels = NDArray[np.int64]


@final
@dataclass(slots=True)
class Capitals:
    """The running capitals of k candidates.

    Attributes
    ----------
    predictions
        ``int64[k, n]``, the candidates on the pool.
    levels
        The J excess errors that are to be certified.
    is_logged
        Whether the probabilities of the queries are given: then a bet is paid by its mass.

    """

    predictions: Labels
    levels: tuple[Fraction, ...]
    is_logged: bool
    target: int = 0
    labels: int = 0
    peak: float = 0.0
    capital: Floats = field(init=False)  # [k] log E_h
    highest: Floats = field(init=False)  # [k] its maximum so far, rounding taken off
    bonuses: Floats = field(init=False)  # [J, k, k] log of E_hs over E_h
    certified: Floats = field(init=False)  # [J, k, k] the maximum of E_hs so far
    apart: NDArray[np.int64] = field(init=False)  # [k, k] instances where two differ
    _odds: Floats = field(init=False)
    errors: Floats = field(init=False)  # [k] weighted, so far
    _won: Floats = field(init=False)
    _squares: Floats = field(init=False)

    def __post_init__(self) -> None:
        k, j = len(self.predictions), len(self.levels)
        self.apart = np.array([(self.predictions != row).sum(axis=1) for row in self.predictions])
        self.capital, self.highest, self.errors = np.zeros(k), np.zeros(k), np.zeros(k)
        self.bonuses, self.certified = np.zeros((j, k, k)), np.zeros((j, k, k))
        self._won, self._squares = np.zeros((k, k)), np.zeros((k, k))
        n = self.predictions.shape[1]
        self._odds = np.array([_odds(self.apart, n, level) for level in self.levels])

    @property
    def mass(self) -> Floats:
        """Return the share of the pool where two candidates differ, as floats."""
        share: Floats = self.apart / self.predictions.shape[1]
        return share

    def bet(self, xs: Labels, ys: Labels, ratios: Floats) -> None:
        """Place the bets on labels in the order bought, one block after the other."""
        start = 0
        while start < len(xs):
            stop = start + 1 + self.labels // PATIENCE
            said, ratio = self.predictions[:, xs[start:stop]], ratios[start:stop]
            self._block(said, said != ys[start:stop], ratio)
            start = stop

    def _block(self, said: Labels, wrong: NDArray[np.bool_], ratio: Floats) -> None:
        rival, stake = self._stakes()
        each = np.arange(len(rival))
        differ = said != said[rival]
        won = ratio * (differ * (1.0 * wrong + ~wrong[rival]))
        mass = self.mass[each, rival][:, None]
        factor = fair(stake[:, None], won, mass if self.is_logged else ratio * differ)
        steps = np.log(factor)
        odds = self._odds[:, each, rival][:, :, None]
        more = np.log1p(bonus(stake[:, None], won, odds) / factor)
        self._move(each, rival, np.cumsum(steps, axis=1), np.cumsum(more, axis=2))
        self._learn(wrong, ratio)

    def _move(self, each: Labels, rival: Labels, path: Floats, more: Floats) -> None:
        """Move the capitals along their paths, ``[k, B]`` and ``[J, k, B]`` of the rival's."""
        path = self.capital[:, None] + path
        more = self.bonuses[:, each, rival][:, :, None] + more
        size = path.shape[1]
        self.labels += size
        self.peak = max(self.peak, float(np.abs(path).max()), float(more.max()))
        off = self.labels * (2.0**-42 + 2.0**-50 * self.peak)
        top = path.max(axis=1)
        np.maximum(self.highest, top - off, out=self.highest)
        np.maximum(self.certified, top[:, None] + self.bonuses - off, out=self.certified)
        reached = np.maximum(self.certified[:, each, rival], (path + more).max(axis=2) - off)
        self.certified[:, each, rival] = reached
        self.capital = path[:, -1]
        self.bonuses[:, each, rival] = more[:, :, -1]

    def _learn(self, wrong: NDArray[np.bool_], ratio: Floats) -> None:
        """Add up what bets on each rival would have won; it steers the stakes alone."""
        right = (~wrong).T.astype(float)
        lost = wrong * ratio
        self.errors += lost.sum(axis=1)
        self._won += 2 * lost @ right
        self._squares += 4 * (lost * ratio) @ right

    def _stakes(self) -> tuple[Labels, Floats]:
        """Return the rival and the stake of each candidate: about Kelly's for the past labels.

        Against the target, the candidate of the fewest errors, the odds at the first level count.
        """
        total, second = self._edges()
        mass, aim = self.mass, float(self.levels[0])
        best = int(np.argmin(self.errors))
        if self.errors[self.target] - self.errors[best] > aim * self.labels / 4:
            self.target = best
        help_of = np.where(mass[:, self.target] > aim, aim * (self.labels + PRIOR), -np.inf)
        total[:, self.target] += help_of
        edge, spread = np.maximum(total, 0.0), second + (mass == 0)
        each = np.arange(len(edge))
        rival = np.argmax(edge**2 / spread, axis=1)
        apart = mass[each, rival]
        given = np.where(rival == self.target, aim / np.maximum(apart, aim), 0.0)
        kelly = (edge / spread)[each, rival] * (1 - given)
        most = MOST / np.where(apart > 0, apart, 1.0) if self.is_logged else MOST
        return rival, np.minimum(kelly, most)

    def _edges(self) -> tuple[Floats, Floats]:
        """Return what unit stakes would have won in all so far, and the sum of the squares."""
        n, mass, won, squares = self.labels, self.mass, self._won, self._squares
        if self.is_logged:  # at least the mass squared each
            return won - n * mass, squares - 2 * mass * won + (n + PRIOR) * mass**2
        return (won - won.T) / 2, (squares + squares.T) / 4 + PRIOR * mass


def _odds(apart: NDArray[np.int64], n: int, level: Fraction) -> Floats:
    """Return epsilon / (D - epsilon), rounded once, 0 where D is not above epsilon."""
    a, b = level.numerator * n, level.denominator
    found = {int(c): a / (b * int(c) - a) for c in np.unique(apart) if b * int(c) > a}
    return np.array([[found.get(c, 0.0) for c in row] for row in apart.tolist()])


def reaching(delta: Fraction) -> float:
    """Return a float not below the logarithm of 1/delta."""
    return (math.log(delta.denominator) - math.log(delta.numerator)) * (1 + 2.0**-48) + 2.0**-40
