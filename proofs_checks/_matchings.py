r"""All k-uniform hypergraphs on a few vertices: their largest matchings, and the fewest stars.

The fewest stars are found from a table and all partitions of its rows into classes of at least k,
without the argument that only hyperedges keep anything.  A set of hyperedges is a bitmask, and
all of them are gone through at once.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, reduce
from itertools import combinations, product
from operator import or_
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.integer]
Edge: TypeAlias = tuple[int, ...]
Entry: TypeAlias = Callable[[int, bool], int]  # of a vertex, and whether it is in the hyperedge


class Family(NamedTuple):
    """The hypergraphs with some of these hyperedges, at least one."""

    name: str
    n: int
    k: int
    edges: tuple[Edge, ...]

    @property
    def masks(self) -> Ints:
        """All of them."""
        return np.arange(1, 1 << len(self.edges), dtype=np.int32)


PARTS = Family("2 + 2 + 2 vertices", 6, 3, tuple(product((0, 1), (2, 3), (4, 5))))
FOUR = Family("graphs on 4 vertices", 4, 2, tuple(combinations(range(4), 2)))
SIX = Family("graphs on 6 vertices", 6, 2, tuple(combinations(range(6), 2)))
TRIPLES = Family("triples of 6 vertices", 6, 3, tuple(combinations(range(6), 3)))


def partitions(rows: Edge, k: int) -> Iterator[tuple[Edge, ...]]:
    """Yield all partitions into classes of at least k, of any size."""
    if not rows:
        yield ()
    for size in range(k, len(rows) + 1):
        for others in combinations(rows[1:], size - 1):
            rest = tuple(i for i in rows[1:] if i not in others)
            for classes in partitions(rest, k):
                yield ((rows[0], *others), *classes)


def bits(chosen: Sequence[bool]) -> int:
    """Return the bitmask of the places that are chosen."""
    return reduce(or_, (1 << i for i, is_in in enumerate(chosen) if is_in), 0)


def own_values(vertex: int, is_in: bool) -> int:
    """Return 0 in the hyperedge, and elsewhere a value that no other vertex has."""
    return 0 if is_in else vertex + 1


@cache
def fewest_stars(family: Family, entry: Entry, k: int) -> Ints:
    """Return the fewest stars that make each table k-anonymous, over all partitions."""
    masks, n = family.masks, family.n
    columns = [[entry(v, v in edge) for v in range(n)] for edge in family.edges]
    kept = np.zeros(masks.shape, dtype=np.int16)
    for classes in partitions(tuple(range(n)), k):
        constant = [bits([len({c[v] for v in of}) == 1 for c in columns]) for of in classes]
        entries = np.zeros_like(kept)
        for of, at in zip(classes, constant, strict=True):
            entries += len(of) * _ones(masks & at)
        kept = np.maximum(kept, entries)
    return n * _ones(masks) - kept


@cache
def matchings(family: Family) -> Ints:
    """Return how many hyperedges are disjoint, at most."""
    masks = family.masks
    largest = np.zeros(masks.shape, dtype=np.int16)
    for size in range(1, family.n // family.k + 1):
        for chosen in combinations(family.edges, size):
            if len({v for edge in chosen for v in edge}) == size * family.k:
                wanted = bits([edge in chosen for edge in family.edges])
                largest[masks & wanted == wanted] = size
    return largest


def sizes(family: Family) -> Ints:
    """Return how many hyperedges there are."""
    return _ones(family.masks)


def _ones(masks: Ints) -> Ints:
    return np.bitwise_count(masks).astype(np.int16)
