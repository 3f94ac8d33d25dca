r"""How far the best hypothesis may seem to lie above another one, at any time.

Let :math:`h^*` be best and g any other member.  Their losses differ by -1, 0 or 1, and weighted
with at most r, so the weighted difference minus its mean is a martingale with steps of range 2r.
Azuma's inequality on one side, and a union over N others and all times, give

.. math:: L_t(h^*) - L_t(g) \le L(h^*) - L(g) + r \sqrt{\tfrac2t \ln \tfrac{N t (t + 1)}{\delta}}

at all times with probability at least :math:`1 - \delta`.  If members are only compared while both
are left, and labels on which members left differ are bought for sure, r is 1 whatever the other
weights are: what is weighted is the difference where the members left disagree.

Thresholds are many, but for each t there are t *cells* that hold all of them, between quantiles
:math:`c_{i-1} < a \le c_i`.  A threshold of a cell says -1 up to :math:`c_{i-1}` and +1 from
:math:`c_i` on, and :math:`P(c_{i-1} < x < c_i) \le 1/t` under every law of instances.  The loss of
the cell, 0 on these instances and that of its members elsewhere, is below theirs by 1/t at most on
average: so N = t others, and a width of 1/t.
"""

from fractions import Fraction
from functools import lru_cache

from altheory.numeric.enclosure import Enclosure


@lru_cache(maxsize=2**16)
def slack(t: int, others: int | None, reach: Fraction, delta: Fraction) -> Fraction:
    """Return the slack after ``t`` instances, rounded up; ``others`` is None for thresholds.

    >>> float(slack(100, 1, Fraction(1), Fraction(1, 20))).__round__(3)
    0.494
    """
    rivals = t if others is None else max(others, 1)
    width = Fraction(1, t) if others is None else Fraction(0)
    root = (Enclosure.exactly(rivals * t * (t + 1) / delta).log() * Fraction(2, t)).sqrt()
    return (reach * root).rounded(64).hi + width
