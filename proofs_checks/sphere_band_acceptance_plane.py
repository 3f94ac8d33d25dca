r"""What thinning by a band around the target keeps, in the plane.

A version space in the plane is an arc of length :math:`\ell`, of at most a quarter turn say, and
instances cross it iff they lie within it on either side of the circle, turned by a
quarter: on a mass of :math:`2 \ell`.  The band around a target that divides the arc as
:math:`u : 1 - u` has the mass :math:`4 \ell \max(u, 1 - u)`.  Under the uniform prior the target
is uniform on the arc, whatever the labels were, so a candidate of the band is asked with
probability

.. math:: \int_0^1 \frac{du}{2 \max(u, 1 - u)} = \int_{1/2}^1 \frac{du}{u} = \ln 2.
"""

from collections.abc import Callable, Iterator
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
PARTS = 60
ARCS = (Fraction(1, 1000), *(Fraction(k, 20) for k in range(1, 6)))
QUARTER = Fraction(1, 4)


def logarithm(two: Any) -> Any:
    """Return the expected share of a band that is asked."""
    return sp.log(two)


def by_integration(formula: Share, rng: np.random.Generator) -> Finding:
    """Integrate the quotient of the masses over the two halves of an arc of any length."""
    del rng
    u, length = sp.symbols("u l", positive=True)
    halves = ((1 - u, 0, sp.Rational(1, 2)), (u, sp.Rational(1, 2), 1))
    share = sum(
        sp.integrate(2 * length / (4 * length * longer), (u, low, high))
        for longer, low, high in halves
    )
    return identical(sp.sympify(formula(sp.Integer(2))), share, {}, "a uniform target")


def band(u: Fraction, reach: Fraction) -> ArcUnion:
    """Return the instances within ``reach`` of the boundary of the half circle around u."""
    sides = (ArcUnion.closed(u + side - reach, u + side + reach) for side in (QUARTER, -QUARTER))
    return next(sides) | next(sides)


def masses(length: Fraction) -> Iterator[tuple[bool, Fraction, Fraction]]:
    """Yield whether the band holds all that is asked, and both masses, for targets on a grid."""
    law, asked = UniformCircle(), CircleVersionSpace(ArcUnion.open(0, length)).disagreement()
    for k in range(PARTS + 1):
        u = length * k / PARTS
        around = band(u, max(u, length - u))
        yield (asked - around).is_empty, law.mass(asked), law.mass(around)


def on_grids(formula: Share, rng: np.random.Generator) -> Finding:
    r"""Verify :math:`2 \ell` and :math:`4 \ell \max(u, 1 - u)`, and bound the integral by sums."""
    del rng
    claimed = Fraction(str(sp.N(formula(sp.Integer(2)), 20)))
    for length in ARCS:
        shares = []
        for k, (inside, asked, around) in enumerate(masses(length)):
            longer = 4 * length * Fraction(max(k, PARTS - k), PARTS)
            if not inside or (asked, around) != (2 * length, longer):
                return fails(f"an arc of {length}, a target at {k}/{PARTS}", computed=around)
            shares.append(asked / around)
        ends = [sorted(pair) for pair in pairwise(shares)]
        computed = Enclosure(*(sum((e[i] for e in ends), Fraction(0)) / PARTS for i in (0, 1)))
        if claimed not in computed:
            return fails(f"an arc of {length} turns", claimed=claimed, computed=computed)
    return holds(f"arcs of {', '.join(map(str, ARCS))} turns, targets in {PARTS} parts of them")


CLAIM: Claim[Share] = Claim(
    key="sphere/band/acceptance/plane",
    title="What thinning keeps of a band around the target, in the plane",
    statement=(
        r"\mathbb{E}\left[\frac{P(\mathrm{DIS}(V))}{P(\mathrm{band})} \,\middle|\, V\right]"
        r" = \ln 2, \quad d = 2, \quad V \text{ an arc of } \ell \le \tfrac14, \text{ given }"
        r" P(\mathrm{DIS}) = 2 \ell,\ P(\mathrm{band}) = 4 \ell \max(u, 1 - u)"
    ),
    plain=(
        "A stream can be thinned to a band around the target. In the plane a candidate of the "
        "band is then asked with probability .693, for an arc of any length up to a quarter turn, "
        "given the masses of region and band, which were verified for six arcs."
    ),
    relation="identity",
    assumptions=frozenset({"realizable", "uniform law", "uniform target"}),
    does_not_say="how many candidates come between two labels: version spaces that last count more",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=logarithm,
    checks=(
        Check(
            Method.SYMBOLIC,
            by_integration,
            scope="every arc of at most a quarter turn, given both masses",
        ),
        Check(
            Method.ENCLOSURE,
            on_grids,
            scope="six arcs up to a quarter turn, 61 targets each",
            tier="normal",
        ),
    ),
    controls={
        "one in 3/2 candidates": lambda two: two / 3,
        "the mean of the least and the largest share": lambda two: (1 + 1 / two) / 2,
        "as around the middle": lambda two: two / two,
        "half of what is asked": lambda two: sp.log(two) / 2,
    },
)
