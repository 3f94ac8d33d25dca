r"""The linear program of a minimum cut has a solution that is a cut.

.. math:: \min_{x \in [0, 1]^n} \sum_{i < j} w_{ij} |x_i - x_j| = \min_S c(S)

with x = 1 at positive and x = 0 at negative nodes.  A flow f with :math:`|f_{ij}| \le w_{ij}`
bounds the program from below, :math:`\sum w |x_i - x_j| \ge \sum f_{ij} (x_i - x_j)`, which is
the value of f; a cut is a point of it.  So a flow and a cut of the same value prove the claim.
They come from augmenting paths and from going through cuts, or else from a solver of linear
programs: its solution and its multipliers, which are a flow, are rounded to rationals, and count
only if they are feasible and of exactly the same value.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from proofs_checks._cut_graphs import (
    Graph,
    cut_weight,
    cuts,
    flow_value,
    graph,
    largest_flow,
    pairs,
    weighted,
)

Value: TypeAlias = Callable[[Graph], Any]


def least_cut(w: Graph) -> Any:
    """Return the least weight of a cut between node 0 and the last one."""
    return min(cut_weight(w, inside) for inside in cuts(len(w)))


def stretched(w: Graph, x: list[Fraction]) -> Any:
    """Return the value of the program at x."""
    n = range(len(w))
    return sum(w[i][j] * abs(x[i] - x[j]) for i in n for j in n if i < j)


def compared(value: Value, graphs: Iterable[Graph], evidence: str) -> Finding:
    """Bound the program from both sides: by a flow, and by points with halves."""
    for w in graphs:
        claimed, below = value(w), flow_value(w, largest_flow(w))
        points = (
            [Fraction(1), *(Fraction(x, 2) for x in digits(k, len(w) - 2)), Fraction(0)]
            for k in range(3 ** (len(w) - 2))
        )
        above = min(stretched(w, x) for x in points)
        if below is None or not below == claimed == above:
            return fails(f"{w}", claimed=claimed, computed=f"{below}..{above}")
    return holds(evidence)


def solved(w: Graph) -> tuple[list[Fraction], list[list[Fraction]]]:
    """Return what a solver in floats takes for a solution and for a flow, as rationals."""
    from scipy.optimize import linprog

    n, edges = len(w), [(i, j) for i, j in pairs(len(w)) if w[i][j]]
    steps = np.zeros((len(edges), n))
    for e, (i, j) in enumerate(edges):
        steps[e, i], steps[e, j] = 1, -1
    both = np.vstack((steps, -steps))  # no more than z_e, either way
    found: Any = linprog(
        [0] * n + [w[i][j] for i, j in edges],
        A_ub=np.hstack((both, -np.tile(np.eye(len(edges)), (2, 1)))),
        b_ub=np.zeros(2 * len(edges)),
        bounds=[(1, 1), *[(None, None)] * (n - 2), (0, 0), *[(0, None)] * len(edges)],
        method="highs",
    )
    x = [min(max(rounded(a), Fraction(0)), Fraction(1)) for a in found.x[:n].tolist()]
    flow = [[Fraction(0)] * n for _ in range(n)]
    there, back = (-found.ineqlin.marginals).reshape(2, -1).tolist()
    for (i, j), a, b in zip(edges, there, back, strict=True):
        flow[i][j], flow[j][i] = rounded(a - b), rounded(b - a)
    return x, flow


def rounded(x: float) -> Fraction:
    """Return the nearest fraction with a small denominator.

    >>> rounded(0.33333)
    Fraction(1, 3)
    """
    return Fraction(x).limit_denominator(100)


def by_solver(value: Value, rng: np.random.Generator) -> Finding:
    """Solve the program for graphs on up to four nodes, and hold the optimum against all cuts."""
    del rng
    graphs = [w for w in [*weighted(3, (0, 1, 2)), *weighted(4, (0, 1))] if any(map(any, w))]
    for w in graphs:
        x, flow = solved(w)
        below, optimum = flow_value(w, flow), stretched(w, x)
        if not (below == optimum and x[0] == 1 and x[-1] == 0):
            return unknown(f"{w}: the solver gives {below}..{optimum}")
        if value(w) != optimum:
            return fails(f"{w}", claimed=value(w), computed=optimum)
    return holds(f"{len(graphs)} programs")


def digits(k: int, length: int) -> list[int]:
    """Return the digits of a number to the base three.

    >>> digits(5, 3)
    [2, 1, 0]
    """
    return [k // 3**i % 3 for i in range(length)]


def small(value: Value, rng: np.random.Generator) -> Finding:
    """Go through graphs on three and four nodes."""
    del rng
    graphs = [*weighted(3, (0, 1, 2)), *weighted(4, (0, 1))]
    return compared(value, graphs, f"{len(graphs)} graphs")


def larger(value: Value, rng: np.random.Generator) -> Finding:
    """Go through graphs on four nodes with weights 0, 1 and 2."""
    del rng
    graphs = [*weighted(4, (0, 1, 2))]
    return compared(value, graphs, f"{len(graphs)} graphs")


def random_graph(value: Value, rng: np.random.Generator) -> Finding:
    """Try a random graph on five nodes with floats as weights."""
    weights = [Fraction(w) for w in rng.random(10).tolist()]
    return compared(value, [graph(5, weights)], "a random graph")


CLAIM: Claim[Value] = Claim(
    key="graphs/min-cut/linear-program",
    title="The relaxed minimum cut is a minimum cut",
    statement=(
        r"\min_{x \in [0, 1]^n} \sum_{i < j} w_{ij} |x_i - x_j| = \min_S c(S), "
        r"\quad n \le 4, w \in \{0, 1, 2\}"
    ),
    plain=(
        "Labels between 0 and 1 cannot sever less weight than hard labels: on every graph of at "
        "most four nodes with weights 0, 1 and 2 a flow proves it."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that every solution of the program is a cut, or that squares in place of absolute values "
        "would do: their minimizer is the harmonic solution"
    ),
    source=Source(
        "blum2001learning",
        match="related",
        difference="the paper finds the labels by a maximum flow; the program is implied by it",
    ),
    expected=Verdict.PROVED,
    formula=least_cut,
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="n = 3, weights 0, 1, 2; n = 4, weights 0, 1"),
        Check(Method.EXHAUSTIVE, larger, scope="n = 4, weights 0, 1, 2", tier="normal"),
        Check(
            Method.EXHAUSTIVE,
            by_solver,
            scope="linear programs: n = 3, weights 0, 1, 2; n = 4, weights 0, 1",
            tier="normal",
        ),
    ),
    controls={
        "the lesser degree of a label": lambda w: min(sum(w[0]), sum(w[-1])),
        "half of the cut": lambda w: Fraction(least_cut(w)) / 2,
        "the edge between the labels": lambda w: w[0][-1],
    },
    attack=random_graph,
)
