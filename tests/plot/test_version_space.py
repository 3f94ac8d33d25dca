from fractions import Fraction
from typing import Any

import pytest
from matplotlib.patches import Rectangle

from altheory.hypotheses.thresholds import Thresholds
from altheory.plot.style import canvas, style
from altheory.plot.version_space import version_space

HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)


@pytest.fixture
def ax():
    with style("icml"):
        yield canvas().subplots()


def test_the_table_is_the_disagreement_region_and_the_labels_that_bind(ax):
    space = Thresholds().version_space().restrict(HALF, 1).restrict(QUARTER, -1)
    drawing = version_space(ax, space.restrict(Fraction(3, 4), 1), level=2.0)
    assert drawing.table.rows == (
        (2.0, "disagreement", 0.25, 0.5),
        (2.0, "negative", 0.25, 0.25),
        (2.0, "positive", 0.5, 0.5),
    )


def test_the_bars_partition_the_line(ax):
    space = Thresholds().version_space().restrict(HALF, 1).restrict(QUARTER, -1)
    bars = [a for a in version_space(ax, space).artists if isinstance(a, Rectangle)]
    ends = sorted((bar.get_x(), bar.get_x() + bar.get_width()) for bar in bars)
    assert ends == [(0, 0.25), (0.25, 0.5), (0.5, 1)]


def test_before_any_label_everything_is_open(ax):
    drawing = version_space(ax, Thresholds().version_space())
    assert drawing.table.rows == ((0.0, "disagreement", 0.0, 1.0),)


def test_the_last_query_is_drawn_larger(ax):
    space = Thresholds().version_space().restrict(HALF, 1).restrict(QUARTER, -1)
    artists: Any = version_space(ax, space, query=HALF).artists
    marks = [artist for artist in artists if not isinstance(artist, Rectangle)]
    sizes = {mark.get_xdata()[0]: mark.get_markersize() for mark in marks[::2]}
    assert sizes[0.5] > sizes[0.25]
    assert [mark.get_marker() for mark in marks] == ["o", "_", "o", "+"]
