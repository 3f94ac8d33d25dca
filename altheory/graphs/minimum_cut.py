r"""Minimum cuts: hard labels that sever as little weight as they can.

The labels :math:`y \in \{-1, +1\}^n` that agree with the given ones and minimize

.. math:: \sum_{i < j} w_{ij} [y_i \ne y_j]

are a minimum cut between the positive and the negative nodes [blum2001learning]_.  There may
be many, but intersections and unions of minimum cuts are minimum cuts, so there is a least
and a largest one, nested: a node is positive in every minimum cut iff it is in the least, in
some iff it is in the largest.  Between them nothing is decided.  They are what SB and GB are
to a version space, and they are equal iff the cut is unique.

Weights are floats, so rationals, and everything here is exact for them.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._exact_sums import told
from altheory.graphs._extreme_cuts import LabeledGraph, extreme_cuts, labeled_graph
from altheory.graphs._max_flow import flow_solver
from altheory.graphs._sides import both_sides
from altheory.graphs.graph import graph_of
from altheory.protocols import Bools, Labels


@final
@dataclass(frozen=True, slots=True, eq=False)
class MinCut:
    """All minimum cuts, by the two between which they lie.

    Attributes
    ----------
    value
        The weight that a minimum cut severs, exactly.
    smallest, largest
        The positive nodes of the least and of the largest minimum cut, ``bool[n]``.
    method
        Who found the flow.
    of
        The graph with its labels.

    """

    value: Fraction
    smallest: Bools = field(repr=False)
    largest: Bools = field(repr=False)
    method: str
    of: LabeledGraph = field(repr=False)

    @property
    def labels(self) -> Labels:
        """The labels of the least minimum cut, ``int8[n]``: -1 wherever that costs nothing."""
        return np.where(self.smallest, 1, -1).astype(np.int8)

    @property
    def forced(self) -> Bools:
        """Where all minimum cuts agree with these labels, ``bool[n]``."""
        return np.equal(self.smallest, self.largest)

    @property
    def is_unique(self) -> bool:
        """Whether there is only one minimum cut."""
        return bool(self.forced.all())

    def __str__(self) -> str:
        free = int((~self.forced).sum())
        which = "unique" if self.is_unique else f"not unique: {free} nodes are undecided"
        return f"minimum cut of weight {told(self.value)}, {which}"


def min_cut(W: Any, positive: Any, negative: Any) -> MinCut:
    """Return the minimum cut between positive and negative nodes.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense.
    positive, negative
        The labeled nodes; one of the lists may be empty.  Nodes of components without a
        label are undecided, and those of components with labels of one kind take it.  Nodes
        ``labeled`` with ``values`` are ``labeled[values == 1]`` and ``labeled[values == 0]``.

    Returns
    -------
    MinCut
        The value, the least and the largest minimum cut, and what is forced: all exact.

    Raises
    ------
    DomainError
        If weights or nodes are none, or a node is labeled twice, or none at all.

    Examples
    --------
    On a path all of whose edges weigh the same, each of them is a minimum cut.

    >>> path = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
    >>> cut = min_cut(path, [0], [3])
    >>> cut.value, cut.is_unique, cut.labels.tolist(), cut.forced.tolist()
    (Fraction(1, 1), False, [1, -1, -1, -1], [True, False, False, True])

    """
    graph = graph_of(W)
    sides = both_sides(graph, positive, negative)
    if not any(map(len, sides)):
        raise DomainError("a cut is between labeled nodes, got none; label one at least")
    given, by = labeled_graph(graph, *sides), flow_solver()
    least, largest = extreme_cuts(given, by)
    return MinCut(given.severed(least), least, largest, by.name, given)
