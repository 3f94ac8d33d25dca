r"""Two clusters: cliques of m nodes with edges of weight 1, and weight e between the clusters.

The first has p positive labels and the second q negative ones.  By symmetry the other nodes of
the first have one value a, and those of the second one value b,

.. math:: (p + m e)\, a = p + e (m - q)\, b, \qquad (q + m e)\, b = e p + e (m - p)\, a ,

and :math:`a > \tfrac12` iff :math:`p q (1 - e) > m e (q - p)`.  The checks solve for every node.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import flint
import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Counterexample, Finding, fails, holds

Spreads: TypeAlias = Callable[[int, int, int, Fraction], bool]  # m, p, q, e
Clusters: TypeAlias = tuple[int, int, int, Fraction]
BETWEEN = [Fraction(1, d) for d in (40, 20, 10, 4, 2)] + [Fraction(3, 4), Fraction(1)]
TWENTY: Clusters = (20, 1, 10, Fraction(1, 10))
PROGRAM = """\
from fractions import Fraction as F

# two cliques of 20 nodes, weight 1 within and 1/10 between them; one positive label in the
# first, ten negative ones in the second.  Guess one value a for the 19 others of the first and
# one value b for the 10 others of the second, and check that each is its neighbors' mean.
e, a, b = F(1, 10), F(121, 341), F(22, 341)
values = [F(1)] + 19 * [a] + 10 * [F(0)] + 10 * [b]
weight = lambda i, j: F(0) if i == j else (F(1) if (i < 20) == (j < 20) else e)
for i in [*range(1, 20), *range(30, 40)]:
    weights = [weight(i, j) for j in range(40)]
    assert values[i] == sum(w * v for w, v in zip(weights, values)) / sum(weights)
# the graph is connected and holds labels, so this is the solution; the first cluster is lost
assert all(value < F(1, 2) for value in values[1:20])
"""


def solved(m: int, p: int, q: int, e: Fraction) -> Any:
    """Return the values of the other nodes of both clusters, node by node, as a column."""
    between, nodes = flint.fmpq(e.numerator, e.denominator), range(2 * m)
    free = [*range(p, m), *range(m + q, 2 * m)]

    def weight(i: int, j: int) -> Any:
        return flint.fmpq(int(i != j)) if (i < m) == (j < m) else between

    size = len(free)
    degree = m - 1 + m * between
    matrix = flint.fmpq_mat(
        size, size, [degree if i == j else -weight(i, j) for i in free for j in free]
    )
    positive = [i for i in nodes if i < p]
    known = [sum((weight(i, j) for j in positive), flint.fmpq(0)) for i in free]
    return matrix.solve(flint.fmpq_mat(size, 1, known))


def first_is_right(clusters: Clusters) -> bool:
    """Decide whether every other node of the first cluster has a value above 1/2."""
    m, p, _, _ = clusters
    values = solved(*clusters)
    return all(values[i, 0] > flint.fmpq(1, 2) for i in range(m - p))


def compared(spreads: Spreads, several: Iterable[Clusters]) -> Finding:
    """Compare with the solution at every node."""
    count, claimed = 0, False
    for clusters in several:
        claimed, computed = spreads(*clusters), first_is_right(clusters)
        if claimed != computed:
            where = "m = {}, p = {}, q = {}, e = {}".format(*clusters)
            shown = refutation() if clusters == TWENTY and claimed else None
            return fails(where, claimed=claimed, computed=computed, counterexample=shown)
        count += 1
    return holds(f"{count} pairs of clusters", claimed=claimed, computed=claimed)


def refutation() -> Counterexample:
    """Show that a cluster of 20 with one positive label is lost."""
    m, p, q, e = TWENTY
    across = ("*", "m", "e")
    second = ("*", ("^", "e", 2), ("-", "m", "q"))
    top = ("*", "p", ("+", "q", across, second))
    bottom = ("-", ("*", ("+", "p", across), ("+", "q", across)), ("*", second, ("-", "m", "p")))
    names = {"m": m, "p": p, "q": q, "e": e}
    certificate = arithmetic(("/", top, bottom), "<", ("/", 1, 2), names)  # the value a
    return Counterexample(certificate, PROGRAM)


def twenty(spreads: Spreads, rng: np.random.Generator) -> Finding:
    """Compare on two cliques of 20 nodes, weight 1/10 between them."""
    del rng
    return compared(spreads, [TWENTY])


def small_cliques(spreads: Spreads, rng: np.random.Generator) -> Finding:
    """Compare on cliques of two to five nodes."""
    del rng
    return compared(spreads, every((2, 3, 4, 5)))


def larger_cliques(spreads: Spreads, rng: np.random.Generator) -> Finding:
    """Compare on cliques of six to nine nodes."""
    del rng
    return compared(spreads, every((6, 7, 8, 9)))


def every(sizes: tuple[int, ...]) -> Iterable[Clusters]:
    """Go through all numbers of labels that leave a node of the first cluster."""
    for m in sizes:
        for p, q, e in product(range(1, m), range(1, m + 1), BETWEEN):
            yield m, p, q, e


CHECKS: tuple[Check[Spreads], ...] = (
    Check(Method.EXHAUSTIVE, twenty, scope="m = 20, p = 1, q = 10, e = 1/10"),
    Check(
        Method.EXHAUSTIVE,
        small_cliques,
        scope="2 <= m <= 5, all p < m, q <= m, e in 1/40, 1/20, 1/10, 1/4, 1/2, 3/4, 1",
    ),
    Check(
        Method.EXHAUSTIVE,
        larger_cliques,
        scope="6 <= m <= 9, all p < m, q <= m, the same e",
        tier="normal",
    ),
)


def enough_labels(m: int, p: int, q: int, e: Fraction) -> bool:
    """Decide it by p q (1 - e) > m e (q - p)."""
    return p * q * (1 - e) > m * e * (q - p)
