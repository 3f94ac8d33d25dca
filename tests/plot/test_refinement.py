from fractions import Fraction

import pytest
from matplotlib.patches import Polygon

from altheory.hypotheses.thresholds import Thresholds
from altheory.plot.refinement import refinement
from altheory.plot.style import canvas, style

HALF = Fraction(1, 2)


def test_levels_count_labels_downward_and_funnels_join_them():
    spaces = [Thresholds().version_space()]
    spaces.append(spaces[0].restrict(HALF, -1))
    with style("icml"):
        ax = canvas().subplots()
        drawing = refinement(ax, spaces, [None, HALF])
    assert drawing.table.column("level") == (0.0, 1.0, 1.0)
    (funnel,) = [a for a in drawing.artists if isinstance(a, Polygon)]
    assert {x for x, _ in funnel.get_xy()} == {0.0, 0.5, 1.0}
    top, bottom = reversed(ax.get_ylim())
    assert top < 0
    assert bottom > 1


def test_every_space_has_its_query():
    with style("icml"), pytest.raises(ValueError, match="shorter"):
        refinement(canvas().subplots(), [Thresholds().version_space()], [])
