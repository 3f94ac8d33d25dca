r"""What thinning by a band around the target keeps, in the plane.

A version space in the plane is an arc of length :math:`\ell`, of at most a quarter turn say, and
instances cross it iff they lie within it on either side of the circle, turned by a
quarter: on a mass of :math:`2 \ell`.  The band around a target that divides the arc as
:math:`u : 1 - u` has the mass :math:`4 \ell \max(u, 1 - u)`.  Under the uniform prior the target
is uniform on the arc, whatever the labels were, so a candidate of the band is asked with
probability

.. math:: \int_0^1 \frac{du}{2 \max(u, 1 - u)} = \int_{1/2}^1 \frac{du}{u} = \ln 2.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.circle_version_space import CircleVersionSpace
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from altheory.spaces.circle import ArcUnion
from altheory.spaces.circle_laws import UniformCircle
from proofs_checks._identities import identical

Share: TypeAlias = Callable[[Any], Any]
ARC, PARTS = Fraction(1, 5), 60
QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)


def logarithm(two: Any) -> Any:
    """Return the expected share of a band that is asked."""
    return sp.log(two)


def by_integration(formula: Share, rng: np.random.Generator) -> Finding:
    """Integrate over the part of the arc beyond the target, on the longer side of it."""
    del rng
    u = sp.Symbol("u", positive=True)
    primitive = sp.log(u)
    if sp.diff(primitive, u) != 1 / u:
        return fails("no primitive of 1 / u")
    share = primitive.subs(u, 1) - primitive.subs(u, sp.Rational(1, 2))
    return identical(sp.sympify(formula(sp.Integer(2))), share, {}, "a uniform target")


def band(u: Fraction, reach: Fraction) -> ArcUnion:
    """Return the instances within ``reach`` of the boundary of the half circle around u."""
    sides = (ArcUnion.closed(u + side - reach, u + side + reach) for side in (QUARTER, -QUARTER))
    return next(sides) | next(sides)


def by_regions(formula: Share, rng: np.random.Generator) -> Finding:
    """Bound the integral by sums of masses of regions: the share is monotone on each half."""
    del rng
    law, asked = UniformCircle(), CircleVersionSpace(ArcUnion.open(0, ARC)).disagreement()
    shares = []
    for k in range(PARTS + 1):
        u = ARC * k / PARTS
        around = band(u, max(u, ARC - u))
        if not (asked - around).is_empty:
            return fails(f"a target at {k}/{PARTS}: something outside of the band is asked")
        shares.append(law.mass(asked) / law.mass(around))
    ends = [sorted(pair) for pair in pairwise(shares)]
    computed = Enclosure(*(sum((e[i] for e in ends), Fraction(0)) / PARTS for i in (0, 1)))
    claimed = Fraction(str(sp.N(formula(sp.Integer(2)), 20)))
    if claimed not in computed:
        return fails(f"an arc of {ARC} turns", claimed=claimed, computed=computed)
    return holds(f"an arc of {ARC} turns, the target in {PARTS} parts of it")


CLAIM: Claim[Share] = Claim(
    key="sphere/band/acceptance/plane",
    title="What thinning keeps of a band around the target, in the plane",
    statement=(
        r"\mathbb{E}\left[\frac{P(\mathrm{DIS}(V))}{P(\mathrm{band})} \,\middle|\, V\right]"
        r" = \ln 2, \quad d = 2, \quad V \text{ an arc of at most a quarter turn}"
    ),
    plain=(
        "A stream can be thinned to a band around the target. In the plane a candidate of the "
        "band is then asked with probability .693, however small the version space."
    ),
    relation="identity",
    assumptions=frozenset({"realizable", "uniform law", "uniform target"}),
    does_not_say="how many candidates come between two labels: version spaces that last count more",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=logarithm,
    checks=(
        Check(Method.SYMBOLIC, by_integration, scope="every arc of at most a quarter turn"),
        Check(Method.ENCLOSURE, by_regions, scope="an arc of a fifth of a turn, 60 parts"),
    ),
    controls={
        "one in 3/2 candidates": lambda two: two / 3,
        "the mean of the least and the largest share": lambda two: (1 + 1 / two) / 2,
        "as around the middle": lambda two: two / two,
        "half of what is asked": lambda two: sp.log(two) / 2,
    },
)
