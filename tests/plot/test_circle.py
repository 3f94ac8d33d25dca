from fractions import Fraction
from typing import Any

import pytest
from matplotlib.patches import Arc, Wedge

from altheory.hypotheses.circle import CircleSeparators
from altheory.plot.circle import at, circle_version_space
from altheory.plot.palette import color
from altheory.plot.style import canvas, style

SAMPLE: Any = [(Fraction(0), 1), (Fraction(1, 8), 1), (Fraction(3, 4), -1)]


@pytest.fixture
def ax():
    with style("icml"):
        yield canvas().subplots()


def drawn(ax, sample):
    space = CircleSeparators().version_space()
    for x, y in sample:
        space = space.restrict(x, y)
    return circle_version_space(ax, space, sample)


def test_the_table_is_the_regions_and_the_labels(ax):
    assert drawn(ax, SAMPLE).table.rows == (
        ("disagreement", 0.25, 0.5),
        ("disagreement", 0.75, 1.0),
        ("directions", 0.0, 0.25),
        ("specific", 0.0, 0.25),
        ("general", 0.75, 1.5),
        ("positive", 0.0, 0.0),
        ("positive", 0.125, 0.125),
        ("negative", 0.75, 0.75),
    )


def test_the_rings_go_once_round(ax):
    rings: Any = [
        a for a in drawn(ax, SAMPLE).artists if isinstance(a, Wedge) and a.get_alpha() is None
    ]
    ends = sorted((ring.theta1, ring.theta2) for ring in rings)
    assert ends == [(0, 90), (90, 180), (180, 270), (270, 360)]
    amber = [ring for ring in rings if ring.get_facecolor()[2] < 0.5]
    assert sorted(ring.theta1 for ring in amber) == [90, 270]


def test_closed_ends_are_full_and_open_ends_empty(ax):
    artists: Any = drawn(ax, SAMPLE).artists
    after_arc = [
        (arc, *artists[i + 1 : i + 3]) for i, arc in enumerate(artists) if isinstance(arc, Arc)
    ]
    faces = [[dot.get_markerfacecolor() for dot in dots] for _, *dots in after_arc]
    assert faces == [[color("positive")] * 2, ["w", "w"]]


def test_before_any_label_all_is_doubt_and_every_direction_is_left(ax):
    rows = drawn(ax, []).table.rows
    assert rows == (
        ("disagreement", 0.0, 1.0),
        ("directions", 0.0, 1.0),
        ("general", 0.0, 1.0),
    )


def test_labels_stand_on_the_ring_with_their_sign(ax):
    artists: Any = drawn(ax, SAMPLE).artists
    marks = artists[-6:]
    assert [mark.get_marker() for mark in marks] == ["o", "+", "o", "+", "o", "_"]
    assert marks[0].get_xdata()[0] == pytest.approx(0.93)
    assert at(Fraction(1, 4), 1.0)[1] == 1.0
