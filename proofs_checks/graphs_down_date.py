r"""What one more label does to the inverse of the Dirichlet Laplacian.

With k labeled too,

.. math:: G^+_{ij} = G_{ij} - G_{ik} G_{kj} / G_{kk} \qquad (i, j \ne k),

for the inverse of a matrix without row and column k is a Schur complement in its inverse.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._identities import chain, identical
from proofs_checks._label_graphs import Case, Comparison, exhaustive, inverse
from proofs_checks._one_more_label import G_II, G_IJ, G_IK, G_JK, G_KK, POINT, E, solved

DownDate: TypeAlias = Callable[[Any, Any, Any, Any, Any], Any]  # G_ij, G_ik, G_kj, G_kk, G_ii


def compare(down_date: DownDate, case: Case) -> Iterator[Comparison]:
    """Compare with inverting anew, for every node and pair of others."""
    g = inverse(case)
    for k in case.free:
        then = inverse(case.answered(k, 0)) if len(case.free) > 1 else {}
        for (i, j), entry in then.items():
            claimed = down_date(g[i, j], g[i, k], g[k, j], g[k, k], g[i, i])
            yield (case, f"label at {k}, entry {i}, {j}"), claimed, entry


def by_blocks(down_date: DownDate, rng: np.random.Generator) -> Finding:
    """Invert with k set apart from any number of other nodes: then B^-1 is left."""
    del rng

    def steps() -> Iterator[Finding]:
        yield from solved()
        yield identical(down_date(G_IJ, G_IK, G_JK, G_KK, G_II), E, POINT, "entry i, j")

    return chain(steps(), "inverted by blocks, k and any number of others")


CLAIM: Claim[DownDate] = Claim(
    key="graphs/look-ahead/down-date",
    title="One more label changes the inverse by rank one",
    statement=(
        r"G^+_{ij} = G_{ij} - G_{ik} G_{kj} / G_{kk}, \quad i, j \ne k, \quad"
        r" L_{uu} \succ 0"
    ),
    plain=(
        "The inverse after a label costs one multiplication an entry; by blocks for any graph, and "
        "by inverting anew on all graphs with up to four nodes and weights 0, 1, 2."
    ),
    relation="identity",
    does_not_say="how rounding errors of many such steps add up; the code bounds them apart",
    source=Source("zhu2003active"),
    expected=Verdict.PROVED,
    formula=lambda gij, gik, gkj, gkk, _: gij - gik * gkj / gkk,
    checks=(
        *exhaustive(compare),
        Check(
            Method.SYMBOLIC,
            by_blocks,
            scope="any number of nodes, L_uu positive definite",
            tier="normal",
        ),
    ),
    controls={
        "nothing changes": lambda gij, *_: gij,
        "an edge instead of a label": lambda gij, gik, gkj, gkk, _: gij - gik * gkj / (1 + gkk),
        "divided by the other diagonal": lambda gij, gik, gkj, _, gii: gij - gik * gkj / gii,
    },
)
