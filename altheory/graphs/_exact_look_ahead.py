"""The look-ahead in rationals, by its definition, for small graphs."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.graphs.graph import Graph, Nodes
from altheory.graphs.harmonic_solution import label_values
from altheory.protocols import Floats

MOST = 100  # unlabeled nodes that are solved for within seconds


@final
@dataclass(frozen=True, slots=True, eq=False)
class Exact:
    """A graph with labels: all that it takes to compute everything anew after each answer."""

    graph: Graph
    labeled: Nodes
    values: Floats = field(repr=False)
    candidates: Nodes

    @property
    def unlabeled(self) -> int:
        return self.graph.size - len(self.labeled)

    def scores(self) -> tuple[Any, float]:
        """Return the expected confidence of each candidate as a fraction, without error."""
        f, inverse = self._solution()
        u, classes = f.nrows(), range(f.ncols())
        free = np.setdiff1d(np.arange(self.graph.size), self.labeled)
        found = []
        for k in np.searchsorted(free, self.candidates).tolist():
            share = [inverse[i, k] / inverse[k, k] for i in range(u)]
            total = _rational(0.0)
            for c in classes:
                step = [int(j == c) - f[k, j] for j in classes]
                moved = ([f[i, j] + share[i] * step[j] for j in classes] for i in range(u))
                total += f[k, c] * sum((max(row) for row in moved), 0)
            found.append(Fraction(int(total.p), int(total.q)))
        scores = np.empty(len(found), dtype=object)
        scores[:] = found
        return scores, 0.0

    def after(self, node: int, value: Any, /) -> "Exact":
        """Return the same graph with one label more."""
        if node not in self.candidates:
            raise DomainError(f"a label is for a candidate, got node {node}")
        given = label_values([value], 1).reshape(1, -1)
        if given.shape[1] != self.values.shape[1]:
            raise DomainError(f"a value is like those before, got {value!r:.60}")
        others = self.candidates[self.candidates != node]
        labeled, values = np.append(self.labeled, node), np.vstack((self.values, given))
        return Exact(self.graph, labeled, values, others)

    def _solution(self) -> tuple[Any, Any]:
        """Return f with a column for each class, and G, both as matrices of rationals."""
        import flint

        n, free = self.graph.size, np.setdiff1d(np.arange(self.graph.size), self.labeled)
        weights = flint.fmpq_mat(n, n, [_rational(w) for w in self.graph.weights.toarray().flat])
        rows = free.tolist()
        laplacian = flint.fmpq_mat(len(rows), len(rows))
        for a, i in enumerate(rows):
            for b, j in enumerate(rows):
                laplacian[a, b] = -weights[i, j]
            laplacian[a, a] = sum((weights[i, j] for j in range(n)), flint.fmpq(0))
        known = [[_rational(v) for v in row] for row in self.values.tolist()]
        if len(known[0]) == 1:
            known = [[1 - row[0], row[0]] for row in known]
        outer = flint.fmpq_mat([[weights[i, j] for j in self.labeled.tolist()] for i in rows])
        inverse = laplacian.inv()
        return inverse * (outer * flint.fmpq_mat(known)), inverse


def exact_state(graph: Graph, labeled: Nodes, values: Floats, candidates: Nodes) -> Exact:
    """Return the start of an exact look-ahead, or refuse a large one."""
    state = Exact(graph, labeled, values, candidates)
    if state.unlabeled > MOST:
        raise DomainError(
            f"rationals are for at most {MOST} unlabeled nodes, got {state.unlabeled}"
        )
    return state


def _rational(x: float) -> Any:
    import flint

    return flint.fmpq(*float(x).as_integer_ratio())
