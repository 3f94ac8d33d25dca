import math
from fractions import Fraction

import numpy as np
import pytest

from altheory.hypotheses.sphere import SphereSeparators
from altheory.plot.style import style
from figures.fig05_sphere import TARGET, directions, enclosure, sample, values
from figures.plate import plate

NAME = "fig05_sphere"


@pytest.fixture
def table(data):
    return data(NAME)


def units(table, kind):
    xs = np.array(directions(table, kind), dtype=float)
    return xs / np.linalg.norm(xs, axis=1, keepdims=True)


def test_the_labels_are_those_of_the_target(table):
    target = SphereSeparators(3).parse_target(TARGET)
    assert len(sample(table)) == 7
    assert all(target(x) == y for x, y in sample(table))


def test_corners_agree_with_every_label_and_touch_two(table):
    for corner in directions(table, "corner"):
        products = [
            y * sum(a * b for a, b in zip(x, corner, strict=True)) for x, y in sample(table)
        ]
        assert min(products) == 0
        assert products.count(0) == 2


def test_perimeter_and_area_by_plane_trigonometry(table):
    """Sides by arccos, and Girard's excess with angles between the planes of the sides."""
    corners = units(table, "corner")
    after = np.roll(corners, -1, axis=0)
    length = np.arccos((corners * after).sum(axis=1)).sum() / (2 * math.pi)
    assert float(enclosure(table, "perimeter").midpoint) == pytest.approx(length, rel=1e-12)
    normals = np.cross(corners, after)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    angles = math.pi - np.arccos((normals * np.roll(normals, 1, axis=0)).sum(axis=1))
    excess = angles.sum() - (len(corners) - 2) * math.pi
    assert float(enclosure(table, "area").midpoint) == pytest.approx(
        excess / (4 * math.pi), rel=1e-10
    )


def test_the_query_is_worth_asking_and_leaves_less_either_way(table):
    (query,) = directions(table, "query")
    sides = [sum(a * b for a, b in zip(query, c, strict=True)) for c in directions(table, "corner")]
    assert min(sides) < 0 < max(sides)
    mass, plus, minus = (enclosure(table, f"perimeter{end}") for end in ("", " if +", " if -"))
    assert max(plus.hi, minus.hi) < mass.lo
    assert plus.lo + minus.lo > mass.hi  # the cut counts twice
    assert mass.hi - mass.lo < Fraction(1, 2**90)


def test_everything_is_named_in_the_figure(table):
    with style("icml"):
        figure = plate(NAME).draw(table)
    whole, near = figure.axes
    assert {text.get_text() for text in whole.texts} == {"$V$", "SB", "$-$SB", "DIS", "$x$"}
    assert len([line for line in near.lines if line.get_marker() in ("+", "_")]) == 7
    assert {text.get_text() for text in near.texts} == {"$V$\nmagnified", "circle\nof $x$"}
    assert "0.3683" in figure.get_supxlabel()


def test_the_words_hold_the_numbers(table):
    alt = plate(NAME).alt(table)
    assert "with 5 corners" in alt
    assert f"{float(enclosure(table, 'perimeter').midpoint):.10f} of a full turn" in alt
    assert values(table, "query")[0] in alt
