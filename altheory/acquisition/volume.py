r"""Quality and diversity in one number: the determinant of a kernel.

A batch S is worth :math:`\ln \det K_S`.  With :math:`K_{ij} = q_i s_{ij} q_j` that is twice the log
quality of its members plus the log of the volume that their features span, so copies are worth
:math:`-\infty`.  The greedy batch takes what adds most, by one row of a Cholesky factor a step
[chen2018]_.
"""

import math
from dataclasses import dataclass
from typing import Any, final

import numpy as np

from altheory.acquisition._tables import numbers
from altheory.errors import DomainError
from altheory.numeric.inputs import count
from altheory.protocols import Floats

ROUNDING = 1e-12  # of the largest diagonal entry: less is a copy of what is there
NEGATIVE = 1e-8  # of the largest diagonal entry: what is left below that is no rounding


@final
@dataclass(frozen=True, slots=True)
class Determinantal:
    """A greedy batch.

    Attributes
    ----------
    indices
        The instances in the order in which they were taken, distinct.
    gains
        What each added to the log determinant, in nats: it never grows.

    """

    indices: tuple[int, ...]
    gains: tuple[float, ...]


def determinantal(kernel_N_N: Any, k: int) -> Determinantal:
    r"""Return k instances of large :math:`\ln \det K_S`, greedily; ties go to low indices.

    Parameters
    ----------
    kernel_N_N
        Symmetric up to rounding and positive semidefinite: similarities, times qualities of rows
        and columns where these matter.
    k
        How many instances, at most the rank of the kernel up to rounding.

    Raises
    ------
    DomainError
        If the kernel is not symmetric, is found not to be positive semidefinite, or has fewer
        than k instances that none of the others span.

    Examples
    --------
    The second is a copy of the first:

    >>> determinantal([[1, 1, 0.5], [1, 1, 0.5], [0.5, 0.5, 1]], 2).indices
    (0, 2)

    """
    kernel, size = _symmetric(kernel_N_N), count(k, "the size of a batch")
    left = kernel.diagonal().copy()  # what of each instance those taken do not span, squared
    _refuse_negative(left, 0.0)
    least = ROUNDING * left.max(initial=0.0)
    rows, indices, gains = np.zeros((size, len(left))), list[int](), list[float]()
    while len(indices) < size:
        best = int(np.argmax(left)) if len(left) else -1
        if best < 0 or not left[best] > least:
            raise DomainError(
                f"{len(indices)} instances span the others, so {size} have determinant 0: ask for "
                f"at most {len(indices)}"
            )
        row = _row(kernel[best], rows[: len(indices)], best, math.sqrt(left[best]))
        rows[len(indices)] = row
        gains.append(math.log(left[best]))
        indices.append(best)
        left -= row**2
        left[indices] = 0.0
        _refuse_negative(left, NEGATIVE / ROUNDING * least)
        left = np.maximum(left, 0.0)
    return Determinantal(tuple(indices), tuple(gains))


def _symmetric(kernel_N_N: Any) -> Floats:
    """Return a kernel that is symmetric up to rounding without that, or say where it is not."""
    kernel = numbers(kernel_N_N, "kernels")
    if kernel.ndim != 2 or kernel.shape[0] != kernel.shape[1]:
        raise DomainError(f"a kernel is a symmetric matrix [N, N], got shape {kernel.shape}")
    apart = np.abs(kernel / 2 - kernel.T / 2)
    if apart.max(initial=0.0) > ROUNDING * (np.abs(kernel).max(initial=0.0) / 2):
        i, j = np.unravel_index(int(np.argmax(apart)), apart.shape)
        raise DomainError(
            f"a kernel is symmetric, got {kernel[i, j]} at ({i}, {j}) and {kernel[j, i]} at "
            f"({j}, {i}): take the mean of it and its transpose if that is what you mean"
        )
    result: Floats = kernel / 2 + kernel.T / 2
    return result


def _refuse_negative(left: Floats, rounding: float) -> None:
    """Refuse a kernel by an instance that what is taken spans more than whole."""
    if left.min(initial=0.0) < -rounding:
        raise DomainError(
            f"a kernel is positive semidefinite, and what is left of instance {np.argmin(left)} "
            f"beside those taken is {left.min()}: add to the diagonal, or take a similarity that "
            "is a kernel"
        )


def _row(kernel: Floats, rows: Floats, best: int, pivot: float) -> Floats:
    """Return the next row of the Cholesky factor."""
    result: Floats = (kernel - rows[:, best] @ rows) / pivot
    return result
