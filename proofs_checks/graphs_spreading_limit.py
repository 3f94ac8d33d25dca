r"""Label spreading forgets where the labels are as :math:`\alpha \to 1`.

With :math:`S = D^{-1/2} W D^{-1/2}` label spreading scores :math:`F = (1 - \alpha)
(I - \alpha S)^{-1} Y`, and

.. math:: F_{ic} = \sqrt{d_i} \sum_{j : y_j = c} (1 - \alpha)
          \bigl[(D - \alpha W)^{-1}\bigr]_{ij} \sqrt{d_j} , \qquad
          (1 - \alpha) \bigl[(D - \alpha W)^{-1}\bigr]_{ij} \to \frac1{\operatorname{vol}} ,

the reciprocal of the sum of all degrees in the component of i and j, and 0 if they have
different ones.  So in the limit all nodes of a component get one class, that with the largest sum
of :math:`\sqrt{d_j}` over its labels, while the harmonic solution still tells them apart.

Entries of the inverse are quotients of polynomials in alpha, of which common zeros at 1 are
divided out.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations_with_replacement
from typing import Any, TypeAlias

import flint
import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._label_graphs import Case, Comparison, Weights, compared, graphs

Share: TypeAlias = Callable[[Weights, int, int], Any]
Matrix: TypeAlias = tuple[tuple[Any, ...], ...]
ONE_LESS = flint.fmpz_poly([1, -1])  # 1 - alpha
TWO_EDGES: Weights = ((0, 1, 0, 0), (1, 0, 0, 0), (0, 0, 0, 2), (0, 0, 2, 0))


def component(w: Weights, i: int) -> list[int]:
    """Return the nodes that hang together with i."""
    return sorted(Case(w, (None,) * len(w)).within_reach(i))


def determinant(rows: Matrix) -> Any:
    """Return the determinant of a small matrix of polynomials."""
    if not rows:
        return flint.fmpz_poly([1])
    terms = (
        (-1) ** j * x * determinant(tuple((*row[:j], *row[j + 1 :]) for row in rows[1:]))
        for j, x in enumerate(rows[0])
    )
    return sum(terms, flint.fmpz_poly([0]))


@cache
def limit(w: Weights, i: int, j: int) -> Any:
    """Return the limit of (1 - alpha) (D - alpha W)^-1 at i and j."""
    nodes = component(w, i)
    if j not in nodes:
        return flint.fmpq(0)
    rows = tuple(
        tuple(flint.fmpz_poly([sum(w[a]) if a == b else 0, -w[a][b]]) for b in nodes) for a in nodes
    )
    a, b = nodes.index(i), nodes.index(j)
    minor = tuple((*row[:a], *row[a + 1 :]) for k, row in enumerate(rows) if k != b)
    top, bottom = (-1) ** (a + b) * ONE_LESS * determinant(minor), determinant(rows)
    while bottom(1) == 0:
        top, bottom = top // ONE_LESS, bottom // ONE_LESS
    return flint.fmpq(top(1), bottom(1))


def on_graphs(share: Share, several: Iterable[Weights]) -> Finding:
    """Compare for every two nodes that have edges."""

    def found() -> Iterator[Comparison]:
        for w in several:
            nodes = [i for i, row in enumerate(w) if any(row)]
            for i, j in combinations_with_replacement(nodes, 2):  # it is symmetric
                yield (w, i, j), share(w, i, j), limit(w, i, j)

    return compared(found())


def few_nodes(share: Share, rng: np.random.Generator) -> Finding:
    """Compare on graphs of two and three nodes, and on two edges."""
    del rng
    return on_graphs(share, (*graphs(2), *graphs(3), TWO_EDGES))


def four_nodes(share: Share, rng: np.random.Generator) -> Finding:
    """Compare on graphs of four nodes."""
    del rng
    return on_graphs(share, graphs(4))


def volume(w: Weights, i: int, j: int) -> Any:
    """Return 1 over the sum of the degrees, 0 across components."""
    nodes = component(w, i)
    return flint.fmpq(int(j in nodes), sum(sum(w[a]) for a in nodes))


def size(w: Weights, i: int, j: int) -> Any:
    """Count the nodes instead of their degrees: false."""
    nodes = component(w, i)
    return flint.fmpq(int(j in nodes), len(nodes))


CLAIM: Claim[Share] = Claim(
    key="graphs/label-spreading/limit",
    title="Label spreading forgets where labels are as alpha tends to one",
    statement=(
        r"\lim_{\alpha \to 1} F_{ic} = \frac{\sqrt{d_i}}{\operatorname{vol}(i)}"
        r" \sum_{j \sim i,\, y_j = c} \sqrt{d_j}, \quad n \le 4,\ w \in \{0, 1, 2\}"
    ),
    plain=(
        "As alpha tends to one, label spreading gives all nodes of a component one class, that "
        "whose labels have the larger sum of roots of degrees; on all graphs with up to four "
        "nodes and weights 0, 1, 2."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "what it does for alpha well below 1; nor that it tends to the harmonic solution, which "
        "keeps the labels and tells nodes apart"
    ),
    source=Source(
        "zhou2004learning",
        match="related",
        difference="the limit of their closed form, with the factor 1 - alpha",
    ),
    expected=Verdict.PROVED,
    formula=volume,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            few_nodes,
            scope="all graphs on 2 and 3 nodes, weights 0, 1, 2; two edges",
        ),
        Check(
            Method.EXHAUSTIVE,
            four_nodes,
            scope="all graphs on 4 nodes, weights 0, 1, 2",
            tier="normal",
        ),
    ),
    controls={
        "over the number of nodes": size,
        "over all degrees, components or not": lambda w, *_: flint.fmpq(1, sum(map(sum, w))),
        "weighed by the label's degree once more": lambda w, i, j: sum(w[j]) * volume(w, i, j),
    },
)
