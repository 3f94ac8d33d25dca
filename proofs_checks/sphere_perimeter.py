r"""In three dimensions the mass of the disagreement region is the perimeter over :math:`2\pi`.

The version space is a convex polygon on the sphere, and x is labeled alike by all members
iff x or -x lies in its polar, whose angles are :math:`\pi` less the sides of the polygon.
With Girard's formula for k sides of lengths :math:`s_i`

.. math:: P(\mathrm{DIS}) = 1 - \frac{2}{4\pi} \Bigl(\sum_{i=1}^k (\pi - s_i) - (k - 2) \pi\Bigr)
    = \frac{s_1 + \dots + s_k}{2\pi},

which is Crofton's formula: a great circle meets the polygon iff it cuts its boundary twice.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import sympy as sp
from flint import arb, ctx

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import identical
from proofs_checks._sphere_signs import determinant

Mass: TypeAlias = Callable[[Any, Any], Any]
TRIANGLES = (
    ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    ((1, 2, 3), (3, 1, -2), (-1, 4, 1)),
    ((5, 1, 0), (5, -1, 1), (5, 0, -1)),
    ((1, 7, -2), (2, -7, 1), (9, 1, 1)),
)


def perimeter(sides: Any, pi: Any) -> Any:
    """Return the mass from the sum of the sides and pi."""
    return sides / (2 * pi)


def polar(formula: Mass, rng: np.random.Generator) -> Finding:
    """Take two polars from 1, for any number of sides."""
    del rng
    k, total = sp.Symbol("k", integer=True, positive=True), sp.Symbol("s", positive=True)
    area = k * sp.pi - total - (k - 2) * sp.pi
    computed = 1 - 2 * area / (4 * sp.pi)
    return identical(formula(total, sp.pi), computed, {k: 3, total: 1}, "any number of sides")


def solid_angles(formula: Mass, rng: np.random.Generator) -> Finding:
    """Compare with solid angles of cones of three labels, by another formula, in balls."""
    del rng
    with ctx.workprec(120):
        for rows in TRIANGLES:
            sides = sum(map(_side, rows, rows[1:] + rows[:1], rows[2:] + rows[:2]), arb(0))
            claimed, computed = formula(sides, arb.pi()), 1 - _solid_angle(rows) / (2 * arb.pi())
            if not (claimed.overlaps(computed) and computed.rad() < 1e-20):
                return fails(f"labels {rows}", claimed=claimed, computed=computed)
    return holds(f"{len(TRIANGLES)} triangles, to twenty digits")


def _dot(a: tuple[int, ...], b: tuple[int, ...]) -> int:
    return sum(x * y for x, y in zip(a, b, strict=True))


def _side(a: tuple[int, ...], b: tuple[int, ...], c: tuple[int, ...]) -> Any:
    """Return the side of the polygon on the plane orthogonal to a, given the other labels.

    It is pi less the angle between the parts of b and c that are orthogonal to a.
    """
    square = _dot(a, a)
    p, q, r = (square * _dot(x, y) - _dot(a, x) * _dot(a, y) for x, y in ((b, b), (c, c), (b, c)))
    return arb.pi() - (r / (arb(p) * q).sqrt()).acos()


def _solid_angle(rows: tuple[tuple[int, ...], ...]) -> Any:
    """Return the solid angle of a cone of three vectors, by the tangent of its half."""
    a, b, c = rows
    x, y, z = (arb(_dot(v, v)).sqrt() for v in rows)
    below = x * y * z + _dot(a, b) * z + _dot(b, c) * x + _dot(c, a) * y
    return 2 * arb.atan2(arb(abs(determinant(rows))), below)


CLAIM: Claim[Mass] = Claim(
    key="sphere/disagreement/perimeter",
    title="The mass of the disagreement region is a perimeter",
    statement=(
        r"P(\mathrm{DIS}(V)) = \frac{s_1 + \dots + s_k}{2\pi}, \quad d = 3, \text{ given that all"
        r" agree on } \pm \text{ the polar of } V \text{, whose angles are } \pi - s_i"
    ),
    plain=(
        "In three dimensions the mass of the region is the length of the boundary of the version "
        "space over 2 pi, given Girard's formula for its polar."
    ),
    relation="identity",
    assumptions=frozenset({"realizable", "uniform law"}),
    does_not_say="anything of the area: a thin version space may disagree everywhere",
    source=Source("altheory", match="derived"),
    uses=("sphere/polygon/girard",),
    expected=Verdict.PROVED,
    formula=perimeter,
    checks=(
        Check(Method.SYMBOLIC, polar, scope="any number of sides, given Girard's formula"),
        Check(Method.ENCLOSURE, solid_angles, scope="four triangles, to twenty digits"),
    ),
    controls={
        "over the whole sphere": lambda sides, pi: sides / (4 * pi),
        "over pi": lambda sides, pi: sides / pi,
        "the sphere less the perimeter": lambda sides, pi: 1 - sides / (2 * pi),
    },
)
