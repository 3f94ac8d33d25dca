r"""The disagreement coefficient of intervals whose minimal width is known.

Let the target be [c, d] of width :math:`v \ge w`, w > 0 the minimal width, with margins
:math:`\ell = c` and :math:`\rho = 1 - d`.  While :math:`r < v` an end moves into [c, d] by

.. math:: s_u = \min\Bigl(r, \frac{r + v - w}{2}, v - w + u\Bigr),
    \qquad m(r) = \min(\ell, r) + \min(\rho, r) + \min(v, s_\ell + s_\rho),

as the other end must give way by what is missing to w.  From v on the empty interval
is near, from :math:`v + w` on so are intervals anywhere:

.. math:: \theta(r_0) = \max\Bigl(1, \max_{r \in \{r_0, v, v + w\},\ r \ge r_0}
    \frac{m(r)}{r}\Bigr), \quad
    m(r) = \min(\ell, r) + \min(\rho, r) + v \ (v \le r < v + w), \quad
    m(r) = 1 \ (r \ge v + w).

At small radii inside (0, 1) that is :math:`\max(4, 1/(v + w))`, and
:math:`\max(3, 1/(2w))` for the narrowest targets: bounded, however narrow the target.
"""

from fractions import Fraction

import numpy as np

from altheory.hypotheses.interval import Interval
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._interval_balls import Coefficient, from_balls

WIDTHS = (Fraction(1, 4), Fraction(1, 2))


def mass(
    target: Interval, w: Fraction, r: Fraction, *, other_end_gives_way: bool = True
) -> Fraction:
    """Return the mass on which the ball of radius r disagrees."""
    v = target.width
    if target.ends is None or r >= v + w:
        return Fraction(r >= v + w)
    margins = target.ends[0], 1 - target.ends[1]
    outside = sum((min(u, r) for u in margins), Fraction(0))
    if r >= v:
        return outside + v
    pushed = (r + v - w) / 2 if other_end_gives_way else v - w
    inside = sum((min(r, pushed, v - w + u) for u in margins), Fraction(0))
    return outside + min(v, inside)


def theta(target: Interval, w: Fraction, r0: Fraction) -> Fraction:
    """Return the coefficient from the radius and the two jumps of the mass."""
    radii = [r0, *(r for r in (target.width, target.width + w) if r > r0)]
    return max(Fraction(1), *(mass(target, w, r) / r for r in radii))


def stiff(target: Interval, w: Fraction, r0: Fraction) -> Fraction:
    """Return the coefficient as if one end moved alone: a false twin."""
    radii = [r0, *(r for r in (target.width, target.width + w) if r > r0)]
    ratios = (mass(target, w, r, other_end_gives_way=False) / r for r in radii)
    return max(Fraction(1), *ratios)


def on_a_grid(formula: Coefficient, rng: np.random.Generator) -> Finding:
    """Compare with balls around all intervals with ends on 1/8."""
    del rng
    return from_balls(formula, WIDTHS, 8)


def on_a_coarse_grid(formula: Coefficient, rng: np.random.Generator) -> Finding:
    """Compare with balls around all intervals with ends on 1/4 and widths from 1/2."""
    del rng
    return from_balls(formula, WIDTHS[1:], 4)


CLAIM: Claim[Coefficient] = Claim(
    key="classes/intervals/disagreement-coefficient/min-width",
    title="Disagreement coefficient of wide intervals",
    statement=(
        r"\theta(r_0) = \max\Bigl(1, \max_{r \in \{r_0, v, v + w\},\ r \ge r_0} m(r)/r\Bigr),"
        r"\quad v = d - c,\ s_u = \min\bigl(r, \tfrac{r + v - w}{2}, v - w + u\bigr), \quad"
        r" m(r) = \min(c, r) + \min(1 - d, r) + \min(v, s_c + s_{1 - d}) \ (r < v),"
        r"\ \min(c, r) + \min(1 - d, r) + v \ (v \le r < v + w),\ 1 \ (r \ge v + w);"
        r" \quad \text{around the empty interval } v = 0,\ m(r) = 1\{r \ge w\};"
        r" \quad w \in \{1/4, 1/2\},\ 4c, 4d, 8 r_0 \in \mathbb N"
    ),
    plain=(
        "On quarters: if intervals are known to be at least w = 1/4 or 1/2 wide, the coefficient"
        " at small radii stays bounded however narrow the target is."
    ),
    relation="exact",
    assumptions=frozenset({"uniform law", "fixed target"}),
    does_not_say="anything of intervals whose minimal width is not known in advance",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=theta,
    checks=(
        Check(
            Method.EXHAUSTIVE, on_a_coarse_grid, scope="ends on 1/4, widths from 1/2, radii on 1/8"
        ),
        Check(Method.EXHAUSTIVE, on_a_grid, scope="ends on 1/8, radii on 1/16", tier="normal"),
    ),
    controls={
        "an end moves alone": stiff,
        "as without a minimal width": lambda target, _, r0: theta(target, Fraction(0), r0),
        "short intervals are never near": lambda target, w, r0: max(
            Fraction(1), mass(target, w, r0) / r0
        ),
    },
)
