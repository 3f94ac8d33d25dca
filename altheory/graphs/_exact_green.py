"""The inverse of a Dirichlet Laplacian in rationals, for small graphs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, final

import numpy as np

from altheory.graphs._candidates import require_candidate
from altheory.graphs._dirichlet import Dirichlet
from altheory.graphs._rationals import Ties, inverse
from altheory.graphs.graph import Nodes

MOST = 100  # unlabeled nodes of which the whole inverse is computed within seconds


@final
@dataclass(frozen=True, slots=True, eq=False)
class ExactGreen:
    """The inverse, a row and a column each of ``nodes``; some of them are candidates."""

    nodes: Nodes
    candidates: Nodes
    inverse: Any = field(repr=False)

    @property
    def columns(self) -> Any:
        """The columns of the candidates, ``object[u, m]``."""
        return self.inverse[:, np.searchsorted(self.nodes, self.candidates)]

    @property
    def diagonal(self) -> Any:
        """The effective resistance from each candidate to the labels, ``object[m]``."""
        return self.inverse.diagonal()[np.searchsorted(self.nodes, self.candidates)]

    def after(self, node: Any) -> "ExactGreen":
        """Return what is left when a candidate has a label."""
        require_candidate(node, self.candidates, self.nodes)
        kept = self.nodes != node
        column = self.inverse[:, ~kept]
        left = self.inverse - column * column.T / column[~kept]
        others = self.candidates[self.candidates != node]
        return ExactGreen(self.nodes[kept], others, left[kept][:, kept])


def exact_green(problem: Dirichlet, ties: Sequence[Ties], candidates: Nodes) -> ExactGreen:
    """Return the inverse, exactly."""
    found = np.array(inverse(problem, ties), dtype=object)
    return ExactGreen(problem.free, candidates, found)
