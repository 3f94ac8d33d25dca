r"""The disagreement coefficient [hanneke2007bound]_ of intervals under the uniform law.

Around [c, d] of width w with margins :math:`\ell = c` and :math:`\rho = 1 - d`

.. math:: m(r) = \min(\ell, r) + \min(\rho, r) + \min(w, 2r) \quad (r < w),
    \qquad m(r) = 1 \quad (r \ge w),

since from :math:`r = w` on the empty interval and a point anywhere are in the ball.
So :math:`m(r)/r` falls but for its jump at w, and for :math:`0 < r_0 < 1`

.. math:: \theta(r_0) = \max\Bigl(\frac{m(r_0)}{r_0},\ \frac1w\ [r_0 < w]\Bigr).

At small radii that is :math:`\max(4, 1/w)` inside (0, 1), :math:`\max(3, 1/w)` at one
end, 2 for [0, 1], and :math:`1/r_0` for the empty interval and for a single point.
"""

from fractions import Fraction

import numpy as np

from altheory.hypotheses.interval import Interval
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._interval_balls import Coefficient, from_balls


def mass(target: Interval, r: Fraction) -> Fraction:
    """Return the mass on which the ball of radius r disagrees."""
    if target.ends is None or r >= target.width:
        return Fraction(1)
    left, right = target.ends[0], 1 - target.ends[1]
    return min(left, r) + min(right, r) + min(target.width, 2 * r)


def theta(target: Interval, min_width: Fraction, r0: Fraction) -> Fraction:
    """Return the coefficient from the radius and the one jump of the mass."""
    del min_width  # which is 0 here
    at_the_jump = 1 / target.width if r0 < target.width else Fraction(1)
    return max(mass(target, r0) / r0, at_the_jump)


def four(target: Interval, min_width: Fraction, r0: Fraction) -> Fraction:
    """Return max(4, 1/w) whatever the margins and the radius: a false twin."""
    del min_width
    return max(Fraction(4), 1 / target.width if target.width else 1 / r0)


def without_jump(target: Interval, min_width: Fraction, r0: Fraction) -> Fraction:
    """Return the coefficient as if m(r)/r always fell: a false twin."""
    del min_width
    return max(Fraction(1), mass(target, r0) / r0)


def grid_of_eighths(formula: Coefficient, rng: np.random.Generator) -> Finding:
    """Compare with balls around all intervals with ends on 1/8."""
    del rng
    return from_balls(formula, (Fraction(0),), 8)


def grid_of_fourths(formula: Coefficient, rng: np.random.Generator) -> Finding:
    """Compare with balls around all intervals with ends on 1/4."""
    del rng
    return from_balls(formula, (Fraction(0),), 4)


CLAIM: Claim[Coefficient] = Claim(
    key="classes/intervals/disagreement-coefficient",
    title="Disagreement coefficient of intervals",
    statement=(
        r"\theta(r_0) = \max(m(r_0)/r_0,\ 1/w\,[r_0 < w]),"
        r"\ m(r) = \min(c, r) + \min(1 - d, r) + \min(w, 2r) \text{ if } r < w, \text{ else } 1;"
        r" \quad 4c, 4d, 8 r_0 \in \mathbb N"
    ),
    plain=(
        "On quarters: an interval inside (0, 1) has the coefficient max(4, 1/width) at small"
        " radii, one at an end less, and the empty interval has 1/radius."
    ),
    relation="exact",
    assumptions=frozenset({"uniform law", "fixed target"}),
    does_not_say="that the coefficient is max(4, 1/w) at radii beyond the margins or half of w",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=theta,
    checks=(
        Check(Method.EXHAUSTIVE, grid_of_fourths, scope="ends on 1/4, radii on 1/8"),
        Check(
            Method.EXHAUSTIVE, grid_of_eighths, scope="ends on 1/8, radii on 1/16", tier="normal"
        ),
    ),
    controls={
        "max(4, 1/w) everywhere": four,
        "forgets the jump": without_jump,
        "1/w beyond w too": lambda target, _, r0: max(
            mass(target, r0) / r0, 1 / target.width if target.width else 1 / r0
        ),
    },
)
