from typing import Any

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Circle, Polygon

from altheory.errors import DomainError
from altheory.hypotheses.sphere import SphereSeparators
from altheory.plot.palette import color
from altheory.plot.sphere import HIDDEN, View, sphere_version_space
from altheory.plot.style import canvas, style
from altheory.spaces.polygon import SphericalPolygon

SAMPLE: Any = [((1, 0, 0), 1), ((0, 1, 0), 1), ((1, 1, -4), -1), ((-1, -1, 5), 1)]
VIEW = View((1, 1, 1))
QUERY = (1, -1, 0)


@pytest.fixture
def ax():
    with style("icml"):
        yield canvas().subplots()


def space(sample=SAMPLE):
    return SphereSeparators(3).version_space().restrict_all(*zip(*sample, strict=True))


def seen(p):
    """Where a direction is seen from (1, 1, 1), by hand: up is the third axis."""
    unit = np.array(p) / np.linalg.norm(p)
    return [unit @ [-1, 1, 0] / np.sqrt(2), unit @ [-1, -1, 2] / np.sqrt(6)]


def test_a_view_is_orthonormal_and_places_by_hand():
    assert np.allclose(VIEW.frame @ VIEW.frame.T, np.eye(3))
    assert np.linalg.det(VIEW.frame) > 0
    for p in ((1, 0, 0), (0, -3, 4), (10**40, 1, 1)):
        assert np.allclose(VIEW.place(p), seen(p) if p[0] < 99 else seen((1, 0, 0)))
    assert [VIEW.shows(p) for p in ((1, 0, 0), (1, 0, -1), (0, 0, -1))] == [True, True, False]
    with pytest.raises(DomainError, match="up is not where the view"):
        _ = View((0, 0, 1)).frame


def test_the_table_is_corners_labels_and_query(ax):
    rows = sphere_version_space(ax, space(), SAMPLE, view=VIEW, query=QUERY).table.records
    kinds = [row["kind"] for row in rows]
    corners = len(SphericalPolygon(space().closure()).corners)
    signs = ["positive", "positive", "negative", "positive"]
    assert kinds == ["corner"] * corners + signs + ["query"]
    for row in rows:
        p = np.array([row["x"], row["y"], row["z"]])
        assert abs(np.linalg.norm(p) - 1) < 1e-15
        assert (row["side"] == "visible") == (p.sum() >= -1e-15)


def test_amber_is_where_members_disagree(ax):
    """What is drawn last at a place is what its direction is: all on a grid of the disk."""
    drawing = sphere_version_space(ax, space(), [], view=VIEW)
    fills: Any = [a for a in drawing.artists if isinstance(a, (Circle, Polygon)) and a.get_fill()]
    layers = [
        (
            a.get_zorder(),
            to_hex(a.get_facecolor()),
            a.get_path().transformed(a.get_patch_transform()),
        )
        for a in fills
        if a.get_facecolor()[3] == 1
    ]
    gray = [path for _, shade, path in layers if shade == color("excluded")]
    assert {shade for _, shade, _ in layers} == {color("disagreement"), color("excluded")}
    doubt, count = space().disagreement(), 0
    for u in np.linspace(-0.9, 0.9, 13):
        for v in np.linspace(-0.9, 0.9, 13):
            if u * u + v * v < 0.9:
                x = np.array([u, v, np.sqrt(1 - u * u - v * v)]) @ VIEW.frame
                assert (x.tolist() in doubt) == (not any(g.contains_point((u, v)) for g in gray))
                count += x.tolist() in doubt
    assert count > 20


def test_what_is_behind_is_faint(ax):
    drawing = sphere_version_space(ax, space(), SAMPLE, view=View((-1, -1, 1)), query=(1, 1, 0))
    lines: Any = [a for a in drawing.artists if hasattr(a, "get_marker")]
    disks = [a for a in lines if a.get_marker() == "o"]
    alphas = [a.get_alpha() for a in disks]
    assert alphas == [HIDDEN, HIDDEN, HIDDEN, HIDDEN, 1]
    curves = [a for a in lines if a.get_marker() in (None, "None", "")]
    for curve in curves:
        xs, ys = (np.array(d, dtype=float) for d in curve.get_data())
        assert np.nanmax(np.hypot(xs, ys)) <= 1 + 1e-12
    circle = [a for a in curves if len(a.get_xdata()) > 200]
    assert [a.get_alpha() for a in circle] == [None, HIDDEN]
    assert all(sum(np.isnan(a.get_xdata())) > 100 for a in circle)


def test_what_has_no_corners_is_refused(ax):
    for some in (SAMPLE[:1], SAMPLE[:2]):
        with pytest.raises(DomainError, match="with corners"):
            sphere_version_space(ax, space(some), [], view=VIEW)
    plane = SphereSeparators(2).version_space().restrict_all([(1, 0), (0, 1)], [1, 1])
    with pytest.raises(DomainError, match="in space"):
        sphere_version_space(ax, plane, [], view=VIEW)
