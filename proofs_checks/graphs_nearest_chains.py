r"""Two chains: the nearest label is wrong where the graph is right.

The points (0, 0), ..., (m, 0) are positive and (0, h), ..., (m, h) negative, with :math:`h \ge 2`;
(0, 0) and (m, h) have labels.  The point (x, 0) is nearer to the wrong one iff
:math:`(m - x)^2 + h^2 < x^2`, so the nearest label errs at

.. math:: 2 \max\Bigl(0,\ m - \Bigl\lfloor \frac{m^2 + h^2}{2 m} \Bigr\rfloor\Bigr)

points, almost half of all if m is large.  Points at distance 1 joined make two paths with one
label each: every label that spreads along edges is right.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._cut_graphs import graph, harmonic, pairs

Point: TypeAlias = tuple[int, int]
Errors: TypeAlias = Callable[[int, int], tuple[int, int]]  # of m and h: nearest label, graph


def square(a: Point, b: Point) -> int:
    """Return the squared distance."""
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def counted(m: int, h: int) -> tuple[int, int]:
    """Count the errors of the nearest label, and of the harmonic solution of the graph."""
    points = [(x, y) for y in (0, h) for x in range(m + 1)]
    first, last = points[0], points[-1]
    near = sum(
        square(p, last) < square(p, first) if p[1] == 0 else square(p, first) < square(p, last)
        for p in points
    )
    edges = [int(square(points[i], points[j]) == 1) for i, j in pairs(len(points))]
    values = harmonic(graph(len(points), edges))
    return near, sum((2 * f > 1) != (p[1] == 0) for p, f in zip(points, values, strict=True))


def compared(errors: Errors, most: int) -> Finding:
    """Compare for all chains up to a length, and all distances up to one more than it."""
    claimed = 0, 0
    for m in range(2, most + 1):
        for h in range(m + 1, 1, -1):
            claimed, computed = errors(m, h), counted(m, h)
            if claimed != computed:
                return fails(f"m = {m}, h = {h}", claimed=claimed, computed=computed)
    return holds(f"m <= {most}; shown m = {most}, h = 2", claimed=claimed, computed=claimed)


def short_chains(errors: Errors, rng: np.random.Generator) -> Finding:
    """Compare on chains of three and four points."""
    del rng
    return compared(errors, 3)


def longer_chains(errors: Errors, rng: np.random.Generator) -> Finding:
    """Compare on chains of up to seven points."""
    del rng
    return compared(errors, 6)


def far_ends(m: int, h: int) -> tuple[int, int]:
    """Return how many points are nearer to the wrong label, and that the graph errs nowhere."""
    return 2 * max(0, m - (m * m + h * h) // (2 * m)), 0


CLAIM: Claim[Errors] = Claim(
    key="graphs/nearest-neighbor/two-chains",
    title="Two chains: the nearest label errs where the graph does not",
    statement=(
        r"\#\{\text{errors of the nearest label}\} = 2 \max\bigl(0, m - \lfloor (m^2 + h^2) / (2 m)"
        r" \rfloor\bigr), \quad \#\{\text{errors of the harmonic solution}\} = 0, \quad"
        r" 2 \le m \le 6,\ 2 \le h \le m + 1"
    ),
    plain=(
        "Of two chains with labels at opposite ends the nearest label gets the far ends wrong, and "
        "the graph of neighbors at distance 1 none; for chains of 3 to 7 points."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that graphs are better in general: with classes that do not follow the chains it is the "
        "other way round"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=far_ends,
    checks=(
        Check(Method.EXHAUSTIVE, short_chains, scope="m = 2, 3, 2 <= h <= m + 1"),
        Check(
            Method.EXHAUSTIVE, longer_chains, scope="2 <= m <= 6, 2 <= h <= m + 1", tier="normal"
        ),
    ),
    controls={
        "as if the chains were one": lambda m, _: (2 * (m - m // 2), 0),
        "on one chain alone": lambda m, h: (far_ends(m, h)[0] // 2, 0),
        "the graph as well": lambda m, h: (far_ends(m, h)[0], far_ends(m, h)[0]),
    },
)
