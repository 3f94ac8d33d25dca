r"""Expected confidence never falls.

Let :math:`C(f) = \sum_{i \in u} \max(f_i, 1 - f_i)`, with k counted as 1 once it is asked.
Soft labels are a martingale and :math:`\max(f, 1 - f)` is convex, so

.. math:: \mathbb E_y\, C(f^{+(k, y)}) - C(f) \ge \min(f_k, 1 - f_k) \ge 0 ,

where the first bound is what k gains itself.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._label_graphs import Case, Comparison, exhaustive, gain, solution

Least: TypeAlias = Callable[[Any], Any]  # gain, from f_k


def compare(least: Least, case: Case) -> Iterator[Comparison]:
    """Compare with the gain of every node, by solving for both answers."""
    f = solution(case)
    for k in case.free:
        claimed, computed = least(f[k]), gain(case, k)
        yield (case, f"asked {k}: gain {computed}, promised {claimed}"), True, computed >= claimed


CLAIM: Claim[Least] = Claim(
    key="graphs/look-ahead/confidence",
    title="Expected confidence never falls",
    statement=(
        r"\mathbb E_y\, C(f^{+(k, y)}) - C(f) \ge \min(f_k, 1 - f_k), \quad"
        r" C(f) = \sum_{i \in u} \max(f_i, 1 - f_i), \quad n \le 4,\ w \in \{0, 1, 2\}"
    ),
    plain=(
        "A question is expected to add at least the doubt in the asked node itself; on all graphs "
        "with up to four nodes and weights 0, 1, 2."
    ),
    relation="lower",
    does_not_say="that confidence is right, nor that one particular answer cannot lower it",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda p: min(p, 1 - p),
    checks=exhaustive(compare),
    controls={
        "twice the variance": lambda p: 2 * p * (1 - p),
        "three halves of the doubt": lambda p: 3 * min(p, 1 - p) / 2,
        "the confidence": lambda p: max(p, 1 - p) / 2,
    },
    uses=("graphs/look-ahead/martingale",),
)
