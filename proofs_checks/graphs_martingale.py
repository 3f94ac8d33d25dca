r"""Averaged over the answers, a question changes no soft label.

If k answers 1 with the chance :math:`f_k`, the mean of the two new solutions is the old one,

.. math:: f_k\, f^{+(k, 1)} + (1 - f_k)\, f^{+(k, 0)} = f ,

so soft labels are a martingale under the answers that they predict themselves.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._identities import chain, identical
from proofs_checks._label_graphs import HALF, Case, Comparison, exhaustive, solution
from proofs_checks._one_more_label import F_I, F_K, POINT, THEN_I, Y, solved

Chance: TypeAlias = Callable[[Any], Any]  # of the answer 1, from f_k


def compare(chance: Chance, case: Case) -> Iterator[Comparison]:
    """Compare the mean of both solutions with the present one, at every node."""
    f = solution(case)
    for k in case.free:
        p, one, zero = chance(f[k]), *(solution(case.answered(k, y)) for y in (1, 0))
        for i in case.free:
            mean = p * one[i] + (1 - p) * zero[i]
            yield (case, f"asked {k}, node {i}"), mean, f[i]


def by_blocks(chance: Chance, rng: np.random.Generator) -> Finding:
    """Solve with k set apart from any number of other nodes, for both answers."""
    del rng
    found = chance(F_K)
    p = found if isinstance(found, sp.Expr) else sp.Rational(str(found))

    def steps() -> Iterator[Finding]:
        yield from solved()
        for where, then, now in (("another node", THEN_I, F_I), ("k", Y, F_K)):
            mean = p * then.subs(Y, 1) + (1 - p) * then.subs(Y, 0)
            yield identical(mean, now, POINT, where)

    return chain(steps(), "solved by blocks, k and any number of others")


CLAIM: Claim[Chance] = Claim(
    key="graphs/look-ahead/martingale",
    title="A question changes no soft label on average",
    statement=(r"f_k\, f^{+(k, 1)} + (1 - f_k)\, f^{+(k, 0)} = f, \quad L_{uu} \succ 0"),
    plain=(
        "If answers come with the chances that soft labels give, these stay what they are on "
        "average; by blocks for any graph, and by solving anew on all graphs with up to four "
        "nodes and weights 0, 1, 2."
    ),
    relation="identity",
    does_not_say="that answers come with these chances: the solution need not be calibrated",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda p: p,
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
        "both answers alike": lambda _: HALF,
        "the other answer": lambda p: 1 - p,
        "overconfident": lambda p: p**2 / (p**2 + (1 - p) ** 2),
    },
)
