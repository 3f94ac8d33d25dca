r"""The Dvoretzky-Kiefer-Wolfowitz radius does not hold for the risk of thresholds.

The inequality is about one chain of events, such as :math:`\{X \le x\}`.  Under label
noise the error of a threshold is the probability of a union of two: false alarms,
which grow as the cut moves left, and misses, which shrink.  When the labels are fair
coins every error is 1/2, its frequency has the variance of a coin at *every* cut
(and not :math:`t (1 - t)`), and the largest deviation is that of a random walk.
Counting its paths gives :math:`P > \delta` already for 100 instances.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.bounds.dkw import dkw
from altheory.bounds.dkw_risk import dkw_risk
from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._noisy_walk import beyond, strays

# The radius that is claimed for the errors of all thresholds, from n and delta.
Radius: TypeAlias = Callable[[int, Fraction], Fraction]

DELTAS = (Fraction(1, 20), Fraction(1, 10), Fraction(1, 100))
PLAIN_STEP = """\
lo, hi = F(36888, 10000), F(36889, 10000)


def series(x):  # of exp(x), whose terms from the 30th on sum to less than twice the 30th
    return sum(x**j / factorial(j) for j in range(30))


assert series(lo) + 2 * lo**30 / factorial(30) < 40 < series(hi)  # lo < ln 40 < hi
# |error - 1/2| <= sqrt(ln(2/.05) / (2n)) at a cut iff (2 S_k - S_n)^2 <= 2 n ln 40
most = max(d for d in range(n + 1) if d * d <= 2 * n * hi)
assert most**2 <= 2 * n * lo  # nothing is in doubt"""
PROGRAM = """\
from fractions import Fraction as F
from math import factorial

n, delta = {n}, F("{delta}")
{most}
stay = 0  # label sequences for which the errors of all thresholds are within the radius
for end in range(-n, n + 1, 2):  # the sum S_n of all labels
    paths = {{0: 1}} if abs(end) <= most else {{}}
    for _ in range(n):
        step = {{}}
        for s, ways in paths.items():
            for t in (s - 1, s + 1):
                if abs(2 * t - end) <= most:
                    step[t] = step.get(t, 0) + ways
        paths = step
    stay += paths.get(end, 0)
assert F(2**n - stay, 2**n) > delta"""


def plain(n: int, delta: Fraction) -> Fraction:
    """Return the radius for one distribution function."""
    return dkw(n, delta).upper


def two_chains(n: int, delta: Fraction) -> Fraction:
    """Return the radius for the errors of nested hypotheses."""
    return dkw_risk(n, delta).upper


def counterexample(rule: Radius, n: int, delta: Fraction) -> Counterexample:
    """Return the number of label sequences within the radius, and a program that counts them."""
    chance = strays(n, beyond(n, rule(n, delta)))
    stay = (1 - chance) * 2**n
    everything = ("^", 2, n)
    missed = ("/", ("-", everything, "stay"), everything)
    radius = rule(n, delta)
    most = f"most = {int(2 * n * radius)}  # of |2 S_k - S_n|: the radius is {float(radius):.6g}"
    if rule is plain and delta == DELTAS[0]:
        most = PLAIN_STEP
    certificate = arithmetic(missed, ">", delta, {"stay": stay})
    return Counterexample(certificate, PROGRAM.format(n=n, delta=delta, most=most))


def covers(rule: Radius, n: int, delta: Fraction) -> Finding:
    """Count the label sequences for which some error is outside of the radius."""
    chance = strays(n, beyond(n, rule(n, delta)))
    seen = f"n={n}, fair coin labels: some error deviates more w.p. {float(chance):.5f}"
    claimed, computed = f"<= {float(delta):g}", f"{float(chance):.5f}"
    if chance <= delta:
        return holds(seen, claimed=claimed, computed=computed)
    found = counterexample(rule, n, delta)
    return fails(seen, claimed=claimed, computed=computed, counterexample=found)


def one_hundred(rule: Radius, rng: np.random.Generator) -> Finding:
    """Take 100 instances with fair labels, at three levels."""
    del rng
    found = [covers(rule, 100, delta) for delta in DELTAS]
    return next((f for f in found if f.counterexample), found[0])


def random_size(rule: Radius, rng: np.random.Generator) -> Finding:
    """Try one random sample size and level."""
    return covers(rule, int(rng.integers(1, 200)), Fraction(int(rng.integers(1, 50)), 100))


CLAIM: Claim[Radius] = Claim(
    key="bounds/dkw/risk",
    title="DKW bounds the deviation of the risk of thresholds",
    statement=(
        r"P\Bigl(\sup_t |\widehat{\mathrm{err}}(h_t) - \mathrm{err}(h_t)| > "
        r"\sqrt{\ln(2/\delta)/2n}\Bigr) \le \delta, \quad n = 100, \ "
        r"\delta \in \{\tfrac1{10}, \tfrac1{20}, \tfrac1{100}\}"
    ),
    plain=(
        "The radius for an empirical distribution function is used for the error rates of all "
        "thresholds at once; with fair coin labels and 100 instances it is missed with "
        "probability .140, .087 and .0158 at the levels .1, .05 and .01."
    ),
    relation="counterexample",
    assumptions=frozenset({"independent instances", "continuous law", "fair coin labels"}),
    does_not_say=(
        "that it fails without noise, where false alarms and misses lie on different sides of the "
        "target, or that one chain of events needs more"
    ),
    source=Source(
        "massart1990", match="related", difference="a misuse: the error sets are not nested"
    ),
    expected=Verdict.REFUTED,
    formula=plain,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            one_hundred,
            scope="all label sequences of 100 instances, delta in {.1, .05, .01}",
        ),
    ),
    controls={
        "a tenth more": lambda n, delta: Fraction(11, 10) * plain(n, delta),
        "one instance more, on either side": lambda n, delta: plain(n, delta) + Fraction(1, n),
        "the one-sided radius": lambda n, delta: dkw(n, delta, side="upper").upper,
        "ln(4/delta) for two chains, and their maximum in place of the sum": lambda n, delta: plain(
            n, delta / 2
        ),
    },
    corrected=(two_chains, "bounds/dkw/risk-two-chains"),
    uses=("bounds/dkw/risk-two-chains",),
    attack=random_size,
)
