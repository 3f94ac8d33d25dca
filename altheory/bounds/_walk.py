r"""How far a walk of fair steps gets: its maximum, exactly.

Let :math:`S_n` be the sum of :math:`n` independent fair signs and :math:`M_n` the largest of
:math:`S_0, \dots, S_n`.  Mirroring what follows the first visit to :math:`k \ge 1`,

.. math:: P(M_n \ge k) = P(S_n \ge k) + P(S_n > k),
          \qquad
          \mathbb E M_n = \Bigl(n + \frac{[n \text{ even}]}{2}\Bigr) c_n - \frac12,
          \quad c_n = 2^{1-n} \binom{n-1}{\lfloor (n-1)/2 \rfloor},

the latter since :math:`\sum_{k \ge 1} P(S_n \ge k) = \mathbb E S_n^+`, by the sum over k.
"""

from fractions import Fraction
from functools import lru_cache
from math import comb, isqrt

from altheory.bounds._binomial import EXACT_UP_TO, log_choose, lower_tail
from altheory.numeric.enclosure import Enclosure

HALF = Fraction(1, 2)


def reaches(n: int, k: int) -> Enclosure:
    r"""Enclose :math:`P(M_n \ge k)` for ``k >= 1``, exactly for ``n`` up to 256.

    >>> float(reaches(2, 1)), float(reaches(2, 2))
    (0.5, 0.25)
    """
    return lower_tail((n - k) // 2, n, HALF) + lower_tail((n - k - 1) // 2, n, HALF)


@lru_cache(maxsize=4096)
def quantile(n: int, delta: Fraction, least: int = 1) -> int:
    r"""Return the least k from ``least`` on with :math:`P(M_n \ge k) \le \delta` for certain.

    Invariant: ``few`` is below ``least`` or not enough for certain, and ``enough`` is enough.
    """
    few, enough = least - 1, max(least, n + 1)
    while enough - few > 1:
        middle = (few + enough) // 2
        suffices = reaches(n, middle).at_most(delta) is True
        few, enough = (few, middle) if suffices else (middle, enough)
    return enough


def one_side_is_worst(n: int) -> int:
    r"""Return the least k with :math:`k^2 \ge 3n - 2`.

    From there on two independent walks of :math:`n` steps together reach k with probability at
    most :math:`P(M_n \ge k)`, however the steps are divided.  The chance
    :math:`a_j = \frac kj P(S_j = k)` of a first visit at step j grows from j to j + 2 iff
    :math:`k^2 \ge 3j + 4`, so up to n for these k, and then no steps see as many first visits
    as the last ones.

    >>> one_side_is_worst(1), one_side_is_worst(100)
    (1, 18)
    """
    return isqrt(3 * n - 3) + 1


@lru_cache(maxsize=4096)
def mean_maximum(n: int) -> Enclosure:
    r"""Enclose :math:`\mathbb E M_n`, exactly for ``n`` up to 256.

    >>> [str(mean_maximum(n).lo) for n in (1, 2, 3)]
    ['1/2', '3/4', '1']
    """
    half = (n - 1) // 2
    if n <= EXACT_UP_TO:
        center = Enclosure.exactly(Fraction(comb(n - 1, half), 2 ** (n - 1)))
    else:
        center = (log_choose(n - 1, half) - (n - 1) * Enclosure.exactly(2).log()).exp()
    return (n + Fraction(1 - n % 2, 2)) * center - HALF
