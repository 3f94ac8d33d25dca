r"""A graph as a circuit: its inverse holds resistances, and soft labels are voltages.

Let an edge be a wire that conducts :math:`w_{ij}`.  With labels as the voltages of their nodes,
Kirchhoff's law that no current is lost, :math:`\sum_j w_{ij} (f_i - f_j) = 0`, is the harmonic
equation; and where all labels are grounded, a unit current into k solves
:math:`L_{uu} v = e_k`, so the voltage that it takes, the *effective resistance*, is
:math:`R_k = v_k = G_{kk}` with :math:`G = L_{uu}^{-1}`.

Neither is solved for here: Kirchhoff counted forests.  With :math:`T` the weight of all forests
in which each node hangs on one label, :math:`T_k` that of those in which it hangs on one label
or on k, and :math:`T_{i \to 1}` that of those in which i hangs on a label 1,

.. math:: R_k = T_k / T, \qquad f_i = T_{i \to 1} / T .

In a network of any size the resistance obeys the laws of wires in a row and side by side: a wire
r beyond k adds 1 / r to it, and one from k to the ground adds r to its inverse.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod
from typing import Any, TypeAlias, final

import flint
import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._identities import chain, identical
from proofs_checks._label_graphs import (
    Case,
    Comparison,
    Weights,
    exhaustive,
    inverse,
    solution,
)
from proofs_checks.graphs_walk import neighbors_once

Resistance: TypeAlias = Callable[[Any, Any], Any]  # of G_kk and the degree of k


@final
@dataclass(frozen=True, slots=True)
class Circuit:
    """What is claimed to be the resistances and the voltages of a graph."""

    resistance: Resistance
    voltages: Callable[[Case], tuple[Any, ...]] = solution


CIRCUIT = Circuit(lambda g, _: g)


@cache
def forests(weights: Weights, roots: frozenset[int]) -> dict[tuple[int, int], int]:
    """Return the weights of forests by a node and the root it hangs on, and at (-1, -1) of all.

    A forest is a parent for each node that is no root, such that none is its own ancestor.

    >>> forests(((0, 2, 0), (2, 0, 3), (0, 3, 0)), frozenset((0, 2)))[1, 2]
    3
    """
    n, found = len(weights), dict[tuple[int, int], int]()
    inner = [i for i in range(n) if i not in roots]
    near = [[j for j, w in enumerate(weights[i]) if w] for i in inner]
    for parents in product(*near):
        up = dict(zip(inner, parents, strict=True))
        ends = [_end(i, up, n) for i in range(n)]
        if -1 not in ends:
            weight = prod(weights[i][j] for i, j in up.items())
            for pair in ((-1, -1), *enumerate(ends)):
                found[pair] = found.get(pair, 0) + weight
    return found


def _end(i: int, up: dict[int, int], most: int) -> int:
    """Return the root above a node, -1 if there is none."""
    for _ in range(most):
        if i not in up:
            return i
        i = up[i]
    return -1


def compare(circuit: Circuit, case: Case) -> Iterator[Comparison]:
    """Compare the resistance and the voltage of every free node with what forests weigh."""
    labeled = frozenset(range(len(case.labels))) - set(case.free)
    ones = [j for j in labeled if case.labels[j] == 1]
    rooted, g, voltages = forests(case.weights, labeled), inverse(case), circuit.voltages(case)
    total = rooted[-1, -1]
    for k in case.free:
        apart = forests(case.weights, labeled | {k})[-1, -1]
        claimed = circuit.resistance(g[k, k], sum(case.weights[k]))
        yield (case, f"resistance from {k}"), claimed, flint.fmpq(apart, total)
        at_one = sum(rooted.get((k, j), 0) for j in ones)
        yield (case, f"voltage at {k}"), voltages[k], flint.fmpq(at_one, total)


def wires(circuit: Circuit, rng: np.random.Generator) -> Finding:
    """Add a wire to a network of any size, beyond k or from it to the ground."""
    del rng
    g, d, r = sp.symbols("g d r", positive=True)  # G_kk, the degree of k, and what a wire conducts
    here, at = circuit.resistance, {g: 3, d: 5, r: 7}
    # by Schur's complement: all other nodes leave 1 / g at k; then k leaves this at the new node
    beyond = 1 / (r - r**2 / (1 / g + r))

    def steps() -> Iterator[Finding]:
        yield identical(here(sp.S.One / r, r), 1 / r, at, "one wire")
        yield identical(here(beyond, r), here(g, d) + 1 / r, at, "a wire in a row")
        grounded = here(1 / (1 / g + r), d + r)
        yield identical(1 / grounded, 1 / here(g, d) + r, at, "a wire side by side")

    return chain(steps(), "wires in a row and side by side")


CLAIM: Claim[Circuit] = Claim(
    key="graphs/effective-resistance",
    title="The inverse holds resistances, and soft labels are voltages",
    statement=(
        r"R_k = G_{kk} = (L_{uu}^{-1})_{kk} \text{ to the grounded labels}, \quad"
        r" \sum_j w_{ij} (f_i - f_j) = 0 \text{ for the voltages } f,"
        r" \quad n \le 4,\ w \in \{0, 1, 2\}"
    ),
    plain=(
        "If edges are wires, the diagonal of the inverse holds the resistances between nodes and "
        "all labels, and soft labels are the voltages that labels as batteries cause; by counting "
        "forests on all graphs with up to four nodes and weights 0, 1, 2, and for networks of any "
        "size by the laws of wires in a row and side by side."
    ),
    relation="identity",
    assumptions=frozenset({"finite domain"}),
    does_not_say="which node to ask: one far from all labels has a large resistance, and no weight",
    source=Source(
        "zhu2003",
        match="related",
        difference="the paper names the voltages; resistances and forests are derived here",
    ),
    expected=Verdict.PROVED,
    formula=CIRCUIT,
    checks=(
        *exhaustive(compare),
        Check(Method.SYMBOLIC, wires, scope="one wire more, any number of nodes", tier="normal"),
    ),
    controls={
        "as if all neighbors were grounded": Circuit(lambda _, d: 1 / d),
        "the walk's mean number of visits": Circuit(lambda g, d: d * g),
        "voltages by the labels next to a node": Circuit(CIRCUIT.resistance, neighbors_once),
    },
)
