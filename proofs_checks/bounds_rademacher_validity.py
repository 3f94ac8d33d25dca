r"""The exact Rademacher average bounds the risk of thresholds.

.. math:: P\Bigl(\sup_t |\widehat{\mathrm{err}}(h_t) - \mathrm{err}(h_t)|
          > 2 \, \mathfrak R_n + \sqrt{\ln(2/\delta) / 2n}\Bigr) \le \delta

when the labels are fair coins and the law is continuous, by counting paths of the walk of the
labels.  Neither term is enough alone: the second one is the radius of Dvoretzky, Kiefer and
Wolfowitz, and without it the first one does not know :math:`\delta`.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.bounds.dkw import dkw
from altheory.bounds.rademacher import rademacher
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._noisy_walk import beyond, strays
from proofs_checks.bounds_rademacher_thresholds import spitzer

Radius: TypeAlias = Callable[[int, Fraction], Fraction]

DELTAS = (Fraction(1, 2), Fraction(1, 20), Fraction(1, 100))


def shipped(n: int, delta: Fraction) -> Fraction:
    """Return the radius of the package."""
    return rademacher(n, delta).upper


def covered(radius: Radius, sizes: tuple[int, ...]) -> Finding:
    """Count the label sequences that leave the radius."""
    for n in sizes:
        for delta in DELTAS:
            chance = strays(n, beyond(n, radius(n, delta)))
            if chance > delta:
                shown = f"{float(chance):.4g}"
                return fails(f"n={n}, fair labels", claimed=f"<= {delta}", computed=shown)
    n, delta = sizes[-1], DELTAS[1]
    chance = strays(n, beyond(n, radius(n, delta)))
    return holds(
        f"{len(sizes)} sizes up to {n}, three levels; shown: delta={delta}",
        claimed=f"<= {float(delta)}",
        computed=f"{float(chance):.3g}",
    )


def few(radius: Radius, rng: np.random.Generator) -> Finding:
    """Take up to twenty labels, and a hundred."""
    del rng
    return covered(radius, (*range(1, 21), 100))


def more(radius: Radius, rng: np.random.Generator) -> Finding:
    """Take hundreds of labels."""
    del rng
    return covered(radius, (300, 600))


CLAIM: Claim[Radius] = Claim(
    key="bounds/rademacher/validity",
    title="The exact Rademacher average bounds the risk of thresholds under fair labels",
    statement=(
        r"P\Bigl(\sup_t |\widehat{\mathrm{err}}(h_t) - \mathrm{err}(h_t)| > 2 \mathfrak R_n "
        r"+ \sqrt{\ln(2/\delta)/2n}\Bigr) \le \delta \quad "
        r"(n \le 20, n = 100,\ \delta \in \{\tfrac12, \tfrac1{20}, \tfrac1{100}\})"
    ),
    plain=(
        "With up to 20 or with 100 fair coin labels no threshold's error deviates by more than "
        "twice the exact average and McDiarmid's term, but for the probability stated."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "continuous law", "fair coin labels"}),
    does_not_say="that fair labels are the worst law for it",
    source=Source("mohri2018", match="special case", difference="thresholds, fair labels"),
    expected=Verdict.PROVED,
    formula=shipped,
    checks=(
        Check(Method.EXHAUSTIVE, few, scope="all label sequences, n <= 20 and n = 100"),
        Check(Method.EXHAUSTIVE, more, scope="n in {300, 600}, three levels", tier="normal"),
    ),
    controls={
        "without the average": lambda n, delta: dkw(n, delta).upper,
        "without the concentration": lambda n, _: 2 * spitzer(n),
        "half of both": lambda n, delta: shipped(n, delta) / 2,
    },
    uses=("bounds/rademacher/closed-form", "bounds/rademacher/mean-deviation"),
)
