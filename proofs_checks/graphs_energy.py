r"""What one more label costs in energy.

The least :math:`\sum_{i < j} w_{ij} (f_i - f_j)^2` with a label y at k too is larger by

.. math:: (y - f_k)^2 / G_{kk} .

:math:`G_{kk}` is the effective resistance from k to the labels: a stiff node is costly to move.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._identities import chain, identical
from proofs_checks._label_graphs import Case, Comparison, energy, exhaustive, inverse, solution
from proofs_checks._one_more_label import (
    DEGREE,
    F_K,
    G_KK,
    OWN_GIVEN,
    PASSED,
    POINT,
    SCHUR,
    Y,
    energy_at,
    reduced,
    solved,
)

Increase: TypeAlias = Callable[[Any, Any, Any], Any]  # y - f_k, G_kk, d_k


def compare(increase: Increase, case: Case) -> Iterator[Comparison]:
    """Compare with the energies of both solutions."""
    f, g = solution(case), inverse(case)
    for k in case.free:
        for y in (0, 1):
            claimed = increase(y - f[k], g[k, k], sum(case.weights[k]))
            computed = energy(case.answered(k, y)) - energy(case)
            yield (case, f"label {y} at {k}"), claimed, computed


def by_blocks(increase: Increase, rng: np.random.Generator) -> Finding:
    """Let any number of other nodes minimize the energy, with k at y and at f_k."""
    del rng

    def steps() -> Iterator[Finding]:
        yield from solved()
        more = reduced(energy_at(Y) - energy_at(F_K)).subs(OWN_GIVEN, PASSED + SCHUR * F_K)
        yield identical(increase(Y - F_K, G_KK, DEGREE), more, POINT, "the energies of both")

    return chain(steps(), "minimized by blocks, k and any number of others")


CLAIM: Claim[Increase] = Claim(
    key="graphs/look-ahead/energy",
    title="What one more label costs in energy",
    statement=(
        r"\min_{f_k = y} \sum_{i<j} w_{ij} (f_i - f_j)^2 - \min \sum_{i<j} w_{ij} (f_i - f_j)^2"
        r" = (y - f_k)^2 / G_{kk}, \quad L_{uu} \succ 0"
    ),
    plain=(
        "A label that surprises raises the energy by its squared surprise over the effective "
        "resistance; by blocks for any graph, and by solving anew on all graphs with up to four "
        "nodes and weights 0, 1, 2."
    ),
    relation="identity",
    does_not_say="the same for the sum over ordered pairs, which is twice as large",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda step, gkk, _: step**2 / gkk,
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
        "times the resistance": lambda step, gkk, _: step**2 * gkk,
        "as if all neighbors stood still": lambda step, _, degree: step**2 * degree,
        "over ordered pairs": lambda step, gkk, _: 2 * step**2 / gkk,
    },
)
