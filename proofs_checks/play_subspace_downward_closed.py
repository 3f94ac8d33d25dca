r"""A dense cell is dense in every subspace of its own, and in no other one for sure.

Leaving axes out puts more points into the cell of x, so

.. math:: n_T(x) \le n_S(x) \text{ for all tables and points } x \iff S \subseteq T ,

where :math:`n_S(x)` counts the points that share the cell of x on the axes S.  So looking only
where all projections are dense loses nothing.
"""

from collections.abc import Callable
from itertools import chain, combinations, combinations_with_replacement, product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Axes: TypeAlias = frozenset[int]
Passes: TypeAlias = Callable[[Axes, Axes], bool]

CELLS = tuple(product((0, 1), repeat=3))
SUBSPACES = tuple(
    frozenset(axes) for axes in chain.from_iterable(combinations(range(3), s) for s in (1, 2, 3))
)


def counts(points: tuple[tuple[int, ...], ...]) -> list[list[int]]:
    """Return how many points share the cell of each point, subspace by subspace."""
    shadows = [[tuple(p[j] for j in axes) for p in points] for axes in SUBSPACES]
    return [[row.count(cell) for cell in row] for row in shadows]


def compared(passes: Passes, *sizes: int) -> Finding:
    """Compare every two subspaces on all tables of some sizes."""
    tables = [t for n in sizes for t in combinations_with_replacement(CELLS, n)]
    found = np.array([list(chain(*rows)) for rows in zip(*map(counts, tables), strict=True)])
    for i, inner in enumerate(SUBSPACES):
        for j, outer in enumerate(SUBSPACES):
            always = bool((found[j] <= found[i]).all())
            if passes(inner, outer) != always:
                where = f"from axes {sorted(outer)} to {sorted(inner)}"
                return fails(where, claimed=passes(inner, outer), computed=always)
    return holds(f"49 pairs of subspaces, {len(tables)} tables")


def two_points(passes: Passes, rng: np.random.Generator) -> Finding:
    """Go through the tables of two points."""
    del rng
    return compared(passes, 2)


def more_points(passes: Passes, rng: np.random.Generator) -> Finding:
    """Go through the tables of one to four points."""
    del rng
    return compared(passes, 1, 2, 3, 4)


CLAIM: Claim[Passes] = Claim(
    key="play/subspace/downward-closed",
    title="A cell that is dense is dense in the subspaces of its subspace, and need be in no other",
    statement=(
        r"n_T(x) \le n_S(x) \text{ for all tables and points } x \iff S \subseteq T, \quad"
        r" S, T \subset \{1, 2, 3\} \text{ not empty},\ n \le 4, \text{ two cells an axis}"
    ),
    plain=(
        "The cell of a point holds at least as many points when axes are left out, and may hold "
        "fewer on any other axes; on three axes of two cells, with up to four points."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that a cell of which all projections are dense is dense: it may hold no point",
    source=Source(
        "agrawal1998",
        match="related",
        difference="the search rests on one direction; that no other subspaces are so is derived",
    ),
    expected=Verdict.PROVED,
    formula=lambda inner, outer: inner <= outer,
    checks=(
        Check(Method.EXHAUSTIVE, two_points, scope="all tables of two points"),
        Check(Method.EXHAUSTIVE, more_points, scope="all tables of at most four", tier="normal"),
    ),
    controls={
        "to all subspaces with fewer axes": lambda inner, outer: (
            inner <= outer or len(inner) < len(outer)
        ),
        "to subspaces with more axes": lambda inner, outer: inner >= outer,
        "to all that share an axis": lambda inner, outer: bool(inner & outer),
        "only to itself": lambda inner, outer: inner == outer,
    },
)
