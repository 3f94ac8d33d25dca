r"""Hoeffding's bound on a probability is valid, and far from tight.

With :math:`U(k) = k/n + \sqrt{\ln(1/\delta) / (2n)}`,

.. math:: P(p > U(K)) \le \delta \quad \text{for every } p,

here decided exactly, over the continuum of all :math:`p`, for small samples.  At
:math:`n = 100` and :math:`\delta = .05` the worst :math:`p` is missed with probability
.0093 only: the bound pays for a variance of 1/4 whatever the variance is, and for
Chernoff's inequality on top.
"""

from fractions import Fraction

from altheory.bounds.hoeffding import hoeffding
from altheory.ledger.claim import Claim, Source, Verdict
from altheory.numeric.enclosure import Enclosure
from proofs_checks._coverage import CHECKS, Upper, random_jump


def upper(k: int, n: int, delta: Fraction) -> Fraction:
    """Return the shipped bound."""
    return hoeffding(Fraction(k, n), n, delta, side="upper").upper


def scaled(factor: Fraction) -> Upper:
    """Return the bound with its radius, before it is cut at 1, times ``factor``."""

    def bound(k: int, n: int, delta: Fraction) -> Fraction:
        radius = (Enclosure.exactly(1 / delta).log() / (2 * n)).sqrt().rounded().hi
        return min(Fraction(1), Fraction(k, n) + factor * radius)

    return bound


CLAIM: Claim[Upper] = Claim(
    key="bounds/hoeffding/validity",
    title="Hoeffding's bound on a probability is valid",
    statement=(
        r"P\bigl(p > K/n + \sqrt{\ln(1/\delta)/(2n)}\bigr) \le \delta \quad "
        r"(p \in [0, 1],\ n \le 8,\ \delta \in \{\tfrac12, \tfrac1{20}, \tfrac1{100}\})"
    ),
    plain=(
        "In up to 8 trials, at error probabilities 1/2, 1/20 and 1/100, Hoeffding's bound never "
        "fails more often than stated, whatever the probability."
    ),
    relation="upper",
    assumptions=frozenset({"fixed sample size"}),
    does_not_say="that it is tight: at n = 100 it fails with probability .0093 in place of .05",
    source=Source("hoeffding1963", match="special case", difference="0/1 variables"),
    expected=Verdict.PROVED,
    formula=upper,
    checks=CHECKS,
    controls={
        "half the radius": scaled(Fraction(1, 2)),
        "the variance taken for 1/16": scaled(Fraction(1, 4)),
        "no radius": scaled(Fraction(0)),
    },
    attack=random_jump,
)
