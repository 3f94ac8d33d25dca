r"""The label constant of CAL grows like the dimension to the power 3/2.

.. math:: \frac{c_d}{d^{3/2}} \text{ increases from } \frac1{\sqrt2} \text{ and stays below }
    \sqrt{\frac{2\pi}3} \approx 1.447, \qquad 2 \le d \le 200 .

The polynomials in :math:`\pi` cancel heavily, by hundreds of digits at the end, so they are
enclosed with as many bits as that takes.  That the bound is the limit is not shown.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from proofs_checks._sphere_balls import constant, pi

Rate: TypeAlias = Callable[[int], Enclosure]


def three_halves(d: int) -> Enclosure:
    """Return the power of the dimension."""
    return Enclosure.exactly(d**3).sqrt()


def increasing(most: int) -> Callable[[Rate, np.random.Generator], Finding]:
    """Return the check that the ratio increases and stays below its bound."""

    def ratios(formula: Rate, rng: np.random.Generator) -> Finding:
        del rng
        bound, before = (2 * pi() / 3).sqrt(), Enclosure.exactly(0)
        for d in range(2, most + 1):
            ratio = constant(d) / formula(d)
            if not before.less_than(ratio):
                return fails(f"d = {d}: the ratio falls", claimed=before, computed=ratio)
            if not ratio.less_than(bound):
                return fails(f"d = {d}: above the bound", claimed=bound, computed=ratio)
            before = ratio
        return holds(f"2 <= d <= {most}", claimed=f"< {float(bound):.6f}", computed=before)

    ratios.__name__ = f"ratios_up_to_dimension_{most}"
    return ratios


CLAIM: Claim[Rate] = Claim(
    key="sphere/cal/constant/growth",
    title="CAL's label constant grows like d^(3/2)",
    statement=(
        r"\frac{c_d}{d^{3/2}} < \frac{c_{d+1}}{(d + 1)^{3/2}} < \sqrt{\frac{2\pi}3},"
        r" \quad 2 \le d < 200"
    ),
    plain="Up to 200 dimensions CAL buys at most 1.45 d^1.5 labels per unit of ln n.",
    relation="order",
    assumptions=frozenset({"realizable", "uniform law", "independent instances"}),
    does_not_say="anything of more than 200 dimensions, nor that the bound is the limit",
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=three_halves,
    checks=(
        Check(Method.ENCLOSURE, increasing(30), scope="2 <= d <= 30"),
        Check(Method.ENCLOSURE, increasing(200), scope="2 <= d <= 200", tier="normal"),
    ),
    controls={
        "linear, as for the information that is needed": Enclosure.exactly,
        "the square": lambda d: Enclosure.exactly(d * d),
        "with the dimension of the sphere": lambda d: three_halves(d - 1),
    },
    uses=("sphere/cal/constant",),
)
