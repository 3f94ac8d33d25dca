r"""No constant repairs the plain inequality for the risk of thresholds.

Take :math:`n = 2 q^3` instances with fair coin labels and :math:`r = q^2 / n`.  Then

.. math:: P\Bigl(\sup_t |\widehat{\mathrm{err}}(h_t) - \tfrac12| \ge r\Bigr)
          \ge \frac{\sqrt q}{e} \, e^{-2 n r^2},

so whatever :math:`C` is, :math:`C e^{-2 n r^2}` is too small once :math:`q > (e C)^2`.

Proof.  Let :math:`m = q^3`, :math:`b = q^2`, so :math:`n = 2m`.  Some error exceeds 1/2
by at least :math:`r` iff :math:`2 S_k - S_n \ge 2b` for some :math:`k`.  Given
:math:`S_n = s` with :math:`|s| \le 2b` the walk must reach :math:`b + s/2`; mirrored
there, the rest of it ends at :math:`2 (b + s/2) - s = 2b`.  So each of the
:math:`2b + 1` ends has as many such walks as there are walks that end at :math:`2b`:

.. math:: P \ge (2b + 1) \binom{2m}{m + b} 4^{-m}
            = (2b + 1) \binom{2m}{m} 4^{-m} \prod_{j=1}^{b} \Bigl(1 - \frac{b}{m + j}\Bigr).

The central coefficient is at least :math:`4^m / 2 \sqrt m`: equality at
:math:`m = 1`, and :math:`m \binom{2m}{m}^2 / 16^m` increases.  As
:math:`\ln(1 - x) \ge -x - x^2` for :math:`0 \le x \le 1/2`, the product is at least
:math:`e^{-b^2/m - b^3/m^2} = e^{-2 n r^2} e^{-1}` for :math:`q \ge 2`, and
:math:`(2 q^2 + 1) / 2 q^{3/2} > \sqrt q`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, fails, holds, unknown
from altheory.numeric.enclosure import Enclosure
from proofs_checks._identities import chain, identical
from proofs_checks._noisy_walk import strays

q, m, b, s, x = sp.symbols("q m b s x", positive=True)


@final
@dataclass(frozen=True, slots=True)
class Factor:
    r"""How many times :math:`e^{-2 n r^2}` the chance is at least: ``c / e`` times a power of q."""

    c: int
    half_powers: int

    def expression(self) -> Any:
        """Return it as a formula in q."""
        return self.c * q ** sp.Rational(self.half_powers, 2) * sp.exp(-1)

    def at(self, size: int) -> Enclosure:
        """Enclose it at an integer."""
        power = (Enclosure.exactly(size).log() * Fraction(self.half_powers, 2) - 1).exp()
        return power * self.c


def steps() -> Iterator[Finding]:
    """Yield the steps of the proof that do not depend on the factor."""
    yield identical(2 * (b + s / 2) - s, 2 * b, {b: 3, s: 2}, "where mirrored walks end")
    step = (2 * m + 2) * (2 * m + 1) / (m + 1) ** 2  # from C(2m, m) to C(2m + 2, m + 1)
    grown = (m + 1) / m * step**2 / 16
    yield identical(grown, 1 + 1 / (4 * m * (m + 1)), {m: 3}, "m C(2m, m)^2 / 16^m increases")
    slope = sp.diff(sp.log(1 - x) + x + x**2, x)
    yield identical(slope, x * (1 - 2 * x) / (1 - x), {x: sp.Rational(1, 3)}, "ln(1 - x)")
    lost = (b * (b / m) + b * (b / m) ** 2).subs({b: q**2, m: q**3})
    yield identical(lost, q + 1, {q: 3}, "b^2/m + b^3/m^2, where 2 n r^2 = b^2/m = q")


def every_size(factor: Factor, rng: np.random.Generator) -> Finding:
    """Prove the steps for all q >= 2, and that they leave the factor."""
    del rng
    found = chain(steps(), "the steps of the proof")
    if found.outcome is not Outcome.HOLDS:
        return found
    left = (2 * q**2 + 1) / (2 * q ** sp.Rational(3, 2)) * sp.exp(-1)
    spare = sp.powsimp(sp.expand(left - factor.expression()))
    if spare.is_positive:
        return holds(f"q >= 2: what is left exceeds the factor by {spare}")
    return unknown(f"the argument leaves {left}, which decides nothing of {factor.expression()}")


def exactly(factor: Factor, rng: np.random.Generator) -> Finding:
    """Compare with the exact law of the walk for small q."""
    del rng
    claimed = computed = ""
    for at in range(1, 6):
        n, r = 2 * at**3, at**2
        least, chance = (
            factor.at(at) * Enclosure.exactly(-at).exp(),
            strays(n, 2 * r),
        )  # 2 n r^2 = q
        claimed, computed = f">= {float(least):.5g}", f"{float(chance):.5g}"
        if chance < least.hi:
            where = f"q={at}: n={n} instances, r={r}/{n}"
            return fails(where, claimed=claimed, computed=computed)
    seen = "q <= 5: all label sequences of 2 q^3 instances; shown: q=5"
    return holds(seen, claimed=claimed, computed=computed)


CLAIM: Claim[Factor] = Claim(
    key="bounds/dkw/risk-no-constant",
    title="No constant repairs DKW for the risk of thresholds",
    statement=(
        r"P\Bigl(\sup_t |\widehat{\mathrm{err}}(h_t) - \tfrac12| \ge r\Bigr) \ge "
        r"\frac{\sqrt q}{e} \, e^{-2nr^2} \quad (n = 2q^3,\ r = q^2/n,\ q \ge 1)"
    ),
    plain=(
        "With fair coin labels the error rates of all thresholds stray as far as r with a "
        "probability that exceeds any constant times the exponential of DKW, if there are enough "
        "instances."
    ),
    relation="lower",
    assumptions=frozenset({"independent instances", "continuous law", "fair coin labels"}),
    does_not_say=(
        "that the radius must grow faster than 1/sqrt(n): a fixed level needs a constant factor "
        "more, and two chains are enough"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=Factor(1, 1),
    checks=(
        Check(Method.SYMBOLIC, every_size, scope="every q >= 2"),
        Check(Method.ENCLOSURE, exactly, scope="q <= 5: all label sequences of 2 q^3 instances"),
    ),
    controls={
        "9/e times the root": Factor(9, 1),
        "3q / e": Factor(3, 2),
        "q^2 / e": Factor(1, 4),
    },
)
