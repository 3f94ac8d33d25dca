from typing import Any

import numpy as np
import pytest
from matplotlib.patches import Polygon

from altheory.errors import DomainError
from altheory.hypotheses.sphere import SphereSeparators
from altheory.plot.sphere_chart import cut, sphere_chart
from altheory.plot.style import canvas, style
from altheory.spaces.polygon import SphericalPolygon

SAMPLE: Any = [((1, 0, 0), 1), ((0, 1, 0), 1), ((1, 1, -4), -1), ((-1, -1, 5), 1)]
QUERY = (1, -1, 0)


@pytest.fixture
def ax():
    with style("icml"):
        yield canvas().subplots()


def space(sample=SAMPLE):
    return SphereSeparators(3).version_space().restrict_all(*zip(*sample, strict=True))


def turn(u, v):
    return u[0] * v[1] - u[1] * v[0]


def test_the_chart_is_cut_by_a_straight_line(ax):
    rows = sphere_chart(ax, space(), query=QUERY).table.records
    at = {kind: [(r["x"], r["y"]) for r in rows if r["kind"] == kind] for kind in kinds(rows)}
    first, last = np.array(at["cut"])
    (plus,), (minus,) = (at[f"member {sign}"] for sign in ("positive", "negative"))
    across = last - first
    sides = [turn(across, np.array(p) - first) for p in (plus, minus)]
    assert sides[0] * sides[1] < 0
    corners = [turn(across, np.array(p) - first) for p in at["corner"]]
    assert min(corners) < 0 < max(corners)
    # on the boundary: the turn along some side vanishes
    for end in (first, last):
        around = list(zip(at["corner"], at["corner"][1:] + at["corner"][:1], strict=True))
        turns = [turn(np.subtract(b, a), end - a) for a, b in around]
        assert min(map(abs, turns)) < 1e-12
    assert len(at["side positive"]) + len(at["side negative"]) == len(at["corner"])


def kinds(rows):
    return {row["kind"] for row in rows}


def test_signs_of_sides_stand_outside(ax):
    rows = sphere_chart(ax, space()).table.records
    polygon = Polygon([(r["x"], r["y"]) for r in rows if r["kind"] == "corner"])
    outside = [(r["x"], r["y"]) for r in rows if r["kind"].startswith("side")]
    assert len(outside) == 3
    assert not any(polygon.get_path().contains_point(p) for p in outside)
    assert polygon.get_path().contains_point((0, 0))


def test_a_query_that_is_sure_cuts_nothing(ax):
    polygon = SphericalPolygon(space().closure())
    assert cut(polygon, (1, 1, 1)) == ()
    assert len(cut(polygon, QUERY)) == 2
    assert "cut" not in kinds(sphere_chart(ax, space(), query=(1, 1, 1)).table.records)


def test_what_has_no_corners_is_refused(ax):
    with pytest.raises(DomainError, match="with corners"):
        sphere_chart(ax, space(SAMPLE[:2]))
