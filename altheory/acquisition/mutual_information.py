r"""What an answer would tell about the model: the mutual information of label and parameters.

With K equally weighted models :math:`p_k`, a Monte Carlo sample of the posterior or a
committee, :math:`I(y; \omega) = H\bigl(\tfrac1K \sum_k p_k\bigr) - \tfrac1K \sum_k H(p_k)`: the
entropy of the consensus less the mean entropy, which is also the mean divergence of the members
from the consensus.  It is the information about *which of these K models* is right; as an estimate
of that about a continuous posterior it is biased low (claim ``acquisition/bald/small-sample``).
"""

import math
from typing import Any

import numpy as np

from altheory.acquisition._information import mean_divergence, total_entropy
from altheory.acquisition._tables import nats_per_unit, probabilities, unchecked
from altheory.protocols import Floats


def bald(probs_N_K_C: Any, base: float = math.e) -> Floats:
    r"""Return :math:`H(\bar p) - \overline{H(p_k)}` of each instance, in nats.

    Parameters
    ----------
    probs_N_K_C
        For each of N instances and each of K models a distribution over C classes.
    base
        Base of the logarithm: 2 for bits.

    Returns
    -------
    float64[N], in [0, min(log C, log K)]: at most the entropy of the consensus.

    Raises
    ------
    DomainError
        If a row is no distribution, or the base not above 1.

    References
    ----------
    [houlsby2011]_; for Monte Carlo dropout [gal2017]_.

    Examples
    --------
    Sure of different classes, and unsure alike:

    >>> bald([[[1, 0], [0, 1]], [[0.5, 0.5], [0.5, 0.5]]], base=2).tolist()
    [1.0, 0.0]

    """
    unit = nats_per_unit(base)
    table = probabilities(probs_N_K_C, "N, K, C")
    mean_entropy = total_entropy(table) / table.shape[1]
    consensus = total_entropy(np.ones(table.shape[1]) @ table / table.shape[1])
    result: Floats = np.maximum(consensus - mean_entropy, 0.0) / unit
    return result


def kl_to_consensus(probs_M_N_C: Any, base: float = math.e) -> Floats:
    r"""Return the mean divergence from the consensus, :math:`\frac1M \sum_m KL(p_m \| \bar p)`.

    Parameters
    ----------
    probs_M_N_C
        For each of M members and each of N instances a distribution over C classes: members
        first, as models return them.
    base
        Base of the logarithm: 2 for bits.

    Returns
    -------
    float64[N], in nats: the same as :func:`bald` of the members.

    Raises
    ------
    DomainError
        If a row is no distribution, or the base not above 1.

    References
    ----------
    [mccallum1998]_.

    Examples
    --------
    >>> kl_to_consensus([[[1, 0]], [[0, 1]]], base=2).tolist()
    [1.0]

    """
    unit = nats_per_unit(base)
    divergence = mean_divergence(*unchecked(probs_M_N_C, "M, N, C"))
    result: Floats = np.maximum(divergence, 0.0) / unit
    return result
