r"""Two steps of Vapnik's bound of 1998, and from where on they hold.

A second sample of size :math:`n` has fewer than :math:`np + 1` errors with probability at
least 1/2.  Given both samples, :math:`K` errors among :math:`2n` are dealt to the two at
random, and for the difference :math:`D` of the two fractions of errors

.. math:: P(D \ge v) \le e^{-n v^2} \quad (v > 0).

The first step holds always.  The second one fails for :math:`n \le 3`: of two errors
among four both are in the first sample with probability :math:`1/6 > e^{-2}`.  But there
the bound promises nothing, as its radius is at least 1.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import comb
from typing import final

import numpy as np

from altheory.bounds._binomial import exact_tail
from altheory.bounds.vc_vapnik import vc_vapnik
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure

HALF = Fraction(1, 2)


@final
@dataclass(frozen=True, slots=True)
class Steps:
    """The rate in the exponent, the first sample size, and the slack in errors."""

    rate: Fraction
    first: int
    slack: int


def dealt(n: int, k: int) -> list[tuple[Fraction, Fraction]]:
    """Return the differences above 0 of the two fractions, each with P(D >= it)."""
    total, found = 0, list[tuple[Fraction, Fraction]]()
    for here in range(min(k, n), max(0, k - n) - 1, -1):
        total += comb(k, here) * comb(2 * n - k, n - here)
        if 2 * here > k:
            found.append((Fraction(2 * here - k, n), Fraction(total, comb(2 * n, n))))
    return found


def exchanged(steps: Steps, sizes: range) -> Finding:
    """Compare the exact tails with the exponential, for every number of errors."""
    cells = [(n, k, *cell) for n in sizes for k in range(1, 2 * n) for cell in dealt(n, k)]
    for n, k, v, chance in cells:
        bound = Enclosure.exactly(-steps.rate * n * v * v).exp()
        if chance > bound.lo:
            shown = f"{float(bound):.5g}"
            return fails(f"n={n}, K={k}, v={v}", claimed=f"<= {shown}", computed=float(chance))
    n, k, v, chance = cells[-1]
    return holds(
        f"n from {sizes[0]} to {sizes[-1]}, every K and v: {len(cells)} tails; shown: n={n}, K={k}",
        claimed=f"<= {float(Enclosure.exactly(-steps.rate * n * v * v).exp()):.4g}",
        computed=f"{float(chance):.4g}",
    )


def few(steps: Steps, rng: np.random.Generator) -> Finding:
    """Deal errors to two small samples."""
    del rng
    return exchanged(steps, range(steps.first, 11))


def more(steps: Steps, rng: np.random.Generator) -> Finding:
    """Deal errors to two larger samples."""
    del rng
    return exchanged(steps, range(max(steps.first, 11), 31))


def second_sample(steps: Steps, rng: np.random.Generator) -> Finding:
    """Find the second sample below its mean plus the slack with probability 1/2, for all p.

    For p in (j - 1, j] / n at most j - 1 + slack errors are fewer than n p + slack, which
    is least likely at the right end.
    """
    del rng
    chance = Fraction(1)
    for n in range(1, 31):
        for j in range(1, n + 1):
            chance = exact_tail(j - 1 + steps.slack, n, Fraction(j, n))
            if chance < HALF:
                where = f"n={n}, p={j}/{n}: at most {j - 1 + steps.slack} errors"
                return fails(where, claimed=">= 1/2", computed=f"{float(chance):.4g}")
    return holds("every p, n <= 30", claimed=">= 1/2", computed=f"{float(chance):.4g} at p=1")


def vacuous_before(steps: Steps, rng: np.random.Generator) -> Finding:
    """Find the radius at least 1 for smaller samples, and for one hypothesis even."""
    del rng
    near_one = Fraction(999_999, 1_000_000)
    for n in range(1, steps.first):
        radius = vc_vapnik(n, near_one, growth=lambda _n: 1).upper
        if radius < 1:
            return fails(f"n={n}, one hypothesis", claimed=">= 1", computed=float(radius))
    return holds(f"n < {steps.first}: the bound is 1 for one hypothesis and delta near 1")


CLAIM: Claim[Steps] = Claim(
    key="bounds/vc/exchange",
    title="The two steps of Vapnik's bound",
    statement=(
        r"P\bigl(D \ge v\bigr) \le e^{-n v^2} \ (4 \le n \le 10,\ \text{every } K, v > 0), \qquad "
        r"P(\mathrm{Bin}(n, p) < np + 1) \ge \tfrac12 \ (n \le 30,\ \text{every } p)"
    ),
    plain=(
        "Errors dealt at random to two samples of 4 to 10 instances differ no more than the "
        "exponential allows, and a second sample has fewer errors than its mean plus one with "
        "probability one half; below 4 instances the bound made of these promises nothing."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "fixed sample size"}),
    does_not_say="that the step holds for two or three instances, where it is false",
    source=Source(
        "vapnik1998", match="related", difference="the steps of its proof, where they hold"
    ),
    expected=Verdict.ENCLOSED,
    formula=Steps(Fraction(1), 4, 1),
    checks=(
        Check(Method.ENCLOSURE, few, scope="every K and v, 4 <= n <= 10"),
        Check(Method.ENCLOSURE, more, scope="every K and v, 11 <= n <= 30", tier="normal"),
        Check(Method.ENCLOSURE, second_sample, scope="every p, n <= 30"),
        Check(Method.ENCLOSURE, vacuous_before, scope="n <= 3"),
    ),
    controls={
        "from three instances on": Steps(Fraction(1), 3, 1),
        "from five on, nothing being said before": Steps(Fraction(1), 5, 1),
        "rate 11/10": Steps(Fraction(11, 10), 4, 1),
        "a second sample never above its mean": Steps(Fraction(1), 4, 0),
    },
)
