r"""What two separators at a distance differ on, beyond the band of one of them.

Project a uniform direction on the plane of the two normals: its angle is uniform, and its
length exceeds s with probability :math:`(1 - s^2)^{(d-2)/2}`, so

.. math:: o(r, b) = \frac1\pi \int_{\arcsin b}^{\pi r}
    \Bigl(1 - \frac{b^2}{\sin^2 \psi}\Bigr)^{(d-2)/2} d\psi .

The check goes by latitudes instead: at latitude :math:`\varphi` above the first hyperplane,
of density :math:`\kappa_d \cos^{d-2} \varphi`, the second separator differs if one coordinate
of a uniform direction in d - 1 dimensions exceeds :math:`\tan \varphi / \tan \pi r`.  Both
factors fall with the latitude, so sums over a grid enclose the integral.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any, TypeAlias

import numpy as np
from flint import arb, ctx, fmpq

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from altheory.spaces.margin_band import difference_beyond

Beyond: TypeAlias = Callable[[int, Fraction, Fraction], Enclosure]
CELLS, BITS = 128, 96
DIMENSIONS = (3, 4, 5, 10, 30)
RADII = (Fraction(1, 4), Fraction(1, 64), Fraction(1, 2**40))
PARTS = (Fraction(1, 2), Fraction(3, 2))  # of pi r over the root of d


def ball(x: Fraction) -> Any:
    """Return a rational as a ball."""
    return arb(fmpq(x.numerator, x.denominator))


def sine(d: int, r: Fraction, part: Fraction) -> Fraction:
    """Return the sine of a band, a rational."""
    return Fraction(float(part) * np.pi / d**0.5) * r


@cache
def by_latitudes(d: int, r: Fraction, b: Fraction) -> Enclosure:
    """Return lower and upper sums of the integral over latitudes."""
    with ctx.workprec(BITS):
        angle, start = arb.pi() * ball(r), ball(b).asin()
        density = (arb(d) / 2).gamma() / (arb.pi().sqrt() * (arb(d - 1) / 2).gamma())
        step = (angle - start) / CELLS
        values = [_height(d, angle, start + k * step) for k in range(CELLS)]
        upper = density * step * sum(values)
        lower = density * step * sum(values[1:])
        return Enclosure(Enclosure.of_ball(lower).lo, Enclosure.of_ball(upper).hi)


def _height(d: int, angle: Any, latitude: Any) -> Any:
    """Return the integrand: on both sides of the hyperplane, one half of a coordinate's law."""
    place = 1 - (latitude.tan() / angle.tan()) ** 2
    other = place.beta_lower(arb(d - 2) / 2, arb(1) / 2, regularized=True)
    return latitude.cos() ** (d - 2) * other


def grid(formula: Beyond, rng: np.random.Generator) -> Finding:
    """Compare both integrals in several dimensions and radii."""
    del rng
    for d, r, part in product(DIMENSIONS, RADII, PARTS):
        b = sine(d, r, part)
        claimed, computed = formula(d, r, b), by_latitudes(d, r, b)
        if claimed.hi < computed.lo or claimed.lo > computed.hi:
            where = f"d = {d}, r = {float(r):.3g}, b = {float(b):.3g}"
            return fails(where, claimed=claimed, computed=computed)
    return holds(f"{len(DIMENSIONS) * len(RADII) * len(PARTS)} bands")


CLAIM: Claim[Beyond] = Claim(
    key="margin/band/difference-beyond",
    title="What differs beyond a band",
    statement=(
        r"o(r, b) = \tfrac1\pi \int_{\arcsin b}^{\pi r}"
        r" (1 - b^2/\sin^2 \psi)^{(d-2)/2} d\psi, \quad d \in \{3, 4, 5, 10, 30\},"
        r"\ r \in \{\tfrac14, 2^{-6}, 2^{-40}\},\ b \approx \pi r/(2 \sqrt d),\ 3 \pi r/(2 \sqrt d)"
    ),
    plain=(
        "Beyond a band around a hyperplane a second separator differs as one integral says: "
        "checked to a few percent for thirty bands."
    ),
    relation="exact",
    assumptions=frozenset({"uniform law"}),
    does_not_say=(
        "that the sums confirm more than its first digits, to 3 % of the distance in dimension 30"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=difference_beyond,
    checks=(
        Check(
            Method.ENCLOSURE, grid, scope="5 dimensions, 3 radii, 2 bands, 128 cells", tier="normal"
        ),
    ),
    controls={
        "a dimension more": lambda d, r, b: difference_beyond(d + 1, r, b),
        "one side of the hyperplane": lambda d, r, b: difference_beyond(d, r, b) / 2,
        "a plane": lambda _d, r, b: difference_beyond(2, r, b),
    },
)
