from typing import Any

import numpy as np
import pytest
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_hex

from altheory.errors import DomainError
from altheory.plot.node_values import VALUES, node_values
from altheory.plot.palette import color
from altheory.plot.style import canvas, style

PATH = np.array([[0, 4, 0, 0], [4, 0, 1, 0], [0, 1, 0, 2], [0, 0, 2, 0]])
PLACES = [(0, 0), (1, 0), (2, 0), (3, 1)]


@pytest.fixture
def ax():
    with style("icml"):
        yield canvas().subplots()


def nodes(artists: Any) -> list[Any]:
    """Return the scatters that hold a node."""
    found = [a for a in artists if isinstance(a, PathCollection)]
    return [a for a in found if len(np.asarray(a.get_offsets()))]


def test_the_table_says_on_which_side_each_node_is(ax):
    table = node_values(ax, PATH, PLACES, [1, 0.5, 0.6, 0.2], labeled=[0], wrong=[2]).table
    assert table.column("side") == (1, 0, 1, -1)
    assert table.column("labeled") == (1, 0, 0, 0)
    assert table.column("wrong") == (0, 0, 1, 0)
    assert table.rows[3][:4] == (3, 3.0, 1.0, 0.2)


def test_sides_differ_by_shape_and_labels_hold_their_sign(ax):
    drawing = node_values(ax, PATH, PLACES, [1, 0.5, 0.6, 0.2], labeled=[0])
    corners = [len(a.get_paths()[0].vertices) for a in nodes(drawing.artists)]
    assert len(corners) == 3
    assert corners[0] > 10, "a disk above 1/2"
    assert corners[1:] == [5, 5], "a square below, a diamond at 1/2"
    turned = [np.ptp(a.get_paths()[0].vertices[:4], axis=0)[0] for a in nodes(drawing.artists)[1:]]
    assert turned[1] > turned[0], "the diamond stands on a corner"
    assert [line.get_marker() for line in ax.lines] == ["o", "+"]
    assert {line.get_mfc() for line in ax.lines} >= {color("positive")}


def test_a_wrong_node_has_a_thick_black_rim(ax):
    right, wrong = nodes(node_values(ax, PATH, PLACES, [0.9, 0.8, 0.7, 0.6], wrong=[2]).artists)
    assert wrong.get_offsets().tolist() == [[2, 0]]
    assert wrong.get_linewidths()[0] > 2 * right.get_linewidths()[0]
    assert to_hex(wrong.get_edgecolors()[0]) == color("theory")


def test_each_edge_is_drawn_once_and_is_the_wider_the_more_it_weighs(ax):
    artists: Any = node_values(ax, PATH, PLACES, [1, 1, 1, 1]).artists
    (edges,) = [a for a in artists if isinstance(a, LineCollection)]
    ends: Any = [np.asarray(part).tolist() for part in edges.get_segments()]
    assert ends == [[[0, 0], [1, 0]], [[1, 0], [2, 0]], [[2, 0], [3, 1]]]
    heavy, light, middle = np.asarray(edges.get_linewidth())
    assert heavy == 2 * middle == 4 * light


def test_colors_meet_in_white_at_one_half():
    assert [to_hex(VALUES(x)) for x in (0.0, 1.0)] == [color("negative"), color("positive")]
    red, green, blue, _ = VALUES(0.5)
    assert min(red, green, blue) > 0.98


def test_what_does_not_fit_is_refused(ax):
    with pytest.raises(DomainError, match="4 nodes have a place in the plane each"):
        node_values(ax, PATH, PLACES[:3], [1, 1, 1, 1])
    with pytest.raises(DomainError, match="each of 4 labeled nodes has a value"):
        node_values(ax, PATH, PLACES, [1, 1, 1])
    with pytest.raises(DomainError, match="has one value, got 2"):
        node_values(ax, PATH, PLACES, [[1, 0], [0.5, 0.5], [0, 1], [0, 1]])
    with pytest.raises(DomainError, match=r"a label that is drawn is 0 or 1, got 0\.6 at node 2"):
        node_values(ax, PATH, PLACES, [1, 0.5, 0.6, 0.2], labeled=[2])
    with pytest.raises(DomainError, match=r"values lie in \[0, 1\]"):
        node_values(ax, PATH, PLACES, [1, 0.5, 1.5, 0.2])


def test_a_graph_without_edges_is_drawn(ax):
    table = node_values(ax, np.zeros((2, 2)), [(0, 0), (1, 1)], [0, 1]).table
    assert table.column("side") == (-1, 1)
