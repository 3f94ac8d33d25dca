r"""Fractional matchings of sets of points, exactly.

Weights of sets are a matching if no point carries more than 1, weights of points are a
cover if every set carries at least 1:

.. math:: \max \sum_e z_e : \sum_{e \ni x} z_e \le 1 \quad = \quad
          \min \sum_x p_x : \sum_{x \in e} p_x \ge 1, \qquad z, p \ge 0 .

A matching and a cover of the same total prove each other optimal.  They are found by the
simplex method with Bland's rule, which never cycles, in integers over one common
denominator: every pivot divides by the last one without a rest.
"""

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import TypeAlias

Weights: TypeAlias = dict[int, Fraction]  # of sets as bitmasks, or of points
Tableau: TypeAlias = list[list[int]]


def minimal(sets: Collection[int]) -> list[int]:
    """Return the sets that hold no other one; they have the same largest matching.

    >>> minimal([0b011, 0b001, 0b110, 0b111])
    [1, 6]
    """
    found: list[int] = []
    for s in sorted(set(sets), key=lambda s: (s.bit_count(), s)):
        if all(s & small != small for small in found):
            found.append(s)
    return found


def largest_matching(sets: Collection[int]) -> tuple[Weights, Weights]:
    """Return a largest fractional matching of nonempty sets, and a least fractional cover.

    >>> triangle = largest_matching([0b011, 0b101, 0b110])
    >>> [sum(weights.values()) for weights in triangle]
    [Fraction(3, 2), Fraction(3, 2)]
    """
    columns = minimal(sets)
    union = 0
    for s in columns:
        union |= s
    points = [x for x in range(union.bit_length()) if union >> x & 1]
    rows = [[*(s >> x & 1 for s in columns), *(int(z == x) for z in points), 1] for x in points]
    rows.append([*(-1 for _ in columns), *(0 for _ in points), 0])
    basis, scale = _solved(rows, len(columns))
    heights = zip(basis, rows, strict=False)  # the last row is the objective
    weights = {columns[k]: Fraction(row[-1], scale) for k, row in heights if k < len(columns)}
    prices = rows[-1][len(columns) : -1]
    cover = {x: Fraction(price, scale) for x, price in zip(points, prices, strict=True)}
    return _positive(weights), _positive(cover)


def is_optimal(sets: Collection[int], matching: Mapping[int, Fraction], cover: Weights) -> bool:
    """Decide whether weights are a matching and a cover that prove each other optimal."""
    carried = (sum(w for s, w in matching.items() if s >> x & 1) for x in _points(sets))
    held = (sum(p for x, p in cover.items() if s >> x & 1) for s in sets)
    return (
        set(matching) <= set(sets)
        and min([*matching.values(), *cover.values()], default=0) >= 0
        and max(carried, default=0) <= 1
        and min(held, default=1) >= 1
        and sum(matching.values()) == sum(cover.values())
    )


def _solved(rows: Tableau, n_columns: int) -> tuple[list[int], int]:
    """Pivot the tableau in place until it is optimal; return its basis and denominator."""
    basis, scale = [n_columns + i for i in range(len(rows) - 1)], 1
    while True:
        entering = next((k for k, c in enumerate(rows[-1][:-1]) if c < 0), None)
        if entering is None:
            return basis, scale
        k = entering
        _, _, leaving = min(
            (Fraction(row[-1], row[k]), basis[i], i)
            for i, row in enumerate(rows[:-1])
            if row[k] > 0
        )
        pivot = rows[leaving]
        for i, row in enumerate(rows):
            if i != leaving:
                rows[i] = [
                    (a * pivot[k] - row[k] * b) // scale for a, b in zip(row, pivot, strict=True)
                ]
        basis[leaving], scale = k, pivot[k]


def _points(sets: Collection[int]) -> range:
    return range(max(sets, default=0).bit_length())


def _positive(weights: Weights) -> Weights:
    return {key: weight for key, weight in weights.items() if weight > 0}
