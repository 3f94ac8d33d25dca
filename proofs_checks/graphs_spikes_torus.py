r"""With more dimensions more nodes of a torus are about 1/2.

The torus :math:`\mathbb Z_s^d` has :math:`n = s^d` nodes; opposite ones, 0 and
:math:`(s/2, \dots, s/2)`, have labels that differ.  The share of nodes with
:math:`|f - \tfrac12| \le \tfrac1{10}` is a fifth on a ring, where f is linear, and with the same
number of nodes in more dimensions it grows until only labels are left out.

Nodes that reflections and exchanges of coordinates carry into each other have one value, and f
goes over into 1 - f if :math:`x \mapsto s/2 - x`.  So :math:`g = f - \tfrac12` is solved for, in
rationals, at one node of each such class.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations_with_replacement
from math import factorial, prod
from typing import Any, TypeAlias

import flint
import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Node: TypeAlias = tuple[int, ...]  # coordinates in 0 ... s/2, ascending
Near: TypeAlias = Callable[[int, int], int]  # of s and d: how many nodes are within 1/10 of 1/2

COUNTS = {
    (64, 1): 14, (8, 2): 46, (4, 3): 50, (2, 6): 50,
    (4096, 1): 818, (64, 2): 3542, (16, 3): 4082, (8, 4): 4094, (4, 6): 4094, (2, 12): 4094,
}  # fmt: skip


def opposite(node: Node, half: int) -> Node:
    """Return the node whose value is that of this one with the other sign."""
    return tuple(sorted(half - x for x in node))


def alike(node: Node, half: int) -> int:
    """Return how many nodes of the torus have this one's value.

    >>> sum(alike(node, 2) for node in combinations_with_replacement(range(3), 3))
    64
    """
    orders = factorial(len(node)) // prod(factorial(k) for k in Counter(node).values())
    return orders * prod(1 if x in (0, half) else 2 for x in node)


def neighbors(node: Node, half: int) -> Iterator[Node]:
    """Go through all neighbors; with two nodes around there is one each way."""
    for axis, x in enumerate(node):
        for y in {1: (1 - x,)}.get(half, (abs(x - 1), half - abs(half - x - 1))):
            yield tuple(sorted((*node[:axis], y, *node[axis + 1 :])))


@cache
def near_half(side: int, dimension: int) -> int:
    """Count the nodes within 1/10 of 1/2."""
    half = side // 2
    label = (0,) * dimension
    every = list(combinations_with_replacement(range(half + 1), dimension))
    free = [node for node in every if label < node < opposite(node, half)]
    place = {node: k for k, node in enumerate(free)}
    matrix, right = flint.fmpq_mat(len(free), len(free)), flint.fmpq_mat(len(free), 1)
    for k, node in enumerate(free):
        for other in neighbors(node, half):
            sign, of = min((1, other), (-1, opposite(other, half)), key=lambda pair: pair[1])
            matrix[k, k] += 1
            if of in place:
                matrix[k, place[of]] -= sign
            elif of == label:  # with g = 1/2; else the node is its own opposite, with g = 0
                right[k, 0] += flint.fmpq(sign, 2)
    g: Any = matrix.solve(right)
    close = sum(2 * alike(node, half) for node in free if abs(10 * g[place[node], 0]) <= 1)
    return close + sum(alike(node, half) for node in every if node == opposite(node, half))


def compared(near: Near, tori: Iterable[tuple[int, int]]) -> Finding:
    """Compare on some tori."""
    shares = []
    for side, dimension in tori:
        claimed, computed = near(side, dimension), near_half(side, dimension)
        if claimed != computed:
            where = f"d = {dimension}, {side} nodes around"
            return fails(where, claimed=claimed, computed=computed)
        shares.append(computed)
    return holds("nodes within 1/10 of 1/2", claimed=shares, computed=shares)


def small_tori(near: Near, rng: np.random.Generator) -> Finding:
    """Compare on tori with 64 nodes."""
    del rng
    return compared(near, ((64, 1), (8, 2), (4, 3), (2, 6)))


def large_tori(near: Near, rng: np.random.Generator) -> Finding:
    """Compare on tori with 4096 nodes, of two dimensions or more."""
    del rng
    return compared(near, ((64, 2), (16, 3), (8, 4), (4, 6), (2, 12)))


def large_ring(near: Near, rng: np.random.Generator) -> Finding:
    """Compare on the ring with 4096 nodes."""
    del rng
    return compared(near, ((4096, 1),))


def as_on_a_ring(side: int, dimension: int) -> int:
    """Return how many nodes of as long a ring are within 1/10 of 1/2."""
    return COUNTS[side**dimension, 1]


CLAIM: Claim[Near] = Claim(
    key="graphs/spikes/torus",
    title="With the dimension soft labels crowd about 1/2",
    statement=(
        r"\#\{|f - \tfrac12| \le \tfrac1{10}\} = 818, 3542, 4082, 4094, 4094, 4094 \text{ of } 4096"
        r" \text{ on } \mathbb Z_s^d, \ d = 1, 2, 3, 4, 6, 12; \quad 14, 46, 50, 50 \text{ of } 64,"
        r" \ d = 1, 2, 3, 6; \quad f_0 = 0,\ f_{(s/2, \dots, s/2)} = 1"
    ),
    plain=(
        "Two labels on a torus leave a fifth of 4096 nodes about undecided in one dimension, 86 % "
        "in two, and all but 14 and all but the labels themselves in three and in four."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "what is so in the limit of many nodes, nor that nodes near a label are on its other side: "
        "values say less, but may still be in the right order"
    ),
    source=Source(
        "nadler2009",
        match="related",
        difference="tori with 64 and 4096 nodes, instead of the limit of large samples",
    ),
    expected=Verdict.PROVED,
    formula=lambda side, dimension: COUNTS[side, dimension],
    checks=(
        Check(Method.EXHAUSTIVE, small_tori, scope="64 nodes in 1, 2, 3 and 6 dimensions"),
        Check(
            Method.EXHAUSTIVE,
            large_tori,
            scope="4096 nodes in 2, 3, 4, 6 and 12 dimensions",
            tier="normal",
        ),
        Check(Method.EXHAUSTIVE, large_ring, scope="4096 nodes in 1 dimension", tier="long"),
    ),
    controls={
        "as on a ring": as_on_a_ring,
        "all but the labels": lambda side, dimension: side**dimension - 2,
        "a fifth": lambda side, dimension: side**dimension // 5,
    },
)
