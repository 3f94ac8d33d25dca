r"""Four Vapnik-Chervonenkis bounds at 1,000 instances: a factor of more than five.

For thresholds, with :math:`\Pi(n) = n + 1` and :math:`\delta = .05`, the radius of a
version is where its tail falls to :math:`\delta`:

.. math::

    \text{Vapnik} \quad & 4 \, \Pi(2n) \, e^{-n (r - 1/n)^2} \\
    \text{Rademacher} \quad & 2 \, e^{-2n (r - \sqrt{2 \ln \Pi(n) / n})^2} \\
    \text{Anthony, Bartlett} \quad & 4 \, \Pi(2n) \, e^{-n r^2 / 8} \\
    \text{Devroye} \quad & 8 \, \Pi(n) \, e^{-n r^2 / 32}

and the two chains of thresholds have :math:`4 e^{-n r^2 / 2}`.  "The" bound does not exist.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.bounds._uniform import uniform
from altheory.hypotheses.thresholds import Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure

# The radius of each version in units of 1/10,000, rounded down.
Radii: TypeAlias = Mapping[str, int]

N, DELTA = 1000, Fraction(1, 20)
GRID = 10_000
RADII: Radii = {
    "dkw-risk": 936,
    "vc-vapnik": 1104,
    "vc-rademacher": 1604,
    "vc-anthony-bartlett": 3096,
    "vc-devroye": 6192,
}
ONE, TWO = N + 1, 2 * N + 1  # labelings of one and of two samples


def complexity() -> Enclosure:
    """Enclose the bound on the Rademacher average of the labels."""
    return (Enclosure.exactly(ONE).log() * 2 / N).sqrt()


TAILS: dict[str, Callable[[Fraction], Enclosure]] = {
    "dkw-risk": lambda r: 4 * Enclosure.exactly(-N * r * r / 2).exp(),
    "vc-vapnik": lambda r: 4 * TWO * Enclosure.exactly(-N * (r - Fraction(1, N)) ** 2).exp(),
    "vc-rademacher": lambda r: 2 * ((r - complexity()) * (r - complexity()) * -2 * N).exp(),
    "vc-anthony-bartlett": lambda r: 4 * TWO * Enclosure.exactly(-N * r * r / 8).exp(),
    "vc-devroye": lambda r: 8 * ONE * Enclosure.exactly(-N * r * r / 32).exp(),
}


def shown(radii: Radii) -> str:
    """Return the radii as decimals."""
    return ", ".join(f"{units / GRID}" for units in radii.values())


def where_tails_fall(radii: Radii, rng: np.random.Generator) -> Finding:
    """Find delta between the tails at the radius and at the next multiple of 1/10,000."""
    del rng
    for name, units in radii.items():
        low, high = (TAILS[name](Fraction(i, GRID)) for i in (units, units + 1))
        if not high.hi <= DELTA <= low.lo:
            where = f"{name}: the tail at {units / GRID} is {float(low):.4g}"
            return fails(where, claimed=f"{units / GRID}...", computed=f"{float(high):.4g} beyond")
    return holds(f"{len(radii)} tails at n={N} cross delta=.05 there", claimed=shown(radii))


def as_shipped(radii: Radii, rng: np.random.Generator) -> Finding:
    """Compare with the package's uniform theorems for thresholds."""
    del rng
    for name, units in radii.items():
        radius = uniform(name, Thresholds()).radius(N, DELTA)
        if not Fraction(units, GRID) <= radius < Fraction(units + 1, GRID):
            return fails(name, claimed=f"{units / GRID}...", computed=f"{float(radius):.6f}")
    return holds(f"the package's radii for thresholds at n={N}, delta=.05", computed=shown(radii))


CLAIM: Claim[Radii] = Claim(
    key="bounds/vc/versions",
    title="The Vapnik-Chervonenkis bound in four versions",
    statement=(
        r"r = .1104\ldots \text{ (Vapnik)},\ .1604\ldots \text{ (Rademacher)},\ "
        r".3096\ldots \text{ (Anthony, Bartlett)},\ .6192\ldots \text{ (Devroye)};\ "
        r".0936\ldots \text{ for two chains} \quad (n = 1000,\ \delta = .05)"
    ),
    plain=(
        "At 1,000 instances and level .05 four bounds of the same name allow the errors of "
        "thresholds to deviate by .1104, .1604, .3096 or .6192; two chains allow .0936."
    ),
    relation="exact",
    assumptions=frozenset({"independent instances", "fixed sample size"}),
    does_not_say="which of them is true: all hold, and the smaller ones know more",
    source=Source(
        "bousquet2004", match="related", difference="the versions of four texts side by side"
    ),
    expected=Verdict.ENCLOSED,
    formula=RADII,
    checks=(
        Check(Method.ENCLOSURE, where_tails_fall, scope="n = 1000, delta = .05, growth n + 1"),
        Check(Method.ENCLOSURE, as_shipped, scope="the package's radii at n = 1000, delta = .05"),
    ),
    controls={
        "one-sided where it is said for both sides": {
            **RADII,
            "vc-rademacher": 1562,
            "vc-anthony-bartlett": 3005,
        },
        "the labelings of one sample in place of two": {**RADII, "vc-vapnik": 1072},
        "without 1/n": {**RADII, "vc-vapnik": 1094},
        "one chain": {**RADII, "dkw-risk": 429},
    },
)
