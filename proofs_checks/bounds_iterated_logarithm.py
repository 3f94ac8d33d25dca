r"""The bound of Howard, Ramdas, McAuliffe and Sekhon holds at every look, here at up to N.

For fair coins in :math:`[0, 1]` the radius at :math:`n` is

.. math:: 0.85 \sqrt{\frac{\ln \ln(2n) + 0.72 \ln(10.4/\delta)}{n}},

and the chance that the mean of :math:`n` flips is ever farther from 1/2, for :math:`n \le N`, is a
count of lattice paths.  A coin of bias 1/10 is less variable, and leaves it less often.
"""

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor
from typing import TypeAlias

import numpy as np

from altheory.bounds.hoeffding import two_sided_radius
from altheory.bounds.iterated_logarithm import iterated_logarithm
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._coin import ever_leaves

Radius: TypeAlias = Callable[[int, Fraction], Fraction]

HALF, TENTH, DELTA = Fraction(1, 2), Fraction(1, 10), Fraction(1, 20)


def shipped(n: int, delta: Fraction) -> Fraction:
    """Return the radius of the package, cut at 1."""
    return iterated_logarithm(0, n, delta).upper


def window(radius: Fraction, n: int, bias: Fraction) -> tuple[int, int]:
    """Return the counts of heads whose fraction is within a radius of the bias."""
    return max(ceil(n * (bias - radius)), 0), min(floor(n * (bias + radius)), n)


def fair_coin(radius: Radius, looks: int) -> Finding:
    """Count the sequences of a fair coin that leave the radius at some look."""
    chance = ever_leaves([window(radius(n, DELTA), n, HALF) for n in range(1, looks + 1)])
    conclude = holds if chance <= DELTA else fails
    return conclude(
        f"fair coin, {looks} looks", claimed=f"<= {DELTA}", computed=f"{float(chance):.5f}"
    )


def biased(radius: Radius, rng: np.random.Generator) -> Finding:
    """Weigh the sequences of a coin of bias 1/10 that stay, in integers."""
    del rng
    looks, paths = 150, {0: 1}
    for n in range(1, looks + 1):
        low, high = window(radius(n, DELTA), n, TENTH)
        step: dict[int, int] = {}
        for k, ways in paths.items():
            for to, weight in ((k, 9), (k + 1, 1)):
                if low <= to <= high:
                    step[to] = step.get(to, 0) + weight * ways
        paths = step
    chance = 1 - Fraction(sum(paths.values()), 10**looks)
    conclude = holds if chance <= DELTA else fails
    shown = f"{float(chance):.5f}"
    return conclude(f"bias 1/10, {looks} looks", claimed=f"<= {DELTA}", computed=shown)


def twenty(radius: Radius, rng: np.random.Generator) -> Finding:
    """Look 20 times."""
    del rng
    return fair_coin(radius, 20)


def hundreds(radius: Radius, rng: np.random.Generator) -> Finding:
    """Look 300 times."""
    del rng
    return fair_coin(radius, 300)


def thousands(radius: Radius, rng: np.random.Generator) -> Finding:
    """Look 2000 times."""
    del rng
    return fair_coin(radius, 2000)


CLAIM: Claim[Radius] = Claim(
    key="bounds/iterated-logarithm/anytime",
    title="A bound with an iterated logarithm holds at every look",
    statement=(
        r"P\Bigl(\exists n \le 20 : |\hat p_n - \tfrac12| > 0.85 \sqrt{(\ln\ln 2n + 0.72 "
        r"\ln 208)/n}\Bigr) \le \tfrac1{20}"
    ),
    plain=(
        "Looking after each of the first 20 flips of a fair coin, the interval with an iterated "
        "logarithm ever leaves out 1/2 with a probability of at most .05."
    ),
    relation="upper",
    assumptions=frozenset({"fair coin labels"}),
    does_not_say="that it holds for ever, which is as commonly stated, or that it is tight",
    source=Source("howard2021", match="special case", difference="coins, finitely many looks"),
    expected=Verdict.PROVED,
    formula=shipped,
    checks=(
        Check(Method.EXHAUSTIVE, twenty, scope="all sequences of 20 flips"),
        Check(Method.EXHAUSTIVE, hundreds, scope="all sequences of 300 flips", tier="normal"),
        Check(Method.EXHAUSTIVE, biased, scope="bias 1/10, 150 flips", tier="normal"),
        Check(Method.EXHAUSTIVE, thousands, scope="all sequences of 2000 flips", tier="long"),
    ),
    controls={
        "Hoeffding's radius at twice delta": lambda n, delta: two_sided_radius(n, 2 * delta),
        "half of the radius": lambda n, delta: shipped(n, delta) / 2,
        "seven tenths of it at five times delta": lambda n, delta: (
            shipped(n, 5 * delta) * Fraction(7, 10)
        ),
    },
)
