import numpy as np
from matplotlib.figure import Figure

from altheory.plot.error_bounds import error_bounds

BARS = [(0.0, 0.1, 0.2, 0.3), (0.5, 0.3, 0.4, 0.5), (1.0, 0.31, 0.5, 0.7)]


def test_who_begins_above_the_least_upper_bound_goes():
    ax = Figure().subplots()
    drawing = error_bounds(ax, BARS)
    assert drawing.table.column("stays") == (1, 1, 0)
    assert [row[:4] for row in drawing.table.rows] == BARS


def test_the_dashed_line_is_the_least_upper_bound():
    ax = Figure().subplots()
    error_bounds(ax, BARS)
    line = ax.lines[0]
    assert np.asarray(line.get_ydata()).tolist() == [0.3, 0.3]
    assert line.get_linestyle() == "--"
