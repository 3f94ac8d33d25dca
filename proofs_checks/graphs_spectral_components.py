r"""The Laplacian has as many zero eigenvalues as the graph has components.

.. math:: \dim \ker L = \#\text{components}

since :math:`f^\top L f = \sum_{i < j} w_{ij} (f_i - f_j)^2` is 0 iff f is constant on each of
them.  So a graph comes apart for nothing iff the second eigenvalue is 0, and the minimizer of
the energy with labels is unique iff each component has one.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._cut_graphs import Graph, components, up_to_relabeling

Number: TypeAlias = Callable[[Graph], int]


def compared(number: Number, sizes: range) -> Finding:
    """Compare with the rank in rationals."""
    from flint import fmpz_mat

    graphs = [w for n in sizes for w in up_to_relabeling(n)]
    for w in graphs:
        n = len(w)
        entries = [sum(w[i]) * (i == j) - w[i][j] for i in range(n) for j in range(n)]
        computed = n - fmpz_mat(n, n, entries).rank()
        if number(w) != computed:
            return fails(f"{w}", claimed=number(w), computed=computed)
    return holds(f"{len(graphs)} graphs")


def small(number: Number, rng: np.random.Generator) -> Finding:
    """Go through graphs on up to five nodes."""
    del rng
    return compared(number, range(1, 6))


def six(number: Number, rng: np.random.Generator) -> Finding:
    """Go through graphs on six nodes."""
    del rng
    return compared(number, range(6, 7))


CLAIM: Claim[Number] = Claim(
    key="graphs/spectral/components",
    title="Zero eigenvalues count components",
    statement=r"\dim \ker L = \#\text{components}, \quad n \le 6, w \in \{0, 1\}",
    plain=(
        "The Laplacian of a graph has the eigenvalue 0 once for each component, nodes without "
        "edges included; on all graphs of at most six nodes."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="how small an eigenvalue is when a graph nearly comes apart",
    source=Source(
        "chung1997spectral",
        match="special case",
        difference="the book speaks of all graphs and of the normalized Laplacian",
    ),
    expected=Verdict.PROVED,
    formula=components,
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="graphs with n <= 5"),
        Check(Method.EXHAUSTIVE, six, scope="graphs with n = 6", tier="normal"),
    ),
    controls={
        "always once": lambda _: 1,
        "nodes without edges left out": lambda w: components(w) - sum(not any(row) for row in w),
        "one less": lambda w: components(w) - 1,
    },
)
