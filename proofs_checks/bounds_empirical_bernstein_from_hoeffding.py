r"""From how many successes on the empirical Bernstein bound is wider than Hoeffding's.

With the variance of the sample a bound should be narrow where few trials succeed.  But its
last term is :math:`7 \ln(2/\delta) / 3(n-1)`, and at one sided level 1/20

.. math:: \sqrt{\frac{2 V \ln 40}{n}} + \frac{7 \ln 40}{3 (n-1)} > \sqrt{\frac{\ln 20}{2n}}

from 2 successes of 100 on, from 11 of 200, 144 of 1,000 and 2,270 of 10,000, up to one half.
The bound by relative entropy, which knows no more than the count, is smaller than both.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.bounds.kl import kl
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure

# From a sample size to the least number of successes at which it is wider.
Firsts: TypeAlias = Mapping[int, int]

DELTA = Fraction(1, 20)


def radii(k: int, n: int) -> tuple[Enclosure, Enclosure]:
    """Enclose the radius by the range and the one with the variance."""
    rate, log = Fraction(k, n), Enclosure.exactly(2 / DELTA).log()
    own = (2 * rate * (1 - rate) * log / (n - 1)).sqrt() + 7 * log / (3 * (n - 1))
    return (Enclosure.exactly(1 / DELTA).log() / (2 * n)).sqrt(), own


def exceeds(k: int, n: int) -> bool | None:
    """Decide whether the radius with the variance is larger, None if that is in doubt."""
    by_range, own = radii(k, n)
    return by_range.less_than(own)


def crossings(firsts: Firsts, rng: np.random.Generator) -> Finding:
    """Compare just before and from there on; in between the variance grows with the count."""
    del rng
    for n, first in firsts.items():
        if exceeds(first, n) is not True or exceeds(first - 1, n) is not False:
            return fails(f"n={n}", claimed=f"from {first} on", computed="elsewhere")
    return holds(f"n in {tuple(firsts)}", claimed=f"from {tuple(firsts.values())} on")


def entropy_is_smaller(firsts: Firsts, rng: np.random.Generator) -> Finding:
    """Compare relative entropy with both, just before and there."""
    del rng
    for n, first in firsts.items():
        for k in (first - 1, first, n // 2):
            distance = kl(k, n, DELTA, side="upper").upper - Fraction(k, n)
            if any(distance > radius.lo for radius in radii(k, n)):
                return fails(f"n={n}, k={k}: relative entropy is wider")
    return holds("just before, there, and at one half, relative entropy is the narrowest")


CLAIM: Claim[Firsts] = Claim(
    key="bounds/empirical-bernstein/from-hoeffding",
    title="From where on the empirical Bernstein bound is wider than Hoeffding's",
    statement=(
        r"\sqrt{2 V \ln 40/n} + 7 \ln 40/(3(n-1)) > \sqrt{\ln 20/(2n)} \iff k \ge k_n, \quad "
        r"k_{100} = 2,\ k_{200} = 11,\ k_{1000} = 144,\ k_{10000} = 2270 \quad (k \le n/2)"
    ),
    plain=(
        "At level .05 the bound with the variance of the sample is wider than Hoeffding's from 2 "
        "successes of 100, 11 of 200, 144 of 1,000 and 2,270 of 10,000 on, up to one half."
    ),
    relation="exact",
    assumptions=frozenset({"fixed sample size"}),
    does_not_say="anything about values other than 0 and 1, whose variance may be smaller",
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula={100: 2, 200: 11, 1000: 144, 10000: 2270},
    checks=(
        Check(Method.ENCLOSURE, crossings, scope="n in {100, 200, 1000, 10000}, delta = 1/20"),
        Check(Method.ENCLOSURE, entropy_is_smaller, scope="the same sizes, three counts each"),
    ),
    controls={
        "five of a hundred": {100: 5, 200: 11, 1000: 144, 10000: 2270},
        "a fixed share": {100: 2, 200: 4, 1000: 20, 10000: 200},
        "wherever anything succeeds": {100: 1, 200: 1, 1000: 1, 10000: 1},
    },
)
