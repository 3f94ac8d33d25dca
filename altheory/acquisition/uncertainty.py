r"""How uncertain one predictive distribution is: least confidence, margin, entropy.

For two classes all three rank instances alike, since each is a monotone function of
:math:`|p - \tfrac12|`.  For three they do not: least confidence prefers (1/2, 1/2, 0) to
(.52, .24, .24), entropy the second (claim ``acquisition/least-confidence-is-not-entropy``).
"""

from typing import Any

import numpy as np

from altheory.acquisition._information import total_entropy
from altheory.acquisition._tables import nats_per_unit, probabilities
from altheory.protocols import Floats


def least_confidence(probs_N_C: Any) -> Floats:
    r"""Return :math:`1 - \max_c p_c` of each instance: the larger, the more uncertain.

    Parameters
    ----------
    probs_N_C
        A distribution over C classes for each of N instances.

    Returns
    -------
    float64[N], in [0, 1 - 1/C].

    Raises
    ------
    DomainError
        If a row is no distribution.

    Examples
    --------
    >>> least_confidence([[0.5, 0.5], [1.0, 0.0]]).tolist()
    [0.5, 0.0]

    """
    table = probabilities(probs_N_C, "N, C")
    result: Floats = np.maximum(1 - table.max(axis=1), 0.0)
    return result


def margin(probs_N_C: Any) -> Floats:
    r"""Return :math:`p_{(1)} - p_{(2)}` of each instance: the **smaller**, the more uncertain.

    Parameters
    ----------
    probs_N_C
        A distribution over C classes for each of N instances; with one class the margin is 1.

    Returns
    -------
    float64[N], in [0, 1].

    Raises
    ------
    DomainError
        If a row is no distribution.

    Examples
    --------
    >>> margin([[0.5, 0.25, 0.25], [0.375, 0.375, 0.25]]).tolist()
    [0.25, 0.0]

    """
    table = probabilities(probs_N_C, "N, C")
    if table.shape[1] == 1:
        return table[:, 0].copy()
    two = np.partition(table, -2, axis=1)[:, -2:]
    result: Floats = two[:, 1] - two[:, 0]
    return result


def entropy(probs_N_C: Any, base: float = 2) -> Floats:
    r"""Return :math:`-\sum_c p_c \log_b p_c` of each instance, in bits unless ``base`` says else.

    Parameters
    ----------
    probs_N_C
        A distribution over C classes for each of N instances; 0 log 0 is 0.
    base
        Base of the logarithm: 2 for bits, ``math.e`` for nats.

    Returns
    -------
    float64[N], in [0, log_b C].

    Raises
    ------
    DomainError
        If a row is no distribution, or the base not above 1.

    Examples
    --------
    >>> entropy([[0.5, 0.5], [1.0, 0.0], [0.25, 0.75]]).round(3).tolist()
    [1.0, 0.0, 0.811]

    """
    unit = nats_per_unit(base)
    return total_entropy(probabilities(probs_N_C, "N, C")) / unit
