r"""Minimum cuts are closed under intersection and union.

The weight of the edges that leave a set is submodular,

.. math:: c(S \cap T) + c(S \cup T) \le c(S) + c(T),

and if S and T are cuts between the same labels, so are both on the left.  If S and T are
minimum cuts, none of the four weighs less than the others.  So there is a least minimum cut
and a largest one: the nodes that are positive in all of them, and in some.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._cut_graphs import Graph, graph, minimum_cuts, weighted

Combined: TypeAlias = Callable[[int, int], tuple[int, int]]


def intersection_and_union(s: int, t: int) -> tuple[int, int]:
    """Return the two sets as bitmasks."""
    return s & t, s | t


def compared(combined: Combined, graphs: Iterable[Graph], evidence: str) -> Finding:
    """Combine any two minimum cuts of graph after graph."""
    for w in graphs:
        _, found = minimum_cuts(w)
        for s in found:
            for t in found:
                made = combined(s, t)
                if not {*made} <= {*found}:
                    return fails(f"{w}: sets {s:b} and {t:b}", claimed=made, computed=found)
    return holds(evidence)


def small(combined: Combined, rng: np.random.Generator) -> Finding:
    """Go through graphs on three and four nodes."""
    del rng
    graphs = [*weighted(3, (0, 1, 2)), *weighted(4, (0, 1))]
    return compared(combined, graphs, f"{len(graphs)} graphs")


def larger(combined: Combined, rng: np.random.Generator) -> Finding:
    """Go through graphs on four and five nodes."""
    del rng
    graphs = [*weighted(4, (0, 1, 2)), *weighted(5, (0, 1))]
    return compared(combined, graphs, f"{len(graphs)} graphs")


def random_graph(combined: Combined, rng: np.random.Generator) -> Finding:
    """Try a random graph on six nodes."""
    return compared(combined, [graph(6, rng.integers(0, 4, 15).tolist())], "a random graph")


CLAIM: Claim[Combined] = Claim(
    key="graphs/min-cut/lattice",
    title="Minimum cuts lie between a least and a largest one",
    statement=(
        r"c(S) = c(T) = \min \implies c(S \cap T) = c(S \cup T) = \min, \quad n \le 4, "
        r"w \in \{0, 1, 2\} \text{ or } n = 5, w \in \{0, 1\}"
    ),
    plain=(
        "Where two minimum cuts between the same labels exist, the nodes positive in both and "
        "those positive in either are minimum cuts too, on every graph of up to five nodes that "
        "was gone through."
    ),
    relation="identity",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that every set between the least and the largest minimum cut is one",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=intersection_and_union,
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="n = 3, weights 0, 1, 2; n = 4, weights 0, 1"),
        Check(
            Method.EXHAUSTIVE,
            larger,
            scope="n = 4, weights 0, 1, 2; n = 5, weights 0, 1",
            tier="normal",
        ),
    ),
    controls={
        "what one of them has alone": lambda s, t: (s & ~t | 1, s | t),
        "the symmetric difference": lambda s, t: (s & t, s ^ t | 1),
    },
    attack=random_graph,
)
