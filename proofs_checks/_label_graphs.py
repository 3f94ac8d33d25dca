r"""Small graphs with some labels: harmonic values by elimination, in exact rationals.

Everything a claim speaks of is solved for anew, label by label, so that no rank-one formula
enters.  Graphs have the weights 0, 1 and 2, one for each renaming of their nodes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, permutations, product
from typing import Any, TypeAlias, final

import flint
import numpy as np

from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Finding, fails, holds

Weights: TypeAlias = tuple[tuple[int, ...], ...]
Labels: TypeAlias = tuple[int | None, ...]
Comparison: TypeAlias = tuple[Any, Any, Any]  # where, claimed, computed
HALF = flint.fmpq(1, 2)


@final
@dataclass(frozen=True, slots=True)
class Case:
    """A graph, some nodes of which have the label 0 or 1."""

    weights: Weights
    labels: Labels

    @property
    def free(self) -> tuple[int, ...]:
        """The nodes without a label."""
        return tuple(i for i, y in enumerate(self.labels) if y is None)

    def answered(self, k: int, y: int) -> "Case":
        """Return the same graph with the label y at k."""
        return Case(self.weights, (*self.labels[:k], y, *self.labels[k + 1 :]))

    def neighbors(self, i: int) -> tuple[int, ...]:
        """Return the nodes that share an edge with i."""
        return tuple(j for j, w in enumerate(self.weights[i]) if w)

    def within_reach(self, i: int) -> frozenset[int]:
        """Return the free nodes to which paths of free nodes lead from i, and i."""
        seen, new = {i}, {i}
        while new:
            new = {j for a in new for j in self.neighbors(a) if self.labels[j] is None} - seen
            seen |= new
        return frozenset(seen)

    @property
    def is_reached(self) -> bool:
        """Whether each free node hangs together with a label."""
        return all(
            any(self.labels[j] is not None for a in self.within_reach(i) for j in self.neighbors(a))
            for i in self.free
        )


@cache
def graphs(n: int) -> tuple[Weights, ...]:
    """Return the graphs on n nodes with weights 0, 1 and 2, up to renaming."""
    pairs = list(combinations(range(n), 2))
    seen: set[Weights] = set()
    found = []
    for chosen in product((0, 1, 2), repeat=len(pairs)):
        edges = dict(zip(pairs, chosen, strict=True))
        rows = [[edges.get((min(i, j), max(i, j)), 0) for j in range(n)] for i in range(n)]
        if tuple(map(tuple, rows)) not in seen:
            found.append(tuple(map(tuple, rows)))
            seen |= {
                tuple(tuple(rows[i][j] for j in order) for i in order)
                for order in permutations(range(n))
            }
    return tuple(found)


@cache
def cases(n: int) -> tuple[Case, ...]:
    """Return all cases on n nodes with a free node, and a label in each component."""
    every = (Case(w, y) for w in graphs(n) for y in product((None, 0, 1), repeat=n))
    return tuple(case for case in every if case.free and case.is_reached)


@cache
def solution(case: Case) -> tuple[Any, ...]:
    """Return the values of all nodes: labels, and the harmonic ones by elimination."""
    free = case.free
    known = {i: flint.fmpq(y) for i, y in enumerate(case.labels) if y is not None}
    rows = []
    for i in free:
        w = case.weights[i]
        right = sum((w[j] * y for j, y in known.items()), flint.fmpq(0))
        rows.append([flint.fmpq(sum(w) if i == j else -w[j]) for j in free] + [right])
    for k in range(len(rows)):  # pivots are positive while each component holds a label
        rows[k] = [x / rows[k][k] for x in rows[k]]
        for r in range(len(rows)):
            if r != k:
                factor = rows[r][k]
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[k], strict=True)]
    values = known | {i: row[-1] for i, row in zip(free, rows, strict=True)}
    return tuple(values[i] for i in range(len(case.labels)))


@cache
def inverse(case: Case) -> dict[tuple[int, int], Any]:
    """Return G = L_uu^-1 by pairs of nodes."""
    free = case.free
    laplacian = flint.fmpq_mat(
        len(free),
        len(free),
        [sum(case.weights[i]) if i == j else -case.weights[i][j] for i in free for j in free],
    )
    inverted = laplacian.inv()
    return {(i, j): inverted[a, b] for a, i in enumerate(free) for b, j in enumerate(free)}


def energy(case: Case) -> Any:
    """Return the sum of w (f_i - f_j)^2 over all edges."""
    f, n = solution(case), len(case.labels)
    edges = combinations(range(n), 2)
    return sum((case.weights[i][j] * (f[i] - f[j]) ** 2 for i, j in edges), flint.fmpq(0))


def confidence(case: Case, nodes: Iterable[int]) -> Any:
    """Return the sum of max(f, 1 - f) over some nodes."""
    f = solution(case)
    return sum((max(f[i], 1 - f[i]) for i in nodes), flint.fmpq(0))


@cache
def gain(case: Case, k: int) -> Any:
    """Return the expected confidence after asking k, by solving for both answers, less that now."""
    p, free = solution(case)[k], case.free
    then = sum(chance * confidence(case.answered(k, y), free) for y, chance in ((1, p), (0, 1 - p)))
    return then - confidence(case, free)


def compared(found: Iterable[Comparison]) -> Finding:
    """Hold what is claimed against what is computed, everywhere."""
    count, claimed, computed = 0, "", ""
    for where, left, right in found:
        if left != right:
            return fails(str(where), claimed=left, computed=right)
        count, claimed, computed = count + 1, str(left), str(right)
    return holds(f"{count} comparisons", claimed=claimed, computed=computed)


def on_cases(
    compare: Callable[[Any, Case], Iterator[Comparison]], several: Callable[[], Iterable[Case]]
) -> Callable[[Any, np.random.Generator], Finding]:
    """Return the check that compares a formula on some cases."""

    def small_graphs(formula: Any, rng: np.random.Generator) -> Finding:
        del rng
        return compared(c for case in several() for c in compare(formula, case))

    return small_graphs


def few() -> Iterator[Case]:
    """Go through the cases on two and three nodes, and on trees of four nodes of weight 1."""
    yield from cases(2)
    yield from cases(3)
    path = ((0, 1, 0, 0), (1, 0, 1, 0), (0, 1, 0, 1), (0, 0, 1, 0))
    star = ((0, 1, 1, 1), (1, 0, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0))
    every = (Case(w, y) for w in (path, star) for y in product((None, 0, 1), repeat=4))
    yield from (case for case in every if case.free and case.is_reached)


def exhaustive(compare: Callable[[Any, Case], Iterator[Comparison]]) -> tuple[Check[Any], ...]:
    """Return the checks of all cases on up to three nodes and trees, and of all on four."""
    return (
        Check(
            Method.EXHAUSTIVE,
            on_cases(compare, few),
            scope="graphs on at most 3 nodes with weights 0, 1, 2, trees on 4, all labels",
        ),
        Check(
            Method.EXHAUSTIVE,
            on_cases(compare, lambda: cases(4)),
            scope="all graphs on 4 nodes with weights 0, 1, 2, all labels",
            tier="normal",
        ),
    )
