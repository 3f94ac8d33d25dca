r"""When the harmonic solution is unique.

The energy :math:`f^\top L f` has one minimizer with given labels iff :math:`L_{uu}` is positive
definite, and that is so iff every connected component holds a label: on a component without one
any constant costs nothing.
"""

from collections.abc import Callable
from itertools import product
from typing import TypeAlias

import flint
import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._label_graphs import Case, compared, graphs

Unique: TypeAlias = Callable[[Case], bool]


def determinate(case: Case) -> bool:
    """Decide by its determinant whether L_uu, which has no negative eigenvalue, has no 0."""
    entries = [
        sum(case.weights[i]) if i == j else -case.weights[i][j]
        for i in case.free
        for j in case.free
    ]
    return bool(flint.fmpz_mat(len(case.free), len(case.free), entries).det())


def every_label_set(sizes: tuple[int, ...]) -> Callable[[Unique, np.random.Generator], Finding]:
    """Return the check on all graphs of some sizes and all sets of labeled nodes."""

    def label_sets(unique: Unique, rng: np.random.Generator) -> Finding:
        del rng
        every = (
            Case(weights, labels)
            for n in sizes
            for weights in graphs(n)
            for labels in product((None, 0), repeat=n)
        )
        return compared((case, unique(case), determinate(case)) for case in every if case.free)

    return label_sets


def connected(case: Case) -> bool:
    """Decide whether the graph is in one piece and has a label."""
    whole = Case(case.weights, (None,) * len(case.labels))
    return len(whole.within_reach(0)) == len(case.labels) and len(case.free) < len(case.labels)


CLAIM: Claim[Unique] = Claim(
    key="graphs/harmonic/unique",
    title="When the harmonic solution is unique",
    statement=(
        r"f^\top L f \text{ has one minimizer with the given labels} \iff \text{every component"
        r" holds a label}, \quad n \le 4,\ w \in \{0, 1, 2\}"
    ),
    plain=(
        "Labels spread to all nodes if and only if every connected part holds one; on all graphs "
        "with up to four nodes and weights 0, 1, 2."
    ),
    relation="exact",
    does_not_say="that the solution is any good where it is unique",
    source=Source(
        "zhu2003",
        match="special case",
        difference="the condition spelled out, on graphs of up to four nodes",
    ),
    expected=Verdict.PROVED,
    formula=lambda case: case.is_reached,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_label_set((1, 2, 3)),
            scope="all graphs on at most 3 nodes with weights 0, 1, 2, all sets of labeled nodes",
        ),
        Check(
            Method.EXHAUSTIVE,
            every_label_set((4,)),
            scope="all graphs on 4 nodes with weights 0, 1, 2, all sets of labeled nodes",
            tier="normal",
        ),
    ),
    controls={
        "iff some node has a label": lambda case: len(case.free) < len(case.labels),
        "iff the graph is connected and has a label": connected,
        "iff no free node is isolated": lambda case: all(case.neighbors(i) for i in case.free),
    },
)
