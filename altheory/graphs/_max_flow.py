r"""Maximum flows in exact integers, by solvers of bounded integers.

A flow f bounds every cut S from below: the capacity of S is the value of f plus what the
*residual* capacities :math:`r = c - f` let through S.  So nothing exceeds the value of f by
more than the residual of one cut, and a flow with a cut of residual zero is a largest one.

Solvers take integers of 31 or 63 bits.  Capacities are rounded *down* to such multiples of
a power of two, so that what is found is a flow; its residual problem is a flow problem again,
with a bound that has shrunk by that power, and is solved on a finer scale until the bound is
zero.  No capacity is ever rounded for good, and no float decides.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import CertificateError
from altheory.protocols import Bools

Integers: TypeAlias = NDArray[np.int64]
Ends: TypeAlias = tuple[NDArray[np.intp], NDArray[np.intp]]


@final
@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Nodes and edges, each pair of nodes joined at most once, with a source and a sink.

    ``arcs : csr_array[size, size]`` holds at [i, j] the number of the edge from i to j, counted
    from 1, or that of the edge from j to i, plus how many there are.
    """

    ends: Ends = field(repr=False)
    source: int
    sink: int
    arcs: Any = field(repr=False)

    @property
    def size(self) -> int:
        return int(self.arcs.shape[0])

    def walked(self, there: Any, back: Any, *, to_sink: bool = False) -> Bools:
        """Return what the source reaches over edges that are open there, or back.

        Or else what reaches the sink over them.
        """
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import breadth_first_order

        ways, start = ((back, there), self.sink) if to_sink else ((there, back), self.source)
        passable = np.append(ways[0], ways[1])[self.arcs.data - 1]
        before = np.append(0, np.cumsum(passable))[self.arcs.indptr]
        heads = self.arcs.indices[passable]
        walk = csr_array((np.ones(len(heads)), heads, before), shape=self.arcs.shape)
        found = np.zeros(self.size, dtype=np.bool_)
        found[breadth_first_order(walk, start, return_predecessors=False)] = True
        return found


def network(size: int, ends: Ends, source: int, sink: int) -> Network:
    """Return a network of edges between ``size`` nodes."""
    from scipy.sparse import csr_array

    one, other = ends
    entries = (np.arange(1, 2 * len(one) + 1), (np.append(one, other), np.append(other, one)))
    return Network(ends, source, sink, csr_array(entries, shape=(size, size)))


@final
@dataclass(frozen=True, slots=True)
class FlowSolver:
    """One that finds a largest flow in integers of so many bits.

    ``solve(within, forward, backward)`` is given what each edge carries from its first end to
    its second, and back, and returns the net flow from the first to the second.
    """

    name: str
    bits: int
    solve: Callable[[Network, Integers, Integers], Integers]

    def flow_and_cut(
        self, within: Network, forward: Integers, backward: Integers
    ) -> tuple[Integers, Bools]:
        """Return a largest flow and the least minimum cut, whatever the solver says.

        Raises
        ------
        CertificateError
            If what it returns is no flow, or a larger one exists.

        """
        flow = self.solve(within, forward, backward)
        inside = within.walked(forward - flow > 0, backward + flow > 0)
        surplus = np.zeros(within.size, dtype=np.int64)
        np.add.at(surplus, within.ends[0], -flow)
        np.add.at(surplus, within.ends[1], flow)
        surplus[[within.source, within.sink]] = 0
        fits = (flow <= forward).all() and (-flow <= backward).all()
        if not fits or surplus.any() or inside[within.sink]:
            raise CertificateError(
                f"{self.name} returned no largest flow between {within.size} nodes; "
                "report this with the weights"
            )
        return flow, inside


def flow_solver() -> FlowSolver:
    """Return the solver of OR-tools where it is installed, else that of SciPy."""
    try:
        module = import_module("ortools.graph.python.max_flow")
    except ImportError:
        return scipy_solver()

    def by_ortools(within: Network, forward: Integers, backward: Integers) -> Integers:
        flow, ends = module.SimpleMaxFlow(), within.ends
        there = flow.add_arcs_with_capacity(*ends, forward)
        back = flow.add_arcs_with_capacity(*ends[::-1], backward)
        flow.solve(within.source, within.sink)
        net: Integers = np.asarray(flow.flows(there)) - np.asarray(flow.flows(back))
        return net

    return FlowSolver("OR-tools", 50, by_ortools)


def scipy_solver() -> FlowSolver:
    """Return the solver of SciPy."""
    return FlowSolver("SciPy", 30, _by_scipy)


def _by_scipy(within: Network, forward: Integers, backward: Integers) -> Integers:
    """Return the flow that SciPy finds, which knows 31 bits."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_flow

    one, other = within.ends
    capacities = np.append(forward, backward).astype(np.int32)
    entries = (capacities, (np.append(one, other), np.append(other, one)))
    matrix = csr_array(entries, shape=(within.size, within.size))
    flow = csr_array(maximum_flow(matrix, within.source, within.sink).flow)
    net: Integers = np.asarray(flow[one, other]).ravel().astype(np.int64)
    return net


def exact_flow(
    within: Network, forward: Sequence[int], backward: Sequence[int], by: FlowSolver
) -> tuple[list[int], Bools, Bools]:
    """Return a largest flow in integers of any size, and its two extreme cuts.

    Parameters
    ----------
    within
        The edges.
    forward, backward
        What an edge carries from its first end to its second, and back.
    by
        Who solves in bounded integers.

    Returns
    -------
    The net flow on each edge; the least and the largest set of nodes that is a minimum cut.

    """
    there, back = (np.array(c, dtype=object) for c in (forward, backward))
    flow, bound = np.zeros(len(there), dtype=object), _ends_carry(within, there, back)
    while bound:
        # invariant: no flow in what is left exceeds the bound
        shift = max(0, bound.bit_length() + 1 - by.bits)
        most = (bound >> shift) + 1  # more than any flow on this scale, so it never binds
        caps = [np.minimum(r >> shift, most).astype(np.int64) for r in (there, back)]
        found, inside = by.flow_and_cut(within, caps[0], caps[1])
        more = found.astype(object) << shift
        flow, there, back = flow + more, there - more, back + more
        one, other = (inside[nodes] for nodes in within.ends)
        bound = int(sum(there[one & ~other]) + sum(back[~one & other]))
    is_open, is_open_back = (np.asarray(r > 0, dtype=np.bool_) for r in (there, back))
    least = within.walked(is_open, is_open_back)
    return flow.tolist(), least, ~within.walked(is_open, is_open_back, to_sink=True)


def _ends_carry(within: Network, there: Any, back: Any) -> int:
    """Return the lesser of what leaves the source and what enters the sink."""
    one, other = within.ends
    out = sum(there[one == within.source]) + sum(back[other == within.source])
    into = sum(there[other == within.sink]) + sum(back[one == within.sink])
    return int(min(out, into))
