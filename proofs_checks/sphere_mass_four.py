r"""In four dimensions the mass of disagreement is a sum of arcs, up to the cube of the radius.

By Crofton's formula the mass is :math:`2 v_2 + 2 v_4`.  The first term adds up, over the
two-dimensional faces of the version space, its angle times the external angle: arcs and
nothing else.  The second is twice the volume of the version space, at most twice that of a
cap: if every member is within the angle :math:`\rho \le \pi/2` of one,

.. math:: 0 \le P(\mathrm{DIS}) - 2 v_2 = 2 v_4 \le \frac{2\rho - \sin 2\rho}{\pi}
    \le \frac{4 \rho^3}{3 \pi} .

A cap has the volume :math:`4\pi \int_0^\rho \sin^2 u\, du` of :math:`2 \pi^2`.  For real
version spaces :math:`2 v_4` is enclosed by another integral: simplices, cubes and icosahedra,
which fill three fifths of the cap.
"""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp
from flint import arb, ctx

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.angles import angle
from altheory.numeric.directions import Direction
from altheory.numeric.enclosure import Enclosure
from altheory.spaces.cone import polyhedral
from altheory.spaces.intrinsic import intrinsic_volume
from altheory.spaces.intrinsic import polar as dual
from proofs_checks._identities import identical

Gap: TypeAlias = Callable[[Any, Any], Any]
SIZES = (2, 10**3, 10**9)
GOLDEN = (1597, 987)
SHAPES = {
    "simplex": tuple(v for v in product((1, -1), repeat=3) if v[0] * v[1] * v[2] > 0),
    "cube": tuple(product((1, -1), repeat=3)),
    "icosahedron": tuple(
        (*v[k:], *v[:k])
        for s, t in product((1, -1), repeat=2)
        for v in [(0, s * GOLDEN[1], t * GOLDEN[0])]
        for k in range(3)
    ),
}


def cube(rho: Any, pi: Any) -> Any:
    """Return the most that the mass exceeds its arcs, from the radius and pi."""
    return 4 * rho**3 / (3 * pi)


def cap(formula: Gap, rng: np.random.Generator) -> Finding:
    """Differentiate the volume of a cap, and integrate the square that exceeds the sine's."""
    del rng
    rho = sp.Symbol("rho", positive=True)
    slope = sp.expand_trig(sp.diff(2 * rho - sp.sin(2 * rho), rho))
    if sp.expand(slope.subs(sp.cos(rho) ** 2, 1 - sp.sin(rho) ** 2)) != 4 * sp.sin(rho) ** 2:
        return fails("the volume of a cap", claimed=slope)
    area = sp.integrate(4 * rho**2, rho) / sp.pi
    return identical(formula(rho, sp.pi), area, {rho: sp.Rational(1, 2)}, "caps of the 3-sphere")


def shapes(formula: Gap, rng: np.random.Generator) -> Finding:
    """Compare with the volume by tetrahedra, for three shapes in three sizes."""
    del rng
    for name, corner, volume in _spaces():
        with ctx.workprec(160):
            rho = 2 * arb.pi() * _ball(angle((0, 0, 0, 1), corner))
            bound = Enclosure.of_ball(formula(rho, arb.pi()))
        if not (2 * volume).at_most(bound):
            return fails(f"a {name} at {corner}", claimed=bound, computed=2 * volume)
    return holds(f"{len(SHAPES)} shapes in {len(SIZES)} sizes")


def _spaces() -> Iterator[tuple[str, Direction, Enclosure]]:
    """Yield the shapes around the last axis, with a corner and the solid angle."""
    for (name, shape), size in product(SHAPES.items(), SIZES):
        height = size * max(map(max, shape))
        corners = [(*v, height) for v in shape]
        examples = polyhedral(4, corners)
        if examples is not None:
            yield name, corners[0], Enclosure.exactly(0) + intrinsic_volume(dual(examples), 4)


def _ball(value: Enclosure) -> Any:
    middle, radius = value.midpoint, value.width
    return arb(middle.numerator) / middle.denominator + arb(0, float(radius) * 2)


CLAIM: Claim[Gap] = Claim(
    key="sphere/disagreement/four-dimensions",
    title="The mass of disagreement in four dimensions, by arcs",
    statement=(
        r"0 \le P(\mathrm{DIS}(V)) - 2 v_2(V) = 2 v_4(V) \le \frac{2\rho - \sin 2\rho}{\pi} \le"
        r" \frac{4\rho^3}{3\pi}, \quad d = 4, \quad V \text{ within } \rho \le \tfrac\pi2"
        r" \text{ of a member}"
    ),
    plain=(
        "In four dimensions lengths of arcs tell the mass of the disagreement region up to half "
        "of the cube of the radius of the version space."
    ),
    relation="upper",
    assumptions=frozenset({"realizable", "uniform law"}),
    does_not_say="that the constant is the best one for polyhedral version spaces",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=cube,
    checks=(
        Check(Method.SYMBOLIC, cap, scope="caps, given Crofton's formula and sin u <= u"),
        Check(
            Method.ENCLOSURE,
            shapes,
            scope="simplex, cube and icosahedron, three sizes",
            tier="normal",
        ),
    ),
    controls={
        "half of it": lambda rho, pi: 2 * rho**3 / (3 * pi),
        "the fourth power": lambda rho, pi: 4 * rho**4 / (3 * pi),
        "a flat ball over the whole sphere": lambda rho, pi: rho**3 / (3 * pi),
    },
    uses=("sphere/disagreement/intrinsic-volumes",),
)
