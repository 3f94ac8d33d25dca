r"""The disagreement coefficient of separators under the uniform law, exactly.

The ball of radius r around w is a cap of angle :math:`\pi r`, and its members disagree on
the band of all x with :math:`|x \cdot w| \le \sin \pi r`, of the mass

.. math:: \Delta(r) = 2 \kappa_d \int_0^{\pi r} \cos^{d-2} u\, du, \qquad
    \frac1{\kappa_d} = \int_0^\pi \sin^{d-2} u\, du .

The integrand falls, so :math:`\Delta(r)/r` does too, and its supremum is the slope at 0,

.. math:: \theta_d = 2 \pi \kappa_d = \frac{2 \sqrt\pi\, \Gamma(d/2)}{\Gamma((d - 1)/2)}
    = 2,\ \pi,\ 4,\ \tfrac{3\pi}2,\ \tfrac{16}3,\ \dots
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.sphere_information import theta_sphere
from proofs_checks._identities import chain, identical
from proofs_checks._sphere_integrals import norm

Coefficient: TypeAlias = Callable[[Any], Any]
MOST = 8


def gamma_quotient(d: Any) -> Any:
    """Return the disagreement coefficient in dimension d."""
    half = sp.Rational(1, 2)
    return 2 * sp.sqrt(sp.pi) * sp.gamma(d * half) / sp.gamma((d - 1) * half)


def recursion(formula: Coefficient, rng: np.random.Generator) -> Finding:
    r"""Prove it for all d, by the integrals of powers of the sine, two dimensions at a time."""
    del rng
    d, u = sp.Symbol("d", positive=True), sp.Symbol("u", positive=True)
    at = {u: sp.Rational(1, 3), d: 5}

    def steps() -> Iterator[Finding]:
        falls = sp.diff(sp.cos(u) ** (d - 2), u)
        sign = -(d - 2) * sp.sin(u) * sp.cos(u) ** (d - 3)
        yield identical(falls, sign, at, "the integrand of the band falls")
        # (d - 1) sin^d = (d - 1) sin^(d-2) - (d - 1) sin^(d-2) cos^2, by parts of the latter
        primitive = -(sp.sin(u) ** (d - 1)) * sp.cos(u)
        parts = d * sp.sin(u) ** d - (d - 1) * sp.sin(u) ** (d - 2)
        yield identical(
            sp.diff(primitive, u).subs(sp.cos(u) ** 2, 1 - sp.sin(u) ** 2),
            parts,
            at,
            "d times the integral of sin^d is d - 1 times that of sin^(d-2)",
        )
        s = sp.Symbol("s", positive=True)  # d = 2s + 1, so that the gamma functions expand
        quotient = sp.expand_func(formula(2 * s + 3) / formula(2 * s + 1))
        higher = (2 * s + 1) / (2 * s)
        yield identical(quotient, higher, {s: 2}, "theta two dimensions higher")
        yield identical(formula(sp.Integer(2)), 2, {}, "theta of the circle")
        yield identical(formula(sp.Integer(3)), sp.pi, {}, "theta of the sphere")

    return chain(steps(), "all d >= 2")


def first_dimensions(formula: Coefficient, rng: np.random.Generator) -> Finding:
    """Integrate the density wave by wave, and ask the package."""
    del rng
    for d in range(2, MOST + 1):
        claimed, computed = sp.simplify(formula(sp.Integer(d))), 2 / norm(d)
        package = sp.sympify(theta_sphere(d).exact)
        if claimed != computed or package != computed:
            return fails(f"d = {d}", claimed=claimed, computed=computed)
    return holds(f"2 <= d <= {MOST}")


CLAIM: Claim[Coefficient] = Claim(
    key="sphere/disagreement-coefficient",
    title="Disagreement coefficient of separators",
    statement=(
        r"\theta_d = \sup_{r > 0} \frac{\Delta(r)}r"
        r" = \frac{2 \sqrt\pi\, \Gamma(d/2)}{\Gamma((d-1)/2)}, \quad d \ge 2"
    ),
    plain="Under the uniform law the disagreement coefficient is near sqrt(2 pi d), exactly known.",
    relation="exact",
    assumptions=frozenset({"uniform law", "fixed target"}),
    does_not_say="anything of another law: near some, the coefficient is unbounded",
    source=Source(
        "hanneke2007bound",
        match="related",
        difference="bounds of the order sqrt(d) there, the exact value here",
    ),
    expected=Verdict.PROVED,
    formula=gamma_quotient,
    checks=(
        Check(Method.SYMBOLIC, recursion, scope="all d >= 2", tier="normal"),
        Check(Method.EXHAUSTIVE, first_dimensions, scope="2 <= d <= 8"),
    ),
    controls={
        "pi times the root of d": lambda d: sp.pi * sp.sqrt(d),
        "one dimension more": lambda d: gamma_quotient(d + 1),
        "one side of the band": lambda d: gamma_quotient(d) / 2,
        "its first order": lambda d: sp.sqrt(2 * sp.pi * d),
    },
)
