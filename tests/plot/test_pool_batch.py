import numpy as np
import pytest

from altheory.plot.pool_batch import pool_batch
from altheory.plot.style import canvas, style

POINTS = [[0.0, 0.0], [1.0, 0.0], [0.0, 2.0]]


@pytest.fixture
def ax():
    with style("icml"):
        yield canvas().subplots()


def test_the_batch_is_marked_where_it_lies_and_numbered_in_its_order(ax):
    drawing = pool_batch(ax, POINTS, [2, 0], marker="D")
    (line,) = ax.lines
    assert np.asarray(line.get_xydata()).tolist() == [POINTS[2], POINTS[0]]
    assert line.get_marker() == "D"
    assert drawing.table.rows == ((0, 0, None, 2), (1, 0, None, None), (0, 2, None, 1))


def test_values_color_the_pool(ax):
    drawing = pool_batch(ax, POINTS, [1], values=[0.0, 0.5, 1.0])
    (pool,) = ax.collections
    assert np.asarray(pool.get_array()).tolist() == [0, 0.5, 1]
    assert drawing.table.column("value") == (0, 0.5, 1)
