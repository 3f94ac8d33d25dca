r"""What soft labels sever is what their thresholds sever on the average.

.. math:: \sum_{i < j} w_{ij} |x_i - x_j| = \int_0^1 c(\{i : x_i > t\}) \, dt

for x in [0, 1]: an edge is cut by the thresholds between its ends' values.  So if x is a
solution of the program of the minimum cut, none of its thresholds can cut more than the least,
and all are minimum cuts.  Both sides are linear in the weights, so unit weights are enough.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise, product
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._cut_graphs import Graph, cut_weight, pairs, weighted

Severed: TypeAlias = Callable[[Graph, list[Fraction]], Any]

PARTS = {3: 3, 4: 2}  # of what the values are multiples, by the number of nodes


def over_thresholds(w: Graph, x: list[Fraction]) -> Any:
    """Return the integral of the cuts over all thresholds, a step function."""
    steps = sorted({Fraction(0), *x, Fraction(1)})
    return sum((b - a) * cut_at(w, x, a) for a, b in pairwise(steps))


def cut_at(w: Graph, x: list[Fraction], t: Fraction) -> Any:
    """Return the weight of the cut around the values above t."""
    return cut_weight(w, sum(1 << i for i, value in enumerate(x) if value > t))


def mean_over_values(w: Graph, x: list[Fraction]) -> Any:
    """Weigh the thresholds at all values alike, near or far from the next: false."""
    return sum(cut_at(w, x, t) for t in {*x}) / Fraction(len({*x}))


def compared(severed: Severed, n: int) -> Finding:
    """Compare with the sum of differences."""
    cases = 0
    for w in weighted(n, (0, 1)):
        for values in product([Fraction(k, PARTS[n]) for k in range(PARTS[n] + 1)], repeat=n):
            x, cases = list(values), cases + 1
            claimed = severed(w, x)
            computed = sum(w[i][j] * abs(x[i] - x[j]) for i, j in pairs(n))
            if claimed != computed:
                return fails(f"{w}: {list(map(str, x))}", claimed=claimed, computed=computed)
    return holds(f"{cases} cases")


def three(severed: Severed, rng: np.random.Generator) -> Finding:
    """Go through graphs on three nodes."""
    del rng
    return compared(severed, 3)


def four(severed: Severed, rng: np.random.Generator) -> Finding:
    """Go through graphs on four nodes."""
    del rng
    return compared(severed, 4)


CLAIM: Claim[Severed] = Claim(
    key="graphs/min-cut/thresholds",
    title="Thresholds of a relaxed minimum cut are minimum cuts",
    statement=(
        r"\sum_{i < j} w_{ij} |x_i - x_j| = \int_0^1 c(\{x > t\}) \, dt, "
        r"\quad w \in \{0, 1\}, n = 3, 3 x \in \{0, 1, 2, 3\}^3 \text{ or } n = 4, "
        r"2 x \in \{0, 1, 2\}^4"
    ),
    plain=(
        "What labels between 0 and 1 sever is the mean of what their thresholds sever, so each "
        "threshold of an optimum is an optimum; on three nodes with values in thirds, and on four "
        "with values in halves."
    ),
    relation="identity",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that thresholds of the harmonic solution are minimum cuts: it minimizes squares",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=over_thresholds,
    checks=(
        Check(Method.EXHAUSTIVE, three, scope="n = 3, values in thirds"),
        Check(Method.EXHAUSTIVE, four, scope="n = 4, values in halves", tier="normal"),
    ),
    controls={
        "every edge counted from both ends": lambda w, x: 2 * over_thresholds(w, x),
        "the threshold one half alone": lambda w, x: cut_at(w, x, Fraction(1, 2)),
        "all values as thresholds alike": mean_over_values,
    },
)
