r"""What each threshold bets: a density that falls away from it, with a handicap in its favor.

Thresholds and instances are those of cells :math:`0, \dots, K - 1`.  Here all bets go to the
right: cell j bets on cells :math:`k \ge j`; mirrored input gives the bets to the left.  By the
predictive distribution, threshold and label differ in cell k with probability
:math:`(1 + v_k) / 2`.  A bet :math:`\lambda` on that which wins
:math:`\lambda (1 + h) / (1 - h)` grows fastest for :math:`\lambda = (v + h)^+ / (1 + h)`.

The mean of a factor depends on :math:`m = \lambda q`, the density of the bet under the law, and
is at most 1 for a best threshold if m falls away from it.  So m is the running minimum of
what grows fastest; or, where that promises more, it is flat up to the candidate and zero beyond,
so that all of it has the handicap.
"""

from typing import NamedTuple, final

import numpy as np
from numpy.typing import NDArray

from altheory.protocols import Floats

MOST_BET = 0.98  # of the capital is ever bet
ETAS = np.sin((np.arange(10) + 0.5) * np.pi / 40) ** 2  # Jeffreys' law of noise rates below 1/2


@final
class Predicted(NamedTuple):
    r"""The posterior of cells: their weights, and those times :math:`1 - 2 \eta`."""

    weights: Floats
    margins: Floats

    @property
    def against(self) -> Floats:
        """Return ``2 P(label is -1) - 1`` in the middle of each cell."""
        total = np.cumsum(self.margins)
        found: Floats = total[-1] - total - (total - self.margins)
        return found


def predicted(errors: NDArray[np.int64], widths: Floats, labels: int) -> Predicted:
    r"""Return the posterior under classification noise: uniform cut, Jeffreys' noise rate.

    A cell C with e errors of n labels has the weight
    :math:`|C| \sum_\eta \eta^e (1 - \eta)^{n - e}`.
    """
    fewest = int(errors.min())
    e = np.arange(fewest, int(errors.max()) + 1)[:, None]
    logs = e * np.log(ETAS) + (labels - e) * np.log1p(-ETAS)
    chances = np.exp(logs - logs.max())
    weights = widths * chances.sum(axis=1)[errors - fewest]
    margins = widths * (chances @ (1 - 2 * ETAS))[errors - fewest]
    return Predicted(weights / weights.sum(), margins / weights.sum())


@final
class Stakes(NamedTuple):
    """The densities m of all bets, ``float64[K, K]``, and the extra mass on the candidate."""

    bets: Floats
    extra: Floats

    @property
    def mirrored(self) -> "Stakes":
        return Stakes(self.bets[::-1, ::-1], self.extra[::-1])


@final
class Scene(NamedTuple):
    """What bets to the right depend on.

    Attributes
    ----------
    v
        ``2 P - 1`` of the label -1: ``float64[K]``, falling.
    q
        The density of the instances: ``float64[K]``.
    widths
        Of the cells: ``float64[K]``.
    h
        The handicap of each cell before the candidate, below 1: ``float64[s]``.
    flat
        From which cell on, of these, bets may be flat.

    """

    v: Floats
    q: Floats
    widths: Floats
    h: Floats
    flat: int

    @property
    def s(self) -> int:
        """How many cells lie before the candidate."""
        return len(self.h)


def stakes(scene: Scene) -> Stakes:
    """Return all bets to the right."""
    v, q, s = scene.v, scene.q, scene.s
    odds = np.zeros((len(v), len(v)))
    odds[:s, :s] = scene.h[:, None]
    kelly = np.minimum(np.maximum(v + odds, 0) / (1 + odds), MOST_BET)
    ahead = np.tri(len(v), dtype=bool).T
    wanted = np.where(ahead, kelly * q, np.inf)
    bets = np.where(ahead, np.minimum.accumulate(wanted, axis=1), 0.0)
    extra = np.zeros_like(v)
    if s > 0:
        beyond = bets[:s, s] if s < len(v) else np.zeros(s)
        extra[:s] = (bets[:s, s - 1] - beyond) * scene.h / (1 - scene.h)
    return _or_flat(scene, np.where(ahead, kelly, 0.0), Stakes(bets, extra))


def _or_flat(scene: Scene, kelly: Floats, falling: Stakes) -> Stakes:
    """Take a flat bet for thresholds near the candidate, where it grows faster."""
    near = slice(scene.flat, scene.s)
    if near.start >= near.stop:
        return falling
    level = _levels(scene, kelly[near, near])
    bets, extra = np.zeros_like(falling.bets[near]), level * scene.h[near]
    extra /= 1 - scene.h[near]
    bets[:, near] = np.triu(np.broadcast_to(level[:, None], (len(level), len(level))))
    flat = Stakes(bets, extra)
    better = _growth(scene, flat) > _growth(scene, Stakes(falling.bets[near], falling.extra[near]))
    falling.bets[near] = np.where(better[:, None], flat.bets, falling.bets[near])
    falling.extra[near] = np.where(better, flat.extra, falling.extra[near])
    return falling


def _levels(scene: Scene, kelly: Floats) -> Floats:
    """Return a density for each near threshold that bets as much as it wants on average."""
    near = slice(scene.flat, scene.s)
    q, widths = scene.q[near], scene.widths[near]
    most = MOST_BET * np.minimum.accumulate(q[::-1])[::-1]
    found: Floats = np.minimum(most, kelly @ widths / np.cumsum((widths / q)[::-1])[::-1])
    return found


def _growth(scene: Scene, of: Stakes) -> Floats:
    """Return the mean logarithm of the factor by the predictive distribution."""
    share = of.bets / scene.q
    handicapped = (np.arange(len(scene.v)) < scene.s) & (of.bets > 0)
    bonus = np.where(handicapped, 2 * of.extra[:, None] / scene.q, 0.0)
    grows = (1 + scene.v) * np.log1p(share + bonus) + (1 - scene.v) * np.log1p(-share)
    found: Floats = grows @ (scene.q * scene.widths) / 2
    return found
