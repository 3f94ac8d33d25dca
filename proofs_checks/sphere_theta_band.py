r"""The disagreement coefficient of separators at a radius, within a factor of four.

.. math:: \tfrac14 \min\Bigl(\pi \sqrt d, \frac1\varepsilon\Bigr) \le \theta(\varepsilon)
    \le \min\Bigl(\pi \sqrt d, \frac1\varepsilon\Bigr),

as commonly stated, on a grid of dimensions and radii.  On it :math:`\theta(\varepsilon) =
\Delta(\varepsilon)/\varepsilon`, enclosed by the incomplete Beta function, is never below .45
of the upper side, and reaches it where the ball disagrees everywhere.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from altheory.theory.sphere_information import theta_sphere_at
from proofs_checks._sphere_balls import pi

Band: TypeAlias = Callable[[Fraction], tuple[Fraction, Fraction]]
DIMENSIONS = (2, 3, 4, 5, 10, 30, 100, 200)
RADII = tuple(Fraction(*r) for r in ((1, 2), (3, 10), (1, 10), (3, 100), (1, 100), (1, 10000)))


def quarter(of: Fraction) -> tuple[Fraction, Fraction]:
    """Return the ends of the band, in units of the minimum."""
    return of / 4, of


def grid(formula: Band, rng: np.random.Generator) -> Finding:
    """Enclose the coefficient and both sides, where neither is the other."""
    del rng
    low, high = formula(Fraction(1))
    for d in DIMENSIONS:
        root = pi() * Enclosure.exactly(d).sqrt()
        for r in RADII:
            least = 1 / r if root.less_than(1 / r) is False else root
            value = theta_sphere_at(d, r)
            inside = (low * least - value).hi <= 0 and (value - high * least).lo <= 0
            if not inside:
                return fails(f"d = {d}, radius {r}", claimed=f"{low}, {high}", computed=value)
    return holds(f"{len(DIMENSIONS) * len(RADII)} pairs of a dimension and a radius")


CLAIM: Claim[Band] = Claim(
    key="sphere/disagreement-coefficient/band",
    title="The disagreement coefficient within a factor of four",
    statement=(
        r"\tfrac14 \min(\pi \sqrt d, 1/\varepsilon) \le \theta(\varepsilon)"
        r" \le \min(\pi \sqrt d, 1/\varepsilon), \quad"
        r" d \in \{2, 3, 4, 5, 10, 30, 100, 200\},\ \varepsilon \in"
        r" \{\tfrac12, \tfrac3{10}, \tfrac1{10}, \tfrac3{100}, \tfrac1{100}, 10^{-4}\}"
    ),
    plain="The usual bounds on the disagreement coefficient of separators hold on a grid.",
    relation="order",
    assumptions=frozenset({"uniform law", "fixed target"}),
    does_not_say="that a quarter is needed: .45 does on this grid",
    source=Source("hanneke2007bound"),
    expected=Verdict.ENCLOSED,
    formula=quarter,
    checks=(Check(Method.ENCLOSURE, grid, scope="8 dimensions, 6 radii"),),
    controls={
        "within a factor of two": lambda of: (of / 2, of),
        "at most four fifths": lambda of: (of / 4, of * 4 / 5),
    },
    uses=("sphere/disagreement-coefficient",),
)
