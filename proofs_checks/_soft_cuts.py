"""Soft cuts that need not be harmonic: their energy, and two paths to try them on."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Any

import flint

from altheory.ledger.claim import Check, Method
from proofs_checks._label_graphs import Case, Comparison, cases, few, on_cases

PATHS = (
    Case(((0, 1, 0), (1, 0, 2), (0, 2, 0)), (0, None, 1)),
    Case(((0, 1, 0, 0), (1, 0, 2, 0), (0, 2, 0, 1), (0, 0, 1, 0)), (0, None, None, 1)),
)


def cost(case: Case, f: Sequence[Any]) -> Any:
    """Return the sum of w (f_i - f_j)^2 over all edges."""
    edges = combinations(range(len(f)), 2)
    return sum((case.weights[i][j] * (f[i] - f[j]) ** 2 for i, j in edges), flint.fmpq(0))


def exhaustive(compare: Callable[[Any, Case], Iterator[Comparison]]) -> tuple[Check[Any], ...]:
    """Return the checks of a claim on soft cuts: paths first, then more graphs, then all."""
    return (
        Check(
            Method.EXHAUSTIVE,
            on_cases(compare, lambda: PATHS),
            scope="paths of 3 and 4 nodes with labels at both ends",
        ),
        Check(
            Method.EXHAUSTIVE,
            on_cases(compare, few),
            scope="graphs on at most 3 nodes with weights 0, 1, 2, trees on 4, all labels",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            on_cases(compare, lambda: cases(4)),
            scope="all graphs on 4 nodes with weights 0, 1, 2, all labels",
            tier="long",
        ),
    )
