r"""What it costs to leave the harmonic solution: the energy of the step.

For h that is 0 at the labels, :math:`E(f + h) = E(f) + 2 h^\top L f + E(h)`, and if f is harmonic
the middle term is 0.  So every other function with these labels costs more, by

.. math:: E(f + h) - E(f) = \sum_{i < j} w_{ij} (h_i - h_j)^2 .

Both sides are quadratic in each :math:`h_i`, so what holds for values in {-1, 0, 1} holds for all.
"""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any, TypeAlias

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._label_graphs import Case, Comparison, solution
from proofs_checks._soft_cuts import cost, exhaustive

Step: TypeAlias = tuple[int, ...]
Price: TypeAlias = Callable[[Case, Step], Any]


def compare(price: Price, case: Case) -> Iterator[Comparison]:
    """Compare with the energies of the solution and of what lies beside it."""
    f = solution(case)
    for h in product(*((-1, 0, 1) if y is None else (0,) for y in case.labels)):
        beside = tuple(x + step for x, step in zip(f, h, strict=True))
        yield (case, h), price(case, h), cost(case, beside) - cost(case, f)


def of_degrees(case: Case, h: Step) -> int:
    """Return the sum of d h^2, as if all other nodes stood still."""
    return sum(sum(row) * step**2 for row, step in zip(case.weights, h, strict=True))


def between_free_nodes(case: Case, h: Step) -> int:
    """Return the energy of the step without the edges to labels."""
    pairs = ((i, j) for i in case.free for j in case.free if i < j)
    return sum(case.weights[i][j] * (h[i] - h[j]) ** 2 for i, j in pairs)


CLAIM: Claim[Price] = Claim(
    key="graphs/soft-cut/perturbation",
    title="To leave the harmonic solution costs the energy of the step",
    statement=(
        r"\sum_{i<j} w_{ij} \bigl((f_i + h_i - f_j - h_j)^2 - (f_i - f_j)^2\bigr) = \sum_{i<j}"
        r" w_{ij} (h_i - h_j)^2 \text{ if } h_l = 0, \quad n \le 4,\ w \in \{0, 1, 2\}"
    ),
    plain=(
        "Every function with the same labels has more energy than the harmonic one, by the energy "
        "of the difference; on all graphs with up to four nodes and weights 0, 1, 2."
    ),
    relation="identity",
    does_not_say="the same where labels are changed too: then a term of first order is left",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=cost,
    checks=(*exhaustive(compare),),
    controls={
        "half of it": lambda case, h: cost(case, h) / 2,
        "as if all other nodes stood still": of_degrees,
        "without the edges to labels": between_free_nodes,
    },
)
