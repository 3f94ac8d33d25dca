import numpy as np
import pytest
from matplotlib.colors import to_hex

from altheory.plot.palette import color
from altheory.plot.simplex import CORNERS, place, simplex_field, simplex_verdicts
from altheory.plot.style import canvas, style

PARTS = 12
GRID = [
    (i / PARTS, j / PARTS, (PARTS - i - j) / PARTS)
    for i in range(PARTS + 1)
    for j in range(PARTS + 1 - i)
]


@pytest.fixture
def ax():
    with style("icml"):
        yield canvas().subplots()


def vertices(contour):
    return np.concatenate([path.vertices for path in contour.get_paths()])


def test_corners_are_sure_and_sides_are_of_length_one():
    assert place(np.eye(3)).tolist() == CORNERS.tolist()
    sides = np.roll(CORNERS, 1, axis=0) - CORNERS
    assert np.hypot(*sides.T) == pytest.approx([1, 1, 1])


def test_the_black_line_is_the_level_asked_for(ax):
    values = [p[2] for p in GRID]
    drawing = simplex_field(ax, GRID, values, levels=[0, 0.5, 1], bold=0.4)
    line = drawing.artists[1]
    assert vertices(line)[:, 1] == pytest.approx(0.4 * CORNERS[2, 1])
    assert drawing.table.column("value") == tuple(values)


def test_a_level_below_zero_is_solid_too(ax):
    simplex_field(ax, GRID, [-p[2] for p in GRID], levels=[-1, 0], bold=-0.4)
    _, line = ax.collections
    assert [dashes for _, dashes in line.get_linestyles()] == [None]


def test_white_is_where_all_say_more_and_gray_where_all_say_less(ax):
    judgments = [[p[0] - 0.3 for p in GRID], [p[0] - 0.6 for p in GRID]]
    simplex_verdicts(ax, GRID, judgments)
    ground, _ = ax.patches
    above, below, *_ = ax.collections
    assert to_hex(ground.get_facecolor()) == color("disagreement")
    assert to_hex(below.get_facecolor()[0]) == color("excluded")
    first = 1 - vertices(above)[:, 0] - vertices(above)[:, 1] / CORNERS[2, 1] / 2
    assert first.min() == pytest.approx(0.6)
    first = 1 - vertices(below)[:, 0] - vertices(below)[:, 1] / CORNERS[2, 1] / 2
    assert first.max() == pytest.approx(0.3)


def test_each_corner_bears_the_number_of_its_class(ax):
    simplex_field(ax, GRID, [p[0] for p in GRID], levels=[0, 1], bold=0.5)
    assert [text.get_text() for text in ax.texts] == ["1", "2", "3"]
