r"""Relative deviations of thresholds, where their law is known.

*Fair labels.*  Every error is 1/2, and the largest relative deviation exceeds
:math:`\varepsilon` iff the walk of the labels has :math:`\max_k (S_n - 2 S_k) > \sqrt2 \, n
\varepsilon`, whose probability is a count of paths.  *No noise.*  Some threshold without an
error has an error above :math:`\varepsilon^2` with probability

.. math:: 2 (1 - \varepsilon^2)^n - (1 - 2 \varepsilon^2)^n

for a target at 1/2 and :math:`\varepsilon^2 < 1/2`.  Neither exceeds
:math:`4 (2n + 1) e^{-n \varepsilon^2 / 4}`.
"""

from collections.abc import Callable
from fractions import Fraction
from math import isqrt
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from proofs_checks._identities import chain
from proofs_checks._noisy_walk import strays_up

# The bound, from n and the square of epsilon.
Tail: TypeAlias = Callable[[int, Fraction], Enclosure]

SQUARES = tuple(Fraction(j, 200) for j in range(1, 98, 4))


def relative(n: int, square: Fraction) -> Enclosure:
    """Enclose the bound for thresholds."""
    return 4 * (2 * n + 1) * Enclosure.exactly(-n * square / 4).exp()


def relative_at(n: int, square: Fraction, rate: int) -> Enclosure:
    """Enclose the bound with another rate."""
    return 4 * (2 * n + 1) * Enclosure.exactly(-n * square * rate).exp()


def below(tail: Tail, n: int, square: Fraction, chance: Fraction, what: str) -> Finding:
    """Compare an exact probability with the bound."""
    bound = tail(n, square)
    conclude = holds if chance <= bound.lo else fails
    return conclude(
        f"{what}, n={n}, epsilon^2={square}",
        claimed=f"<= {float(bound):.5g}",
        computed=f"{float(chance):.5g}",
    )


def walk(n: int, square: Fraction) -> Fraction:
    """Return the chance that fair labels deviate by more than epsilon, by counting paths."""
    # the sums are even: 2 b is the least even number whose square exceeds 2 n^2 epsilon^2
    return strays_up(n, isqrt(int(2 * n * n * square)) // 2 + 1)


def gaps(n: int, square: Fraction) -> Fraction:
    """Return the chance of a gap next to 1/2, on either side, that is longer than that."""
    return 2 * (1 - square) ** n - (1 - 2 * square) ** n


def fair_labels(tail: Tail, rng: np.random.Generator) -> Finding:
    """Count the label sequences for which some threshold deviates by more than epsilon."""
    del rng
    steps = (below(tail, 100, square, walk(100, square), "fair labels") for square in SQUARES)
    return chain(steps, f"fair labels, n=100, {len(SQUARES)} epsilon^2 up to {SQUARES[-1]}")


def no_noise(tail: Tail, rng: np.random.Generator) -> Finding:
    """Take thresholds without an error, far from a target at 1/2."""
    del rng
    cases = ((n, square) for n in (10, 100) for square in SQUARES)
    steps = (below(tail, n, square, gaps(n, square), "no noise") for n, square in cases)
    return chain(steps, f"no noise, n in (10, 100), {len(SQUARES)} epsilon^2 up to {SQUARES[-1]}")


CLAIM: Claim[Tail] = Claim(
    key="bounds/relative-vc/thresholds",
    title="Relative deviations of thresholds under fair labels and without noise",
    statement=(
        r"P\Bigl(\sup_t (R - \widehat R)/\sqrt R > \varepsilon\Bigr) "
        r"\le 4 (2n + 1) e^{-n \varepsilon^2 / 4} \quad (n = 100,\ 25 \text{ values of } "
        r"\varepsilon^2 \text{ from } \tfrac1{200} \text{ to } \tfrac{97}{200})"
    ),
    plain=(
        "With 100 fair labels, and with 10 or 100 labels without noise where only thresholds "
        "without an error are looked at, relative deviations of thresholds are as rare as stated."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "continuous law", "fixed sample size"}),
    does_not_say="that the bound is near the truth: it is thousands of times larger",
    source=Source(
        "bousquet2004", match="special case", difference="thresholds, two laws, checked exactly"
    ),
    expected=Verdict.ENCLOSED,
    formula=relative,
    checks=(
        Check(Method.ENCLOSURE, fair_labels, scope="fair labels, n = 100, 25 values"),
        Check(Method.ENCLOSURE, no_noise, scope="no noise, n in {10, 100}, 25 values each"),
    ),
    controls={
        "rate 1, and one labeling of the four": lambda n, x: (
            relative_at(n, x, 1) / (4 * (2 * n + 1))
        ),
        "rate 2": lambda n, x: relative_at(n, x, 2),
        "rate 1 for one threshold in two directions": lambda n, x: (
            relative_at(n, x, 1) / (2 * (2 * n + 1))
        ),
    },
)
