r"""What one more label costs in energy.

The least :math:`\sum_{i < j} w_{ij} (f_i - f_j)^2` with a label y at k too is larger by

.. math:: (y - f_k)^2 / G_{kk} .

:math:`G_{kk}` is the effective resistance from k to the labels: a stiff node is costly to move.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._label_graphs import Case, Comparison, energy, exhaustive, inverse, solution

Increase: TypeAlias = Callable[[Any, Any, Any], Any]  # y - f_k, G_kk, d_k


def compare(increase: Increase, case: Case) -> Iterator[Comparison]:
    """Compare with the energies of both solutions."""
    f, g = solution(case), inverse(case)
    for k in case.free:
        for y in (0, 1):
            claimed = increase(y - f[k], g[k, k], sum(case.weights[k]))
            computed = energy(case.answered(k, y)) - energy(case)
            yield (case, f"label {y} at {k}"), claimed, computed


CLAIM: Claim[Increase] = Claim(
    key="graphs/look-ahead/energy",
    title="What one more label costs in energy",
    statement=(
        r"\min_{f_k = y} \sum_{i<j} w_{ij} (f_i - f_j)^2 - \min \sum_{i<j} w_{ij} (f_i - f_j)^2"
        r" = (y - f_k)^2 / G_{kk}, \quad n \le 4,\ w \in \{0, 1, 2\}"
    ),
    plain=(
        "A label that surprises raises the energy by its squared surprise over the effective "
        "resistance; on all graphs with up to four nodes and weights 0, 1, 2."
    ),
    relation="identity",
    does_not_say="the same for the sum over ordered pairs, which is twice as large",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda step, gkk, _: step**2 / gkk,
    checks=exhaustive(compare),
    controls={
        "times the resistance": lambda step, gkk, _: step**2 * gkk,
        "as if all neighbors stood still": lambda step, _, degree: step**2 * degree,
        "over ordered pairs": lambda step, gkk, _: 2 * step**2 / gkk,
    },
)
