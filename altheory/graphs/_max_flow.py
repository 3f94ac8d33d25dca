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
    """Nodes and edges, each pair of nodes joined at most once, with a source and a sink."""

    size: int
    ends: Ends = field(repr=False)
    source: int
    sink: int

    def walked(self, there: Any, back: Any, *, to_sink: bool = False) -> Bools:
        """Return what the source reaches over edges that are open there, or back.

        Or else what reaches the sink over them.
        """
        one, other = self.ends
        tails, heads = np.append(one[there], other[back]), np.append(other[there], one[back])
        if to_sink:
            return _reached(self.size, heads, tails, self.sink)
        return _reached(self.size, tails, heads, self.source)


@final
@dataclass(frozen=True, slots=True)
class FlowSolver:
    """One that finds a largest flow in integers of so many bits.

    ``solve(network, forward, backward)`` is given what each edge carries from its first end to
    its second, and back, and returns the net flow from the first to the second.
    """

    name: str
    bits: int
    solve: Callable[[Network, Integers, Integers], Integers]

    def flow_and_cut(
        self, network: Network, forward: Integers, backward: Integers
    ) -> tuple[Integers, Bools]:
        """Return a largest flow and the least minimum cut, whatever the solver says.

        Raises
        ------
        CertificateError
            If what it returns is no flow, or a larger one exists.

        """
        flow = self.solve(network, forward, backward)
        inside = network.walked(forward - flow > 0, backward + flow > 0)
        surplus = np.zeros(network.size, dtype=np.int64)
        np.add.at(surplus, network.ends[0], -flow)
        np.add.at(surplus, network.ends[1], flow)
        surplus[[network.source, network.sink]] = 0
        within = (flow <= forward).all() and (-flow <= backward).all()
        if not within or surplus.any() or inside[network.sink]:
            raise CertificateError(
                f"{self.name} returned no largest flow between {network.size} nodes; "
                "report this with the weights"
            )
        return flow, inside


def flow_solver() -> FlowSolver:
    """Return the solver of OR-tools where it is installed, else that of SciPy."""
    try:
        module = import_module("ortools.graph.python.max_flow")
    except ImportError:
        return FlowSolver("SciPy", 30, _by_scipy)

    def by_ortools(network: Network, forward: Integers, backward: Integers) -> Integers:
        flow, ends = module.SimpleMaxFlow(), network.ends
        there = flow.add_arcs_with_capacity(*ends, forward)
        back = flow.add_arcs_with_capacity(*ends[::-1], backward)
        flow.solve(network.source, network.sink)
        net: Integers = np.asarray(flow.flows(there)) - np.asarray(flow.flows(back))
        return net

    return FlowSolver("OR-tools", 50, by_ortools)


def _by_scipy(network: Network, forward: Integers, backward: Integers) -> Integers:
    """Return the flow that SciPy finds, which knows 31 bits."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_flow

    one, other = network.ends
    capacities = np.append(forward, backward).astype(np.int32)
    entries = (capacities, (np.append(one, other), np.append(other, one)))
    matrix = csr_array(entries, shape=(network.size, network.size))
    flow = csr_array(maximum_flow(matrix, network.source, network.sink).flow)
    net: Integers = np.asarray(flow[one, other]).ravel().astype(np.int64)
    return net


def _reached(size: int, tails: Any, heads: Any, start: int) -> Bools:
    """Return which nodes a walk along the arcs reaches."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import breadth_first_order

    arcs = csr_array((np.ones(len(tails)), (tails, heads)), shape=(size, size))
    found = np.zeros(size, dtype=np.bool_)
    found[breadth_first_order(arcs, start, return_predecessors=False)] = True
    return found


def exact_flow(
    network: Network, forward: Sequence[int], backward: Sequence[int], by: FlowSolver
) -> tuple[list[int], Bools, Bools]:
    """Return a largest flow in integers of any size, and its two extreme cuts.

    Parameters
    ----------
    network
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
    flow, bound = np.zeros(len(there), dtype=object), _ends_carry(network, there, back)
    while bound:
        # invariant: no flow in what is left exceeds the bound
        shift = max(0, bound.bit_length() + 1 - by.bits)
        most = (bound >> shift) + 1  # more than any flow on this scale, so it never binds
        caps = [np.minimum(r >> shift, most).astype(np.int64) for r in (there, back)]
        found, inside = by.flow_and_cut(network, caps[0], caps[1])
        more = found.astype(object) << shift
        flow, there, back = flow + more, there - more, back + more
        one, other = (inside[nodes] for nodes in network.ends)
        bound = int(sum(there[one & ~other]) + sum(back[~one & other]))
    is_open, is_open_back = (np.asarray(r > 0, dtype=np.bool_) for r in (there, back))
    least = network.walked(is_open, is_open_back)
    return flow.tolist(), least, ~network.walked(is_open, is_open_back, to_sink=True)


def _ends_carry(network: Network, there: Any, back: Any) -> int:
    """Return the lesser of what leaves the source and what enters the sink."""
    one, other = network.ends
    out = sum(there[one == network.source]) + sum(back[other == network.source])
    into = sum(there[other == network.sink]) + sum(back[one == network.sink])
    return int(min(out, into))
