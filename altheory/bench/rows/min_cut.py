r"""A minimum cut between a hundred labels on a graph of a hundred thousand points.

The points are uniform on the unit square, joined to their ten nearest with Gaussian weights;
labels say on which half of it a point lies.  The others round weights to integers in units of
2^-30 (SciPy, which knows 31 bits: 2^-20) and return the value of one flow: neither the value
for the weights themselves, nor whether another cut is as good, which is what altheory's time
includes.  Each is measured by how far its value is from the exact one.
"""

from fractions import Fraction
from functools import cache, partial
from typing import Any

import numpy as np

from altheory.bench.row import Contender, Row
from altheory.graphs._max_flow import FlowSolver, Network, flow_solver, scipy_solver
from altheory.graphs.graph import Nodes
from altheory.graphs.minimum_cut import MinCut, min_cut
from altheory.graphs.neighbors import knn_graph

POINTS, LABELS, NEIGHBORS, SEED = 100_000, 100, 10, 20261122
BITS = {"SciPy": 20, "OR-tools": 30}  # after the point


@cache
def problem(n: int) -> tuple[Any, Nodes, Nodes]:
    """Return the weights and the labeled nodes."""
    rng = np.random.default_rng(SEED)
    points = rng.random((n, 2))
    labeled = rng.choice(n, LABELS, replace=False)
    right = points[labeled, 0] > 0.5
    return knn_graph(points, NEIGHBORS), labeled[right], labeled[~right]


def exact(n: int) -> MinCut:
    """Return altheory's answer."""
    return min_cut(*problem(n))


def value_alone(n: int, by: FlowSolver) -> Fraction:
    """Return the value of a flow in rounded weights, straight from a solver."""
    from scipy.sparse import coo_array, csr_array, triu

    weights, positive, negative = problem(n)
    edges = coo_array(triu(weights))
    capacities = np.floor(np.ldexp(edges.data, BITS[by.name])).astype(np.int64)
    one, other = (nodes.astype(np.intp) for nodes in (edges.row, edges.col))
    tails = np.concatenate((one, np.full(len(positive), n), negative))
    heads = np.concatenate((other, positive, np.full(len(negative), n + 1)))
    labels = np.full(LABELS, 1 << (BITS[by.name] + 10))
    there, back = np.append(capacities, labels), np.append(capacities, np.zeros_like(labels))
    unwalked = csr_array((n + 2, n + 2))  # solvers have their own
    flow = by.solve(Network((tails, heads), n, n + 1, unwalked), there, back)
    return Fraction(int(flow[tails == n].sum()), 1 << BITS[by.name])


def accuracy(n: int, answer: MinCut | Fraction) -> str:
    """Say how far a value is from the exact one."""
    if isinstance(answer, MinCut):
        return f"exact; {answer}, flow by {answer.method}"
    missed = float((exact(n).value - answer) / exact(n).value)
    return f"too small by {missed:.1e} of it; not whether it is unique"


def contenders() -> tuple[Contender, ...]:
    """Return altheory, and the solvers that are installed."""
    solvers = {by.name: by for by in (flow_solver(), scipy_solver())}.values()
    said = partial(accuracy, POINTS)
    return (
        Contender("altheory", partial(exact, POINTS), said),
        *(Contender(f"{by.name} alone", partial(value_alone, POINTS, by), said) for by in solvers),
    )


ROW = Row(
    title="minimum cut, 1e5 points in the plane, 10 neighbors, 100 labels",
    goal="at most 1.2 times OR-tools where it is installed, SciPy else",
    contenders=contenders,
)
