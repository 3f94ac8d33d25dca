r"""Two ways to write the rates under Tsybakov noise are one.

Castro and Nowak write errors after n labels, with an exponent :math:`\kappa \ge 1`;
others write labels up to an error :math:`\varepsilon`, with :math:`\alpha = 1/\kappa`:

.. math:: \varepsilon = n^{-\kappa / (2 \kappa - 2)} \iff n = \varepsilon^{-(2 - 2 \alpha)},
    \qquad
    \varepsilon = n^{-\kappa / (2 \kappa - 1)} \iff n = \varepsilon^{-(2 - \alpha)},

for active and passive learning.  The identity is one of exponents: that the rates are
right is cited, not checked.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import chain, identical

Exponents: TypeAlias = Callable[[Any], tuple[Any, Any]]


def exponents(alpha: Any) -> tuple[Any, Any]:
    """Return the exponents of 1/epsilon in the labels of active and passive learning."""
    return 2 - 2 * alpha, 2 - alpha


def solved_for_the_labels(formula: Exponents, rng: np.random.Generator) -> Finding:
    """Solve each rate for n: -log epsilon = rate * log n, so the exponent is 1/rate."""
    del rng
    excess = sp.Symbol("excess", positive=True)  # kappa - 1, above 0
    kappa = 1 + excess
    rates = (kappa / (2 * kappa - 2), kappa / (2 * kappa - 1))
    there = {excess: sp.Rational(1, 2)}
    pairs = zip(("active", "passive"), formula(1 / kappa), rates, strict=True)
    steps = (identical(exponent, 1 / rate, there, name) for name, exponent, rate in pairs)
    return chain(steps, "both rates, solved for log n")


def perfect_powers(formula: Exponents, rng: np.random.Generator) -> Finding:
    """Compare at epsilon = 2^-60: the n of the formula, put into the rate, gives it back."""
    del rng
    for kappa in (Fraction(2), Fraction(3), Fraction(3, 2), Fraction(5, 2)):
        for name, rate, exponent in zip(
            ("active", "passive"),
            (kappa / (2 * kappa - 2), kappa / (2 * kappa - 1)),
            formula(1 / kappa),
            strict=True,
        ):
            labels = 60 * Fraction(exponent)  # n = 2^labels, so the rate says 2^-(labels * rate)
            if labels * rate != 60:
                where = f"{name}, kappa = {kappa}, epsilon = 2^-60"
                return fails(where, claimed=f"n = 2^{labels}", computed=f"n = 2^{60 / rate}")
    return holds("kappa = 3/2, 2, 5/2, 3")


CLAIM: Claim[Exponents] = Claim(
    key="noise/tsybakov/exponents",
    title="The rates under Tsybakov noise in both notations",
    statement=(
        r"\varepsilon = n^{-\kappa/(2\kappa - 2)} \iff n = \varepsilon^{-(2 - 2\alpha)}, \quad"
        r" \varepsilon = n^{-\kappa/(2\kappa - 1)} \iff n = \varepsilon^{-(2 - \alpha)}, \quad"
        r" \alpha = 1/\kappa,\ \kappa > 1"
    ),
    plain="What one author writes with kappa is what another writes with alpha, its inverse.",
    relation="identity",
    does_not_say="that any learner reaches these rates, or that none is faster",
    source=Source(
        "castro2008minimax",
        match="related",
        difference="rates as commonly cited in two notations; only their agreement is claimed",
    ),
    expected=Verdict.PROVED,
    formula=exponents,
    checks=(
        Check(Method.SYMBOLIC, solved_for_the_labels, scope="all kappa > 1"),
        Check(Method.EXHAUSTIVE, perfect_powers, scope="kappa = 3/2, 2, 5/2, 3"),
    ),
    controls={
        "alpha is kappa": lambda alpha: (2 - 2 / alpha, 2 - 1 / alpha),
        "active as slow as passive": lambda alpha: (2 - alpha, 2 - alpha),
        "one power of alpha too many": lambda alpha: (2 - 2 * alpha, 2 - 2 * alpha),
        "margins for exponents": lambda alpha: (1 - alpha, 2 - alpha),
    },
)
