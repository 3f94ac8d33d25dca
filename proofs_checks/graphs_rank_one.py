r"""What one more label does to the harmonic solution.

Let :math:`G = L_{uu}^{-1}`.  A label y at k gives

.. math:: f^+_i = f_i + (y - f_k)\, G_{ik} / G_{kk} :

the right side is y at k, and harmonic elsewhere since :math:`L_{uu} G_{\cdot k} = e_k` is 0
there.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._identities import chain, identical
from proofs_checks._label_graphs import Case, Comparison, exhaustive, inverse, solution
from proofs_checks._one_more_label import F_I, F_K, G_IK, G_KK, POINT, THEN_I, Y, solved

Update: TypeAlias = Callable[[Any, Any, Any, Any, Any], Any]  # f_i, f_k, y, G_ik, G_kk


def compare(update: Update, case: Case) -> Iterator[Comparison]:
    """Compare with solving anew, for every node, answer and other node."""
    f, g = solution(case), inverse(case)
    for k in case.free:
        for y in (0, 1):
            then = solution(case.answered(k, y))
            for i in case.free:
                claimed = update(f[i], f[k], y, g[i, k], g[k, k])
                yield (case, f"label {y} at {k}, node {i}"), claimed, then[i]


def by_blocks(update: Update, rng: np.random.Generator) -> Finding:
    """Solve with k set apart from any number of other nodes."""
    del rng

    def steps() -> Iterator[Finding]:
        yield from solved()
        yield identical(update(F_I, F_K, Y, G_IK, G_KK), THEN_I, POINT, "at another node")
        yield identical(update(F_K, F_K, Y, G_KK, G_KK), Y, POINT, "at k")

    return chain(steps(), "solved by blocks, k and any number of others")


CLAIM: Claim[Update] = Claim(
    key="graphs/look-ahead/rank-one",
    title="One more label changes the harmonic solution by a column of the inverse",
    statement=(
        r"f^{+(k, y)}_i = f_i + (y - f_k)\, G_{ik} / G_{kk}, \quad G = L_{uu}^{-1},"
        r" \quad L_{uu} \succ 0"
    ),
    plain=(
        "One inverse gives the harmonic solution after every possible next label; by "
        "blocks for any graph, and by solving anew on all graphs with up to four nodes and "
        "weights 0, 1, 2."
    ),
    relation="identity",
    does_not_say="that the new label is likely: it holds for any value y",
    source=Source("zhu2003active"),
    expected=Verdict.PROVED,
    formula=lambda fi, fk, y, gik, gkk: fi + (y - fk) * gik / gkk,
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
        "without the division": lambda fi, fk, y, gik, _: fi + (y - fk) * gik,
        "as if nothing was known of k": lambda fi, _, y, gik, gkk: fi + y * gik / gkk,
        "a weighted mean": lambda fi, _, y, gik, gkk: fi + (y - fi) * gik / gkk,
    },
)
