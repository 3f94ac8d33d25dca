r"""CAL in four dimensions, by counting facets with Euler's relation.

Fold n >= 4 uniform instances to the side of the target.  The cone that they span has a
polytope of three dimensions as its section, and all its facets are triangles: F = 2 V - 4
for V vertices, the instances that the version space needs.  Three of the n span a facet
iff the others lie on one side of their hyperplane, whose normal is uniform, so

.. math:: \mathbb E[F_n] = 2 \binom n3 I_4(n - 3), \qquad
    \mathbb E[V_n] = \tfrac12 \mathbb E[F_n] + 2 .

The theorem for all dimensions says the same of the chance that CAL asks:

.. math:: \frac{\mathbb E[V_{n+1}]}{n + 1} = 2 \Bigl( I_4(n)
    + \Bigl(\frac16 + \frac1{2 \pi^2}\Bigr) \binom n2 I_4(n - 2) \Bigr),

because :math:`I_4(n) = \frac1{n+1} - \frac{n(n-1)}{4\pi^2} I_4(n - 2)`.
"""

from collections.abc import Callable, Iterator
from functools import cache
from math import comb
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.sphere_version_space import expected_disagreement_sphere
from proofs_checks._identities import chain, identical
from proofs_checks._sphere_integrals import moment
from proofs_checks._sphere_signs import curve, facets, labelings, needed, spread

Chance: TypeAlias = Callable[[Any, Any, Any], Any]
MOST, COUNTED = 7, 6


def from_intrinsic_volumes(n: Any, volume: Any, before: Any) -> Any:
    """Return the chance that CAL asks after n instances, from I(n) and I(n - 2)."""
    angle = sp.Rational(1, 6) + 1 / (2 * sp.pi**2)
    return 2 * (volume + angle * n * (n - 1) / 2 * before)


def euler(formula: Chance, rng: np.random.Generator) -> Finding:
    """Reduce both counts to I(n - 2) by integration by parts, for every n."""
    del rng
    n, before = sp.Symbol("n", integer=True, positive=True), sp.Symbol("before")
    u = sp.Symbol("u", positive=True)

    def steps() -> Iterator[Finding]:
        density = 1 - sp.cos(2 * sp.pi * u)
        wave = u**n * sp.sin(2 * sp.pi * u) / (2 * sp.pi)
        turn = n * u ** (n - 1) * sp.cos(2 * sp.pi * u) / (2 * sp.pi) ** 2
        rest = n * (n - 1) / (2 * sp.pi) ** 2 * u ** (n - 2) * density
        primitive = u ** (n + 1) / (n + 1) - wave - turn + n * u ** (n - 1) / (2 * sp.pi) ** 2
        slope = sp.diff(primitive, u)
        at = {u: sp.Rational(1, 3), n: 5}
        yield identical(slope, u**n * density + rest, at, "the primitive, all n")
        volume = primitive.subs(u, 1) - n * (n - 1) / (4 * sp.pi**2) * before
        vertices = (n + 1) * n * (n - 1) / 6 * before + 2
        claimed = (n + 1) * formula(n, volume, before)
        yield identical(claimed, vertices, {n: 5, before: 3}, "facets and vertices, all n")

    return chain(steps(), "all n >= 3")


@cache
def relation_of_euler() -> bool:
    """Decide F = 2 V - 4 for all labelings of two sets of points of each size."""
    sets = (points(4, n) for n in range(4, COUNTED + 1) for points in (curve, spread))
    return all(facets(xs, row) == 2 * needed(xs, row) - 4 for xs in sets for row in labelings(xs))


def small(formula: Chance, rng: np.random.Generator) -> Finding:
    """Count vertices through facets, in powers of pi, and compare with the package too.

    Euler's relation is verified on all labelings of points.
    """
    del rng
    if not relation_of_euler():
        return fails("a cone has more facets, or fewer")
    for n in range(3, MOST + 1):
        triangles = 2 * comb(n + 1, 3) * moment(4, n - 2)
        vertices = sp.expand((triangles + 4) / (2 * (n + 1)))
        claimed = sp.expand(formula(sp.Integer(n), moment(4, n), moment(4, n - 2)))
        package = sp.expand(sp.sympify(expected_disagreement_sphere(4, n).exact))
        if not claimed == vertices == package:
            return fails(f"n = {n}", claimed=claimed, computed=(vertices, package))
    return holds(f"3 <= n <= {MOST}")


CLAIM: Claim[Chance] = Claim(
    key="sphere/cal/four-dimensions",
    title="CAL in four dimensions, exactly",
    statement=(
        r"P(\text{CAL asks for instance } n + 1) = 2 \Bigl( I_4(n)"
        r" + \Bigl(\frac16 + \frac1{2 \pi^2}\Bigr) \binom n2 I_4(n - 2) \Bigr)"
        r" = \frac{\binom{n+1}3 I_4(n - 2) + 2}{n + 1}, \quad n \ge 3, \text{ given } F = 2 V - 4"
        r" \text{ and that } F \text{ triples have all others on one side of a uniform hyperplane}"
    ),
    plain=(
        "In four dimensions intrinsic volumes and, taken as given, Euler's relation give the same "
        "chance that CAL asks, after three instances or more."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say=(
        "that what is given was checked beyond all labelings of two sets of 4, 5, 6 points, or "
        "the same of fewer than three instances, whose cone has no such section"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=from_intrinsic_volumes,
    checks=(
        Check(Method.SYMBOLIC, euler, scope="all n >= 3, given Euler's relation", tier="normal"),
        Check(
            Method.EXHAUSTIVE, small, scope="3 <= n <= 7, in powers of pi; Euler's relation, n <= 6"
        ),
    ),
    controls={
        "without the faces of dimension two": lambda _, volume, __: 2 * volume,
        "without the curvature": lambda n, volume, before: 2 * (volume + n * (n - 1) / 12 * before),
        "twice the angle": lambda n, volume, before: (
            2 * from_intrinsic_volumes(n, volume, before) - 2 * volume
        ),
    },
)
