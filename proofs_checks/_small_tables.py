"""All tables of two columns with three values, at all nodes of a small lattice.

Level 0 of both columns tells the values 0, 1 and 2 apart, level 1 joins 0 and 1, level 2 all.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations_with_replacement, product
from typing import NamedTuple, TypeAlias

Node: TypeAlias = tuple[int, int]
Row: TypeAlias = tuple[int, int]

NAMES = ((0, 1, 2), (0, 0, 2), (0, 0, 0))  # of each value at each level
NODES: tuple[Node, ...] = tuple((a, b) for a, b in product(range(3), repeat=2))


class Case(NamedTuple):
    """A table and a k, how many rows are in smaller classes at each node, and what it loses."""

    table: tuple[Row, ...]
    k: int
    small: dict[Node, int]
    costs: dict[Node, tuple[int, int]]

    @property
    def anonymous(self) -> list[Node]:
        """The nodes at which no row is in a class of fewer than k."""
        return [node for node in NODES if not self.small[node]]


@cache
def cases(n: int) -> tuple[Case, ...]:
    """Return all tables of n rows, up to their order, with k from 2 to n."""
    rows = [(x, y) for x in range(3) for y in range(3)]
    return tuple(case for t in combinations_with_replacement(rows, n) for case in cases_of(t))


def cases_of(table: tuple[Row, ...]) -> Iterator[Case]:
    """Yield a table with each k from 2 to the number of its rows."""
    sizes = {
        (a, b): Counter((NAMES[a][x], NAMES[b][y]) for x, y in table).values() for a, b in NODES
    }
    first, second = (_losses(column) for column in zip(*table, strict=True))
    costs = {(a, b): (first[a], second[b]) for a, b in NODES}
    for k in range(2, len(table) + 1):
        small = {node: sum(s for s in sizes[node] if s < k) for node in NODES}
        yield Case(table, k, small, costs)


def _losses(column: tuple[int, ...]) -> list[int]:
    """Return 2n times the mean loss at each level, with M - 1 in {1, 2} for what may be lost."""
    values = {*column}
    unit = 2 // max(len(values) - 1, 1)
    return [
        unit * sum(names[v] == names[w] for v in column for w in values if w != v)
        for names in NAMES
    ]
