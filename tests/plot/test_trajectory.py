from typing import Any

from altheory.plot.series import Series, from_table
from altheory.plot.style import canvas, style
from altheory.plot.trajectory import trajectory


def test_a_run_is_a_staircase_over_log_instances():
    run = Series("run 1", "run", "active", (1.0, 3.0, 10.0), (1.0, 2.0, 2.0))
    with style("icml"):
        ax = canvas().subplots()
        drawing = trajectory(ax, [run])
    assert ax.get_xscale() == "log"
    assert ax.get_xlim() == (1.0, 10.0)
    assert ax.get_ylim()[0] == 0
    artists: Any = drawing.artists
    (line,) = artists
    assert line.get_drawstyle() == "steps-post"
    assert from_table(drawing.table) == (run,)
