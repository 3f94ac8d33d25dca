r"""How typical of the pool an instance is: information density.

:math:`u(x) \cdot \bigl(\tfrac1N \sum_{x'} s(x, x')\bigr)^\beta`: the uncertainty of an instance
times its mean similarity to the pool.  With beta = 0 the density counts for nothing.
"""

from collections.abc import Callable, Iterator
from typing import Any, Literal

import numpy as np

from altheory.acquisition._tables import numbers, points
from altheory.errors import DomainError
from altheory.protocols import Floats

BLOCK = 2**20  # similarities at a time: 8 MB
TINY = np.finfo(np.float64).smallest_subnormal

Similarity = Callable[[Floats, Floats], Floats]


def cosine(a_A_D: Floats, b_B_D: Floats) -> Floats:
    """Return the cosines of the angles between rows, clipped below at 0; of a zero row, 0.

    >>> cosine(np.array([[2.0, 0.0]]), np.array([[1.0, 0.0], [0.0, 3.0], [0.0, 0.0]])).tolist()
    [[1.0, 0.0, 0.0]]
    """
    result: Floats = np.clip(_unit(a_A_D) @ _unit(b_B_D).T, 0.0, 1.0)
    return result


def gaussian(bandwidth: float) -> Similarity:
    r"""Return :math:`\exp(-\|x - x'\|^2 / (2 \sigma^2))` as a similarity.

    >>> gaussian(1.0)(np.array([[0.0]]), np.array([[0.0], [2.0]])).round(3).tolist()
    [[1.0, 0.135]]
    """
    if not 0 < bandwidth < np.inf:
        raise DomainError(f"a bandwidth is positive, got {bandwidth!r}")

    def similarity(a_A_D: Floats, b_B_D: Floats) -> Floats:
        from scipy.spatial.distance import cdist

        result: Floats = np.exp(-cdist(a_A_D / bandwidth, b_B_D / bandwidth, "sqeuclidean") / 2)
        return result

    return similarity


def information_density(
    scores: Any,
    X: Any,
    *,
    beta: float = 1.0,
    similarity: Similarity | Literal["cosine"] = "cosine",
    itself: bool = True,
) -> Floats:
    r"""Return :math:`u(x_i) \bigl(\tfrac1m \sum_j s(x_i, x_j)\bigr)^\beta` of each instance.

    Parameters
    ----------
    scores
        The uncertainty u of each of N instances, at least 0: ``float64[N]``.
    X
        The pool, ``float64[N, D]``.
    beta
        How much density counts, at least 0.
    similarity
        From rows ``float64[A, D]`` and ``float64[B, D]`` to values at least 0, ``float64[A, B]``;
        the cosine, where it is positive, unless said otherwise.
    itself
        Whether an instance counts as part of the pool it is compared with: then m = N, else
        m = N - 1.

    Returns
    -------
    float64[N], in the unit of the scores.

    Raises
    ------
    DomainError
        If a score or similarity is negative or no number, or there is nothing to compare with.

    References
    ----------
    [settles2008]_, where the instance itself counts.

    Examples
    --------
    Equally uncertain, but the last one stands alone:

    >>> information_density([1, 1, 1], [[1, 0], [1, 0], [0, 1]], itself=False).tolist()
    [0.5, 0.5, 0.0]

    """
    pool = points(X)
    uncertainty = numbers(scores, "scores")
    if uncertainty.shape != (len(pool),) or (uncertainty < 0).any():
        raise DomainError(
            f"each of {len(pool)} instances has a score of at least 0, got {scores!r:.80}"
        )
    if not 0 <= beta < np.inf:
        raise DomainError(f"beta is a number of at least 0, got {beta!r}")
    others = len(pool) if itself else len(pool) - 1
    if others < 1:
        raise DomainError(f"{len(pool)} instances leave nothing to compare with: itself=True")
    measure = cosine if similarity == "cosine" else similarity
    total = np.concatenate(list(_totals(pool, measure, itself=itself)))
    result: Floats = uncertainty * (total / others) ** beta
    return result


def _totals(pool: Floats, measure: Similarity, *, itself: bool) -> Iterator[Floats]:
    """Yield the sums of similarities of one block of instances after the other."""
    step = max(1, BLOCK // len(pool))
    for start in range(0, len(pool), step):
        block = np.asarray(measure(pool[start : start + step], pool), dtype=np.float64)
        if not (block >= 0).all():
            raise DomainError(f"similarities are at least 0, got {np.nanmin(block)}")
        own = 0.0 if itself else np.diagonal(block, start)
        yield np.maximum(block.sum(axis=1) - own, 0.0)


def _unit(rows: Floats) -> Floats:
    """Return rows of length one, and zero rows as they are."""
    scaled = rows / np.maximum(np.abs(rows).max(axis=1, keepdims=True, initial=0.0), TINY)
    result: Floats = scaled / np.maximum(np.linalg.norm(scaled, axis=1, keepdims=True), TINY)
    return result
