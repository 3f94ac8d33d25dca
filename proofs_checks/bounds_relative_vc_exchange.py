r"""The step of relative deviations: errors dealt to two samples, against their own number.

Given two samples of size :math:`n` with :math:`K` errors among the :math:`2n`, dealt to the two
at random, the difference :math:`D` of the two fractions of errors has

.. math:: P(D \ge v) \le e^{-n^2 v^2 / 2K} \quad (v > 0) .

At :math:`v = \varepsilon \sqrt{K / 2n}`, the root of the mean fraction, that is
:math:`e^{-n \varepsilon^2 / 4}` whatever K is: few errors deviate little.  Why: dealing pairs at
random leaves at most K pairs with one error, and a fair sign each decides where it goes.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from proofs_checks.bounds_vc_exchange import dealt

# From n, K and v to the exponent, of which the bound is exp(-exponent).
Exponent: TypeAlias = Callable[[int, int, Fraction], Fraction]


def own_number(n: int, k: int, v: Fraction) -> Fraction:
    """Return the exponent with the number of errors below."""
    return n * n * v * v / (2 * k)


def exchanged(exponent: Exponent, sizes: range) -> Finding:
    """Compare the exact tails with the exponential, for every number of errors."""
    cells = [(n, k, *cell) for n in sizes for k in range(1, 2 * n) for cell in dealt(n, k)]
    for n, k, v, chance in cells:
        bound = Enclosure.exactly(-exponent(n, k, v)).exp()
        if chance > bound.lo:
            shown = f"{float(bound):.5g}"
            return fails(f"n={n}, K={k}, v={v}", claimed=f"<= {shown}", computed=float(chance))
    return holds(f"n from {sizes[0]} to {sizes[-1]}, every K and v: {len(cells)} tails")


def few(exponent: Exponent, rng: np.random.Generator) -> Finding:
    """Deal errors to two small samples."""
    del rng
    return exchanged(exponent, range(1, 7))


def more(exponent: Exponent, rng: np.random.Generator) -> Finding:
    """Deal errors to two larger samples."""
    del rng
    return exchanged(exponent, range(7, 26))


CLAIM: Claim[Exponent] = Claim(
    key="bounds/relative-vc/exchange",
    title="Errors dealt to two samples differ by the root of their number",
    statement=r"P(D \ge v) \le e^{-n^2 v^2 / 2K} \quad (n \le 6,\ \text{every } K,\ v > 0)",
    plain=(
        "Errors dealt at random to two samples of up to 6 instances differ no more than fair "
        "signs do, one for each error: the fewer errors, the smaller the difference."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "fixed sample size"}),
    does_not_say="that one sample alone is near its mean, which takes a second step",
    source=Source(
        "bousquet2004", match="related", difference="the step of the proof of relative bounds"
    ),
    expected=Verdict.ENCLOSED,
    formula=own_number,
    checks=(
        Check(Method.ENCLOSURE, few, scope="every K and v, n <= 6"),
        Check(Method.ENCLOSURE, more, scope="every K and v, 7 <= n <= 25", tier="normal"),
    ),
    controls={
        "without the 2": lambda n, k, v: 2 * own_number(n, k, v),
        "half as much again": lambda n, k, v: own_number(n, k, v) * 3 / 2,
        "as if half of them were discordant": lambda n, k, v: n * n * v * v / max(k, 1),
        "twice the rate of Vapnik's step": lambda n, _, v: 2 * n * v * v,
    },
)
