"""Classes, compatibilities and samples to go through: what is pruned, and what labels leave.

Drawn points matter as a set only, so all sequences of m points are counted once by the set that
they hit; who is consistent is then decided set by set.
"""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import product
from typing import TypeAlias

from altheory.complexity.compatibility import Compatibility, cut_compatibility, pruned_class
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis

Weights: TypeAlias = tuple[tuple[int, ...], ...]

EPSILONS = tuple(Fraction(k, 24) for k in (7, 8, 11, 15))
MOST_LABELS = 3


@cache
def hit_sets(n_points: int, m: int) -> dict[int, int]:
    """Count the sequences of m points by the set that they hit.

    >>> hit_sets(2, 2)
    {1: 1, 3: 2, 2: 1}
    """
    draws = product(range(n_points), repeat=m)
    return dict(Counter(sum(1 << x for x in set(drawn)) for drawn in draws))


def missed(sets: list[int], n_points: int, m: int) -> Fraction:
    """Return the probability that m uniform points miss one of the sets entirely.

    >>> missed([1, 2], 2, 2)
    Fraction(1, 2)
    """
    found = hit_sets(n_points, m).items()
    ways = sum(k for hit, k in found if any(not hit & part for part in sets))
    return Fraction(ways, n_points**m)


def path(n: int, *, gap: int = 0) -> Weights:
    """Return the path 0 - 1 - ... with edges of weight 1, but for that before ``gap``.

    >>> path(3, gap=2)
    ((0, 1, 0), (1, 0, 0), (0, 0, 0))
    """
    return tuple(
        tuple(int(abs(i - j) == 1 and max(i, j) != gap) for j in range(n)) for i in range(n)
    )


def everywhere_alike(h: FiniteHypothesis, x: int) -> bool:
    """Decide whether the points next to x have the same label as x."""
    n = h.positive.n_points
    return all(h(z) == h(x) for z in (x - 1, x + 1) if 0 <= z < n)


def positive_at(h: FiniteHypothesis, x: int) -> bool:
    """Decide whether x is positive."""
    return h(x) == 1


def like_the_last(h: FiniteHypothesis, x: int) -> bool:
    """Decide whether x has the label of the last point."""
    return h(x) == h(h.positive.n_points - 1)


YES_OR_NO: tuple[Compatibility, ...] = (everywhere_alike, positive_at, like_the_last)


def incompatible(of: FiniteClass, chi: Compatibility) -> dict[int, int]:
    """Return for each hypothesis, as a mask, the set of points that it does not suit."""
    return {
        h.positive.mask: sum(1 << x for x in range(of.n_points) if not chi(h, x))
        for h in of.representatives(range(of.n_points))
    }


@cache
def line_of_clusters(a: int, b: int) -> tuple[FiniteClass, FiniteClass]:
    """Return all cuts of a line of a + b points, and those that cut neither cluster.

    >>> len(line_of_clusters(2, 3)[0].hypotheses), line_of_clusters(2, 3)[1].hypotheses
    (6, (0, 28, 31))
    """
    n = a + b
    cuts = FiniteClass(n, ["-" * (n - k) + "+" * k for k in range(n + 1)])
    return cuts, pruned_class(cuts, cut_compatibility(path(n, gap=a)), 0)


def clusters(least: int, most: int) -> Iterator[tuple[int, int]]:
    """Go through sizes of two clusters with so many points together."""
    return ((a, n - a) for n in range(least, most + 1) for a in range(1, n))
