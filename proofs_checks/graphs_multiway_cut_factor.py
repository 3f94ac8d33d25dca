r"""Isolating cuts make a multiway cut within 2 - 2/k of the minimum.

Each of k labels takes the least set that isolates it at the least weight :math:`c_y`, and the label
with the largest :math:`c_y` takes the rest.  What is severed leaves one of the other k - 1 sets, so
weighs at most :math:`(1 - 1/k) \sum_y c_y`; and each edge of a minimum multiway cut leaves two of
its sides, which isolate their labels, so :math:`\sum_y c_y` is at most twice its weight.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._cut_graphs import Graph
from proofs_checks._isolating import hung, isolating_cuts, multiway_cuts, rings, severed

Factor: TypeAlias = Callable[[int], Fraction]


def twice_less_two_over_k(k: int) -> Fraction:
    """Return 2 - 2/k."""
    return 2 - Fraction(2, k)


def by_the_rule(w: Graph, k: int) -> int:
    """Return the weight that the labels by isolating cuts sever."""
    cuts = [isolating_cuts(w, k, label) for label in range(k)]
    dearest = max(range(k), key=lambda label: cuts[label][0])
    labels = [dearest] * len(w)
    for label, (_, sets) in enumerate(cuts):
        least = min(sets, key=int.bit_count)
        labels = [label if least >> i & 1 else y for i, y in enumerate(labels)]
    return int(severed(w, labels))


def compared(factor: Factor, graphs: Iterable[tuple[Graph, int]], evidence: str) -> Finding:
    """Compare the rule with the minimum, graph after graph."""
    for w, k in graphs:
        found, (least, _) = by_the_rule(w, k), multiway_cuts(w, k)
        if found > factor(k) * least:
            return fails(f"{w}, k = {k}", claimed=factor(k) * least, computed=found)
    return holds(evidence)


def few(factor: Factor, rng: np.random.Generator) -> Finding:
    """Go through two labels and two nodes, and a triangle with three labels."""
    del rng
    graphs = [*((w, 2) for w in hung(4, 2, (0, 1))), *((w, 3) for w in rings((2,), (1,)))]
    return compared(factor, graphs, f"{len(graphs)} graphs")


def more(factor: Factor, rng: np.random.Generator) -> Finding:
    """Go through larger weights, and three labels with two more nodes."""
    del rng
    graphs = [
        *((w, 2) for w in hung(4, 2, (0, 1, 2))),
        *((w, 3) for w in hung(5, 3, (0, 1, 2))),
        *((w, 3) for w in rings((1, 2), (0, 1, 2))),
    ]
    return compared(factor, graphs, f"{len(graphs)} graphs")


CLAIM: Claim[Factor] = Claim(
    key="graphs/multiway-cut/factor",
    title="Isolating cuts sever at most 2 - 2/k times the minimum",
    statement=(
        r"c(\hat y) \le (2 - 2/k) \min_y c(y), \quad k = 2 \text{ or } 3, 2 \text{ more nodes}, "
        r"w \in \{0, 1, 2\}, \text{ or } k = 3 \text{ with } 3 \text{ more in a triangle}"
    ),
    plain=(
        "Giving each label what isolates it most cheaply, and the rest to the dearest one, severs "
        "the least weight for two labels and at most 4/3 of it for three, on all graphs with two "
        "more nodes of weights up to 2 and on triangles of three; the factor is attained there."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that no fast rule comes closer; better ones are known",
    source=Source("dahlhaus1994"),
    expected=Verdict.PROVED,
    formula=twice_less_two_over_k,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            few,
            scope="k = 2, n = 4, weights 0, 1; k = 3, a triangle of weight 1",
        ),
        Check(
            Method.EXHAUSTIVE,
            more,
            scope="k = 2, n = 4 and k = 3, n = 5, weights 0, 1, 2; triangles likewise",
            tier="normal",
        ),
    ),
    controls={
        "the rule finds the minimum": lambda k: Fraction(1) + 0 * k,
        "2 - 5/(2k)": lambda k: 2 - Fraction(5, 2 * k),
    },
)
