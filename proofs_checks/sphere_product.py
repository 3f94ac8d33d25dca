r"""Intrinsic volumes of a product of cones are a convolution.

The nearest point of :math:`C \times D` to :math:`(x, y)` is the pair of the nearest points,
on the product of their faces, and the two directions are independent.  So

.. math:: v_k(C \times D) = \sum_{i + j = k} v_i(C)\, v_j(D).

Both sides are computed from the facets: those of the product are the facets of the factors,
extended by zeros.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.directions import Direction
from altheory.numeric.enclosure import Enclosure
from altheory.spaces.cone import Cone, polyhedral
from altheory.spaces.intrinsic import intrinsic_volumes

Volumes: TypeAlias = Sequence[Any]
Product: TypeAlias = Callable[[Volumes, Volumes], list[Any]]
Normals: TypeAlias = tuple[Direction, ...]
RAY: Normals = ((1,),)
SECTOR: Normals = ((3, 1), (-2, 5))
WIDE: Normals = ((7, 1), (-7, 2))
CORNER: Normals = ((2, 0, 1), (-1, 3, 2), (-1, -1, 4), (1, 1, 1))
SMALL = ((RAY, SECTOR), (SECTOR, RAY))
LARGE = ((SECTOR, WIDE), (RAY, CORNER), (WIDE, CORNER))


def convolution(first: Volumes, second: Volumes) -> list[Any]:
    """Return the volumes of the product from those of the factors."""
    found: list[Any] = [0] * (len(first) + len(second) - 1)
    for i, u in enumerate(first):
        for j, v in enumerate(second):
            found[i + j] = found[i + j] + u * v
    return found


def by_faces(
    pairs: Sequence[tuple[Normals, Normals]],
) -> Callable[[Product, np.random.Generator], Finding]:
    """Compare with the angles of the faces of the product itself."""

    def check(formula: Product, rng: np.random.Generator) -> Finding:
        del rng
        for one, other in pairs:
            n, m = len(one[0]), len(other[0])
            rows = [(*z, *[0] * m) for z in one] + [(*[0] * n, *z) for z in other]
            factors = (intrinsic_volumes(_cone(each)) for each in (one, other))
            volumes = intrinsic_volumes(_cone(rows))
            for k, (u, v) in enumerate(zip(formula(*factors), volumes, strict=True)):
                claimed, computed = Enclosure.exactly(0) + u, Enclosure.exactly(0) + v
                if claimed.hi < computed.lo or computed.hi < claimed.lo:
                    return fails(f"v_{k} of {rows}", claimed=claimed, computed=computed)
        return holds(f"{len(pairs)} products, to twenty-five digits")

    return check


def _cone(normals: Sequence[Direction]) -> Cone:
    cone = polyhedral(len(normals[0]), normals)
    return Cone.whole(len(normals[0])) if cone is None else cone


def _largest(first: Volumes, second: Volumes) -> list[Any]:
    """Keep one term of each index."""
    size = len(first) + len(second) - 1
    split = [(min(k, len(first) - 1), k - min(k, len(first) - 1)) for k in range(size)]
    return [first[i] * second[j] for i, j in split]


CLAIM: Claim[Product] = Claim(
    key="sphere/intrinsic-volumes/product",
    title="Intrinsic volumes of a product",
    statement=(
        r"v_k(C \times D) = \sum_{i+j=k} v_i(C)\, v_j(D), \quad"
        r" \text{five products in dimensions 3, 4 and 5}"
    ),
    plain=(
        "The dimensions of the nearest faces of two factors add up and are independent; "
        "five products in up to five dimensions agree."
    ),
    relation="exact",
    assumptions=frozenset({"uniform law"}),
    does_not_say="anything of cones that are no products, such as those of random labels",
    source=Source("amelunxen2014living"),
    expected=Verdict.ENCLOSED,
    formula=convolution,
    checks=(
        Check(Method.ENCLOSURE, by_faces(SMALL), scope="a ray and a sector, both ways"),
        Check(Method.ENCLOSURE, by_faces(LARGE), scope="dimensions 4 and 5", tier="normal"),
    ),
    controls={
        "in reverse": lambda u, v: convolution(u, v)[::-1],
        "a single term": _largest,
        "half of the product": lambda u, v: [t / 2 for t in convolution(u, v)],
    },
)
