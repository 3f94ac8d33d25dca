r"""How typical of the pool an instance is: information density.

:math:`u(x) \cdot \bigl(\tfrac1N \sum_{x'} s(x, x')\bigr)^\beta`: the uncertainty of an instance
times its mean similarity to the pool.  With beta = 0 the density counts for nothing.
"""

from collections.abc import Callable, Iterator
from typing import Any, Literal

import numpy as np

from altheory.acquisition._tables import numbers, points
from altheory.errors import DomainError
from altheory.numeric.inputs import positive, rational
from altheory.protocols import Floats

BLOCK = 2**20  # similarities at a time: 8 MB
TINY = np.finfo(np.float64).smallest_subnormal

Similarity = Callable[[Floats, Floats], Floats]


def cosine(a_A_D: Floats, b_B_D: Floats) -> Floats:
    """Return the cosines of the angles between rows, clipped below at 0; of a zero row, 0.

    >>> cosine(np.array([[2.0, 0.0]]), np.array([[1.0, 0.0], [0.0, 3.0], [0.0, 0.0]])).tolist()
    [[1.0, 0.0, 0.0]]
    """
    return _product(_unit(a_A_D), _unit(b_B_D))


def gaussian(bandwidth: float) -> Similarity:
    r"""Return :math:`\exp(-\|x - x'\|^2 / (2 \sigma^2))` as a similarity.

    >>> gaussian(1.0)(np.array([[0.0]]), np.array([[0.0], [2.0]])).round(3).tolist()
    [[1.0, 0.135]]
    """
    width = float(positive(bandwidth, "a bandwidth"))

    def similarity(a_A_D: Floats, b_B_D: Floats) -> Floats:
        from scipy.spatial.distance import cdist

        result: Floats = np.exp(-cdist(a_A_D / width, b_B_D / width, "sqeuclidean") / 2)
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
        If a score or similarity is negative or no finite number, a sum or product of them beyond
        all floats, or there is nothing to compare with.

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
    power = float(rational(beta, "beta"))
    if power < 0:
        raise DomainError(f"beta is a number of at least 0, got {beta!r}")
    others = len(pool) if itself else len(pool) - 1
    if others < 1:
        raise DomainError(f"{len(pool)} instances leave nothing to compare with: itself=True")
    rows, measure = _measure(pool, similarity)
    total = np.concatenate(list(_totals(rows, measure, itself=itself)))
    with np.errstate(over="ignore"):
        result = uncertainty * (numbers(total, "sums of similarities") / others) ** power
    return numbers(result, "weighted scores")


def _measure(pool: Floats, similarity: Similarity | str) -> tuple[Floats, Similarity]:
    """Return what to compare and how: for cosines, rows of length one and their products."""
    if similarity is cosine or (isinstance(similarity, str) and similarity == "cosine"):
        return _unit(pool), _product
    if not callable(similarity):
        raise DomainError(
            f'a similarity is "cosine" or a function, such as gaussian(1.0), got {similarity!r:.60}'
        )
    rows = pool.view()
    rows.flags.writeable = False  # it may be the array of the caller
    return rows, similarity


def _totals(pool: Floats, measure: Similarity, *, itself: bool) -> Iterator[Floats]:
    """Yield the sums of similarities of one block of instances after the other."""
    step = max(1, BLOCK // len(pool))
    for start in range(0, len(pool), step):
        some = pool[start : start + step]
        block = numbers(measure(some, pool), "similarities")
        if block.shape != (len(some), len(pool)):
            raise DomainError(
                f"similarities of {len(some)} and {len(pool)} instances have that shape, "
                f"got {block.shape}"
            )
        if block.min() < 0:
            raise DomainError(f"similarities are at least 0, got {block.min()}")
        if not itself:
            block = block.copy()
            np.fill_diagonal(block[:, start:], 0.0)
        with np.errstate(over="ignore"):
            yield block.sum(axis=1)


def _product(a_A_D: Floats, b_B_D: Floats) -> Floats:
    """Return the cosines of rows of length one, clipped."""
    result: Floats = np.clip(a_A_D @ b_B_D.T, 0.0, 1.0)
    return result


def _unit(rows: Floats) -> Floats:
    """Return rows of length one, and zero rows as they are."""
    scaled = rows / np.maximum(np.abs(rows).max(axis=1, keepdims=True, initial=0.0), TINY)
    result: Floats = scaled / np.maximum(np.linalg.norm(scaled, axis=1, keepdims=True), TINY)
    return result
