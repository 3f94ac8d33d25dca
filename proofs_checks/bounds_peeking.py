r"""An interval that covers with 95 % at each n does not cover at every n with 95 %.

Flip a fair coin and look, after each flip, whether Hoeffding's two-sided interval
for the fixed size :math:`n` still contains 1/2.  At each single :math:`n` it fails
with probability at most .05.  But

.. math:: P(\exists n \le 100 : \tfrac12 \notin I_n) > .05,

by an exact count of paths, and by the law of the iterated logarithm the
probability tends to 1: stopping as soon as the interval says so finds a
difference where there is none.
"""

from collections.abc import Callable
from fractions import Fraction
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.bounds._bound import Bound
from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.bounds.hoeffding import hoeffding
from altheory.bounds.kl import kl
from altheory.certificate import coin_paths, python_of
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._coin import Window, ever_leaves, obedient, symmetric

Covering: TypeAlias = Callable[[int, Fraction], Window]

DELTA = Fraction(1, 20)
HALF = Fraction(1, 2)


def covering(interval: Callable[[int, int, Fraction], Bound]) -> Covering:
    """Return for which numbers of heads an interval contains 1/2."""
    return lambda n, delta: symmetric(lambda k, n: interval(k, n, delta).upper >= HALF, n)


def by_range(k: int, n: int, delta: Fraction) -> Bound:
    """Return Hoeffding's two-sided interval for the size n."""
    return hoeffding(Fraction(k, n), n, delta)


def mixture(n: int, delta: Fraction) -> Window:
    r"""Return where the beta-binomial martingale at 1/2 is below :math:`1/\delta`."""

    def below(k: int, n: int) -> bool:
        return Fraction((n + 1) * comb(n, k), 2**n) > delta

    return symmetric(below, n)


HOEFFDING: Covering = covering(by_range)
PROGRAM = """\
from fractions import Fraction as F
from math import factorial


def series(x):  # of exp(x), whose terms from the 30th on sum to less than twice the 30th
    return sum(x**j / factorial(j) for j in range(30))


lo, hi = F(36888, 10000), F(36889, 10000)
assert series(lo) + 2 * lo**30 / factorial(30) < 40 < series(hi)  # lo < ln 40 < hi

paths = {{0: 1}}  # number of heads -> sequences on which 1/2 was in every interval so far
for n in range(1, {looks} + 1):
    # |k/n - 1/2| <= sqrt(ln(2/.05) / (2n)), without root and logarithm
    inside = [k for k in range(n + 1) if (2 * k - n) ** 2 <= 2 * n * hi]
    assert all((2 * k - n) ** 2 <= 2 * n * lo for k in inside)  # nothing is in doubt
    paths = {{k: paths.get(k, 0) + paths.get(k - 1, 0) for k in inside}}
assert 20 * (2**{looks} - sum(paths.values())) > 2**{looks}"""


def covers_at_every_look(rule: Covering, looks: int) -> Finding:
    """Count the sequences on which the interval contains 1/2 at every look."""
    windows = [rule(n, DELTA) for n in range(1, looks + 1)]
    chance = ever_leaves(windows)
    seen = f"N={looks} looks: 1/2 is left out at some look with probability {float(chance):.6f}"
    if chance <= DELTA:
        return holds(seen, claimed=f"<= {DELTA}", computed=f"{float(chance):.6f}")
    stays = obedient(windows)
    certificate = coin_paths(windows, stays)
    python = f"{python_of(certificate)}\nassert 20 * (2**{looks} - {stays}) > 2**{looks}"
    if rule is HOEFFDING:
        python = PROGRAM.format(looks=looks)
    return fails(
        seen,
        claimed=f"<= {DELTA}",
        computed=f"{float(chance):.6f}",
        counterexample=Counterexample(certificate, python),
    )


def one_hundred_looks(rule: Covering, rng: np.random.Generator) -> Finding:
    """Look after each of 100 flips."""
    del rng
    return covers_at_every_look(rule, 100)


CLAIM: Claim[Covering] = Claim(
    key="bounds/peeking/hoeffding",
    title="95 % at each n holds at every n",
    statement=r"P(\exists n \le N : \tfrac12 \notin I_n) \le .05, \quad N = 100",
    plain=(
        "Intervals that are right with 95 % at each sample size are used as if they were right "
        "with 95 % at all of them."
    ),
    relation="counterexample",
    assumptions=frozenset({"fair coin labels"}),
    does_not_say="that one may not look: an interval made for it costs a little width",
    source=Source("howard2021", match="related", difference="the folklore it is cited against"),
    expected=Verdict.REFUTED,
    formula=HOEFFDING,
    checks=(Check(Method.EXHAUSTIVE, one_hundred_looks, scope="all sequences of 100 flips"),),
    controls={
        "Clopper-Pearson at each n": covering(clopper_pearson),
        "relative entropy at each n": covering(kl),
        "one side of Hoeffding at each n": covering(
            lambda k, n, delta: hoeffding(Fraction(k, n), n, delta, side="upper")
        ),
    },
    corrected=(mixture, "bounds/beta-binomial/anytime"),
    uses=("bounds/beta-binomial/anytime",),
)
