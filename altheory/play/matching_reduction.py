r"""Why the fewest stars are hard to find: they find perfect matchings of hypergraphs.

A k-uniform hypergraph with n vertices and m hyperedges, no two of them equal, becomes a table
with a row for each vertex and a column for each hyperedge: the entry is 0 where the vertex lies
in the hyperedge, and a value that no other row has elsewhere.  Then the table can be made
k-anonymous with n(m - 1) stars iff the hypergraph has a perfect matching [meyerson2004]_, and it
never takes fewer.

Proof.  An entry that is kept in a class of at least k rows equals the other entries of its class
in this column.  So it is 0, and all rows of the class lie in the hyperedge of the column, which
has k vertices: the class is the hyperedge.  Two columns that are kept in one class would be equal
hyperedges; so each row keeps one entry at most, n(m - 1) stars are the fewest possible, and with
so many every class is a hyperedge: a perfect matching.  Conversely let each vertex of a perfect
matching keep the column of its hyperedge.

In general the classes that keep something are disjoint hyperedges, and the other rows may form
one class if there are none of them or at least k.  So with n a multiple of k the fewest stars are

.. math:: n m - k \nu,

where :math:`\nu` is the largest number of disjoint hyperedges.  For k = 2 it is found in
polynomial time; for k = 3 already whether it is n/3 is NP-complete [karp1972]_, in hypergraphs with
three parts and a vertex of each in every hyperedge: 3-dimensional matching.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, final

from altheory.errors import BudgetError, DomainError
from altheory.numeric.inputs import count, listed
from altheory.play.suppression import Suppression

Edges: TypeAlias = tuple[tuple[int, ...], ...]

LARGEST = 24  # vertices of which all sets may be gone through


@final
@dataclass(frozen=True, slots=True)
class Hypergraph:
    """A k-uniform hypergraph without equal hyperedges.

    Parameters
    ----------
    vertices
        Their number n; they are 0, ..., n - 1.
    edges
        At least one, of k >= 2 vertices each.

    Examples
    --------
    >>> graph = Hypergraph(6, [(0, 2, 4), (0, 3, 5), (1, 3, 5)])
    >>> graph.matching()
    ((0, 2, 4), (1, 3, 5))
    >>> graph.table()[:2]
    ((0, 0, 1), (2, 2, 0))

    """

    vertices: int
    edges: Edges

    def __post_init__(self) -> None:
        n = count(self.vertices, "the number of vertices", least=2)
        edges = tuple(_edge(edge, n) for edge in listed(self.edges, "the hyperedges"))
        sizes = {len(edge) for edge in edges}
        if len(sizes) != 1 or min(sizes) < 2:
            raise DomainError(
                f"there is a hyperedge, and all have one number of vertices, 2 or more, got {edges}"
            )
        if len(set(edges)) < len(edges):
            raise DomainError(f"no two hyperedges are equal, got {edges}; leave out copies")
        object.__setattr__(self, "vertices", n)
        object.__setattr__(self, "edges", edges)

    @property
    def k(self) -> int:
        """How many vertices a hyperedge has."""
        return len(self.edges[0])

    def table(self) -> tuple[tuple[int, ...], ...]:
        """Return the table: 0 where vertex v lies in the hyperedge, v + 1 elsewhere."""
        return tuple(
            tuple(0 if v in edge else v + 1 for edge in self.edges) for v in range(self.vertices)
        )

    def matching(self) -> Edges:
        """Return a largest set of disjoint hyperedges, by going through all.

        Raises
        ------
        BudgetError
            If there are more than ``LARGEST`` vertices.

        """
        if self.vertices > LARGEST:
            raise BudgetError(
                f"sets of {self.vertices} vertices are too many to go through, which is done up to "
                f"{LARGEST}; take a part of the hypergraph"
            )

        @cache
        def largest(free: frozenset[int]) -> Edges:
            if not free:
                return ()
            first = min(free)
            using = (
                (edge, *largest(free - {*edge}))
                for edge in self.edges
                if edge[0] == first and free.issuperset(edge)
            )
            return max([largest(free - {first}), *using], key=len)

        return largest(frozenset(range(self.vertices)))

    def suppression(self, matching: Iterable[Iterable[int]]) -> Suppression:
        """Return the suppression that keeps an entry of each matched vertex.

        Raises
        ------
        DomainError
            If these are no disjoint hyperedges, or leave 1 to k - 1 vertices.

        """
        matched = tuple(_edge(edge, self.vertices) for edge in listed(matching, "a matching"))
        covered = [v for edge in matched for v in edge]
        if not {*matched} <= {*self.edges} or len({*covered}) < len(covered):
            raise DomainError(f"a matching holds disjoint hyperedges, got {matched}")
        rest = tuple(v for v in range(self.vertices) if v not in covered)
        if 0 < len(rest) < self.k:
            raise DomainError(
                f"vertices outside of the matching are 0 or at least {self.k}, got {rest}; "
                "leave out a hyperedge"
            )
        kept = tuple((self.edges.index(edge),) for edge in matched)
        if not rest:
            return Suppression(self.table(), matched, kept)
        return Suppression(self.table(), (*matched, rest), (*kept, ()))

    def matched(self, suppression: Suppression) -> Edges:
        """Return the hyperedges that a k-anonymous suppression of the table keeps; disjoint."""
        if suppression.table != self.table() or min(map(len, suppression.classes)) < self.k:
            raise DomainError(
                f"a suppression of this hypergraph's table into classes of at least {self.k} rows, "
                f"got {suppression!r}"
            )
        pairs = zip(suppression.classes, suppression.kept, strict=True)
        return tuple(of for of, columns in pairs if columns)


def three_parts(size: int, triples: Iterable[Iterable[int]]) -> Hypergraph:
    """Return an instance of 3-dimensional matching as a hypergraph.

    Parameters
    ----------
    size
        Of each of the three parts.
    triples
        One member of each part, numbered from 0.

    Examples
    --------
    >>> three_parts(2, [(0, 0, 0), (1, 1, 1)])
    Hypergraph(vertices=6, edges=((0, 2, 4), (1, 3, 5)))

    """
    q = count(size, "the size of a part")
    edges = list[tuple[int, ...]]()
    for given in listed(triples, "the triples"):
        triple = [count(x, "a member of a part", least=0) for x in listed(given, "a triple")]
        if len(triple) != 3 or max(triple) >= q:
            raise DomainError(f"a triple holds a member below {q} of each part, got {given!r}")
        edges.append(tuple(part * q + x for part, x in enumerate(triple)))
    return Hypergraph(3 * q, tuple(edges))


def _edge(edge: Any, n: int) -> tuple[int, ...]:
    vertices = [count(v, "a vertex", least=0) for v in listed(edge, "a hyperedge")]
    if len({*vertices}) < len(vertices) or any(v >= n for v in vertices):
        raise DomainError(f"a hyperedge holds different vertices below {n}, got {edge!r}")
    return tuple(sorted(vertices))
