r"""One cluster of each axis may hide many clusters of both together.

If all k cells of two axes are dense, each axis has a single cluster.  The dense cells of both may
be those of one color of a checkerboard, of which no two share a face, and no more than
:math:`\lceil k^2 / 2 \rceil` clusters fit: cells in pairs that share a face, one left if k is odd.
"""

from collections.abc import Callable
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Cell: TypeAlias = tuple[int, ...]
Most: TypeAlias = Callable[[int], int]


def clusters(cells: set[Cell]) -> int:
    """Count the components of cells that share faces."""
    left, count = set(cells), 0
    while left:
        reached, count = [left.pop()], count + 1
        while reached:
            x, y = reached.pop()
            near = {(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)} & left
            left -= near
            reached += near
    return count


def hidden(k: int) -> int:
    """Return the most clusters of k by k cells of which every row and column holds one."""
    board = list(product(range(k), repeat=2))
    most = 0
    for mask in range(1, 1 << len(board)):
        cells = {cell for i, cell in enumerate(board) if mask >> i & 1}
        if all(len({cell[axis] for cell in cells}) == k for axis in (0, 1)):
            most = max(most, clusters(cells))
    return most


def compared(most: Most, *sizes: int) -> Finding:
    """Compare with all sets of dense cells."""
    for k in sizes:
        if most(k) != (found := hidden(k)):
            return fails(f"{k} by {k} cells", claimed=most(k), computed=found)
    return holds(f"all sets of dense cells, k in {sizes}")


def small_boards(most: Most, rng: np.random.Generator) -> Finding:
    """Go through the boards of up to nine cells."""
    del rng
    return compared(most, 1, 2, 3)


def sixteen_cells(most: Most, rng: np.random.Generator) -> Finding:
    """Go through the board of sixteen cells."""
    del rng
    return compared(most, 4)


CLAIM: Claim[Most] = Claim(
    key="play/subspace/hidden-clusters",
    title="Clusters of two axes may all project onto one cluster of each axis",
    statement=(
        r"\max \#\{\text{clusters of two axes with } k \text{ cells each, which both have one "
        r"cluster of } k \text{ cells}\} = \lceil k^2 / 2 \rceil, \quad k \le 4"
    ),
    plain=(
        "Where each of two axes shows a single cluster of k cells, both together may show half as "
        "many clusters as they have cells, rounded up; for k up to 4."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that clusters of fewer axes are useless: each cluster of more axes lies in one of them"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda k: (k * k + 1) // 2,
    checks=(
        Check(Method.EXHAUSTIVE, small_boards, scope="k <= 3"),
        Check(Method.EXHAUSTIVE, sixteen_cells, scope="k = 4", tier="long"),
    ),
    controls={
        "one": lambda _: 1,
        "a diagonal": lambda k: k,
        "half of the cells, rounded down": lambda k: k * k // 2,
        "cells that touch nowhere": lambda k: ((k + 1) // 2) ** 2,
    },
)
