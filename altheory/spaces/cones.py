"""Which representation a closed cone gets: extreme rays while they are few, else facets.

Rays decide a batch by one matrix product and can be integrated over, but they multiply with
the dimension; facets and an inner direction do for membership and proofs in any.
"""

from collections.abc import Iterable
from typing import TypeAlias

from altheory.errors import BudgetError
from altheory.numeric.directions import Direction, dot, opposite
from altheory.spaces._inner_directions import shortened, toward
from altheory.spaces.cone import Cone
from altheory.spaces.facet_cone import FacetCone, facet_cone

ClosedConvexCone: TypeAlias = Cone | FacetCone

LISTED = 8  # the largest dimension in which extreme rays are listed
BITS = 4  # of the coordinates of witnesses, at first


def closed_cone(dimension: int, normals: Iterable[Direction]) -> ClosedConvexCone | None:
    """Return the cone on the nonnegative side of all normals, None if it has no interior."""
    whole = Cone if dimension <= LISTED else FacetCone
    cone: ClosedConvexCone | None = whole.whole(dimension)
    for z in normals:
        cone = None if cone is None else above(cone, z)
    return cone


def above(cone: ClosedConvexCone, z: Direction) -> ClosedConvexCone | None:
    """Return the part with ``z . w >= 0``, None if ``z . w > 0`` nowhere.

    Where its rays would be too many, it is represented by its facets.
    """
    try:
        return cone.above(z)
    except BudgetError:
        return facet_cone(cone.dimension, (*cone.normals, z))


def witness(cone: ClosedConvexCone, z: Direction) -> Direction | None:
    """Return a short inner direction with ``z . w > 0``, None if there is none."""
    member = cone.objection(opposite(z))
    if member is None:
        return None
    inner = toward(cone.inner, member, z)
    needed = (*cone.normals, z)
    return shortened(inner, lambda w: all(dot(n, w) > 0 for n in needed), BITS)
