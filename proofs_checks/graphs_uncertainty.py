r"""When look-ahead is uncertainty sampling.

Asking k adds :math:`\min(f_k, 1 - f_k)` by itself, and something at another node i iff some
answer of positive chance carries :math:`f_i` across 1/2: from one side strictly to the other,
or from 1/2 itself to both.  So

.. math:: \mathbb E_y\, C(f^{+(k, y)}) - C(f) = \min(f_k, 1 - f_k) \iff
          (f^{+(k, 0)}_i - \tfrac12)(f^{+(k, 1)}_i - \tfrac12) \ge 0 \ \text{for all } i \ne k
          \ \text{or}\ f_k \in \{0, 1\},

and where nothing crosses look-ahead asks the node that is least sure.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._label_graphs import HALF, Case, Comparison, exhaustive, gain, solution

Equal: TypeAlias = Callable[[Case, int], bool]


def nothing_crosses(case: Case, k: int) -> bool:
    """Decide whether no other node is on both sides of 1/2, depending on the answer."""
    zero, one = (solution(case.answered(k, y)) for y in (0, 1))
    others = (i for i in case.free if i != k)
    certain = solution(case)[k] in (0, 1)
    return certain or all((zero[i] - HALF) * (one[i] - HALF) >= 0 for i in others)


def still(case: Case, k: int) -> bool:
    """Decide whether no other node moves at all."""
    zero, one = (solution(case.answered(k, y)) for y in (0, 1))
    return all(zero[i] == one[i] for i in case.free if i != k)


def compare(equal: Equal, case: Case) -> Iterator[Comparison]:
    """Compare with the gain of every node, by solving for both answers."""
    f = solution(case)
    for k in case.free:
        alike = gain(case, k) == min(f[k], 1 - f[k])
        yield (case, f"asked {k}"), equal(case, k), alike


CLAIM: Claim[Equal] = Claim(
    key="graphs/look-ahead/uncertainty",
    title="When look-ahead is uncertainty sampling",
    statement=(
        r"\mathbb E_y\, C(f^{+(k, y)}) - C(f) = \min(f_k, 1 - f_k) \iff f_k \in \{0, 1\} \text{ or"
        r" no node } i \ne k \text{ is on both sides of } 1/2, \quad n \le 4,\ w \in \{0, 1, 2\}"
    ),
    plain=(
        "Look-ahead adds to uncertainty sampling exactly where an answer may turn the likelier "
        "label of another node; on all graphs with up to four nodes and weights 0, 1, 2."
    ),
    relation="exact",
    does_not_say="that the two ask different nodes wherever something crosses",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=nothing_crosses,
    checks=exhaustive(compare),
    controls={
        "always": lambda case, k: bool(case) or k < 0,
        "where nothing moves": still,
        "where the node has no free neighbor": lambda case, k: len(case.within_reach(k)) == 1,
    },
    uses=("graphs/look-ahead/confidence",),
)
