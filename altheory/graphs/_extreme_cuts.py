r"""The least and the largest minimum cut of a graph with labels, exactly.

Weights are scaled by a power of two and rounded down to integers, in which a solver finds a
flow.  It is a flow for the weights themselves too; let g be what they still let through some
cut, its *gap*.  A minimum cut lets at most g through, so it separates no node from another to
which more than g is left, and everything that is joined by walks of such arcs goes with the
labels, or stays together.  What remains of the graph is small, mostly nothing at all, and its
residual flow problem is solved in exact integers.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import final

import numpy as np

from altheory.graphs._exact_sums import finest, in_units, total
from altheory.graphs._max_flow import Ends, FlowSolver, Integers, Network, exact_flow, network
from altheory.graphs.graph import Graph, Nodes
from altheory.protocols import Bools, Floats

LEAST_NORMAL = 2.0**-1022  # below it, scaling by a power of two may lose digits


@final
@dataclass(frozen=True, slots=True, eq=False)
class LabeledGraph:
    """A graph, some of whose nodes are positive and some negative.

    Attributes
    ----------
    graph
        All of it.
    positive, negative
        The labeled nodes, disjoint.
    ends, weights
        The edges, once each.

    """

    graph: Graph
    positive: Nodes
    negative: Nodes
    ends: Ends = field(repr=False)
    weights: Floats = field(repr=False)

    def network(self) -> Network:
        """Return the edges, then those of the labels, which nothing may cut.

        The source, node n, is joined to the positive nodes, and the negative ones to the sink.
        """
        n = self.graph.size
        tails = (self.ends[0], np.full(len(self.positive), n), self.negative)
        heads = (self.ends[1], self.positive, np.full(len(self.negative), n + 1))
        return network(n + 2, (np.concatenate(tails), np.concatenate(heads)), n, n + 1)

    def severed(self, inside: Bools) -> Fraction:
        """Return the weight of the edges that leave a set of nodes, exactly."""
        return total(self.weights[inside[self.ends[0]] != inside[self.ends[1]]])


def labeled_graph(graph: Graph, positive: Nodes, negative: Nodes) -> LabeledGraph:
    """Return a graph with its labels."""
    rows = np.repeat(np.arange(graph.size), np.diff(graph.weights.indptr))
    once = rows < graph.weights.indices
    ends = (rows[once], graph.weights.indices[once].astype(np.intp))
    return LabeledGraph(graph, positive, negative, ends, graph.weights.data[once])


@final
@dataclass(frozen=True, slots=True, eq=False)
class Residual:
    """A flow in units of 2^-power, and what it leaves of each edge, both ways.

    ``forward`` and ``backward`` are rounded once, and 0 only where nothing is left; if not
    ``is_exact``, the flow is not a largest one of the weights, but misses it by less than ``gap``.
    """

    within: Network
    power: int
    flow: Integers = field(repr=False)
    forward: Floats = field(repr=False)
    backward: Floats = field(repr=False)
    gap: float
    is_exact: bool

    def walked(self, *, to_sink: bool = False) -> Bools:
        """Return what the source reaches, or what reaches the sink, by more than the gap."""
        there, back = self.forward > self.gap, self.backward > self.gap
        return self.within.walked(there, back, to_sink=to_sink)[:-2]


def residual(given: LabeledGraph, by: FlowSolver) -> Residual:
    """Return what the flow that a solver of integers finds leaves."""
    power, most, labels = _scale(given, by)
    within, edges = given.network(), len(given.weights)
    with np.errstate(over="ignore", under="ignore"):
        scaled: Floats = np.append(np.ldexp(given.weights, power), labels)
    whole: Integers = np.floor(np.minimum(scaled, most)).astype(np.int64)
    whole_back = np.append(whole[:edges], np.zeros_like(whole[edges:]))
    flow, inside = by.flow_and_cut(within, whole, whole_back)
    one, other = (inside[nodes] for nodes in within.ends)
    scaled[edges:] = np.inf  # labels are joined for good
    left, back = scaled - flow, scaled + flow
    back[edges:] = 0  # and no walk gains from going back to the source or from the sink
    through = float(left[one & ~other].sum() + back[~one & other].sum())
    is_exact = bool((scaled[:edges] == whole[:edges]).all() and scaled.min() >= LEAST_NORMAL)
    # with room for the rounding of the sum, and for digits lost below any float
    gap = 0.0 if is_exact else through * (1 + 1e-6) + len(left) * LEAST_NORMAL
    return Residual(within, power, flow, left, back, gap, is_exact)


def _scale(given: LabeledGraph, by: FlowSolver) -> tuple[int, int, Floats]:
    """Return a power of two by which to scale, more than any flow, and more at each label.

    No flow reaches 2^(bits - 1) in these units, nor do the edges of the source reach 2^62.
    """
    out, into = (given.graph.degrees[side] for side in (given.positive, given.negative))
    sums = [int(np.frexp(d.max())[1]) + len(d).bit_length() for d in (out, into)]
    power = min(by.bits - 1 - min(sums), 61 - sums[0])
    with np.errstate(over="ignore", under="ignore"):
        labels = np.ldexp(np.append(out, into), power) * (1 + 1e-6) + 1
    return power, 1 << (by.bits - 1), labels


def extreme_cuts(given: LabeledGraph, by: FlowSolver) -> tuple[Bools, Bools]:
    """Return the positive nodes of the least and of the largest minimum cut, ``bool[n]``."""
    graph, sides = given.graph, (given.positive, given.negative)
    if not all(graph.degrees[side].any() for side in sides):  # nothing flows
        joined = [np.isin(graph.component, graph.component[side]) for side in sides]
        return joined[0], ~joined[1]
    near, place = _renumbered(given)
    found = residual(near, by)
    least, most = found.walked(), ~found.walked(to_sink=True)
    if not (found.is_exact or (least == most).all()):
        least, most = _finished(near, found, least, most, by)
    return least[place], most[place]


def _renumbered(given: LabeledGraph) -> tuple[LabeledGraph, Nodes]:
    """Return the graph with neighbors' numbers close together, and the nodes' numbers in it.

    Solvers that find what they look for nearby in memory take two thirds of the time.
    """
    from scipy.sparse.csgraph import reverse_cuthill_mckee

    graph = given.graph
    order = reverse_cuthill_mckee(graph.weights, symmetric_mode=True)
    place = np.empty(graph.size, dtype=np.intp)
    place[order] = np.arange(graph.size)
    weights = graph.weights[order][:, order]
    near = Graph(weights, graph.degrees[order], graph.component[order])
    return labeled_graph(near, place[given.positive], place[given.negative]), place


def _finished(
    given: LabeledGraph, found: Residual, least: Bools, most: Bools, by: FlowSolver
) -> tuple[Bools, Bools]:
    """Decide the nodes that the gap left open, in exact integers."""
    place = _places(given, found, least, most)
    one, other = (place[nodes] for nodes in given.ends)
    crossing = np.flatnonzero((one != other) & (np.maximum(one, other) > 1))
    power = max(found.power, finest(given.weights[crossing]))
    weights = in_units(given.weights[crossing], power)
    flows = [f << (power - found.power) for f in found.flow[crossing].tolist()]
    ends, forward, backward = _merged(one[crossing], other[crossing], weights, flows)
    within = network(int(place.max()) + 1, ends, 0, 1)
    _, *cuts = exact_flow(within, forward, backward, by)
    return cuts[0][place], cuts[1][place]


def _places(given: LabeledGraph, found: Residual, least: Bools, most: Bools) -> Nodes:
    """Return a number of what stays together: 0 with the source, 1 with the sink, then others."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    rest = np.flatnonzero(most & ~least)
    place = np.where(least, 0, 1).astype(np.intp)
    place[rest] = 2 + np.arange(len(rest))
    one, other = (place[nodes] - 2 for nodes in given.ends)
    inner, edges = np.minimum(one, other) >= 0, len(given.weights)
    there, back = (inner & (r[:edges] > found.gap) for r in (found.forward, found.backward))
    tails = np.concatenate((one[there], other[back]))
    heads = np.concatenate((other[there], one[back]))
    arcs = csr_array((np.ones(len(tails)), (tails, heads)), shape=(len(rest), len(rest)))
    place[rest] = 2 + connected_components(arcs, directed=True, connection="strong")[1]
    return place


def _merged(
    one: Nodes, other: Nodes, weights: list[int], flows: list[int]
) -> tuple[Ends, list[int], list[int]]:
    """Add up what is left of the edges between the same two places."""
    left: dict[tuple[int, int], list[int]] = {}
    for a, b, w, f in zip(one.tolist(), other.tolist(), weights, flows, strict=True):
        (x, y), flow = ((a, b), f) if a < b else ((b, a), -f)
        sums = left.setdefault((x, y), [0, 0])
        sums[0] += w - flow
        sums[1] += w + flow
    pairs = np.array(list(left), dtype=np.intp).reshape(-1, 2)
    forward, backward = ([sums[way] for sums in left.values()] for way in (0, 1))
    return (pairs[:, 0], pairs[:, 1]), forward, backward
