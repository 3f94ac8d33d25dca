"""Parts of a graph that labels name: spectral partitions, repeated while labels disagree.

The parts are the components at first.  As long as a component has fewer parts than labels of
different classes, the part of it in which most labels are outvoted is split in two, without
regard to labels.  A part without labels takes those of the part it came from.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.graphs.graph import Graph, Nodes
from altheory.graphs.spectral import spectral_partition
from altheory.protocols import Floats


@final
@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Some nodes, and the share of each class among the labels that speak for them.

    Attributes
    ----------
    nodes, shares
        The nodes, ascending, and their shares, ``float64[C]``; NaN if there are no labels.
    outvoted
        How many labels are not of the commonest class, where another split can help.

    """

    nodes: Nodes
    shares: Floats
    outvoted: int = 0


def labeled_parts(
    graph: Graph, codes: NDArray[np.int64], classes: int
) -> tuple[list[Part], list[Fraction]]:
    """Return the parts, and the conductance of each cut within what it cut.

    ``codes : int64[n]`` are the numbers of the classes, -1 where there is no label.
    """
    parts: list[Part] = []
    cuts: list[Fraction] = []
    ends = np.cumsum(np.bincount(graph.component))[:-1]
    for nodes in np.split(np.argsort(graph.component, kind="stable"), ends):
        some = [_part(graph, nodes, codes, np.full(classes, np.nan))]
        wanted = len(np.unique(codes[nodes][codes[nodes] >= 0]))
        while len(some) < wanted and any(part.outvoted for part in some):
            worst = max(some, key=lambda part: part.outvoted)
            some.remove(worst)
            found = spectral_partition(_within(graph, worst.nodes))
            sides = (worst.nodes[found.labels == side] for side in (1, -1))
            some += [_part(graph, side, codes, worst.shares) for side in sides]
            cuts.append(found.conductance)
        parts += some
    return parts, cuts


def _part(graph: Graph, nodes: Nodes, codes: NDArray[np.int64], inherited: Floats) -> Part:
    given = codes[nodes][codes[nodes] >= 0]
    if not len(given):
        return Part(nodes, inherited)
    counts = np.bincount(given, minlength=len(inherited))
    helps = counts.max() < len(given) < len(nodes) and _within(graph, nodes).nnz
    return Part(nodes, counts / len(given), len(given) - int(counts.max()) if helps else 0)


def _within(graph: Graph, nodes: Nodes) -> Any:
    """Return the weights between some nodes."""
    return graph.weights[nodes][:, nodes]
