r"""Solving A x = b for a Dirichlet Laplacian, by whatever suits the graph.

How wide a band the edges need, in the order in which a walk through the graph meets the nodes,
says how to solve, before any price is paid.

* Nodes times band bound the fill of a sparse factorization: where that is little, factor.
* A band that is narrow for so many nodes means a long way from end to end, as among
  neighbors in two or three dimensions.  Conjugate gradients have to go that way and take
  many steps; algebraic multigrid (:mod:`altheory.graphs._multigrid`) shortens it.
* Elsewhere conjugate gradients, scaled by the diagonal: neighbors in many dimensions mix
  fast, and a few dozen steps are enough.
* Where these take many steps, or break down, weights differ by orders of magnitude:
  among close and far neighbors, say, of a narrow kernel.  Elimination of which a sample is
  kept (:mod:`altheory.graphs._sampled_factor`) does not mind, and helps conjugate gradients
  whose products are taken over differences.

None of them is trusted: whoever needs a bound on the error certifies the solution
(:mod:`altheory.graphs._certified`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias, final

import numpy as np

from altheory.errors import BudgetError
from altheory.graphs._dirichlet import TOO_WIDE, Dirichlet
from altheory.graphs._multigrid import multigrid
from altheory.graphs._sampled_factor import sampled_factor
from altheory.graphs._sparse_floats import slim
from altheory.graphs.graph import Nodes
from altheory.protocols import Floats

FILL = 5_000_000  # nodes times band that are factored: 80 MB at most
LONG = 12  # nodes divided by band from which the way is long
SAMPLE = 1000  # nodes whose edges may already be too long for either
MOST, CYCLES = 150, 60  # steps, and multigrid cycles, before trying the other way
STEPS = 500  # and with that
SAMPLED = "sampled elimination"

Report: TypeAlias = Callable[[str, int], None]
Solve: TypeAlias = Callable[[Floats, float], Floats]
Try: TypeAlias = Callable[[Floats, float], tuple[Floats, bool]]
Image: TypeAlias = Callable[[Floats], Floats]


@final
@dataclass(frozen=True, slots=True, eq=False)
class Solver:
    """A way to solve A x = b, again and again.

    Attributes
    ----------
    first
        What it is called.
    solve
        From ``b : float64[u]`` and an accuracy to ``x : float64[u]``: no residual, divided by
        the degree of its node, is to be above the accuracy, as far as rounding lets it.
    then
        What it turned to when that did not get there.

    """

    first: str
    solve: Solve = field(repr=False)
    then: list[str] = field(default_factory=list[str])

    @property
    def method(self) -> str:
        """What it has come to."""
        return ", then ".join([self.first, *self.then])


def solver(problem: Dirichlet, report: Report | None = None) -> Solver:
    """Return a solver that suits the structure of a problem."""
    n, told, order = len(problem.free), report or _untold, walk(problem.inner)
    width = band(problem.inner, order, 1 + n // SAMPLE)
    if n * width <= FILL:  # else it is too wide already
        width = band(problem.inner, order)
    try:
        if n * width <= FILL:
            return Solver("sparse factorization", _factored(problem))
        if n >= LONG * width:
            return _patient("multigrid", _multigrid(problem, order, told), problem, told)
    except RuntimeError:  # weights of very different sizes: a pivot is lost to rounding
        return Solver(SAMPLED, _sampled(problem, told))
    return _patient("conjugate gradients", _iterated(problem, told), problem, told)


def _patient(name: str, attempt: Try, problem: Dirichlet, report: Report) -> Solver:
    """Try one way until it fails, and from then on the other."""
    better, then = list[Solve](), list[str]()

    def solve(b: Floats, accuracy: float) -> Floats:
        if not better:
            x, converged = attempt(b, accuracy)
            if converged:
                return x
            better.append(_sampled(problem, report))
            then.append(SAMPLED)
        return better[0](b, accuracy)

    return Solver(name, solve, then)


def walk(weights: Any) -> Nodes:
    """Return the nodes in breadth-first order, or in another narrow one if that misses some."""
    from scipy.sparse.csgraph import breadth_first_order, reverse_cuthill_mckee

    n, order = weights.shape[0], np.zeros(0, dtype=np.int32)
    if n:
        order = breadth_first_order(weights, 0, return_predecessors=False)
    if len(order) < n:
        order = reverse_cuthill_mckee(weights, symmetric_mode=True)
    return order.astype(np.intp)


def band(weights: Any, order: Nodes | None = None, every: int = 1) -> int:
    """Return the width of the band that edges need in an order of nodes, or those of some nodes."""
    order = walk(weights) if order is None else order
    place, some = _places(order), order[::every]
    rows = weights[some]
    here = np.repeat(place[some], np.diff(rows.indptr))
    return int(np.max(np.abs(here - place[rows.indices]), initial=0))


def _places(order: Nodes) -> Any:
    """Return the place of each node in an order, ``int32[n]``."""
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return place


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


def _multigrid(problem: Dirichlet, order: Nodes, report: Report) -> Try:
    """Let conjugate gradients correct multigrid cycles; weights are of size one.

    In the order of a walk, what is near in the graph is near in memory.
    """
    from scipy.sparse import csr_array, diags_array

    unit = np.ldexp(1.0, -int(np.frexp(np.median(problem.degrees))[1]))
    degrees = unit * problem.degrees[order]
    matrix = csr_array(diags_array(degrees) - unit * _permuted(problem.inner, order))
    cycle = multigrid(matrix)

    def attempt(b: Floats, accuracy: float) -> tuple[Floats, bool]:
        until = (accuracy * degrees, CYCLES)
        y, converged = _steps(matrix.__matmul__, unit * b[order], until, report, cycle)
        x = np.empty(len(b))
        x[order] = y
        return x, converged

    return attempt


def _sampled(problem: Dirichlet, report: Report) -> Solve:
    """Let conjugate gradients correct factors of a sample."""
    zero, inverse = np.zeros(len(problem.clamped)), sampled_factor(problem)

    def image(x: Floats) -> Floats:
        return -problem.residual(x, zero)[0]

    def solve(b: Floats, accuracy: float) -> Floats:
        x, converged = _steps(image, b, (accuracy * problem.degrees, STEPS), report, inverse)
        if not converged:
            raise _exhausted(len(b))
        return x

    return solve


def _permuted(matrix: Any, order: Nodes) -> Any:
    """Return rows and columns of a symmetric matrix in an order, ``csr_array[u, u]``."""
    from scipy.sparse import csr_array

    rows = slim(matrix[order])
    permuted = csr_array((rows.data, _places(order)[rows.indices], rows.indptr), matrix.shape)
    return permuted.T.tocsr()  # the same, with sorted rows


def _iterated(problem: Dirichlet, report: Report) -> Try:
    """Iterate with diagonal one."""
    scale = 1 / np.sqrt(problem.degrees)
    links = _scaled(problem, scale)

    def attempt(b: Floats, accuracy: float) -> tuple[Floats, bool]:
        until = (accuracy / scale, MOST)
        y, converged = _steps(lambda x: x - links @ x, scale * b, until, report)
        return scale * y, converged

    return attempt


def _steps(
    image: Image, b: Floats, until: tuple[Floats, int], report: Report, cycle: Image | None = None
) -> tuple[Floats, bool]:
    """Take conjugate gradient steps until each residual is within its goal, or a most number."""
    goal, most = until
    x, residual, direction = np.zeros(len(b)), b.copy(), np.zeros(len(b))
    size = 1.0
    for step in range(1, most + 1):
        if (np.abs(residual) <= goal).all():
            return x, True
        better = residual if cycle is None else cycle(residual)
        before, size = size, float(residual @ better)
        direction *= size / before
        direction += better
        along = image(direction)
        curvature = float(direction @ along)
        length = size / curvature if curvature > 0 else np.inf
        if not 0 < length < np.inf:  # nothing is left of it but rounding
            break
        x += length * direction
        residual -= length * along
        report("conjugate gradients", step)
    return x, bool((np.abs(residual) <= goal).all())


def _exhausted(n: int) -> BudgetError:
    return BudgetError(f"{STEPS} conjugate gradient steps do not solve for {n} nodes: {TOO_WIDE}")
