r"""How much a committee disagrees about an instance, from the votes of its members alone.

Votes forget how sure a member is: vote entropy is the entropy of a histogram, and not the
mutual information of :func:`~altheory.acquisition.mutual_information.bald`.
"""

import math
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np

from altheory.acquisition._tables import Ints, nats_per_unit, votes
from altheory.numeric.compiled import compiled
from altheory.protocols import Floats

BLOCK = 16_384  # instances at a time: what is counted stays in the cache
MANY = 1_000_000  # votes from which machine code is used, if numba is loaded: 600 ms to load it
RARE = 8  # classes a member: of more, those that get votes are told apart by sorting first


def vote_entropy(votes_N_M: Any, n_classes: int, base: float = math.e) -> Floats:
    r"""Return the entropy of the votes, :math:`-\sum_c \frac{v_c}{M} \log \frac{v_c}{M}`, in nats.

    Parameters
    ----------
    votes_N_M
        The class, from 0, that each of M members votes for, for each of N instances.
    n_classes
        How many classes there are; no vote is beyond.
    base
        Base of the logarithm: 2 for bits.

    Returns
    -------
    float64[N], in [0, log min(C, M)].

    Raises
    ------
    DomainError
        If a vote is no class, or the base not above 1.

    References
    ----------
    [dagan1995]_, where it is divided by log min(C, M).

    Examples
    --------
    >>> vote_entropy([[0, 1], [2, 2]], 3, base=2).tolist()
    [1.0, 0.0]

    """
    unit = nats_per_unit(base)
    table = votes(votes_N_M, n_classes)
    members = table.shape[1]
    share = np.arange(1, members + 1) / members
    term = np.concatenate([[0.0], -share * np.log(share)]) / unit
    result = np.zeros(len(table))
    if table.size >= MANY and n_classes <= RARE * members and "numba" in sys.modules:
        for start in range(0, len(table), BLOCK):  # of one type and order, for one machine code
            block = np.array(table[start : start + BLOCK], dtype=np.intp, order="C")
            result[start : start + BLOCK] = _sums(block, n_classes, term)
        return result
    for start, counts in _counts(table, n_classes):
        result[start : start + len(counts)] += term.take(counts, mode="clip")
    return result


def max_vote_disagreement(votes_N_M: Any, n_classes: int) -> Floats:
    r"""Return the share of members who do not vote for the winner, :math:`1 - \max_c v_c / M`.

    Parameters
    ----------
    votes_N_M
        The class, from 0, that each of M members votes for, for each of N instances.
    n_classes
        How many classes there are; no vote is beyond.

    Returns
    -------
    float64[N], in [0, 1 - ceil(M/C)/M].

    Raises
    ------
    DomainError
        If a vote is no class.

    Examples
    --------
    >>> max_vote_disagreement([[0, 1, 1, 2], [2, 2, 2, 2]], 3).tolist()
    [0.5, 0.0]

    """
    table = votes(votes_N_M, n_classes)
    most = np.zeros(len(table), dtype=np.int64)
    for start, counts in _counts(table, n_classes):
        part = most[start : start + len(counts)]
        np.maximum(part, counts, out=part)
    result: Floats = (table.shape[1] - most) / table.shape[1]
    return result


def _counts(table: Ints, n_classes: int) -> Iterator[tuple[int, Ints]]:
    """Yield where a block of instances starts and its votes for a class, class after class.

    Of many classes only those that get votes are gone through, with numbers that differ from
    instance to instance, which no sum over classes and no largest count depends on.
    """
    members = table.shape[1]
    kind: Any = np.uint8 if members < 256 else np.uint32
    rare = n_classes > RARE * members
    classes = members if rare else n_classes
    for start in range(0, len(table), BLOCK):
        block = table[start : start + BLOCK]
        numbers = _renumbered(block) if rare else block
        columns = numbers.astype(np.min_scalar_type(classes)).T.copy()
        for c in range(classes):
            yield start, np.add.reduce((columns == c).view(np.uint8), axis=0, dtype=kind)


def _renumbered(table: Ints) -> Ints:
    """Return a table in which the classes with votes in a row are numbered from 0."""
    ordered = np.sort(table, axis=1)
    result = np.zeros(ordered.shape, dtype=np.intp)
    np.cumsum(ordered[:, 1:] != ordered[:, :-1], axis=1, out=result[:, 1:])
    return result


@compiled
def _sums(table: Ints, n_classes: int, term: Floats) -> Floats:
    """Return the sum over classes of the term of its votes, class after class."""
    result, counts = np.zeros(len(table)), np.zeros(n_classes, np.int64)
    for i in range(len(table)):
        for vote in table[i]:
            counts[vote] += 1
        for c in range(n_classes):
            result[i] += term[counts[c]]
            counts[c] = 0
    return result
