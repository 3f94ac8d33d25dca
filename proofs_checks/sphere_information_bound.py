r"""How many labels any learner of separators needs, whatever it may ask.

One output is within :math:`\varepsilon` of the targets in a cap of the share
:math:`V_d(\varepsilon)` only, and q labels lead to :math:`2^q` outputs.  So success with
probability :math:`1 - \delta` over a uniform target takes

.. math:: q \ge \log_2 \frac{1 - \delta}{V_d(\varepsilon)}, \qquad
    V_d(\varepsilon) = \kappa_d \int_0^{\pi \varepsilon} \sin^{d-2} u\, du .

In ten dimensions, for :math:`\delta = .05`: 47.8 labels for an error of 1/100, 77.7 for
1/1000, and :math:`9 \log_2 10 = 29.9` more for every further digit.
"""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from altheory.theory.sphere_information import queries_for_success_sphere
from proofs_checks._sphere_balls import cap

Labels: TypeAlias = Mapping[tuple[int, int], Fraction]
DELTA = Fraction(1, 20)
LABELS: Labels = MappingProxyType(
    {
        (2, 100): Fraction("6.57"),
        (3, 100): Fraction("11.91"),
        (10, 100): Fraction("47.81"),
        (10, 1000): Fraction("77.71"),
        (100, 100): Fraction("498.84"),
    }
)


def caps(formula: Labels, rng: np.random.Generator) -> Finding:
    """Integrate powers of the sine wave by wave, and compare logarithms to two decimals."""
    del rng
    for (d, inverse), claimed in formula.items():
        epsilon = Fraction(1, inverse)
        computed = ((1 - DELTA) / cap(d, epsilon)).log() / Enclosure.exactly(2).log()
        where = f"d = {d}, error 1/{inverse}"
        if queries_for_success_sphere(d, epsilon, DELTA).less_than(computed) is not None:
            return fails(f"{where}: the package says otherwise", computed=computed)
        off = computed - claimed
        if max(-off.lo, off.hi) > Fraction(1, 200):
            return fails(where, claimed=float(claimed), computed=float(computed))
    return holds(f"{len(formula)} caps")


def scaled(by: Fraction, shift: int = 0) -> Labels:
    """Return all numbers scaled and shifted."""
    return {key: by * value + shift for key, value in LABELS.items()}


CLAIM: Claim[Labels] = Claim(
    key="sphere/information-bound",
    title="Labels that any learner of separators needs",
    statement=(
        r"q \ge \log_2 \frac{.95}{V_d(\varepsilon)} = 6.57\ (d = 2),\ 11.91\ (3),"
        r"\ 47.81\ (10),\ 498.84\ (100) \text{ at } \varepsilon = .01;\ 77.71\ (d = 10,"
        r"\ \varepsilon = .001)"
    ),
    plain="To err by 1/100 in ten dimensions takes 48 labels, whatever the learner may ask.",
    relation="lower",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "membership queries"}),
    does_not_say="that so many labels are enough, or that random instances could offer them",
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=LABELS,
    checks=(
        Check(Method.ENCLOSURE, caps, scope="five pairs of a dimension and an error, delta = .05"),
    ),
    controls={
        "in nats": scaled(Fraction(693, 1000)),
        "balls of twice the share": scaled(Fraction(1), -1),
        "one label more": scaled(Fraction(1), 1),
    },
)
