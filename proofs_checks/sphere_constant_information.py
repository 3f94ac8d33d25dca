r"""CAL on the sphere pays nearly :math:`\sqrt d` times what the information costs.

Any learner needs :math:`(d - 1) \log_2 (1/\varepsilon)` labels to first order.  The mass of
CAL's region is near :math:`c_d/n`, so it buys :math:`c_d \ln 2` labels per bit of
:math:`1/\varepsilon`, and

.. math:: 0.98 \sqrt d \le \frac{c_d \ln 2}{d - 1} \le 1.0032 \sqrt d, \qquad 2 \le d \le 200 .
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from proofs_checks._sphere_balls import constant

Price: TypeAlias = Callable[[int], Enclosure]
LOW, HIGH = Fraction(98, 100), Fraction(10032, 10000)


def root(d: int) -> Enclosure:
    """Return the price, in units of the least."""
    return Enclosure.exactly(d).sqrt()


def within(most: int) -> Callable[[Price, np.random.Generator], Finding]:
    """Return the check that encloses the ratio of labels and divides by the claimed price."""

    def ratios(formula: Price, rng: np.random.Generator) -> Finding:
        del rng
        for d in range(2, most + 1):
            paid = constant(d) * Enclosure.exactly(2).log() / (d - 1)
            ratio = paid / formula(d)
            if not (ratio.lo > LOW and ratio.hi < HIGH):
                return fails(f"d = {d}", claimed=formula(d), computed=paid)
        return holds(f"2 <= d <= {most}")

    ratios.__name__ = f"ratios_up_to_dimension_{most}"
    return ratios


CLAIM: Claim[Price] = Claim(
    key="sphere/cal/constant/information",
    title="CAL on the sphere against the information minimum",
    statement=r".98 \sqrt d \le \frac{c_d \ln 2}{d - 1} \le 1.0032 \sqrt d, \quad 2 \le d \le 200",
    plain="In d <= 200 dimensions CAL buys about sqrt(d) times the labels that must be bought.",
    relation="order",
    assumptions=frozenset({"realizable", "uniform law", "independent instances"}),
    does_not_say="that a learner of random instances can reach the minimum",
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=root,
    checks=(
        Check(Method.ENCLOSURE, within(30), scope="2 <= d <= 30"),
        Check(Method.ENCLOSURE, within(200), scope="2 <= d <= 200", tier="normal"),
    ),
    controls={
        "a constant": lambda _: Enclosure.exactly(2).sqrt(),
        "one dimension less": lambda d: Enclosure.exactly(d - 1).sqrt(),
        "the logarithm": lambda d: Enclosure.exactly(d).log() + 1,
    },
    uses=("sphere/cal/constant", "sphere/information-bound"),
)
