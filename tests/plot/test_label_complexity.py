from typing import Any

from altheory.plot.label_complexity import label_complexity
from altheory.plot.series import Series, from_table
from altheory.plot.style import canvas, style


def test_accuracy_improves_to_the_right_on_log_scales():
    curve = Series("law", "exact", "passive", (0.1, 0.01), (19.0, 199.0))
    with style("icml"):
        ax = canvas().subplots()
        drawing = label_complexity(ax, [curve])
    assert (ax.get_xscale(), ax.get_yscale()) == ("log", "log")
    assert ax.get_xlim() == (0.1, 0.01)
    assert from_table(drawing.table) == (curve,)
    artists: Any = drawing.artists
    (line,) = artists
    assert list(line.get_ydata()) == [19.0, 199.0]
