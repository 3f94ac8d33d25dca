from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from altheory.errors import UnknownNameError
from altheory.plot.palette import COLORS, MARKERS, SIGNS, STROKES, color, stroke

# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB
BLINDNESS = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
    "none": np.eye(3),
}
RGB_TO_XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
)


def linear(meaning):
    rgb = np.array(to_rgb(color(meaning)))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    xyz = RGB_TO_XYZ @ np.clip(rgb, 0, 1) / (RGB_TO_XYZ @ np.ones(3))
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("blindness", sorted(BLINDNESS))
@pytest.mark.parametrize(
    "drawn_together",
    [
        ("active", "passive", "theory"),
        ("disagreement", "excluded", "positive", "theory"),
        ("disagreement", "excluded", "negative", "theory"),
    ],
)
def test_colors_drawn_together_stay_apart(blindness, drawn_together):
    seen = {name: lab(np.array(BLINDNESS[blindness]) @ linear(name)) for name in drawn_together}
    for a, b in combinations(drawn_together, 2):
        assert np.linalg.norm(seen[a] - seen[b]) > 15, (a, b)


def test_a_version_space_differs_from_what_is_excluded_in_gray():
    lightness = {name: lab(linear(name))[0] for name in ("disagreement", "excluded", "positive")}
    assert lightness["excluded"] - lightness["disagreement"] > 7
    assert lightness["disagreement"] - lightness["positive"] > 30


def test_what_colors_say_is_said_twice():
    assert len({sign for _, sign in SIGNS.values()}) == len(SIGNS)
    assert len(set(MARKERS.values())) == len(MARKERS)


def test_the_style_of_a_line_is_its_status():
    assert stroke("exact")["linestyle"] == "-"
    assert stroke("bound")["linestyle"] == "--"
    assert stroke("simulation")["linestyle"] == "none"
    looks = {(str(s["linestyle"]), s.get("alpha")) for s in STROKES.values()}
    assert len(looks) == len(STROKES)


def test_a_stroke_is_a_copy():
    stroke("exact")["linestyle"] = "changed"
    assert stroke("exact")["linestyle"] == "-"


def test_unknown_names_are_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match="passive"):
        color("passives")
    with pytest.raises(UnknownNameError, match="asymptote"):
        stroke("asymptot")
    assert set(COLORS) >= set(MARKERS)
