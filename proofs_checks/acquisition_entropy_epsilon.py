r"""What adding epsilon within the logarithm takes from an entropy.

Code guards against ln 0 by :math:`H_\varepsilon = -\sum_c p_c \ln(p_c + \varepsilon)`.  With k
classes of positive probability Jensen's inequality gives

.. math:: 0 < H - H_\varepsilon = \sum_c p_c \ln(1 + \varepsilon / p_c)
          \le \ln(1 + k \varepsilon),

with equality where these are equally likely.  So :math:`H_\varepsilon` is always too small, and
what is certain, where H = 0, gets a negative number.  Where 0 ln 0 is 0 nothing need be added.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import partial
from math import prod
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._logarithms import Row, rows

Bounds: TypeAlias = Callable[[int, Fraction], tuple[Fraction, Fraction]]
EPSILONS = (Fraction(1, 10**8), Fraction(1, 100))


def power(row: Row, factor: Callable[[Fraction], Fraction], d: int) -> Fraction:
    """Return the product of factor(p)^(p d): d times a mean logarithm, as a rational."""
    return prod((factor(p) ** int(p * d) for p in row if p), start=Fraction(1))


def grown(epsilon: Fraction, p: Fraction) -> Fraction:
    """Return (p + epsilon) / p."""
    return 1 + epsilon / p


def compared(bounds: Bounds, sizes: Iterable[tuple[int, int]]) -> Finding:
    """Compare exp(d (H - H_epsilon)) of all rows with the bounds, which the extremes must meet."""
    count = 0
    for classes, d in sizes:
        for epsilon in EPSILONS:
            seen: dict[int, list[Fraction]] = {}
            for row in rows(classes, d):
                short = power(row, partial(grown, epsilon), d)
                seen.setdefault(sum(p > 0 for p in row), []).append(short)
                count += 1
            for k, shorts in seen.items():
                low, high = (bound**d for bound in bounds(k, epsilon))
                reached = d % k > 0 or max(shorts) == high
                if not (low < min(shorts) and max(shorts) <= high and reached):
                    where = f"{k} of {classes} classes, multiples of 1/{d}, epsilon {epsilon}"
                    return fails(where, claimed=f"({low}, {high}]", computed=max(shorts))
    return holds(f"{count} distributions")


def small(bounds: Bounds, rng: np.random.Generator) -> Finding:
    """Go through distributions over up to three classes."""
    del rng
    return compared(bounds, [(2, 4), (3, 3), (3, 4)])


def larger(bounds: Bounds, rng: np.random.Generator) -> Finding:
    """Go through distributions over up to five classes."""
    del rng
    return compared(bounds, [(c, d) for c in range(2, 6) for d in range(1, 9)])


CLAIM: Claim[Bounds] = Claim(
    key="acquisition/entropy-epsilon",
    title="What epsilon within the logarithm takes from an entropy",
    statement=(
        r"0 < H + \sum_c p_c \ln(p_c + \varepsilon) \le \ln(1 + k \varepsilon), \quad"
        r" k = |\{c : p_c > 0\}| \le 5,\ p_c \in \tfrac1d \mathbb Z,\ d \le 8,"
        r"\ \varepsilon \in \{10^{-8}, 10^{-2}\}"
    ),
    plain=(
        "With epsilon added to probabilities within the logarithm an entropy is too small, by at "
        "most ln(1 + k epsilon) with k possible classes; on all distributions of up to five "
        "classes with multiples of 1/8 and larger units."
    ),
    does_not_say=(
        "that 1e-8 changes which instance is asked, unless entropies are as close as that; nor "
        "anything of single precision, where 1 + 1e-8 is 1"
    ),
    relation="upper",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda k, epsilon: (Fraction(1), 1 + k * epsilon),
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="C <= 3, d <= 4"),
        Check(Method.EXHAUSTIVE, larger, scope="C <= 5, d <= 8", tier="normal"),
    ),
    controls={
        "epsilon, however many classes": lambda _, epsilon: (Fraction(1), 1 + epsilon),
        "by epsilon at least": lambda k, epsilon: (1 + epsilon, 1 + k * epsilon),
        "half as much": lambda k, epsilon: (Fraction(1), 1 + k * epsilon / 2),
    },
)
