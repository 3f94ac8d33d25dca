r"""The VC dimension of boxes on a grid of side s.

.. math:: d_{\mathrm{VC}} = 1 \ (s = 1), \quad \max(d, 2) \ (s = 2), \quad 2d \ (s \ge 3).

A set is shattered iff none of its points lies in the bounding box of the others, so each is
the only one at its end of some axis.  That leaves two points an axis, and with more than
two points in all an axis serves two of them only if it has a third value for the rest.
With two values an axis is an attribute and boxes are conjunctions.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.grid_rectangles import GridRectangles
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._hull_classes import members

Dimension: TypeAlias = Callable[[int, int], int]

FAST = tuple((1, side) for side in range(1, 8)) + tuple((2, side) for side in (1, 2, 3))
NORMAL = ((2, 4), (3, 2))


def two_an_axis(dimension: int, side: int) -> int:
    """Return the VC dimension, by the side."""
    if side == 1:
        return 1
    return max(dimension, 2) if side == 2 else 2 * dimension


def searched(formula: Dimension, grids: tuple[tuple[int, int], ...]) -> Finding:
    """Compare with the largest shattered set, by search."""
    for dimension, side in grids:
        of = GridRectangles(dimension, side)
        computed = FiniteClass(of.n_points, members(of)).vc_dimension
        if formula(dimension, side) != computed:
            where = f"d={dimension}, s={side}"
            return fails(where, claimed=formula(dimension, side), computed=computed)
    return holds(f"{len(grids)} grids")


def small_grids(formula: Dimension, rng: np.random.Generator) -> Finding:
    """Search on up to nine points."""
    del rng
    return searched(formula, FAST)


def larger_grids(formula: Dimension, rng: np.random.Generator) -> Finding:
    """Search on up to sixteen points."""
    del rng
    return searched(formula, NORMAL)


CLAIM: Claim[Dimension] = Claim(
    key="classes/grid-rectangles/vc",
    title="VC dimension of boxes on a grid",
    statement=(
        r"d_{\mathrm{VC}} = 1,\ \max(d, 2),\ 2d \text{ for } s = 1,\ s = 2,\ s \ge 3, \quad"
        r" d = 1 \text{ and } s \le 7; \ d = 2 \text{ and } s \le 4; \ d = 3 \text{ and } s = 2"
    ),
    plain=(
        "On the small grids gone through, boxes shatter two points an axis, but with two values "
        "an axis no more points than axes (two, if there is one axis)."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that any two points an axis are shattered",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=two_an_axis,
    checks=(
        Check(Method.EXHAUSTIVE, small_grids, scope="d = 1, s <= 7 and d = 2, s <= 3"),
        Check(
            Method.EXHAUSTIVE,
            larger_grids,
            scope="d = 2, s = 4 and d = 3, s = 2",
            tier="normal",
        ),
    ),
    controls={
        "two an axis on every grid": lambda dimension, _: 2 * dimension,
        "one an axis": lambda dimension, side: dimension if side > 1 else 1,
        "one more than two an axis": lambda dimension, side: (
            two_an_axis(dimension, side) + (side > 2)
        ),
    },
)
