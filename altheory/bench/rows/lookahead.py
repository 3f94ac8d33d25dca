r"""Look-ahead on a graph: which of 2000 nodes to ask, and which one after the answer.

Ten nearest neighbors in the plane, 20 labels.  What anybody would write without this package
solves the harmonic system anew for every candidate and each of its answers, with a sparse
factorization; it is timed on some candidates, so look at the time for all of them in its last
column.  Next questions are timed apart: an answer, and all scores again.  Altheory is measured
by its largest difference from the refit loop, and the others by theirs from certified scores.
"""

import time
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeAlias

import numpy as np

from altheory.bench.row import Contender, Row
from altheory.graphs.look_ahead import LookAhead, lookahead
from altheory.graphs.neighbors import knn_graph
from altheory.protocols import Floats

NODES, LABELS, NEIGHBORS, SEED = 2000, 20, 10, 20261122
FEW = 10  # candidates of a refit loop
FEWER = 1

Answer: TypeAlias = tuple[list[int], Floats, float | None]  # candidates, scores, seconds each
Solve: TypeAlias = Callable[[Any, Any, Floats], Floats]  # weights, labeled nodes, values


@cache
def problem() -> tuple[Any, Any, Floats]:
    """Return the weights, the labeled nodes and their values."""
    rng = np.random.default_rng(SEED)
    points = rng.random((NODES, 2))
    labeled = rng.choice(NODES, LABELS, replace=False)
    return knn_graph(points, NEIGHBORS), labeled, (points[labeled, 0] > 0.5).astype(np.float64)


@cache
def certified() -> LookAhead:
    """Return the scores of all candidates with their error bound."""
    return lookahead(*problem())


def first() -> Answer:
    """Score all candidates."""
    return _answer(lookahead(*problem()))


def following() -> Answer:
    """Score all candidates again when the best one has answered 1."""
    start = certified()
    return _answer(start.after(start.best, 1.0))


def _answer(found: LookAhead) -> Answer:
    return found.nodes.tolist(), found.expected_confidence, None


def refitted(solve: Solve, candidates: int, answered: tuple[int, ...] = ()) -> Answer:
    """Score some candidates by solving anew for both answers, after others answered 1."""
    weights, labeled, values = problem()
    labeled, values = np.append(labeled, answered).astype(int), np.append(values, answered)
    values[LABELS:] = 1.0
    unlabeled = np.setdiff1d(np.arange(NODES), labeled)
    nodes = unlabeled[:: NODES // candidates].tolist()
    start = time.perf_counter()
    now, scores = solve(weights, labeled, values), []
    for k in nodes:
        total = 0.0
        for y, chance in ((1.0, now[k]), (0.0, 1 - now[k])):
            f = solve(weights, np.append(labeled, k), np.append(values, y))[unlabeled]
            total += chance * float(np.maximum(f, 1 - f).sum())
        scores.append(total)
    return nodes, np.array(scores), (time.perf_counter() - start) / len(nodes)


def by_factors(weights: Any, labeled: Any, values: Floats) -> Floats:
    """Solve by SciPy's sparse direct solver, as a script would."""
    from scipy.sparse import csc_array, diags_array
    from scipy.sparse.linalg import spsolve

    free = np.setdiff1d(np.arange(NODES), labeled)
    rows = (diags_array(weights.sum(axis=1)) - weights).tocsr()[free]
    f = np.zeros(NODES)
    f[labeled] = values
    matrix = csc_array(rows[:, free])
    f[free] = spsolve(matrix, -(rows[:, labeled] @ values), permc_spec="MMD_AT_PLUS_A")
    return f


def by_propagation(weights: Any, labeled: Any, values: Floats) -> Floats:
    """Solve by scikit-learn's label propagation, with the graph as its kernel."""
    library: Any = import_module("sklearn.semi_supervised")
    given = np.full(NODES, -1)
    given[labeled] = values
    # its kernel sees the points, which are numbers of nodes here
    model = library.LabelPropagation(
        kernel=lambda *_: weights.toarray(), max_iter=100_000, tol=1e-9
    )
    chances: Floats = model.fit(np.arange(NODES)[:, None], given).label_distributions_
    return chances[:, 1]


@cache
def by_loop(answered: tuple[int, ...]) -> Answer:
    """Return some scores by the refit loop, after some nodes answered 1."""
    return refitted(by_factors, FEW, answered)


def accuracy(answer: Answer) -> str:
    """Say how far scores are off, and what all candidates would take where some were scored."""
    nodes, scores, each = answer
    known, count = certified(), NODES - LABELS
    if each is None:
        some, truth, _ = by_loop((known.best,) if len(nodes) < count else ())
        found, cost = scores[np.searchsorted(nodes, some)], ""
    else:
        found, truth = scores, known.expected_confidence[np.searchsorted(known.nodes, nodes)]
        cost = f"{each * count:.3g} s for all, "
    return f"{cost}off by {float(np.abs(found - truth).max()):.1e}"


def contenders() -> tuple[Contender, ...]:
    """Return altheory's first and next question, and a loop that solves anew."""
    return (
        Contender("altheory, first question", first, accuracy),
        Contender("altheory, next question", following, accuracy),
        Contender(
            f"refit loop with SciPy, {FEW} candidates", lambda: refitted(by_factors, FEW), accuracy
        ),
    )


def peers() -> tuple[Contender, ...]:
    """Return scikit-learn, refitted, where it is installed."""
    if find_spec("sklearn") is None:
        return ()
    name = f"refit loop with scikit-learn, {FEWER} candidate"
    return (Contender(name, lambda: refitted(by_propagation, FEWER), accuracy),)


ROW = Row(
    title="look-ahead on 2000 nodes, all candidates",
    goal="at most 0.1 s for the first question and 15 ms for each next one",
    contenders=contenders,
    peers=peers,
)
