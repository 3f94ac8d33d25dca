"""The look-ahead in rationals, by its definition, for small graphs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._candidates import require_candidate
from altheory.graphs._rationals import Rows, Ties, rational_values
from altheory.graphs.graph import Nodes

MOST = 100  # unlabeled nodes that are solved for within seconds


@final
@dataclass(frozen=True, slots=True, eq=False)
class Exact:
    """A graph with labels: all that it takes to compute everything anew after each answer."""

    ties: Sequence[Ties] = field(repr=False)
    labeled: Nodes
    values: Rows = field(repr=False)
    candidates: Nodes

    @property
    def unlabeled(self) -> int:
        return len(self.ties) - len(self.labeled)

    @property
    def free(self) -> Nodes:
        return np.setdiff1d(np.arange(len(self.ties)), self.labeled)

    def scores(self) -> tuple[Any, float]:
        """Return the expected confidence of each candidate as a fraction, without error."""
        f, inverse = self._solution()
        u, classes = f.nrows(), range(f.ncols())
        found = []
        for k in np.searchsorted(self.free, self.candidates).tolist():
            share = [inverse[i, k] / inverse[k, k] for i in range(u)]
            total = _flint(Fraction(0))
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
        require_candidate(node, self.candidates, self.free)
        (given,), _ = rational_values([value], 1)
        if len(given) != len(self.values[0]):
            raise DomainError(f"a value is like those before, got {value!r:.60}")
        others = self.candidates[self.candidates != node]
        return Exact(self.ties, np.append(self.labeled, node), [*self.values, given], others)

    def _solution(self) -> tuple[Any, Any]:
        """Return f with a column for each class, and G, both as matrices of rationals."""
        import flint

        u, values = self.unlabeled, [_of_all_classes(row) for row in self.values]
        laplacian, right = flint.fmpq_mat(u, u), flint.fmpq_mat(u, len(values[0]))
        place = {i: k for k, i in enumerate(self.free.tolist())}
        label = dict(zip(self.labeled.tolist(), values, strict=True))
        for i, k in place.items():
            laplacian[k, k] = _flint(sum(self.ties[i].values(), Fraction(0)))
            for j, w in self.ties[i].items():
                if j in place:
                    laplacian[k, place[j]] = _flint(-w)
                    continue
                for c, y in enumerate(label[j]):
                    right[k, c] += _flint(w * y)
        inverse = laplacian.inv()
        return inverse * right, inverse


def _of_all_classes(row: Sequence[Fraction]) -> Sequence[Fraction]:
    """Return the chances of both classes if only that of the positive one is given."""
    return (1 - row[0], row[0]) if len(row) == 1 else row


def _flint(x: Fraction) -> Any:
    import flint

    return flint.fmpq(x.numerator, x.denominator)
