r"""How many sets of n points in the plane boxes cut out, over all orders of the points.

Only the order of the points on each axis matters, and points with a coordinate in common
take no labeling that is lost when they are moved apart.  So let point i be the i-th from
the left and p(i) its place from below, for a permutation p.  A nonempty set that a box cuts
out has a leftmost point a and a rightmost point b.  If they are the same it is one point;
if not, the box may reach down to any of the points between them that lie below both, and
up to any of those above both, so that boxes cut out

.. math:: 1 + n + \sum_{a < b} (1 + B_{ab}) (1 + T_{ab})

sets, with :math:`B_{ab}` and :math:`T_{ab}` the numbers of points between that lie below
and above both.  The growth function is the largest of these numbers.
"""

from itertools import combinations, islice, permutations
from math import comb, factorial

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError

BATCH = 50_000  # permutations at a time


def boxes_in_the_plane(n: int, states: int) -> int:
    """Return the most sets of ``n`` points that boxes in the plane cut out, exactly.

    >>> [boxes_in_the_plane(n, 10**6) for n in range(7)]
    [1, 2, 4, 8, 16, 28, 49]
    """
    steps = factorial(n) * comb(n, 2) if n < 20 else states + 1
    if steps > states:
        raise BudgetError(
            f"the orders of {n} points in the plane, with the pairs of these, are more than "
            f"{states}; allow more (states=), or take growth(restricted(of, {n}), {n}) for a "
            "lower bound"
        )
    orders, most = permutations(range(n)), 0
    while some := [*islice(orders, BATCH)]:
        most = max(most, int(_sets(np.array(some, dtype=np.int8).reshape(len(some), n)).max()))
    return most


def _sets(orders: NDArray[np.int8]) -> NDArray[np.int64]:
    """Return the number of sets for each permutation: ``int8[m, n] -> int64[m]``."""
    n = orders.shape[1]
    total = np.full(len(orders), 1 + n, dtype=np.int64)
    for a, b in combinations(range(n), 2):
        ends, between = orders[:, [a, b]], orders[:, a + 1 : b]
        below = (between < ends.min(axis=1, keepdims=True)).sum(axis=1)
        above = (between > ends.max(axis=1, keepdims=True)).sum(axis=1)
        total += (1 + below) * (1 + above)
    return total
