"""Instances in equal cells, every placement, through the real version space.

Cut [0, 1] into N cells with the target on an edge between them.  The cells of n
uniform instances are uniform on the N^n placements, and whether a gap next to the
target is longer than k cells depends on the cells alone.  So probabilities of gaps
at multiples of 1/N are counts of placements, without any integral.
"""

from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import product

from altheory.hypotheses.thresholds import Threshold, Thresholds


@cache
def gaps(n: int, cells: int, edge: int) -> Counter[tuple[int, int]]:
    """Count the placements of ``n`` instances by the empty cells left and right of the target.

    >>> sorted(gaps(1, 2, 1).items())
    [((0, 1), 1), ((1, 0), 1)]
    """
    target = Threshold(Fraction(edge, cells))
    found: Counter[tuple[int, int]] = Counter()
    for placement in product(range(cells), repeat=n):
        xs = [Fraction(2 * i + 1, 2 * cells) for i in placement]
        space = Thresholds().version_space().restrict_all(xs, [target(x) for x in xs])
        (low, _), (high, _) = space.cuts.cuts[0], space.cuts.cuts[-1]
        empty = ((target.cut - low) * cells).__floor__(), ((high - target.cut) * cells).__floor__()
        found[empty] += 1
    return found


def longer(n: int, cells: int, edge: int, left: int, right: int) -> Fraction:
    """Return the chance that at least so many cells on each side of the target are empty.

    Up to events of probability zero it is P(A > left / N, B > right / N).
    """
    ways = sum(w for (a, b), w in gaps(n, cells, edge).items() if a >= left and b >= right)
    return Fraction(ways, cells**n)
