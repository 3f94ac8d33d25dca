r"""The relative entropy bound needs no union factor for a single hypothesis.

With :math:`U(k) = \sup \{p : \mathrm{kl}(k/n \,\|\, p) \le \ln(1/\delta) / n\}`,

.. math:: P(p > U(K)) \le \delta \quad \text{for every } p.

Chernoff's inequality bounds the lower tail at :math:`p` by
:math:`e^{-n \, \mathrm{kl}(k/n \| p)}`, and beyond :math:`U(k)` that is below
:math:`\delta`.  At :math:`k = 0` nothing is lost: both are :math:`(1 - p)^n`.
"""

from fractions import Fraction

from altheory.bounds.kl import kl
from altheory.ledger.claim import Claim, Source, Verdict
from altheory.numeric.enclosure import Enclosure
from proofs_checks._coverage import CHECKS, Upper, random_jump


def upper(k: int, n: int, delta: Fraction) -> Fraction:
    """Return the shipped bound."""
    return kl(k, n, delta, side="upper").upper


def power(delta: Fraction, exponent: Fraction) -> Fraction:
    """Return a power of ``delta``, rounded down: the bound made of it is never too small."""
    return (exponent * Enclosure.exactly(delta).log()).exp().rounded().lo


CLAIM: Claim[Upper] = Claim(
    key="bounds/kl/no-union-factor",
    title="The relative entropy bound is valid with ln(1/delta) alone",
    statement=(
        r"P\bigl(\mathrm{kl}(K/n \,\|\, p) > \ln(1/\delta)/n,\ p > K/n\bigr) \le \delta \quad "
        r"(p \in [0, 1],\ n \le 8,\ \delta \in \{\tfrac12, \tfrac1{20}, \tfrac1{100}\})"
    ),
    plain=(
        "For one hypothesis, in up to 8 trials and at error probabilities 1/2, 1/20 and 1/100, "
        "the relative entropy bound holds without any ln n term."
    ),
    relation="upper",
    assumptions=frozenset({"fixed sample size"}),
    does_not_say="that it holds for many hypotheses at once: PAC-Bayes pays its extra term there",
    source=Source("langford2005", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=upper,
    checks=CHECKS,
    controls={
        "n + 1 in place of n": lambda k, n, delta: upper(k, n, power(delta, Fraction(n, n + 1))),
        "half of ln(1/delta)": lambda k, n, delta: upper(k, n, power(delta, Fraction(1, 2))),
        "one success fewer": lambda k, n, delta: upper(max(k - 1, 0), n, delta),
    },
    attack=random_jump,
)
