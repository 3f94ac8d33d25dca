r"""V-optimality: what an answer takes from the sum of the variances.

In the Gaussian field with covariance :math:`G = L_{uu}^{-1}`, with k labeled too,

.. math:: \operatorname{tr} G - \operatorname{tr} G^+ = \sum_{i \in u} G_{ik}^2 / G_{kk} > 0

whatever the answer is: another node loses :math:`G_{ii} - G^+_{ii} = G_{ik}^2 / G_{kk}`, and k all
of :math:`G_{kk}`.
"""

from collections.abc import Iterator

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._designs import Reduction, reduced_by, trace
from proofs_checks._identities import chain, identical
from proofs_checks._label_graphs import Case, Comparison, exhaustive, inverse
from proofs_checks._one_more_label import E_OWN, G_II, G_IK, G_KK, POINT, solved


def compare(reduction: Reduction, case: Case) -> Iterator[Comparison]:
    """Compare with both inverses, for every node."""
    g = inverse(case)
    for k in case.free:
        claimed = sum(reduction(g[i, k], g[k, k]) for i in case.free)
        yield (case, f"asked {k}"), claimed, reduced_by(trace, case, k)


def by_blocks(reduction: Reduction, rng: np.random.Generator) -> Finding:
    """Invert with k set apart from any number of other nodes, and compare one variance."""
    del rng

    def steps() -> Iterator[Finding]:
        yield from solved()
        yield identical(reduction(G_IK, G_KK), G_II - E_OWN, POINT, "at another node")
        yield identical(reduction(G_KK, G_KK), G_KK, POINT, "at k")

    return chain(steps(), "inverted by blocks, k and any number of others")


CLAIM: Claim[Reduction] = Claim(
    key="graphs/optimality/v",
    title="What an answer takes from the sum of the variances",
    statement=(
        r"\operatorname{tr} G - \operatorname{tr} G^+ = \sum_{i \in u} G_{ik}^2 / G_{kk}, \quad"
        r" G = L_{uu}^{-1} \succ 0"
    ),
    plain=(
        "One column of the inverse tells by how much an answer at its node reduces the variances "
        "in sum, before it is given; by blocks for any graph, and by inverting anew on all graphs "
        "with up to four nodes and weights 0, 1, 2."
    ),
    relation="identity",
    does_not_say=(
        "that labels have these variances: they are those of a Gaussian field, and no label that "
        "was seen enters"
    ),
    source=Source("ji2012"),
    expected=Verdict.PROVED,
    formula=lambda entry, own: entry**2 / own,
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
        "without the division": lambda entry, _: entry**2,
        "an answer with noise of variance one": lambda entry, own: entry**2 / (1 + own),
        "how far it moves the nodes": lambda entry, _: entry,
    },
)
