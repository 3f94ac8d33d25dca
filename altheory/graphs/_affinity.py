"""How new points hang on the nodes of a graph.

New points hang on the nodes as these on each other: on the nearest few, on all within a
radius, or on all, with Gaussian weights, of which only ratios matter and which are taken
relative to the largest.  A point that coincides with nodes hangs on these alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, final

import numpy as np

from altheory.graphs._neighborhoods import Bandwidth
from altheory.protocols import Floats


@final
@dataclass(frozen=True, slots=True, eq=False)
class Affinity:
    """A way of joining points.

    Attributes
    ----------
    points
        Those of the graph, ``float64[n, d]``.
    neighbors, radius
        How many nodes a point is joined to, or how far away they are; None is no limit.
    bandwidth
        The one that the graph has.

    """

    points: Floats = field(repr=False)
    neighbors: int | None
    radius: float | None
    bandwidth: Bandwidth

    def weights(self, new: Floats) -> Any:
        """Return the weights from new points to nodes, ``csr_array[m, n]``."""
        from scipy.sparse import csr_array
        from scipy.spatial import cKDTree

        size = max(float(np.abs(self.points).max()), float(np.abs(new).max()))
        exponent = -int(np.frexp(size)[1])  # no square leaves the range of floats
        nodes, fresh = np.ldexp(self.points, exponent), np.ldexp(new, exponent)
        tree = cKDTree(nodes)
        same = tree.query_ball_point(fresh, 0.0)
        near = self._near(tree, fresh, exponent)
        chosen = [np.array(a or b, dtype=np.intp) for a, b in zip(same, near, strict=True)]
        counts = np.array([len(some) for some in chosen])
        rows, columns = np.repeat(np.arange(len(new)), counts), np.concatenate(chosen)
        lengths = np.linalg.norm(fresh[rows] - nodes[columns], axis=1)
        weights = _relative(lengths, counts, self.bandwidth, -exponent)
        return csr_array((weights, (rows, columns)), shape=(len(new), len(nodes)))

    def _near(self, tree: Any, fresh: Floats, exponent: int) -> Sequence[Any]:
        if self.radius is not None:
            near: list[Any] = tree.query_ball_point(fresh, np.ldexp(self.radius, exponent))
            return near
        _, found = tree.query(fresh, self.neighbors or tree.n)
        return np.asarray(found).reshape(len(fresh), -1).tolist()


def _relative(lengths: Floats, counts: Any, sigma: Bandwidth, exponent: int) -> Floats:
    """Return Gaussian weights over the largest one of each row: exp((m^2 - l^2) / 2 sigma^2)."""
    if sigma.digits == 0 or len(lengths) == 0:
        return np.ones(len(lengths))
    filled = counts > 0
    starts = np.cumsum(counts)[filled] - counts[filled]
    least = np.repeat(np.minimum.reduceat(lengths, starts), counts[filled])
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):  # 0 times infinity
        beyond = sigma.of(lengths - least, exponent) * sigma.of(lengths + least, exponent) / 2
        weights: Floats = np.exp(-np.where(lengths > least, beyond, 0.0))
    return weights
