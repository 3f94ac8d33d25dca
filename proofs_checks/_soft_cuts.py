"""Soft cuts that need not be harmonic: their energy, and two paths to try them on."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import flint

from proofs_checks._label_graphs import Case

PATHS = (
    Case(((0, 1, 0), (1, 0, 2), (0, 2, 0)), (0, None, 1)),
    Case(((0, 1, 0, 0), (1, 0, 2, 0), (0, 2, 0, 1), (0, 0, 1, 0)), (0, None, None, 1)),
)


def cost(case: Case, f: Sequence[Any]) -> Any:
    """Return the sum of w (f_i - f_j)^2 over all edges."""
    edges = combinations(range(len(f)), 2)
    return sum((case.weights[i][j] * (f[i] - f[j]) ** 2 for i, j in edges), flint.fmpq(0))
