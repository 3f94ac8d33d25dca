"""The harmonic solution of one problem by everybody, for the rows that ask for it.

Points are uniform in the plane or normal in space, joined to their ten nearest; a hundred of
them are labeled by the side of a line they are on.  An answer is a value for every node, and
its accuracy the largest distance from altheory's, which is certified.  Linear algebra runs
on as many threads as the environment says; quote figures from OPENBLAS_NUM_THREADS=1.
"""

from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from altheory.bench.row import Contender
from altheory.graphs.graph import Nodes, graph_of
from altheory.graphs.harmonic_solution import Harmonic, harmonic
from altheory.graphs.neighbors import knn_graph
from altheory.protocols import Floats

NEIGHBORS, LABELS, SEED = 10, 100, 20261122
ACCURACY = 1e-10  # relative residual that is asked of other solvers

Problem = tuple[Any, Nodes, Floats]


@cache
def problem(n: int, d: int) -> Problem:
    """Return weights in one component, labeled nodes and their values."""
    rng = np.random.default_rng(SEED)
    points = rng.random((n, d)) if d == 2 else rng.standard_normal((n, d))
    weights = knn_graph(points, NEIGHBORS)
    graph = graph_of(weights)
    kept = np.flatnonzero(graph.component == np.argmax(np.bincount(graph.component)))
    labeled = rng.choice(len(kept), LABELS, replace=False)
    sides = (points[kept[labeled], 0] > np.median(points[:, 0])).astype(np.float64)
    return weights[kept][:, kept], labeled, sides


@cache
def reference(n: int, d: int) -> Harmonic:
    """Return the certified solution that all are measured by."""
    return harmonic(*problem(n, d))


def by_system(n: int, d: int, solve: Callable[[Any, Floats], Floats]) -> Floats:
    """Set up the linear system as anybody would, and hand it to a solver."""
    from scipy.sparse import csr_array, diags_array

    weights, labeled, values = problem(n, d)
    free = np.setdiff1d(np.arange(weights.shape[0]), labeled)
    rows = weights[free]
    matrix = csr_array(diags_array(rows.sum(axis=1)) - rows[:, free])
    f = np.empty(weights.shape[0])
    f[labeled], f[free] = values, solve(matrix, rows[:, labeled] @ values)
    return f


def by_gradients(matrix: Any, b: Floats, cycle: Any = None) -> Floats:
    """Take SciPy's conjugate gradients, scaled by the diagonal if by nothing better."""
    from scipy.sparse import diags_array
    from scipy.sparse.linalg import cg

    by = diags_array(1 / matrix.diagonal()) if cycle is None else cycle
    x: Floats = cg(matrix, b, rtol=ACCURACY, maxiter=10_000, M=by)[0]
    return x


def by_factor(matrix: Any, b: Floats) -> Floats:
    """Take SciPy's sparse direct solver as it comes."""
    from scipy.sparse.linalg import spsolve

    x: Floats = spsolve(matrix.tocsc(), b)
    return x


def by_pyamg(matrix: Any, b: Floats) -> Floats:
    """Take pyamg's smoothed aggregation under conjugate gradients."""
    from scipy.sparse import csr_matrix

    old = csr_matrix(matrix)
    old.indices, old.indptr = old.indices.astype(np.int32), old.indptr.astype(np.int32)
    levels = import_module("pyamg").smoothed_aggregation_solver(old)
    return by_gradients(matrix, b, levels.aspreconditioner())


def by_scikit_learn(n: int, d: int) -> Floats:
    """Run LabelPropagation with its own stopping rule."""
    weights, labeled, values = problem(n, d)
    known = np.full(weights.shape[0], -1)
    known[labeled] = values.astype(int)
    module = import_module("sklearn.semi_supervised")
    model = module.LabelPropagation(kernel=lambda *_: weights.copy())
    f: Floats = model.fit(np.zeros((len(known), 1)), known).label_distributions_[:, 1]
    return f


def by_graphlearning(n: int, d: int) -> Floats:
    """Run Laplace learning with its own tolerance."""
    from scipy.sparse import csr_matrix

    weights, labeled, values = problem(n, d)
    model = import_module("graphlearning").ssl.laplace(csr_matrix(weights))
    f: Floats = np.asarray(model.fit(labeled, values.astype(int)))[:, 1]
    return f


def accuracy(n: int, d: int, answer: Any) -> str:
    """Say how far an answer is from the certified one."""
    if isinstance(answer, Harmonic):
        return f"certified within {answer.error_bound:.1e}, {answer.method}"
    known = reference(n, d)
    return f"wrong by {np.max(np.abs(answer - known.f)):.1e}"


def ours(n: int, d: int) -> Contender:
    """Return altheory."""
    judge = partial(accuracy, n, d)
    return Contender(f"altheory, {n} nodes", lambda: harmonic(*problem(n, d)), judge)


def solving(n: int, d: int, name: str, solve: Callable[[Any, Floats], Floats]) -> Contender:
    """Return somebody who solves the linear system."""
    return Contender(name, partial(by_system, n, d, solve), partial(accuracy, n, d))


def peers(n: int, d: int) -> tuple[Contender, ...]:
    """Return the packages that are installed."""
    judge = partial(accuracy, n, d)
    others = {
        "pyamg": solving(n, d, "pyamg with SciPy cg", by_pyamg),
        "graphlearning": Contender("graphlearning", partial(by_graphlearning, n, d), judge),
        "sklearn": Contender("scikit-learn", partial(by_scikit_learn, n, d), judge),
    }
    return tuple(contender for package, contender in others.items() if find_spec(package))
