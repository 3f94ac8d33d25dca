r"""How many labelings separators of the sphere give to n instances in general position.

A hyperplane more cuts each region of the arrangement that it meets in two, and those are
the regions of an arrangement in one dimension less: :math:`C(n + 1, d) = C(n, d) +
C(n, d - 1)`, which Cover's number solves (``cover1965`` in the bibliography),

.. math:: C(n, d) = 2 \sum_{k=0}^{d-1} \binom{n - 1}{k}, \qquad n \ge 1 .

It is :math:`2^n` up to n = d, the VC dimension.
"""

from math import comb

from altheory.numeric.inputs import count


def growth_sphere(dimension: int, n: int) -> int:
    """Return Cover's number of labelings of ``n`` instances in general position.

    >>> [growth_sphere(3, n) for n in range(7)]
    [1, 2, 4, 8, 14, 22, 32]
    """
    d, n = count(dimension, "a dimension", least=2), count(n, "the number of instances", least=0)
    return 2 * sum(comb(n - 1, k) for k in range(min(d, n))) if n else 1
