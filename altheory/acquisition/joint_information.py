r"""What the answers to a whole batch would tell about the model: BatchBALD.

Single scores count twice what two instances tell together: the sum over a batch is at least
:math:`I(y_1, \dots, y_b; \omega)`.  The batch grows greedily by the joint information instead,
which given K models under which labels are independent is monotone and submodular, so it
reaches at least 1 - 1/e of the best batch [nemhauser1978]_, [kirsch2019]_.

The state is one matrix R with a row for each outcome of the batch so far and a column for each
model, :math:`R_{xk} = p(x, k)`.  A candidate with predictions :math:`p_k` has
:math:`H(y \mid x) = H(R p) - H(R 1)`, and its gain is that less its mean entropy under the
models.  There are :math:`C^b` outcomes; beyond what is worth going through, as many drawn at
random stand for them, each with its posterior over models and the same weight: the same matrix.
"""

import math
from dataclasses import dataclass
from typing import Any, final

import numpy as np

from altheory.acquisition._information import total_entropy
from altheory.acquisition._tables import nats_per_unit, probabilities
from altheory.errors import BudgetError, DomainError
from altheory.numeric.inputs import count, open_unit
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats

OUTCOMES = 2**17  # of a batch that are gone through
JOINT = 2**24  # numbers of the joint law of answers and model: 128 MB
PRODUCT = 2**18  # numbers of a product of matrices at a time: 2 MB
EPS = 2.0**-52


@final
@dataclass(frozen=True, slots=True)
class Batch:
    """A batch that was grown one instance at a time.

    Attributes
    ----------
    indices
        The instances, distinct, in the order in which they were taken.
    scores
        The joint mutual information of the first, the first two, ..., in the unit asked for.
    ties
        At each step all instances that may be the best there, given the errors.  Among those
        that only rounding tells apart the lowest index was taken.
    error_bound
        No score is off by more: by rounding, and of sampled outcomes with probability at least
        1 - delta.

    """

    indices: tuple[int, ...]
    scores: tuple[float, ...]
    ties: tuple[tuple[int, ...], ...]
    error_bound: float


def batchbald(
    probs_N_K_C: Any,
    batch_size: int,
    *,
    base: float = math.e,
    samples: int | None = None,
    delta: float = 0.01,
    rng: Rng = None,
) -> Batch:
    r"""Return the greedy batch of joint mutual information, in nats.

    Parameters
    ----------
    probs_N_K_C
        For each of N instances and each of K models a distribution over C classes; rows that miss
        one by the rounding of a model, which those in single precision do, are divided by their
        sum.
    batch_size
        How many instances to take, at most N.
    base
        Base of the logarithm: 2 for bits.
    samples
        How many outcomes to draw for each step at which there are too many to go through.
        Each step draws its own, so Hoeffding's inequality holds for all of its candidates:
        the error of a gain is at most :math:`\ln C \sqrt{\ln(2 N b / \delta) / (2 m)}`.
    delta
        The probability with which that may fail, over all candidates and steps.
    rng
        Draws the outcomes: a generator, or the seed of one.

    Raises
    ------
    DomainError
        If a row is no distribution, the batch larger than the pool, or samples lack an ``rng``.
    BudgetError
        If there are too many outcomes and no samples were asked for.

    References
    ----------
    [kirsch2019]_.

    Examples
    --------
    The first two instances are the same; together they tell no more than one:

    >>> sure = [[1, 0], [0, 1], [0.5, 0.5]]
    >>> other = [[0.75, 0.25], [0.75, 0.25], [0, 1]]
    >>> batchbald([sure, sure, other], 2).indices
    (0, 2)

    """
    unit = nats_per_unit(base)
    table = probabilities(probs_N_K_C, "N, K, C")
    table = table / table.sum(axis=2, keepdims=True)
    if count(batch_size, "the size of a batch") > len(table):
        raise DomainError(f"a batch of {batch_size} needs as many instances, got {len(table)}")
    if samples is None:
        _require_few_outcomes(table.shape, batch_size)
    miss = float(open_unit(delta, "delta")) / (2 * len(table) * batch_size)
    draw = None if samples is None else _Draw(count(samples, "samples"), miss, _given(rng))
    search = _Search(table, total_entropy(table) / table.shape[1])
    steps: list[_Step] = []
    upper = np.full(len(table), math.inf)  # what a candidate gained before is the most it can gain
    for _ in range(batch_size):
        steps.append(search.step(tuple(step.taken for step in steps), upper, draw))
        upper = steps[-1].upper
    scores = np.cumsum([step.gain for step in steps]) / unit
    return Batch(
        tuple(step.taken for step in steps),
        tuple(scores.tolist()),
        tuple(step.ties for step in steps),
        sum(step.error for step in steps) / unit,
    )


def _most_outcomes(models: int) -> int:
    return min(OUTCOMES, JOINT // models)


def _require_few_outcomes(shape: tuple[int, ...], batch_size: int) -> None:
    """Refuse a batch of which the last member is beyond what is gone through, before any work."""
    (_, models, classes), most = shape, _most_outcomes(shape[1])
    answers = batch_size - 1
    if classes**answers > most:
        size = 1 + max(b for b in range(batch_size) if classes**b <= most)
        raise BudgetError(
            f"{answers} answers out of {classes} classes have {classes**answers} outcomes, more "
            f"than {most} for {models} models: take a batch of at most {size}, or pass samples=, "
            "such as 10000, and rng= for gains with an error that error_bound states"
        )


def _given(rng: Rng) -> np.random.Generator:
    if rng is None:
        raise DomainError("samples are drawn by a generator: pass rng=, that or a seed")
    return generator(rng)


@final
@dataclass(frozen=True, slots=True)
class _Draw:
    """How many outcomes to draw, and how likely each comparison may fail."""

    samples: int
    miss: float
    rng: np.random.Generator

    def error(self, classes: int) -> float:
        """Return Hoeffding's bound for means of entropies of a label, in [0, ln C]."""
        return math.log(classes) * math.sqrt(math.log(1 / self.miss) / (2 * self.samples))

    def outcomes(self, chosen: Floats) -> Floats:
        """Draw labels of the chosen, and return the posteriors over models: float64[m, K]."""
        models = chosen.shape[1]
        truth = self.rng.integers(models, size=self.samples)
        rows = np.full((self.samples, models), 1 / models)
        for table in chosen:
            ends = np.cumsum(table, axis=1)[truth]
            label = (self.rng.random((self.samples, 1)) * ends[:, -1:] >= ends).sum(axis=1)
            rows *= table.T[label]
            rows /= rows.sum(axis=1, keepdims=True)
        return rows / self.samples


@final
@dataclass(frozen=True, slots=True)
class _Step:
    """One instance more: which, what it gains, and what the others can gain from now on."""

    taken: int
    gain: float
    error: float
    ties: tuple[int, ...]
    upper: Floats


@final
class _Search:
    """The candidates and their entropies given the model."""

    def __init__(self, table: Floats, given_model: Floats) -> None:
        self.table, self.given_model = table, given_model
        self.by_class = np.ascontiguousarray(table.transpose(0, 2, 1))

    def step(self, batch: tuple[int, ...], upper: Floats, draw: _Draw | None) -> _Step:
        """Return the candidate that gains most beside a batch."""
        _, models, classes = self.table.shape
        exact = classes ** len(batch) <= _most_outcomes(models)
        chosen = self.table[list(batch)]
        rows = draw.outcomes(chosen) if draw and not exact else _outcomes(chosen)
        size = len(rows) * classes
        rounding = EPS * (size + rows.shape[1]) * (1 + math.log(size))
        error = rounding + (draw.error(classes) if draw and not exact else 0.0)
        most = upper.copy() if exact else np.full(len(upper), math.inf)
        most[list(batch)] = -math.inf
        gains = self._gains(rows, most, rounding)
        best = np.nanmax(gains)
        first, *_ = np.flatnonzero(gains >= best - 2 * rounding)
        ties = np.flatnonzero(gains >= best - 2 * error)
        later = np.where(np.isnan(gains), most, gains + 2 * rounding)
        return _Step(int(first), max(float(gains[first]), 0.0), error, tuple(ties.tolist()), later)

    def _gains(self, rows: Floats, upper: Floats, rounding: float) -> Floats:
        """Return what candidates gain, NaN for those that gain less than the best anyway."""
        gains = np.full(len(upper), math.nan)
        known = total_entropy(rows.sum(axis=1)[None])[0]
        order = np.argsort(-upper, kind="stable")
        most, width = -math.inf, max(1, PRODUCT // (len(rows) * self.table.shape[2]))
        for start in range(0, len(order), width):
            block = order[start : start + width]
            block = block[(upper[block] >= most - 2 * rounding) & (upper[block] > -math.inf)]
            if len(block) == 0:
                break
            joint = self.by_class[block] @ rows.T
            gains[block] = total_entropy(joint) - known - self.given_model[block]
            most = max(most, gains[block].max())
        return gains


def _outcomes(chosen: Floats) -> Floats:
    """Return the joint law of all answers and the model, float64[C**b, K]."""
    models = chosen.shape[1]
    rows = np.full((1, models), 1 / models)
    for table in chosen:
        rows = (rows[:, None, :] * table.T).reshape(-1, models)
    return rows
