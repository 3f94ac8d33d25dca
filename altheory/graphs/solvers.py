r"""Solving A x = b for a Dirichlet Laplacian, by whatever suits the graph.

How wide a band the edges need, in the order of reverse Cuthill-McKee, says how to solve,
before any price is paid.

* Nodes times band bound the fill of a sparse factorization: where that is little, factor.
* A band that is narrow for so many nodes means a long way from end to end, as among
  neighbors in two or three dimensions.  Conjugate gradients have to go that way and take
  many steps; algebraic multigrid (:mod:`altheory.graphs.multigrid`) shortens it.
* Elsewhere conjugate gradients, scaled by the diagonal: neighbors in many dimensions mix
  fast, and a few dozen steps are enough.  Where they do not converge, multigrid helps them.

None of them is trusted: whoever needs a bound on the error certifies the solution
(:mod:`altheory.graphs.certified`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias, final

import numpy as np

from altheory.errors import BudgetError
from altheory.graphs.dirichlet import Dirichlet
from altheory.graphs.multigrid import multigrid
from altheory.protocols import Floats

FILL = 5_000_000  # nodes times band that are factored: 80 MB at most
LONG = 12  # nodes divided by band from which the way is long
MOST = 300  # conjugate gradient steps before looking for another way, and with multigrid

Report: TypeAlias = Callable[[str, int], None]
Solve: TypeAlias = Callable[[Floats, float], Floats]
Cycle: TypeAlias = Callable[[Floats], Floats]


@final
@dataclass(frozen=True, slots=True, eq=False)
class Solver:
    """A way to solve A x = b, again and again.

    Attributes
    ----------
    method
        What it is called.
    solve
        From ``b : float64[u]`` and a relative accuracy of the residual to ``x : float64[u]``.

    """

    method: str
    solve: Solve = field(repr=False)


def solver(problem: Dirichlet, report: Report | None = None) -> Solver:
    """Return a solver that suits the structure of a problem."""
    width, n = band(problem.inner), len(problem.free)
    told = report or _untold
    try:
        if n * width <= FILL:
            return Solver("sparse factorization", _factored(problem))
        if n >= LONG * width:
            return Solver("multigrid", _multigrid(problem, told))
    except RuntimeError:  # weights of very different sizes: a pivot is lost to rounding
        pass
    return Solver("conjugate gradients", _iterated(problem, told))


def band(weights: Any) -> int:
    """Return the width of the band into which reverse Cuthill-McKee puts the edges."""
    from scipy.sparse.csgraph import reverse_cuthill_mckee

    order = reverse_cuthill_mckee(weights, symmetric_mode=True)
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order))
    rows = np.repeat(place, np.diff(weights.indptr))
    return int(np.max(np.abs(rows - place[weights.indices]), initial=0))


def _untold(what: str, step: int) -> None:
    """Tell nobody."""


def _scaled(problem: Dirichlet, scale: Floats) -> Any:
    """Return S W S of the free nodes with S = diag(scale), ``csr_array[u, u]``."""
    from scipy.sparse import csr_array

    inner = problem.inner
    data = inner.data * np.repeat(scale, np.diff(inner.indptr)) * scale[inner.indices]
    return csr_array((data, inner.indices, inner.indptr), shape=inner.shape)


def _factored(problem: Dirichlet) -> Solve:
    """Factor the matrix, scaled without rounding; each solution is refined once."""
    from scipy.sparse import csc_array, diags_array
    from scipy.sparse.linalg import splu

    scale = np.ldexp(1.0, -np.frexp(problem.degrees)[1] // 2)
    diagonal = diags_array(scale * problem.degrees * scale)
    matrix, options = diagonal - _scaled(problem, scale), {"SymmetricMode": True}
    factor = splu(csc_array(matrix), "MMD_AT_PLUS_A", 0.0, 1, 1, options=options)

    def solve(b: Floats, accuracy: float) -> Floats:
        del accuracy
        rhs = scale * b
        x = factor.solve(rhs)
        refined: Floats = scale * (x + factor.solve(rhs - matrix @ x))
        return refined

    return solve


def _multigrid(problem: Dirichlet, report: Report) -> Solve:
    """Let conjugate gradients correct multigrid cycles; weights are of size one."""
    unit = np.ldexp(1.0, -int(np.frexp(np.median(problem.degrees))[1]))
    matrix = unit * problem.matrix().tocsr()
    cycle = multigrid(matrix)

    def solve(b: Floats, accuracy: float) -> Floats:
        x, converged = _steps(matrix, unit * b, (accuracy, MOST), report, cycle)
        if not converged:
            raise _exhausted(len(b))
        return x

    return solve


def _iterated(problem: Dirichlet, report: Report) -> Solve:
    """Iterate with diagonal one, and look for a better way only if that takes long."""
    from scipy.sparse.linalg import LinearOperator

    scale = 1 / np.sqrt(problem.degrees)
    links = _scaled(problem, scale)
    matrix = LinearOperator(links.shape, matvec=lambda x: x - links @ x, dtype=np.float64)
    better: list[Solve] = []  # once it is needed

    def solve(b: Floats, accuracy: float) -> Floats:
        x, converged = _steps(matrix, scale * b, (accuracy, MOST), report)
        if converged:
            return scale * x
        if not better:
            try:
                better.append(_multigrid(problem, report))
            except RuntimeError as error:  # as above
                raise _exhausted(len(b)) from error
        return better[0](b, accuracy)

    return solve


def _steps(
    matrix: Any, b: Floats, goal: tuple[float, int], report: Report, cycle: Cycle | None = None
) -> tuple[Floats, bool]:
    """Take conjugate gradient steps to an accuracy, or a most number of them."""
    from scipy.sparse.linalg import LinearOperator, cg

    accuracy, most = goal
    steps = iter(range(1, most + 1))
    by = None if cycle is None else LinearOperator(matrix.shape, matvec=cycle, dtype=np.float64)

    def seen(_: Any) -> None:
        report("conjugate gradients", next(steps))

    x, left = cg(matrix, b, rtol=accuracy, maxiter=most, M=by, callback=seen)
    return x, left == 0


def _exhausted(n: int) -> BudgetError:
    return BudgetError(
        f"{MOST} multigrid cycles do not solve for {n} nodes: the weights differ too much; "
        "drop the weakest edges, or label more nodes"
    )
