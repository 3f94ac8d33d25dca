r"""When a soft cut is optimal: where its gradient vanishes.

The energy :math:`E(f) = \sum_{i < j} w_{ij} (f_i - f_j)^2` is convex, so with the labels clamped
the conditions of Karush, Kuhn and Tucker are enough: :math:`(L f)_i = 0` at each free node.  The
proof is a flow.  For any numbers on the edges, :math:`w d^2 \ge 2 \theta d - \theta^2 / w`, so

.. math:: E(f) \ge 2 \sum_{i < j} \theta_{ij} (f_i - f_j) - \sum_{i < j} \theta_{ij}^2 / w_{ij} ,

and where :math:`\theta` loses nothing at free nodes, the right side depends on labels alone: what
reaches it is optimal, and nothing below is.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import combinations, product
from typing import Any, TypeAlias

import flint
import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._label_graphs import (
    HALF,
    Case,
    Comparison,
    compared,
    solution,
)
from proofs_checks._soft_cuts import cost, exhaustive

Values: TypeAlias = tuple[Any, ...]
Optimal: TypeAlias = Callable[[Case, Values], bool]
RING = ((0, 1, 0, 0, 3), (1, 0, 2, 0, 0), (0, 2, 0, 1, 1), (0, 0, 1, 0, 1), (3, 0, 1, 1, 0))


def gradient(case: Case, f: Values) -> list[Any]:
    """Return L f."""
    return [sum(w * (f[i] - f[j]) for j, w in enumerate(row)) for i, row in enumerate(case.weights)]


def least(case: Case, near: Values) -> Any:
    """Return the least energy, proved by the currents of a function: the bound of the module."""
    lost = gradient(case, near)
    if any(lost[i] for i in case.free):
        raise ArithmeticError(f"a flow that is lost on the way: {lost}")
    labels = ((i, y) for i, y in enumerate(case.labels) if y is not None)
    through = sum((y * lost[i] for i, y in labels), flint.fmpq(0))
    return 2 * through - cost(case, near)  # theta^2 / w adds up to the energy


def compare(optimal: Optimal, case: Case) -> Iterator[Comparison]:
    """Compare with the least energy, at the solution and wherever values are 0, 1/2 or 1."""
    best = solution(case)
    bound = least(case, best)
    grids = ((flint.fmpq(y),) if y is not None else (0, HALF, 1) for y in case.labels)
    for f in (*product(*grids), best):
        yield (case, f), optimal(case, f), cost(case, f) == bound


def proposed(optimal: Optimal, rng: np.random.Generator) -> Finding:
    """Compare at what a solver for convex programs proposes, near which rationals are tried."""
    del rng
    return compared(c for case in ring_cases() for c in at_proposal(optimal, case))


def ring_cases() -> Iterable[Case]:
    """Go through the labels of two nodes of a graph of five."""
    return (Case(RING, (y, None, None, z, None)) for y, z in ((0, 1), (1, 0), (1, 1)))


def at_proposal(optimal: Optimal, case: Case) -> Iterator[Comparison]:
    """Compare at the proposal, and beside it."""
    near = [Fraction(x).limit_denominator(1000) for x in solved(case)]
    f = tuple(flint.fmpq(x.numerator, x.denominator) for x in near)
    bound = least(case, f)
    for i in case.free:
        beside = (*f[:i], f[i] + HALF, *f[i + 1 :])
        yield (case, beside), optimal(case, beside), cost(case, beside) == bound
    yield (case, f), optimal(case, f), True


def solved(case: Case) -> list[float]:
    """Return the values that cvxpy finds within [0, 1]."""
    import cvxpy

    cp: Any = cvxpy
    f = cp.Variable(len(case.labels))
    edges = combinations(range(len(case.labels)), 2)
    energy = sum(case.weights[i][j] * cp.square(f[i] - f[j]) for i, j in edges)
    given = [f[i] == y for i, y in enumerate(case.labels) if y is not None]
    cp.Problem(cp.Minimize(energy), [*given, f >= 0, f <= 1]).solve(solver=cp.CLARABEL)
    found: list[float] = np.asarray(f.value).tolist()
    return found


def unweighted(case: Case, f: Values) -> bool:
    """Decide whether each free value is the mean of its neighbors, whatever their weights."""
    near = {i: case.neighbors(i) for i in case.free}
    return all(f[i] * len(js) == sum(f[j] for j in js) for i, js in near.items())


def between(case: Case, f: Values) -> bool:
    """Decide whether each free value is between the least and the largest of its neighbors."""
    near = {i: [f[j] for j in case.neighbors(i)] for i in case.free}
    return all(min(xs) <= f[i] <= max(xs) for i, xs in near.items())


CLAIM: Claim[Optimal] = Claim(
    key="graphs/soft-cut/kkt",
    title="A soft cut is optimal where its gradient vanishes",
    statement=(
        r"f \in \operatorname{argmin} \{f^\top L f : f_l = y\} \iff (L f)_i = 0 \text{ for each"
        r" free } i, \quad n \le 4,\ w \in \{0, 1, 2\},\ f_i \in \{0, \tfrac12, 1, f_i^*\}"
    ),
    plain=(
        "Soft labels have the least energy if and only if each is the weighted mean of its "
        "neighbors; on all graphs with up to four nodes and weights 0, 1, 2, for values 0, 1/2, "
        "1 and for the solution."
    ),
    relation="exact",
    does_not_say="that the minimizer is unique: that takes a label in each component",
    source=Source(
        "zhu2003",
        match="special case",
        difference="with a flow as the proof, on graphs of up to four nodes",
    ),
    expected=Verdict.PROVED,
    formula=lambda case, f: not any(gradient(case, f)[i] for i in case.free),
    checks=(
        *exhaustive(compare),
        Check(
            Method.EXHAUSTIVE,
            proposed,
            scope="what cvxpy proposes, and beside it, on a graph of 5 nodes, 3 pairs of labels",
            tier="long",
        ),
    ),
    controls={
        "the gradient vanishes at labels too": lambda case, f: not any(gradient(case, f)),
        "the gradient vanishes at some free node": lambda case, f: (
            not all(gradient(case, f)[i] for i in case.free)
        ),
        "each value is the mean of its neighbors": unweighted,
        "each value is between its neighbors": between,
    },
)
