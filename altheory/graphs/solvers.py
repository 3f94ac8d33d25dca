r"""Solving A x = b for a Dirichlet Laplacian, by whatever suits the graph.

* Where a narrow band holds the matrix (planar-like graphs, such as neighbors in the plane) a
  sparse factorization is fast and exact to rounding.  The band that reverse Cuthill-McKee
  finds bounds the fill before any is paid for.
* Elsewhere conjugate gradients, scaled by the diagonal: neighbors in many dimensions mix
  fast, and a few dozen steps are enough.
* Where those do not converge, algebraic multigrid if :mod:`pyamg` is installed, and otherwise
  more conjugate gradients.

None of them is trusted: whoever needs a bound on the error certifies the solution
(:mod:`altheory.graphs.certified`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeAlias, final

import numpy as np

from altheory.errors import BudgetError
from altheory.graphs.dirichlet import Dirichlet
from altheory.protocols import Floats

NARROW = 1250  # bands up to this have a factor within a second or two
FIRST, MOST = 300, 20_000  # conjugate gradient steps before and after looking for another way
Report: TypeAlias = Callable[[str, int], None]


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
    solve: Callable[[Floats, float], Floats] = field(repr=False)


def solver(problem: Dirichlet, report: Report | None = None) -> Solver:
    """Return a solver that suits the structure of a problem."""
    if band(problem.inner) <= NARROW:
        try:
            return Solver("sparse factorization", _factored(problem))
        except RuntimeError:  # weights of very different sizes: a pivot is lost to rounding
            pass
    return Solver("conjugate gradients", _iterated(problem, report))


def band(weights: Any) -> int:
    """Return the width of the band into which reverse Cuthill-McKee puts the edges."""
    from scipy.sparse.csgraph import reverse_cuthill_mckee

    order = reverse_cuthill_mckee(weights, symmetric_mode=True)
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    rows = np.repeat(place, np.diff(weights.indptr))
    return int(np.max(np.abs(rows - place[weights.indices]), initial=0))


def _scaled(problem: Dirichlet, scale: Floats) -> Any:
    """Return S A S with S = diag(scale)."""
    from scipy.sparse import csr_array, diags_array

    outside = diags_array(scale) @ problem.inner @ diags_array(scale)
    return csr_array(diags_array(scale * problem.degrees * scale) - outside)


def _factored(problem: Dirichlet) -> Callable[[Floats, float], Floats]:
    """Factor the matrix, scaled without rounding; each solution is refined once."""
    from scipy.sparse import csc_array
    from scipy.sparse.linalg import splu

    scale = np.ldexp(1.0, -np.frexp(problem.degrees)[1] // 2)
    matrix = _scaled(problem, scale)
    factor = splu(
        csc_array(matrix),
        permc_spec="MMD_AT_PLUS_A",
        diag_pivot_thresh=0.0,
        options={"SymmetricMode": True},
    )

    def solve(b: Floats, accuracy: float) -> Floats:
        del accuracy
        rhs = scale * b
        x = factor.solve(rhs)
        refined: Floats = scale * (x + factor.solve(rhs - matrix @ x))
        return refined

    return solve


def _iterated(problem: Dirichlet, report: Report | None) -> Callable[[Floats, float], Floats]:
    """Iterate with diagonal one, and look for a better way only if that takes long."""
    from scipy.sparse.linalg import cg

    scale = 1 / np.sqrt(problem.degrees)
    matrix = _scaled(problem, scale)
    cycle: list[Any] = []  # of multigrid, once it is needed

    def steps(rhs: Floats, x: Any, accuracy: float, most: int) -> tuple[Floats, bool]:
        numbers = iter(range(1, most + 1))

        def seen(_: Any) -> None:
            if report is not None:
                report("conjugate gradients", next(numbers))

        by = cycle[0] if cycle else None
        found, left = cg(matrix, rhs, x, rtol=accuracy, maxiter=most, M=by, callback=seen)
        return found, left == 0

    def solve(b: Floats, accuracy: float) -> Floats:
        rhs = scale * b
        x, converged = steps(rhs, None, accuracy, FIRST)
        if not converged:
            if not cycle:
                cycle.append(_multigrid(matrix))
            x, converged = steps(rhs, x, accuracy, MOST)
        if not converged:
            raise BudgetError(
                f"{MOST} steps of conjugate gradients do not solve for {len(b)} nodes; "
                "install altheory[graphs] for multigrid, or label more nodes"
            )
        return scale * x

    return solve


def _multigrid(matrix: Any) -> Any:
    """Return one multigrid cycle as a preconditioner, None where pyamg is not installed."""
    if find_spec("pyamg") is None:
        return None
    from scipy.sparse import csr_matrix

    return import_module("pyamg").ruge_stuben_solver(csr_matrix(matrix)).aspreconditioner()
