r"""Bernstein's inequality, solved for a probability, is valid.

A variable that is 0 or 1 with mean :math:`p` has the variance :math:`p (1 - p)`.  So

.. math:: P\Bigl(p > \tfrac Kn + \sqrt{\tfrac{2 p (1 - p) \ln(1/\delta)}{n}}
          + \tfrac{\ln(1/\delta)}{3n}\Bigr) \le \delta,

and the set of :math:`p` that a count leaves possible ends at the larger root of a quadratic
equation.  Here the miscoverage is computed exactly over the continuum of all :math:`p`.
"""

from fractions import Fraction

from altheory.bounds.bernstein import bernstein
from altheory.ledger.claim import Claim, Source, Verdict
from altheory.numeric.enclosure import Enclosure
from proofs_checks._coverage import QUICK_CHECKS, Upper, random_jump


def upper(k: int, n: int, delta: Fraction) -> Fraction:
    """Return the shipped bound."""
    return bernstein(Fraction(k, n), n, delta, side="upper").upper


def linear(k: int, n: int, delta: Fraction) -> Fraction:
    """Return the bound with its last term alone."""
    shift = Enclosure.exactly(1 / delta).log() / (3 * n)
    return min(Fraction(1), (Fraction(k, n) + shift).rounded().hi)


CLAIM: Claim[Upper] = Claim(
    key="bounds/bernstein/validity",
    title="Bernstein's bound on a probability is valid",
    statement=(
        r"P\bigl(p > K/n + \sqrt{2p(1-p)\ln(1/\delta)/n} + \ln(1/\delta)/(3n)\bigr) \le \delta "
        r"\quad (p \in [0, 1],\ n \le 3,\ \delta \in \{\tfrac12, \tfrac1{20}, \tfrac1{100}\})"
    ),
    plain=(
        "In up to 3 trials, at error probabilities 1/2, 1/20 and 1/100, Bernstein's inequality "
        "solved for the probability never fails more often than stated, whatever it is."
    ),
    relation="upper",
    assumptions=frozenset({"fixed sample size"}),
    does_not_say="that it is tight, or that a variance may be put in that the data suggested",
    source=Source("bousquet2004", match="special case", difference="0/1 variables"),
    expected=Verdict.PROVED,
    formula=upper,
    checks=QUICK_CHECKS,
    controls={
        "the last term alone": linear,
        "a third as sure": lambda k, n, delta: upper(k, n, 1 - (1 - delta) / 3),
        "one success fewer": lambda k, n, delta: upper(max(k - 1, 0), n, delta),
    },
    attack=random_jump,
)
