r"""The disagreement coefficient of intervals under the uniform law, as a closed form.

Around [c, d] of width :math:`v = d - c`, with margins :math:`\ell = c` and
:math:`\rho = 1 - d` and minimal width :math:`w \le v`, the ball of radius r disagrees on

.. math:: m(r) = \min(\ell, r) + \min(\rho, r) + \min(v, s_\rho + s_\ell), \qquad
    s_u = \min\Bigl(r, \frac{r + v - w}{2}, v - w + u\Bigr), \quad r < v,

where :math:`s_\rho` is how far a may move into [c, d], b giving way if it must.  From
:math:`r = v` on the empty interval is in the ball and all of [c, d] is disputed; from
:math:`r = v + w` on so are short intervals anywhere, and :math:`m = 1`.  Between these
two jumps m is concave with :math:`m(0) \ge 0`, so :math:`m(r)/r` falls, and its
supremum beyond :math:`r_0` is found at :math:`r_0` and at the jumps.
"""

from fractions import Fraction

from altheory.hypotheses.interval import Interval


def theta(target: Interval, min_width: Fraction, r0: Fraction) -> Fraction:
    r"""Return :math:`\max(1, \sup_{r > r_0} m(r)/r)` around a member."""
    jumps = (target.width, target.width + min_width)
    radii = (r0, *(r for r in jumps if r > r0))
    return max(Fraction(1), *(mass(target, min_width, r) / r for r in radii))


def mass(target: Interval, min_width: Fraction, r: Fraction) -> Fraction:
    r"""Return :math:`m(r) = P(\mathrm{DIS}(B(h, r)))` around a member.

    >>> mass(Interval(Fraction(1, 4), Fraction(3, 4)), Fraction(0), Fraction(1, 8))
    Fraction(1, 2)
    """
    width = target.width
    if r >= width + min_width:
        return Fraction(1)
    if target.ends is None:
        return Fraction(0)
    left, right = target.ends[0], 1 - target.ends[1]
    inside = width
    if r < width:
        slack = width - min_width
        moves = (min(r, (r + slack) / 2, slack + margin) for margin in (left, right))
        inside = min(width, sum(moves, Fraction(0)))
    return min(left, r) + min(right, r) + inside
