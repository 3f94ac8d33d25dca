r"""How often two half circles differ.

.. math:: P(h_u \ne h_v) = 2\, d(u, v), \qquad d(u, v) = \min(|u - v|, 1 - |u - v|)
          \text{ in turns,}

the angle between the two over :math:`\pi`.  Why: turning a half circle by :math:`d`
turns changes labels on the two opposite arcs that its boundary points pass.  The
probability depends on :math:`u - v` alone and is affine in it while no boundary points
meet, which happens at 0 and 1/2 only.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np

from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.half_circle import CircleSeparator
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Distance: TypeAlias = Callable[[Any, Any], Any]
GRID = 12


def twice_the_distance(u: Any, v: Any) -> Any:
    """Return the probability that the half circles around u and v differ."""
    return 2 * min(abs(u - v), 1 - abs(u - v))


def counted(u: Fraction, v: Fraction) -> Fraction:
    """Return the fraction of the cells of the grid whose middle gets two labels.

    All boundary points of the grid's directions are on the grid, so each half circle
    labels a cell as it labels its middle.
    """
    middles = [Fraction(2 * k + 1, 2 * GRID) for k in range(GRID)]
    h, g = CircleSeparator(u), CircleSeparator(v)
    return Fraction(sum(h(x) != g(x) for x in middles), GRID)


def every_pair(formula: Distance, rng: np.random.Generator) -> Finding:
    """Label the middle of each cell by both, and take the mass of the package's region."""
    del rng
    law, of = CircleSeparators().law(), CircleSeparators()
    turns = of.grid(GRID)
    for u in turns:
        for v in turns[:: 1 if u == 0 else 5]:
            computed = counted(u, v)
            if law.mass(of.difference(CircleSeparator(u), CircleSeparator(v))) != computed:
                return fails(f"u={u}, v={v}: the region has another mass", computed=computed)
            if (claimed := Fraction(formula(u, v))) != computed:
                return fails(f"u={u}, v={v}", claimed=claimed, computed=computed)
    return holds("every difference of two twelfths, from several places")


CLAIM: Claim[Distance] = Claim(
    key="circle/distance",
    title="Two half circles differ on twice their distance",
    statement=(
        r"P(h_u \ne h_v) = 2 \min(|u - v|, 1 - |u - v|),"
        r" \quad u, v \in \{0, \tfrac{1}{12}, \dots, \tfrac{11}{12}\}"
    ),
    plain="Half circles at an angle differ with probability angle over pi: at multiples of 30°.",
    relation="exact",
    assumptions=frozenset({"uniform law"}),
    does_not_say="the same of instances that are not uniform on the circle",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=twice_the_distance,
    checks=(
        Check(Method.EXHAUSTIVE, every_pair, scope="u and v multiples of 1/12, all differences"),
    ),
    controls={
        "one arc of the two": lambda u, v: min(abs(u - v), 1 - abs(u - v)),
        "the longer way round": lambda u, v: 2 * abs(u - v),
        "a chord for the arc": lambda u, v: 1 - (1 - 2 * min(abs(u - v), 1 - abs(u - v))) ** 2,
    },
)
