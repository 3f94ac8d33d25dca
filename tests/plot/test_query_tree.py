from typing import Any

import pytest
from matplotlib.collections import PatchCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text

from altheory.complexity.query_tree import optimal_query_tree
from altheory.hypotheses.finite import FiniteClass
from altheory.plot.query_tree import query_tree
from altheory.plot.style import canvas, style

STAR = FiniteClass(3, ["---", "+--", "-+-", "--+"])


@pytest.fixture
def ax():
    with style("icml"):
        yield canvas().subplots()


def test_the_table_holds_every_node_from_left_to_right(ax):
    table = query_tree(ax, optimal_query_tree(STAR)).table
    leaves = [row for row in table.records if row["hypothesis"] is not None]
    assert [row["place"] for row in leaves] == [0, 1, 2, 3]
    assert {row["hypothesis"]: row["depth"] for row in leaves} == {
        str(h): depth for h, depth in optimal_query_tree(STAR).depths.items()
    }
    inner = [row for row in table.records if row["hypothesis"] is None]
    assert sorted(row["point"] for row in inner) == [0, 1, 2]


def test_edges_join_each_node_with_its_parent_and_cells_are_counted(ax):
    artists: Any = query_tree(ax, optimal_query_tree(STAR)).artists
    drawn: Any = [a for a in artists if isinstance(a, Line2D)]
    lines = [list(a.get_ydata()) for a in drawn]
    edges = [ys for ys in lines if len(ys) == 3]
    assert len(edges) == 6
    assert all(ys[0] + 1 == ys[2] for ys in edges)
    cells = [len(a.get_paths()) for a in artists if isinstance(a, PatchCollection)]
    assert cells == [9, 3]  # minus signs and plus signs of the table


def test_the_rows_of_cells_bear_the_numbers_of_their_points(ax):
    artists: Any = query_tree(ax, optimal_query_tree(STAR)).artists
    beside = [a for a in artists if isinstance(a, Text) and a.get_position()[0] < 0]
    numbers = {a.get_text(): a.get_position()[1] for a in beside}
    boxes = [
        p.get_extents() for a in artists if isinstance(a, PatchCollection) for p in a.get_paths()
    ]
    rows = sorted({(box.y0, box.y1) for box in boxes})
    assert sorted(numbers) == ["1", "2", "3"]
    assert all(low < numbers[f"{i}"] < high for i, (low, high) in enumerate(rows, 1))


def test_levels_leave_room(ax):
    query_tree(ax, optimal_query_tree(STAR), levels=10)
    bottom, top = ax.get_ylim()
    assert bottom > 10
    assert top < 0


def test_one_hypothesis_is_a_tree(ax):
    table = query_tree(ax, optimal_query_tree(FiniteClass(2, ["+-"]))).table
    assert table.rows == ((0, 0, None, "+-"),)


def test_the_answer_plus_leads_to_the_right(ax):
    table = query_tree(ax, optimal_query_tree(FiniteClass(1, ["-", "+"]))).table
    assert table.column("hypothesis") == ("-", None, "+")
