r"""Averaged over the answers, a question changes no soft label.

If k answers 1 with the chance :math:`f_k`, the mean of the two new solutions is the old one,

.. math:: f_k\, f^{+(k, 1)} + (1 - f_k)\, f^{+(k, 0)} = f ,

so soft labels are a martingale under the answers that they predict themselves.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._label_graphs import HALF, Case, Comparison, exhaustive, solution

Chance: TypeAlias = Callable[[Any], Any]  # of the answer 1, from f_k


def compare(chance: Chance, case: Case) -> Iterator[Comparison]:
    """Compare the mean of both solutions with the present one, at every node."""
    f = solution(case)
    for k in case.free:
        p, one, zero = chance(f[k]), *(solution(case.answered(k, y)) for y in (1, 0))
        for i in case.free:
            mean = p * one[i] + (1 - p) * zero[i]
            yield (case, f"asked {k}, node {i}"), mean, f[i]


CLAIM: Claim[Chance] = Claim(
    key="graphs/look-ahead/martingale",
    title="A question changes no soft label on average",
    statement=(
        r"f_k\, f^{+(k, 1)} + (1 - f_k)\, f^{+(k, 0)} = f, \quad n \le 4,\ w \in \{0, 1, 2\}"
    ),
    plain=(
        "If answers come with the chances that soft labels give, these stay what they are on "
        "average; on all graphs with up to four nodes and weights 0, 1, 2."
    ),
    relation="identity",
    does_not_say="that answers come with these chances: the solution need not be calibrated",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda p: p,
    checks=exhaustive(compare),
    controls={
        "both answers alike": lambda _: HALF,
        "the other answer": lambda p: 1 - p,
        "overconfident": lambda p: p**2 / (p**2 + (1 - p) ** 2),
    },
)
