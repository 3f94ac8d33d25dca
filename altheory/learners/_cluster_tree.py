r"""A binary tree over a pool, and how many points of a node surely have a label.

Leaves are numbered 0, ..., N - 1 as the pool, and the i-th merge makes node N + i, as in SciPy's
linkage.  When n points of a node of size M have been drawn without replacement and k of them have
the label, the number K in the whole node has the lower bound

.. math:: \min \{K : P(\mathrm{Hyp}(M, K, n) \ge k) > \alpha\},

which exceeds the truth with probability at most :math:`\alpha`: the tail grows with K.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import comb
from typing import Any, Self, final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import listed


@final
@dataclass(frozen=True, slots=True)
class ClusterTree:
    """The nodes of a tree, children before parents; the last one is the root.

    ``order`` lists the leaves so that those of node ``v`` are ``order[start[v] : start[v] +
    size[v]]``; ``parent`` of the root is -1.
    """

    children: tuple[tuple[int, ...], ...]
    parent: tuple[int, ...]
    size: tuple[int, ...]
    start: tuple[int, ...]
    order: tuple[int, ...]

    @classmethod
    def of(cls, n: int, merges: Any) -> Self:
        """Read pairs of nodes, or the rows of a linkage."""
        pairs = [_pair(row) for row in listed(merges, "the merges of a tree")]
        if len(pairs) != n - 1:
            raise DomainError(f"a tree over {n} points has {n - 1} merges, got {len(pairs)}")
        children: tuple[tuple[int, ...], ...] = (*((),) * n, *pairs)
        parent, size = [-1] * len(children), [1] * n
        for v, pair in enumerate(pairs, start=n):
            for child in pair:
                if not 0 <= child < v or parent[child] != -1:
                    raise DomainError(f"merge {v} joins two nodes before it, once, got {pair}")
                parent[child] = v
            size.append(size[pair[0]] + size[pair[1]])
        start = [0] * len(children)
        for v, (left, right) in reversed(list(enumerate(pairs, start=n))):  # parents first
            start[left], start[right] = start[v], start[v] + size[left]
        order = sorted(range(n), key=start.__getitem__)
        return cls(children, tuple(parent), tuple(size), tuple(start), tuple(order))

    @property
    def root(self) -> int:
        return len(self.children) - 1

    def leaves(self, v: int) -> tuple[int, ...]:
        """Return the leaves below a node."""
        return self.order[self.start[v] : self.start[v] + self.size[v]]

    def path(self, leaf: int, v: int) -> tuple[int, ...]:
        """Return the nodes from a leaf up to its ancestor ``v``, both included."""
        found = [leaf]
        while found[-1] != v:
            found.append(self.parent[found[-1]])
        return tuple(found)


def _pair(row: Any) -> tuple[int, int]:
    two = np.asarray(row)[:2].tolist() if np.ndim(row) == 1 else []
    if len(two) != 2 or any(isinstance(i, str) or i != int(i) for i in two):
        raise DomainError(f"a merge names two nodes, got {row!r:.60}")
    return int(two[0]), int(two[1])


@lru_cache(maxsize=2**16)
def surely(size: int, n: int, k: int, alpha: Fraction) -> int:
    """Return the lower bound on the points of a node with a label, after k among n.

    >>> surely(10, 0, 0, Fraction(1, 9)), surely(10, 10, 7, Fraction(1, 9))
    (0, 7)
    >>> surely(10, 4, 4, Fraction(1, 10))  # of 6 in all, C(6, 4) / C(10, 4) = 1/14 of draws
    7
    """
    low, high = k - 1, size - (n - k)  # the tail at low is at most alpha, at high it is 1
    if n == 0:
        return 0
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _tail_exceeds(size, middle, n, k, alpha) else (middle, high)
    return high


def _tail_exceeds(size: int, total: int, n: int, k: int, alpha: Fraction) -> bool:
    """Tell whether P(Hyp >= k) exceeds alpha, by adding the shorter of both tails."""
    upper = n - k < k
    terms = range(k, n + 1) if upper else range(k)
    found = sum(comb(total, j) * comb(size - total, n - j) for j in terms)
    every = comb(size, n)
    tail = found if upper else every - found
    return tail * alpha.denominator > alpha.numerator * every
