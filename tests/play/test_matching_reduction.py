"""The fewest stars beside all ways to star, and the matchings that they find."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from altheory.errors import BudgetError, DomainError
from altheory.play.equal_rows import anonymity
from altheory.play.matching_reduction import Hypergraph, three_parts
from altheory.play.suppression import Suppression, optimal_suppression

TRIPLES = list(product(range(2), repeat=3))
TABLE = Hypergraph(6, ((0, 2, 4), (0, 3, 5), (1, 3, 5))).table()


def fewest_stars(table, k):
    """Star every set of entries in turn, the smallest first."""
    cells = list(product(range(len(table)), range(len(table[0]))))
    for stars in range(len(cells) + 1):
        for chosen in combinations(cells, stars):
            made = [
                tuple("*" if (i, j) in chosen else x for j, x in enumerate(row))
                for i, row in enumerate(table)
            ]
            if anonymity(made) >= k:
                return stars
    raise AssertionError


def fewest_by_partitions(table, k):
    """Put every row into any of the classes, however large."""
    best = None
    for of in product(range(len(table) // k), repeat=len(table)):
        classes = [[row for row, c in zip(table, of, strict=True) if c == d] for d in {*of}]
        if min(map(len, classes)) >= k:
            stars = sum(len(c) * sum(len({*x}) > 1 for x in zip(*c, strict=True)) for c in classes)
            best = stars if best is None else min(best, stars)
    return best


def tables(rows, columns):
    cell = st.integers(0, 2)
    return st.integers(*columns).flatmap(
        lambda m: st.lists(st.tuples(*[cell] * m), min_size=rows[0], max_size=rows[1])
    )


@given(tables((2, 4), (1, 3)), st.integers(1, 3))
@settings(max_examples=20, deadline=None)
def test_the_fewest_stars_of_all_ways_to_star(table, k):
    least = min(k, len(table))
    best = optimal_suppression(table, least)
    assert best.stars == fewest_stars(table, least)


@given(tables((4, 6), (1, 4)), st.integers(2, 3))
@settings(max_examples=20, deadline=None)
def test_a_suppression_is_what_it_says(table, k):
    best = optimal_suppression(table, k)
    assert best.stars == fewest_by_partitions(table, k)
    published = best.published()
    assert anonymity(published) >= k
    assert sum(row.count("*") for row in published) == best.stars
    assert all(
        y in ("*", x)
        for a, b in zip(table, published, strict=True)
        for x, y in zip(a, b, strict=True)
    )
    assert sorted(i for of in best.classes for i in of) == list(range(len(table)))


def all_matchings(edges):
    for size in range(len(edges) + 1):
        for chosen in combinations(edges, size):
            if len({v for edge in chosen for v in edge}) == sum(map(len, chosen)):
                yield chosen


def hypergraphs():
    """With 2, 3 or 4 vertices a hyperedge, of up to eight vertices."""

    def of_shape(shape):
        n, k = shape
        edges = st.sampled_from(list(combinations(range(n), k)))
        return st.lists(edges, min_size=1, max_size=4, unique=True).map(
            lambda some: Hypergraph(n, tuple(some))
        )

    return st.sampled_from([(2, 2), (4, 2), (6, 2), (3, 3), (6, 3), (8, 4)]).flatmap(of_shape)


@given(hypergraphs())
@settings(max_examples=20, deadline=None)
def test_both_directions_of_the_reduction(graph):
    largest = max(map(len, all_matchings(graph.edges)))
    assert len(graph.matching()) == largest
    n, m = graph.vertices, len(graph.edges)
    best = optimal_suppression(graph.table(), graph.k)
    assert best.stars == n * m - graph.k * largest
    assert (best.stars == n * (m - 1)) == (graph.k * largest == n)
    kept = graph.matched(best)
    assert len(kept) == largest
    assert kept in [*all_matchings(kept)]
    assert {*kept} <= {*graph.edges}
    back = graph.suppression(graph.matching())
    assert anonymity(back.published()) >= graph.k
    assert back.stars == best.stars == sum(row.count("*") for row in back.published())


@pytest.mark.parametrize(("group", "transversal"), [(int.__add__, 3), (int.__xor__, 4)])
def test_transversals_of_latin_squares_of_order_four(group, transversal):
    """The cyclic group has none of four cells, Klein's group has one [Euler]."""
    graph = three_parts(4, [(x, y, group(x, y) % 4) for x, y in product(range(4), repeat=2)])
    assert len(graph.matching()) == transversal
    assert optimal_suppression(graph.table(), 3).stars == 12 * 16 - 3 * transversal


def test_an_odd_number_of_vertices_leaves_rows_that_need_company():
    graph = Hypergraph(7, ((0, 1, 2), (3, 4, 5)))
    assert len(graph.matching()) == 2
    assert optimal_suppression(graph.table(), 3).stars == 7 * 2 - 3  # not - 6: row 6 is alone
    with pytest.raises(DomainError, match=r"got \(6,\); leave out a hyperedge"):
        graph.suppression(graph.matching())
    assert graph.suppression([(0, 1, 2)]).classes == ((0, 1, 2), (3, 4, 5, 6))


def test_equal_hyperedges_would_break_it():
    edges = ((0, 1, 2), (0, 1, 2), (0, 1, 3))
    table = [[0 if v in edge else v + 1 for edge in edges] for v in range(6)]
    assert optimal_suppression(table, 3).stars == 6 * 2  # as if there were a perfect matching
    with pytest.raises(DomainError, match="no two hyperedges are equal"):
        Hypergraph(6, edges)


def test_too_few_rows_and_too_many():
    with pytest.raises(DomainError, match="no table of 1 rows is 2-anonymous"):
        optimal_suppression([(1,)], 2)
    assert optimal_suppression([(1,)] * 12, 2).stars == 0
    with pytest.raises(BudgetError, match="done up to 12"):
        optimal_suppression([(1,)] * 13, 2)
    assert len(Hypergraph(24, ((0, 1, 2),)).matching()) == 1
    with pytest.raises(BudgetError, match="done up to 24"):
        Hypergraph(25, ((0, 1, 2),)).matching()


@pytest.mark.parametrize(
    ("n", "edges", "message"),
    [
        (1, [(0, 1)], "the number of vertices"),
        (4, [], "there is a hyperedge"),
        (4, [(0, 1), (1, 2, 3)], "one number of vertices"),
        (4, [(0,)], "2 or more"),
        (4, [(0, 4)], "below 4, got"),
        (4, [(0, 0)], "different vertices"),
        (4, [(0, 1), (1, 0)], "no two hyperedges are equal"),
        (4, [(0, 1.5)], "a vertex must be an integer"),
    ],
)
def test_no_hypergraph(n, edges, message):
    with pytest.raises(DomainError, match=message):
        Hypergraph(n, edges)


@pytest.mark.parametrize("triples", [[(0, 0)], [(0, 0, 2)], [(0, 0, 0, 0)], [], [(0, 0, -1)]])
def test_no_triples(triples):
    with pytest.raises(DomainError):
        three_parts(2, triples)


def test_only_matchings_and_suppressions_of_the_table_are_carried_over():
    graph = three_parts(2, TRIPLES)
    for strange in ([(0, 1, 2)], [(0, 2, 4), (0, 3, 5)], [(0, 2, 4), (0, 2, 4)]):
        with pytest.raises(DomainError, match="a matching holds disjoint hyperedges"):
            graph.suppression(strange)
    with pytest.raises(DomainError, match="a suppression of this hypergraph's table"):
        graph.matched(optimal_suppression([(0, 1)] * 3, 3))
    pairs = Suppression(graph.table(), ((0, 1), (2, 3), (4, 5)), ((), (), ()))
    with pytest.raises(DomainError, match="classes of at least 3 rows"):
        graph.matched(pairs)


@pytest.mark.parametrize(
    ("rows", "classes", "kept"),
    [
        ((), (), ()),
        (TABLE, ((0, 1, 2), (3, 4, 5)), ((0,), (0,))),
        (TABLE, ((0, 1, 2), (3, 4)), ((), ())),
        (TABLE, ((0, 1, 2), (3, 4, 5), ()), ((), (), ())),
        (TABLE, ((0, 1, 2), (3, 4, 5)), ((),)),
        (TABLE, ((0, 1, 2), (3, 4, 5)), ((), (9,))),
    ],
)
def test_what_is_no_suppression(rows, classes, kept):
    with pytest.raises(DomainError):
        Suppression(rows, classes, kept)
