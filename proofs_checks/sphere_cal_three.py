r"""CAL on the sphere of three dimensions: facets, chances and their recursion.

Let :math:`V_n` be the number of labels that the version space of n instances needs; CAL asks
for the last of n with probability :math:`\mathbb E[V_n]/n`.  Fold instances to the side of
the target: two of the n neighbor each other on the cone that they span iff all others lie
on one side of their plane, and a cone has as many edges as facets.  A plane through two
uniform points is uniform, so with :math:`\theta` its normal's angle to the target

.. math:: \mathbb E[V_n] = \binom n2 \mathbb E\Bigl[\bigl(1 - \tfrac\theta\pi\bigr)^{n-2}
    + \bigl(\tfrac\theta\pi\bigr)^{n-2}\Bigr] = \binom n2 J_{n-2}, \qquad
    J_k = \int_0^\pi \sin \alpha \Bigl(\frac\alpha\pi\Bigr)^k d\alpha
        = 1 - \frac{k (k - 1)}{\pi^2} J_{k-2},

:math:`J_0 = 2`, :math:`J_1 = 1`, for n >= 3: 3, :math:`6 - 24/\pi^2`, :math:`10 - 60/\pi^2`,
:math:`15 - 180/\pi^2 + 720/\pi^4`.
"""

from collections.abc import Callable, Iterator
from functools import cache
from math import comb
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.sphere_version_space import expected_facets_sphere
from proofs_checks._identities import chain, identical
from proofs_checks._sphere_integrals import moment
from proofs_checks._sphere_signs import curve, facets, labelings, needed, spread

Step: TypeAlias = Callable[[Any, Any], Any]
MOST, COUNTED = 10, 6


def recursion(k: Any, before: Any) -> Any:
    """Return J_k from J_{k-2}."""
    return 1 - k * (k - 1) / sp.pi**2 * before


def by_parts(formula: Step, rng: np.random.Generator) -> Finding:
    """Differentiate the primitive that two integrations by parts give, for every k."""
    del rng
    u, k = sp.Symbol("u", positive=True), sp.Symbol("k", integer=True, positive=True)
    at = {u: sp.Rational(1, 3), k: 5}

    def steps() -> Iterator[Finding]:
        primitive = -(u**k) * sp.cos(sp.pi * u) + k * u ** (k - 1) * sp.sin(sp.pi * u) / sp.pi
        rest = k * (k - 1) / sp.pi**2 * u ** (k - 2) * sp.sin(sp.pi * u) * sp.pi
        slope = sp.pi * u**k * sp.sin(sp.pi * u)
        yield identical(sp.diff(primitive, u), slope + rest, at, "the primitive, all k")
        before = sp.Symbol("before")
        ends = primitive.subs(u, 1)  # the primitive vanishes at 0 for k >= 2
        claimed = formula(k, before)
        yield identical(claimed, ends - k * (k - 1) / sp.pi**2 * before, {before: 3, k: 5}, "J_k")

    return chain(steps(), "all k >= 2")


def expected(formula: Step, n: int) -> Any:
    """Return the mean number of facets by the recursion."""
    value = sp.Integer(1 if n % 2 else 2)
    for k in range(2 + n % 2, n - 1, 2):
        value = sp.expand(formula(sp.Integer(k), value))
    return sp.expand(comb(n, 2) * value)


@cache
def as_many_edges_as_facets() -> bool:
    """Decide it for all labelings of two sets of points of each size."""
    sets = (points(3, n) for n in range(3, COUNTED + 1) for points in (curve, spread))
    return all(needed(xs, row) == facets(xs, row) for xs in sets for row in labelings(xs))


def package(formula: Step, rng: np.random.Generator) -> Finding:
    """Compare with the integrals over the planes of pairs, and with the package.

    That a cone has as many edges as facets, one for each pair with all others on one side of its
    plane, is verified on all labelings of points.
    """
    del rng
    if not as_many_edges_as_facets():
        return fails("a cone has more edges or facets")
    for n in range(3, MOST + 1):
        claimed, pairs = expected(formula, n), sp.expand(comb(n, 2) * 2 * moment(3, n - 2))
        general = sp.expand(sp.sympify(expected_facets_sphere(3, n).exact))
        if not claimed == pairs == general:
            return fails(f"n = {n}", claimed=claimed, computed=(pairs, general))
    return holds(f"3 <= n <= {MOST}")


CLAIM: Claim[Step] = Claim(
    key="sphere/cal/three-dimensions",
    title="CAL in three dimensions, exactly",
    statement=(
        r"n\,P(\text{CAL asks for instance } n) = \mathbb E[V_n] = \binom n2 J_{n-2}, \quad"
        r" J_k = 1 - \frac{k(k-1)}{\pi^2} J_{k-2},\ J_0 = 2,\ J_1 = 1, \quad n \ge 3,"
        r" \text{ given that } V_n \text{ pairs have all others on one side of their uniform plane}"
    ),
    plain=(
        "In three dimensions the chance that CAL asks is a polynomial in 1/pi^2, given that a cone "
        "has as many edges as facets and that a plane through two uniform points is uniform."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say=(
        "that what is given was checked beyond all labelings of two sets of 3, ..., 6 points, or "
        "that the recursion is a stable way to compute: it loses a digit every few steps"
    ),
    source=Source(
        "barany2017random",
        match="related",
        difference="on convex hulls of points in a half-sphere; CAL and the recursion are ours",
    ),
    expected=Verdict.PROVED,
    formula=recursion,
    checks=(
        Check(Method.SYMBOLIC, by_parts, scope="J_k for all k >= 2"),
        Check(
            Method.EXHAUSTIVE,
            package,
            scope="3 <= n <= 10, the package too; edges are facets, n <= 6",
            tier="normal",
        ),
    ),
    controls={
        "the other sign": lambda k, before: 1 + k * (k - 1) / sp.pi**2 * before,
        "half turns": lambda k, before: 1 - k * (k - 1) / (4 * sp.pi**2) * before,
        "k squared": lambda k, before: 1 - k**2 / sp.pi**2 * before,
    },
)
