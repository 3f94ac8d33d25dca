r"""How likely to ask, from how much the other label would cost.

At instance number :math:`k` let :math:`G` be the weighted error of the best hypothesis with the
other label at :math:`x`, minus that of the best one.  With :math:`b = C_0 \ln k / (k - 1)` the
label is asked for sure if :math:`G \le \sqrt b + b`, and otherwise with the probability
:math:`s \in (0, 1)` that solves

.. math:: G = \Bigl(\frac{c_1}{\sqrt s} - c_1 + 1\Bigr) \sqrt b
            + \Bigl(\frac{c_2}{s} - c_2 + 1\Bigr) b,
          \qquad c_1 = 5 + 2 \sqrt 2, \quad c_2 = 5 .

At :math:`s = 1` the right side is the threshold, and it grows as :math:`s` falls: so there is one
solution, it is continuous there and falls as :math:`G` grows.  With
:math:`E = G + (c_1 - 1) \sqrt b + (c_2 - 1) b` the equation is quadratic in
:math:`1/\sqrt s`, and

.. math:: \sqrt s = \frac{c_1 \sqrt b + \sqrt{c_1^2 b + 4 c_2 b E}}{2 E} .

A division by 2 and a multiplication by :math:`E` instead, one pair of parentheses away, is a
probability that grows with the evidence.
"""

from fractions import Fraction
from functools import lru_cache

from altheory.numeric.enclosure import Enclosure

C2 = 5


def coefficient() -> Enclosure:
    """Return the first constant, 5 plus the root of 8."""
    return Enclosure.exactly(8).sqrt() + 5


@lru_cache(maxsize=2**12)
def scale(k: int, c0: Fraction) -> Enclosure:
    """Return b, which says how uncertain a gap is at instance number ``k``, at least 2."""
    return Enclosure.exactly(k).log() * c0 / (k - 1)


def query_probability(gap: Fraction, k: int, c0: Fraction) -> Enclosure:
    """Return the probability to ask about instance number ``k``, enclosed.

    Where the enclosure cannot tell on which side of the threshold the gap lies, the label is
    asked for sure.

    >>> query_probability(Fraction(0), 100, Fraction(1)) == Enclosure.exactly(1)
    True
    >>> print(query_probability(Fraction(1), 1000, Fraction(1, 16)))
    [0.0238775856302, 0.0238775856302]
    """
    if k < 2:
        return Enclosure.exactly(1)
    b = scale(k, c0)
    root = b.sqrt()
    if (root + b).less_than(gap) is not True:
        return Enclosure.exactly(1)
    c1 = coefficient()
    evidence = gap + (c1 - 1) * root + (C2 - 1) * b
    half = (c1 * root + (c1 * c1 * b + 4 * C2 * b * evidence).sqrt()) / (2 * evidence)
    found = half * half
    return Enclosure(found.lo, min(found.hi, Fraction(1)))


def gap_explained(s: Enclosure, k: int, c0: Fraction) -> Enclosure:
    """Return the gap at which the defining equation has the solution ``s``."""
    b, c1 = scale(k, c0), coefficient()
    return (c1 / s.sqrt() - c1 + 1) * b.sqrt() + (C2 / s - C2 + 1) * b
