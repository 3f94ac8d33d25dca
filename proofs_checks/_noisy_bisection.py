r"""Noisy bisection: ask near the median of the posterior, and believe with caution.

The interval is cut into M cells, one of which holds the target.  A question asks, at a
boundary of cells, whether the target lies below; the answer is false with probability
:math:`\eta`.  With

.. math:: \alpha = \frac{\sqrt\eta}{\sqrt\eta + \sqrt{1 - \eta}}

the cells that agree with an answer are weighted by :math:`1 - \alpha` and the others by
:math:`\alpha`.  The next question is at an end of the cell :math:`k` that holds the median,
at the right one with probability :math:`\tau_1 / (\tau_1 + \tau_2)`, where

.. math:: \tau_1 = \sum_{i \ge k} a_i - \sum_{i < k} a_i, \qquad
          \tau_2 = \sum_{i \le k} a_i - \sum_{i > k} a_i.

Many runs are done together: one row of a matrix is the posterior of one run.
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import final

import numpy as np
from numpy.typing import NDArray

from altheory.protocols import Bools, Floats


@final
@dataclass(frozen=True, slots=True)
class Setting:
    """How many cells, how often an answer is false, and how many questions."""

    cells: int
    noise: Fraction
    questions: int


def caution(noise: float) -> float:
    """Return the weight of what an answer speaks against."""
    false, true = math.sqrt(noise), math.sqrt(1 - noise)
    return false / (false + true)


def question(posterior: Floats, coins: Floats) -> NDArray[np.int64]:
    """Return how many cells lie below the boundary asked about; ``coins`` are uniform.

    ``posterior`` is ``float64[runs, cells]``, the others have one entry a run.
    """
    up_to = np.cumsum(posterior, axis=1)
    median = np.argmax(up_to > 0.5, axis=1)
    rows = np.arange(len(posterior))
    right = 2 * up_to[rows, median] - 1
    left = 2 * (1 - up_to[rows, median] + posterior[rows, median]) - 1
    boundary: NDArray[np.int64] = median + (coins * (left + right) < left)
    return boundary


def believe(posterior: Floats, boundary: NDArray[np.int64], below: Bools, alpha: float) -> Floats:
    """Return the posterior after each run heard whether its target is ``below``."""
    is_below = np.arange(posterior.shape[1]) < boundary[:, np.newaxis]
    weighted = posterior * np.where(is_below == below[:, np.newaxis], 1 - alpha, alpha)
    normal: Floats = weighted / weighted.sum(axis=1, keepdims=True)
    return normal


def wrong_cells(setting: Setting, runs: int, rng: np.random.Generator) -> int:
    """Return in how many runs the likeliest cell is not that of the target, which is uniform."""
    target = rng.integers(setting.cells, size=runs)
    posterior = np.full((runs, setting.cells), 1 / setting.cells)
    noise = float(setting.noise)
    alpha = caution(noise)
    for _ in range(setting.questions):
        boundary = question(posterior, rng.random(runs))
        false = rng.random(runs) < noise
        posterior = believe(posterior, boundary, (target < boundary) ^ false, alpha)
    return int(np.count_nonzero(np.argmax(posterior, axis=1) != target))
