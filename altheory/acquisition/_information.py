"""Entropies of large arrays, block by block."""

import math

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
        logs = np.maximum(block, np.finfo(np.float64).smallest_subnormal)  # 0 log 0 = 0
        np.log(logs, out=logs)
        np.einsum("ij,ij->i", block, logs, out=result[start : start + step])
    return np.maximum(-result, 0.0)
