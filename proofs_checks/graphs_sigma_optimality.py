r"""Sigma-optimality: what an answer takes from the variance of the sum of all nodes.

In the Gaussian field with covariance :math:`G = L_{uu}^{-1}`, with k labeled too,

.. math:: 1^\top G\, 1 - 1^\top G^+ 1 = \Bigl(\sum_{i \in u} G_{ik}\Bigr)^2 / G_{kk} > 0

whatever the answer is, since every entry loses :math:`G_{ik} G_{jk} / G_{kk}`, and those of row
and column k, for which this is all of them, are left out of :math:`G^+`.
"""

from collections.abc import Iterator

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._designs import Reduction, reduced_by, variance_of_sum
from proofs_checks._identities import chain, identical
from proofs_checks._label_graphs import Case, Comparison, exhaustive, inverse
from proofs_checks._one_more_label import (
    C_OTHER,
    G_IJ,
    G_IK,
    G_JK,
    G_KK,
    POINT,
    SCHUR,
    C,
    E,
    solved,
)


def compare(reduction: Reduction, case: Case) -> Iterator[Comparison]:
    """Compare with both inverses, for every node."""
    g = inverse(case)
    for k in case.free:
        claimed = reduction(sum(g[i, k] for i in case.free), g[k, k])
        yield (case, f"asked {k}"), claimed, reduced_by(variance_of_sum, case, k)


def by_blocks(reduction: Reduction, rng: np.random.Generator) -> Finding:
    """Invert with k set apart from any number of other nodes, and add up all entries."""
    del rng
    beta = sp.Symbol("beta", real=True)  # the sum of all c, so products c c' add up to its square
    at = POINT | {beta: -3}

    def steps() -> Iterator[Finding]:
        yield from solved()
        yield identical(G_IJ - E, C * C_OTHER / SCHUR, at, "what other entries lose")
        yield identical(G_IK + G_JK, -(C + C_OTHER) / SCHUR, at, "what is left out")
        lost = G_KK - 2 * beta / SCHUR + beta**2 / SCHUR
        yield identical(reduction(G_KK - beta / SCHUR, G_KK), lost, at, "in sum")

    return chain(steps(), "inverted by blocks, k and any number of others")


CLAIM: Claim[Reduction] = Claim(
    key="graphs/optimality/sigma",
    title="What an answer takes from the variance of the sum",
    statement=(
        r"1^\top G\, 1 - 1^\top G^+ 1 = \Bigl(\sum_{i \in u} G_{ik}\Bigr)^2 / G_{kk}, \quad"
        r" G = L_{uu}^{-1} \succ 0"
    ),
    plain=(
        "One column of the inverse tells by how much an answer at its node reduces the variance "
        "of the number of positives, before it is given; by blocks for any graph, and by "
        "inverting anew on all graphs with up to four nodes and weights 0, 1, 2."
    ),
    relation="identity",
    does_not_say=(
        "that fewer nodes will be wrong: the sum of a Gaussian field stands for the number of "
        "positives, and no label that was seen enters"
    ),
    source=Source("ma2013"),
    expected=Verdict.PROVED,
    formula=lambda total, own: total**2 / own,
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
        "without the division": lambda total, _: total**2,
        "an answer with noise of variance one": lambda total, own: total**2 / (1 + own),
        "the sum of what it moves": lambda total, own: total / own,
    },
)
