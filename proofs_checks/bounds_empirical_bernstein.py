r"""The empirical Bernstein bound of Maurer and Pontil on a probability is valid.

For 0 and 1 the unbiased sample variance is :math:`\frac{n}{n-1} \hat p (1 - \hat p)`, so the
bound is a function of the count, and how often it misses is computed exactly over the
continuum of all :math:`p`.  Without a success the square root vanishes, and the last term
is all that there is: it cannot be left out, nor be 7 times smaller.
"""

from fractions import Fraction

from altheory.bounds.empirical_bernstein import empirical_bernstein
from altheory.ledger.claim import Claim, Source, Verdict
from altheory.numeric.enclosure import Enclosure
from proofs_checks._coverage import QUICK_CHECKS, Upper, random_jump


def upper(k: int, n: int, delta: Fraction) -> Fraction:
    """Return the shipped bound."""
    return empirical_bernstein(Fraction(k, n), n, delta, side="upper").upper


def with_terms(root: Fraction, last: Fraction) -> Upper:
    """Return the bound with multiples of its two terms."""

    def bound(k: int, n: int, delta: Fraction) -> Fraction:
        log, rate = Enclosure.exactly(2 / delta).log(), Fraction(k, n)
        most = max(n - 1, 1)
        spread = (2 * rate * (1 - rate) * log / most).sqrt() * root
        return min(Fraction(1), (rate + spread + last * log / (3 * most)).rounded().hi)

    return bound


CLAIM: Claim[Upper] = Claim(
    key="bounds/empirical-bernstein/validity",
    title="The empirical Bernstein bound on a probability is valid",
    statement=(
        r"P\bigl(p > \hat p + \sqrt{2 V \ln(2/\delta)/n} + 7\ln(2/\delta)/(3(n-1))\bigr) "
        r"\le \delta \quad "
        r"(p \in [0, 1],\ n \le 3,\ \delta \in \{\tfrac12, \tfrac1{20}, \tfrac1{100}\})"
    ),
    plain=(
        "In up to 3 trials, at error probabilities 1/2, 1/20 and 1/100, the bound with the "
        "variance of the sample never fails more often than stated, whatever the probability."
    ),
    relation="upper",
    assumptions=frozenset({"fixed sample size"}),
    does_not_say="that it is narrower than bounds that do not look at the variance",
    source=Source("maurer2009", match="special case", difference="0/1 variables"),
    expected=Verdict.PROVED,
    formula=upper,
    checks=QUICK_CHECKS,
    controls={
        "the root alone": with_terms(Fraction(1), Fraction(0)),
        "1/3 in place of 7/3": with_terms(Fraction(1), Fraction(1)),
        "a seventh of the last term, alone": with_terms(Fraction(0), Fraction(1)),
    },
    attack=random_jump,
)
