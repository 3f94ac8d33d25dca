"""Entropies of large arrays, block by block."""

import math
from collections.abc import Callable

import numpy as np

from altheory.protocols import Floats

BLOCK = 32_768  # numbers whose logarithms are taken at a time: what fits in the cache


def total_entropy(table: Floats) -> Floats:
    r"""Return :math:`-\sum p \log p`, in nats, over all but the first axis of checked numbers."""
    rows = table.reshape(len(table), math.prod(table.shape[1:]))
    result = np.empty(len(rows))
    step = max(1, BLOCK // rows.shape[1])
    for start in range(0, len(rows), step):
        block = rows[start : start + step]
        np.einsum("ij,ij->i", block, _logs(block), out=result[start : start + step])
    return np.maximum(-result, 0.0)


def mean_divergence(table: Floats, check: Callable[[Floats], None]) -> Floats:
    r"""Return the mean over the first axis of :math:`\sum_c p_c \log (p_c / \bar p_c)`, in nats.

    Here :math:`\bar p` is the mean; numbers are checked where they are read.
    """
    members, instances, classes = table.shape
    result = np.empty(instances)
    step = max(1, BLOCK // classes)
    for start in range(0, instances, step):
        block = table[:, start : start + step]
        consensus, terms = np.zeros((2, *block.shape[1:]))
        for member in block:
            check(member)
            consensus += member
            logs = _logs(member)
            logs *= member
            terms += logs
        terms -= consensus * _logs(consensus / members)
        result[start : start + step] = terms @ np.ones(classes) / members
    return result


def _logs(block: Floats) -> Floats:
    """Return logarithms that times their numbers are 0 where these are."""
    if block.min(initial=1.0) > 0:
        return np.log(block)
    return np.log(np.maximum(block, np.finfo(np.float64).smallest_subnormal))
