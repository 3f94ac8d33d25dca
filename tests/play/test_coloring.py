"""Colorings against all maps from nodes to colors."""

from itertools import combinations, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import BudgetError, DomainError
from altheory.play.coloring import canonical
from altheory.play.problem import optimum
from tests.play.cases import Coloring, person_of


@st.composite
def colorings(draw, most=5):
    n = draw(st.integers(1, most))
    pairs = list(combinations(range(n), 2))
    edges = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    turned = [edge[::-1] if draw(st.booleans()) else edge for edge in edges]
    return Coloring(n, turned, draw(st.integers(1, n + 1)))


def same(colors):
    """The pairs of nodes of one color, which is all that a coloring says."""
    return frozenset(
        (a, b) for a, b in combinations(range(len(colors)), 2) if colors[a] == colors[b]
    )


@given(colorings())
def test_every_partition_is_there_once_in_order(problem):
    maps = product(range(problem.colors), repeat=problem.nodes)
    listed = list(problem.decisions())
    assert listed == sorted(listed)
    assert [same(d) for d in listed] == list(dict.fromkeys(map(same, maps)))
    assert problem.size == len(listed)
    assert all(canonical(d) == d for d in listed)


@pytest.mark.parametrize(("nodes", "bell"), [*enumerate((1, 2, 5, 15, 52, 203, 877), 1)])
def test_with_colors_enough_they_are_counted_by_bell_numbers(nodes, bell):
    assert Coloring(nodes, (), nodes).size == Coloring(nodes, (), nodes + 3).size == bell


@given(colorings())
def test_costs_are_conflicts_and_colors(problem):
    for d in problem.decisions():
        conflicts = len(same(d) & set(problem.edges))
        assert problem.costs(d) == (conflicts, len(set(d)))


@given(colorings(4))
def test_neighbors_differ_at_one_node(problem):
    def recolored(a, b):
        """Whether some names of the colors of b make it differ from a at one node."""
        names = permutations(range(problem.colors), max(b) + 1)
        return any(sum(x != name[y] for x, y in zip(a, b, strict=True)) <= 1 for name in names)

    every = list(problem.decisions())
    for a in every:
        found = problem.neighbors(a)
        assert len(set(found)) == len(found)
        assert set(found) == {b for b in every if b != a and recolored(a, b)}


@given(colorings())
def test_if_conflicts_weigh_much_the_optimum_is_the_chromatic_number(problem):
    def is_proper(colors):
        return all(colors[a] != colors[b] for a, b in problem.edges)

    n = problem.nodes
    chromatic = next(k for k in range(1, n + 1) if any(map(is_proper, product(range(k), repeat=n))))
    found = optimum(problem, person_of(n, 1))
    if chromatic <= problem.colors:
        assert found.loss == chromatic
        assert all(is_proper(d) and len(set(d)) == chromatic for d in found.decisions)
    else:
        assert not any(map(is_proper, found.decisions))


@pytest.mark.parametrize("bad", [(0,), (0, 9, 7), (1, 0, 0), (0, 1, 2)])
def test_what_is_no_coloring_has_no_costs(bad):
    for asked in (Coloring(3, [(0, 1)], 2).costs, Coloring(3, [(0, 1)], 2).neighbors):
        with pytest.raises(DomainError, match="color"):
            asked(bad)


def test_the_smallest_problems():
    alone = Coloring(1, (), 1)
    assert list(alone.decisions()) == [alone.start()] == [(0,)]
    assert alone.neighbors((0,)) == ()
    assert optimum(Coloring(4, (), 4), person_of(1, 1)).decisions == ((0, 0, 0, 0),)


def test_too_many_colorings_are_refused_by_number():
    with pytest.raises(BudgetError, match="4213597 colorings of 12 nodes"):
        Coloring(12, (), 12).decisions()
    assert next(Coloring(12, (), 3).decisions()) == (0,) * 12
    assert list(Coloring(1200, (), 1).decisions()) == [(0,) * 1200]


@pytest.mark.parametrize(
    ("nodes", "edges", "colors", "said"),
    [
        (2, [(1, 1)], 2, "from a node to itself"),
        (2, [(0, 1), (1, 0)], 2, r"given once, got \(0, 1\) twice"),
        (2, [(0, 2)], 2, "nodes 0 to 1"),
        (2, [(0, 1, 1)], 2, "joins two"),
        (2, [()], 2, "joins two"),
        (2, [(0, -1)], 2, "a node of an edge"),
        (2, 3, 2, "the edges"),
        (0, [], 1, "number of nodes"),
        (1, [], 0, "number of colors"),
    ],
)
def test_what_is_no_graph_is_refused(nodes, edges, colors, said):
    with pytest.raises(DomainError, match=said):
        Coloring(nodes, edges, colors)
