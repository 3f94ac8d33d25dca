r"""How little of the circle is left, by the radius of the bounds and the noise.

Half circles within mass d of the best one disagree on 2d at most.  If all errors are within r of
their frequencies and the best half circle errs by :math:`\nu`, then what survives differs from it
on mass :math:`4 r + 2 \nu` at most, and

.. math:: P(\mathrm{DIS}(H')) \le 8 r + 4 \nu .

On a line both sides of the best cut share the noise, and :math:`8 r + 2 \nu` is enough; here it is
not: on six cells the half circles +++--- and ---+++ may err alike, and so do all others.  So
a round ends at :math:`r < 1/32` if :math:`\nu \le 1/16`, and the first one is as long as
on thresholds at the same radius; later ones sample two opposite arcs, where cuts are thresholds.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import identical
from proofs_checks.audit_low_noise_halving import eight_and_two

# From the radius and the error of the best half circle to the mass that is left at most.
Left: TypeAlias = Callable[[Any, Any], Any]

FEW, MANY = 3, 6  # half of the cells


def eight_and_four(radius: Any, noise: Any) -> Any:
    """Return 8r + 4 nu."""
    return 8 * radius + 4 * noise


def widest(labels: int, half: int) -> list[tuple[int, int, int]]:
    """Return for each surplus the fewest errors, and on how many cells survivors differ."""
    cells = 2 * half
    circle = [sum(1 << (i + k) % cells for k in range(half)) for i in range(cells)]
    errors = [(h ^ labels).bit_count() for h in circle]
    least, found = min(errors), []
    for surplus in range(cells):
        some, all_of = 0, (1 << cells) - 1
        for h, e in zip(circle, errors, strict=True):
            if e - least <= surplus:
                some, all_of = some | h, all_of & h
        found.append((surplus, least, (some & ~all_of).bit_count()))
    return found


def judged(left: Left, sizes: range) -> Finding:
    """Compare with all labels of a circle of cells; 4r is a whole number of cells."""
    attained = False
    for half in sizes:
        cells = 2 * half
        for labels in range(1 << cells):
            for surplus, least, width in widest(labels, half):
                radius, noise = Fraction(surplus, 4 * cells), Fraction(least, cells)
                promised, found = left(radius, noise), Fraction(width, cells)
                attained |= promised == found and surplus > 0
                if found > promised:
                    where = f"{cells} cells, labels {labels:0{cells}b}, 4r = {surplus}/{cells}"
                    return fails(where, claimed=f"<= {promised}", computed=found)
    if not attained:
        return fails("never attained", claimed=0)
    return holds(f"all labels of up to {2 * sizes[-1]} cells; attained")


def six_cells(left: Left, rng: np.random.Generator) -> Finding:
    """Go through all labels of two, four and six cells."""
    del rng
    return judged(left, range(1, FEW + 1))


def twelve_cells(left: Left, rng: np.random.Generator) -> Finding:
    """Go through all labels of up to twelve cells."""
    del rng
    return judged(left, range(1, MANY + 1))


def in_general(left: Left, rng: np.random.Generator) -> Finding:
    """Double the mass on which a survivor differs from the best half circle."""
    del rng
    radius, noise, error, distance = sp.symbols("r nu e d", nonnegative=True)
    # whoever differs on d from one that errs by nu errs by d - nu at least, and by nu + 4r at most
    most = sp.solve(sp.Eq(distance - noise, error), distance)[0].subs(error, noise + 4 * radius)
    at = {radius: sp.Rational(1, 32), noise: sp.Rational(1, 16)}
    return identical(left(radius, noise), 2 * most, at, "all radii and noise")


CLAIM: Claim[Left] = Claim(
    key="audit/low-noise/circle",
    title="With little noise a round of A2 on the circle ends at a constant radius",
    statement=(
        r"P(\mathrm{DIS}(H')) \le 8 r + 4 \nu \quad \text{if all errors are within } r \text{ of"
        r" their frequencies}"
    ),
    plain=(
        "On the circle what A2 keeps disagrees on at most eight radii and four times the noise, "
        "which is twice as much noise as on thresholds."
    ),
    relation="upper",
    assumptions=frozenset({"uniform law"}),
    does_not_say="how many labels make the radius so small, or that bounds hold",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=eight_and_four,
    checks=(
        Check(
            Method.SYMBOLIC,
            in_general,
            scope="all radii and noise, the uniform law",
            tier="normal",
        ),
        Check(Method.EXHAUSTIVE, six_cells, scope="all labels of 6 cells", tier="normal"),
        Check(Method.EXHAUSTIVE, twelve_cells, scope="all labels of 12 cells", tier="long"),
    ),
    controls={
        "what is enough on a line": eight_and_two,
        "one side only": lambda radius, noise: 4 * radius + 2 * noise,
        "noise forgotten": lambda radius, _noise: 8 * radius,
    },
    uses=("a2/stopping-rule", "classes/circle/disagreement-coefficient"),
)
