r"""What an answer would change: the model, or the error that is left.

Both average over the answers as the model expects them, so they are as good as it is: a model
that is sure and wrong expects to learn nothing.
"""

from collections.abc import Callable
from typing import Any, Literal

import numpy as np

from altheory.acquisition._information import total_entropy
from altheory.acquisition._tables import numbers, points, probabilities
from altheory.errors import DomainError
from altheory.protocols import Floats

Refit = Callable[[int, int], Any]


def expected_gradient_length(probs_N_C: Any, X: Any, *, bias: bool = True) -> Floats:
    r"""Return :math:`\sum_y p_y \, \|(p - e_y) [x, 1]^\top\|` of each instance.

    The gradient of the log loss of softmax regression in its weights, were y the answer: the
    length of the step that stochastic gradient descent would take.

    Parameters
    ----------
    probs_N_C
        The model's distribution over C classes for each of N instances.
    X
        The features, ``float64[N, D]``.
    bias
        Whether the model has one, which is a feature that is always 1.

    Returns
    -------
    float64[N], at least 0.

    Raises
    ------
    DomainError
        If a row is no distribution, the numbers of rows differ, or a length is beyond all floats.

    References
    ----------
    [settles2008]_.

    Examples
    --------
    >>> expected_gradient_length([[0.5, 0.5], [1, 0]], [[0.0], [0.0]]).round(4).tolist()
    [0.7071, 0.0]

    """
    table, pool = probabilities(probs_N_C, "N, C"), points(X)
    if len(table) != len(pool):
        raise DomainError(f"{len(table)} distributions are no match for {len(pool)} instances")
    answers = table[:, None, :] - np.eye(table.shape[1])
    gaps = np.linalg.norm(answers, axis=2)
    rows = np.column_stack([pool, np.ones(len(pool))]) if bias else pool
    exponents = np.frexp(np.abs(rows).max(axis=1))[1]  # so that squares neither vanish nor overflow
    lengths = np.linalg.norm(np.ldexp(rows, -exponents[:, None]), axis=1)
    with np.errstate(over="ignore"):
        result = np.ldexp((table * gaps).sum(axis=1) * lengths, exponents)
    return numbers(result, "gradient lengths")


def expected_error_reduction(
    probs_N_C: Any, refit: Refit, *, loss: Literal["error", "entropy"] = "error"
) -> Floats:
    r"""Return by how much each answer is expected to lower the loss on the pool.

    .. math:: \sum_j \ell(p_j) - \sum_y p_{iy} \sum_j \ell(p_j^{+(i, y)})

    with :math:`\ell(p) = 1 - \max_c p_c`, the error the model expects of itself, or its entropy
    in nats.  It costs N C fits: where they have a closed form, as on graphs
    (``altheory.graphs.lookahead``), use that.

    Parameters
    ----------
    probs_N_C
        The model's distribution over C classes for each of N instances.
    refit
        From an instance and an answer to the predictions of the model that was told so, for the
        same instances in the same order: ``refit(i, y) -> float64[N, C]``.
    loss
        What is to be lowered.

    Returns
    -------
    float64[N]; below 0 where answers are expected to unsettle the model.

    Raises
    ------
    DomainError
        If what is refitted is no distribution over as many classes for as many instances.

    References
    ----------
    [roy2001]_.

    Examples
    --------
    A model that remembers what it was told, and else knows nothing:

    >>> def told(i, y):
    ...     return [[float(y == c) if j == i else 0.5 for c in (0, 1)] for j in (0, 1, 2)]
    >>> expected_error_reduction([[0.5, 0.5]] * 3, told).tolist()
    [0.5, 0.5, 0.5]

    """
    if loss not in ("error", "entropy"):
        raise DomainError(f'the loss is "error" or "entropy", got {loss!r}')
    table = probabilities(probs_N_C, "N, C")
    measure = _expected_error if loss == "error" else _entropy
    now, result = measure(table), np.empty(len(table))
    for i, row in enumerate(table):
        later = 0.0
        for y in np.flatnonzero(row):
            after = probabilities(refit(i, int(y)), "N, C")
            if after.shape != table.shape:
                raise DomainError(f"refit({i}, {y}) has shape {after.shape}, not {table.shape}")
            later += float(row[y]) * measure(after)
        result[i] = now - later
    return result


def _expected_error(table: Floats) -> float:
    return float((1 - table.max(axis=1)).sum())


def _entropy(table: Floats) -> float:
    return float(total_entropy(table).sum())
