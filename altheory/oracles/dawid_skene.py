r"""Who of a crowd is right, from its votes alone [dawid1979]_.

The model: item i is positive with probability :math:`\pi`, and worker j then says + with
probability :math:`a_j`, and says - of a negative one with probability :math:`b_j`; all
votes are independent given the labels.  Expectation-maximization alternates

.. math:: q_i = P(+ \mid \text{votes on } i), \qquad
    \pi = \operatorname{mean}_i q_i, \quad
    a_j = \frac{\sum_i q_i 1\{v_{ij} = +\}}{\sum_i q_i 1\{v_{ij} \ne 0\}}, \quad
    b_j = \frac{\sum_i (1 - q_i) 1\{v_{ij} = -\}}{\sum_i (1 - q_i) 1\{v_{ij} \ne 0\}},

and never decreases the likelihood.  The Bayes classifier of the items under the fitted
model is :math:`q_i \ge 1/2`.  What comes out are *point estimates*: a stationary point of
the likelihood, near which one lands by starting at the share of positive votes, with no
statement of how far it is from the truth.  Exchanging the two labels throughout fits as
well; the start breaks that symmetry in favor of the majority.
"""

import reprlib
from dataclasses import dataclass
from typing import Any, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.numeric.inputs import count
from altheory.protocols import Floats

Votes: TypeAlias = NDArray[np.int8]

ENOUGH = 1e-12  # relative gain of log-likelihood below which an iteration is the last


@final
@dataclass(frozen=True, slots=True, eq=False)
class DawidSkene:
    """Point estimates of the labels of items and the error rates of workers.

    Parameters
    ----------
    posteriors
        ``float64[n_items]``: the estimated probability that each item is positive.
    sensitivity, specificity
        ``float64[n_workers]``: the estimated probability that a worker is right about a
        positive and about a negative item; 1/2 where no vote decides.
    prior
        The estimated share of positive items.
    log_likelihoods
        In nats, after each iteration; it never decreases but for rounding.

    """

    posteriors: Floats
    sensitivity: Floats
    specificity: Floats
    prior: float
    log_likelihoods: tuple[float, ...]

    @property
    def iterations(self) -> int:
        return len(self.log_likelihoods)

    @property
    def error_rates(self) -> Floats:
        """The estimated probability that each worker errs on a random item."""
        rates: Floats = self.prior * (1 - self.sensitivity) + (1 - self.prior) * (
            1 - self.specificity
        )
        return rates


def dawid_skene(votes: Any, *, max_iterations: int = 1000) -> DawidSkene:
    """Return the estimates that fit a matrix of votes.

    An item without votes gets the prior as its posterior.  With a single worker, or where
    all agree, the votes themselves are the labels: nothing contradicts them.

    Parameters
    ----------
    votes
        ``int[n_items, n_workers]``: -1, +1, or 0 for a vote that is missing.
    max_iterations
        After which it stops if the likelihood still grows.

    Raises
    ------
    DomainError
        If the votes form no such matrix, or hold no vote at all.

    Examples
    --------
    >>> fit = dawid_skene([[1, 1, -1], [-1, -1, -1], [1, 1, 1], [-1, -1, 1]])
    >>> fit.posteriors.round(3).tolist(), fit.error_rates.round(3).tolist()
    ([1.0, 0.0, 1.0, 0.0], [0.0, 0.0, 0.5])

    """
    cast = _matrix(votes)
    most = count(max_iterations, "the number of iterations")
    seen = np.abs(cast).sum(axis=1)
    posteriors: Floats = np.where(seen > 0, (cast == 1).sum(axis=1) / np.maximum(seen, 1), 0.5)
    path: list[float] = []
    while True:
        prior, sensitivity, specificity = _maximize(cast, posteriors)
        posteriors, likelihood = _expect(cast, prior, sensitivity, specificity)
        path.append(likelihood)
        if len(path) == most or (len(path) > 1 and path[-1] - path[-2] <= ENOUGH * abs(path[-1])):
            return DawidSkene(posteriors, sensitivity, specificity, prior, tuple(path))


def _matrix(votes: Any) -> Votes:
    try:
        matrix = np.asarray(votes)
    except ValueError as error:
        raise DomainError("votes form a matrix: one row an item, one column a worker") from error
    if matrix.ndim != 2 or matrix.size == 0:
        raise DomainError(f"votes form a matrix of items and workers, got shape {matrix.shape}")
    if matrix.dtype.kind not in "iuf" or not np.isin(matrix, (-1, 0, 1)).all():
        raise DomainError(f"a vote is -1, +1, or 0 if missing, got {reprlib.repr(votes)}")
    if not matrix.any():
        raise DomainError("at least one vote is needed to estimate anything, got none")
    return matrix.astype(np.int8)


def _maximize(votes: Votes, posteriors: Floats) -> tuple[float, Floats, Floats]:
    """Return the parameters that fit the posteriors best."""
    voted = (votes != 0).T
    sensitivity = _share((votes == 1).T @ posteriors, voted @ posteriors)
    specificity = _share((votes == -1).T @ (1 - posteriors), voted @ (1 - posteriors))
    return float(posteriors.mean()), sensitivity, specificity


def _share(part: Floats, whole: Floats) -> Floats:
    shares: Floats = np.divide(part, whole, out=np.full_like(part, 0.5), where=whole > 0)
    return np.clip(shares, 0, 1)  # a sum may exceed its parts by a rounding


def _expect(
    votes: Votes, prior: float, sensitivity: Floats, specificity: Floats
) -> tuple[Floats, float]:
    """Return the posteriors of all items, and the log-likelihood of all votes."""
    with np.errstate(divide="ignore"):  # the logarithm of an impossible vote is -inf
        plus = np.log(prior) + _log_chance(votes, np.log(sensitivity), np.log1p(-sensitivity))
        minus = np.log1p(-prior) + _log_chance(votes, np.log1p(-specificity), np.log(specificity))
    either = np.logaddexp(plus, minus)
    return np.exp(plus - either), float(either.sum())


def _log_chance(votes: Votes, positive: Floats, negative: Floats) -> Floats:
    """Return the log-probability of each item's votes; a missing vote has probability one."""
    chances: Floats = np.where(votes == 1, positive, np.where(votes == -1, negative, 0)).sum(axis=1)
    return chances
