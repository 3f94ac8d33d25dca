r"""The theorem :math:`O(\theta d \ln(1/\varepsilon))` is sharp for CAL on the sphere.

.. math:: \frac12 \le \frac{c_d}{\theta_d\, d} < \frac1{\sqrt3}, \qquad 2 \le d \le 200,

and increasing: the disagreement coefficient times the dimension is the right order of CAL's
labels, and a bound that is less than twice too large.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from proofs_checks._sphere_balls import constant, theta

Band: TypeAlias = Callable[[], tuple[Enclosure, Enclosure]]


def half_to_root_third() -> tuple[Enclosure, Enclosure]:
    """Return the ends of the band: the first is attained, the second is not."""
    return Enclosure.exactly(Fraction(1, 2)), Enclosure.exactly(Fraction(1, 3)).sqrt()


def within(most: int) -> Callable[[Band, np.random.Generator], Finding]:
    """Return the check that the ratio starts at one end and stays below the other."""

    def ratios(formula: Band, rng: np.random.Generator) -> Finding:
        del rng
        low, high = formula()
        before = constant(2) / (2 * theta(2))
        if before != low:
            return fails("d = 2", claimed=low, computed=before)
        for d in range(3, most + 1):
            ratio = constant(d) / (d * theta(d))
            if not (before.less_than(ratio) and ratio.less_than(high)):
                return fails(f"d = {d}", claimed=f"{before} to {high}", computed=ratio)
            before = ratio
        return holds(f"2 <= d <= {most}", claimed=f"{float(high):.6f}", computed=before)

    ratios.__name__ = f"ratios_up_to_dimension_{most}"
    return ratios


CLAIM: Claim[Band] = Claim(
    key="sphere/cal/constant/theta-times-dimension",
    title="CAL's label constant against theta times d",
    statement=(
        r"\frac12 \le \frac{c_d}{\theta_d\,d} < \frac1{\sqrt3}, \text{ increasing},"
        r" \quad 2 \le d \le 200"
    ),
    plain=(
        "Up to 200 dimensions CAL's labels per unit of ln n are between .5 and .58 of the "
        "disagreement coefficient times the dimension."
    ),
    relation="order",
    assumptions=frozenset({"realizable", "uniform law", "independent instances"}),
    does_not_say="the same of other laws, under which theta d may be far from what CAL needs",
    source=Source(
        "hanneke2014theory",
        match="related",
        difference="a bound of the order of theta d log(1/eps) there; exact ratios here",
    ),
    expected=Verdict.ENCLOSED,
    formula=half_to_root_third,
    checks=(
        Check(Method.ENCLOSURE, within(30), scope="2 <= d <= 30"),
        Check(Method.ENCLOSURE, within(200), scope="2 <= d <= 200", tier="normal"),
    ),
    controls={
        "up to 11/20": lambda: (half_to_root_third()[0], Enclosure.exactly(Fraction(11, 20))),
        "from 9/20": lambda: (Enclosure.exactly(Fraction(9, 20)), half_to_root_third()[1]),
        "from 13/25": lambda: (Enclosure.exactly(Fraction(13, 25)), half_to_root_third()[1]),
    },
    uses=("sphere/cal/constant", "sphere/disagreement-coefficient"),
)
