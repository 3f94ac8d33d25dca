r"""What the mean number of edges of the version space tends to: two formulas for one number.

Each d - 1 of n hyperplanes meet in a line through the origin, in a uniform direction, and a
half of it is an edge of the cone iff the others do not separate it from the target:

.. math:: \mathbb E[\text{edges}] = 2 \binom{n}{d-1} I_d(n - d + 1)
    \longrightarrow \frac{2 \kappa_d \pi^{d-1}}{d - 1} = \frac{m!}{2^m} \operatorname{vol}(B^m)^2,
    \qquad m = d - 1,

with the unit ball :math:`B^m`: 2, :math:`\pi^2/2`, :math:`4\pi^2/3`, :math:`3\pi^4/8`.  Below
ten dimensions a learner can keep them all.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import comb
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.sphere_version_space import expected_edges_sphere
from proofs_checks._identities import chain, identical
from proofs_checks._sphere_integrals import moment, norm

Limit: TypeAlias = Callable[[Any], Any]
MOST = 9


def balls(m: Any) -> Any:
    """Return the limit in dimension m + 1, from the volume of the unit ball."""
    half = sp.Rational(1, 2)
    return sp.gamma(m + 1) / 2**m * sp.pi**m / sp.gamma(m * half + 1) ** 2


def steps_of_two(formula: Limit, rng: np.random.Generator) -> Finding:
    r"""Compare with :math:`2 \kappa_d \pi^m/m`, two dimensions at a time, for all m."""
    del rng
    s = sp.Symbol("s", positive=True)  # m = 2s

    def steps() -> Iterator[Finding]:
        # kappa rises by (m + 1)/m from dimension m + 1 to m + 3
        ratio = (2 * s + 1) / (2 * s) * sp.pi**2 * 2 * s / (2 * s + 2)
        claimed = sp.gammasimp(formula(2 * s + 2) / formula(2 * s))
        yield identical(sp.expand_func(claimed), ratio, {s: 3}, "two dimensions more, all m")
        for m in (1, 2):
            start = 2 * sp.pi**m / (sp.pi * norm(m + 1) * m)
            yield identical(formula(sp.Integer(m)), start, {}, f"m = {m}")

    return chain(steps(), "all m >= 1")


def small_and_large(formula: Limit, rng: np.random.Generator) -> Finding:
    """Count the edges of a simplicial cone, of polygons, and of a cone of 10^15 labels."""
    del rng
    for d in range(2, MOST):
        if 2 * comb(d, d - 1) * moment(d, 1) != d:
            return fails(f"d = {d}: a cone of d labels has d edges")
        many = expected_edges_sphere(d, 10**15).enclosure
        claimed = Fraction(str(sp.N(formula(sp.Integer(d - 1)), 40)))
        off = many - claimed
        if max(-off.lo, off.hi) * 10**11 > 1:
            return fails(f"d = {d}", claimed=float(claimed), computed=float(many))
    return holds(f"2 <= d < {MOST}; n = d and n = 10^15")


CLAIM: Claim[Limit] = Claim(
    key="sphere/version-space/edges",
    title="Edges of the version space in the limit",
    statement=(
        r"\frac{2 \kappa_d \pi^{d-1}}{d - 1} = \frac{m!}{2^m} \operatorname{vol}(B^m)^2,"
        r" \quad m = d - 1 \ge 1; \quad \text{within } 10^{-11} \text{ of } 2 \tbinom nm I_d(n - m)"
        r" \text{ for } n = 10^{15},\ d \le 8"
    ),
    plain=(
        "Two formulas agree on what the mean number of edges of the version space should tend to: "
        "4.93, 13.2, 36.5 in 3, 4, 5 dimensions; up to dimension 8 the formula for n labels is "
        "that close to eleven digits at n = 10^15."
    ),
    relation="identity",
    assumptions=frozenset({"realizable", "uniform law", "independent instances"}),
    does_not_say=(
        "that the mean number is the formula for n labels, which is derived in words alone, or how "
        "many edges the worst labels leave: those of a cyclic polytope"
    ),
    source=Source(
        "kabluchko2019zero",
        match="related",
        difference="vertices of the zero cell there; the edges of n labels and the limit here",
    ),
    expected=Verdict.PROVED,
    formula=balls,
    checks=(
        Check(Method.SYMBOLIC, steps_of_two, scope="all m >= 1"),
        Check(
            Method.ENCLOSURE,
            small_and_large,
            scope="2 <= d <= 8; the formula for n labels, n = d and n = 10^15",
        ),
    ),
    controls={
        "one dimension more": lambda m: balls(m + 1),
        "the ball once": lambda m: balls(m) * sp.gamma(m / sp.Integer(2) + 1) / sp.pi ** (m / 2),
        "twice as many": lambda m: 2 * balls(m),
    },
)
