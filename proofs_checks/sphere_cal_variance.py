r"""The variance of CAL in three dimensions: a closed form that was found by its digits.

The variance of the number of labels grows like :math:`\sigma^2 \ln n` with

.. math:: \sigma^2 = \frac{\pi^2}2 + 2 \bigl(\pi^2 + 4 \pi^2 I_1 + \pi^2 I_2\bigr),

by counting pairs of asked instances in the Poisson limit, where :math:`I_1` and :math:`I_2`
are two integrals over an ellipse (:mod:`proofs_checks._sphere_variance`).  To sixteen digits

.. math:: I_1 = \frac{2\pi^2 + 8 \ln 2 - 8 \ln^2 2 - 7}{40}, \qquad
    I_2 = -\frac16 - \frac{25 \pi^2}{72} - \frac74 \zeta(3) + \frac{\pi^2}2 \ln 2,

so :math:`\sigma^2 = 8.2393\dots`, which is 1.67 times the mean's constant: labels come in
bursts.  Nobody has integrated them in closed form; the right sides are a guess that fits.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
from flint import arb, ctx

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory._log_series import enclosure_of
from proofs_checks._sphere_variance import integrals

Pair: TypeAlias = Callable[[], tuple[Any, Any]]
DIGITS = Fraction(1, 10**16)


def guessed() -> tuple[Any, Any]:
    """Return the balls of both closed forms."""
    square, log = arb.pi() ** 2, arb(2).log()
    first = (2 * square + 8 * log - 8 * log**2 - 7) / 40
    second = -arb(1) / 6 - 25 * square / 72 - 7 * arb(3).zeta() / 4 + square / 2 * log
    return first, second


def quadrature(formula: Pair, rng: np.random.Generator) -> Finding:
    """Enclose the integrals, and the difference from the closed forms."""
    del rng
    with ctx.workprec(200):
        claims = [enclosure_of(ball) for ball in formula()]
    for name, claimed, computed in zip(("I_1", "I_2"), claims, integrals(), strict=True):
        off = claimed - computed
        if max(-off.lo, off.hi) > DIGITS:
            return fails(name, claimed=f"{float(claimed):.17g}", computed=f"{float(computed):.17g}")
    return holds("both to sixteen digits")


CLAIM: Claim[Pair] = Claim(
    key="sphere/cal/variance-constant",
    title="A closed form that fits the variance of CAL in three dimensions",
    statement=(
        r"\Bigl| I_1 - \tfrac{2\pi^2 + 8 \ln 2 - 8 \ln^2 2 - 7}{40} \Bigr|,\ \Bigl| I_2 +"
        r" \tfrac16 + \tfrac{25\pi^2}{72} + \tfrac74 \zeta(3) - \tfrac{\pi^2}2 \ln 2 \Bigr|"
        r" \le 10^{-16}"
    ),
    plain=(
        "Two integrals, of which the variance of CAL's labels in three dimensions is made, agree "
        "with closed forms to sixteen digits: a numerical identification."
    ),
    relation="identity",
    does_not_say="that the integrals equal the closed forms, or that the variance is made of them",
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=guessed,
    checks=(Check(Method.ENCLOSURE, quadrature, scope="both integrals, 16 digits", tier="normal"),),
    controls={
        "a seventh decimal": lambda: (guessed()[0] + arb(10) ** -7, guessed()[1]),
        "another coefficient of pi squared": lambda: (
            guessed()[0],
            guessed()[1] + arb.pi() ** 2 / 72,
        ),
        "without the zeta value": lambda: (guessed()[0], guessed()[1] + 7 * arb(3).zeta() / 4),
    },
)
