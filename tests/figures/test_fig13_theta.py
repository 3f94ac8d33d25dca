import math

import pytest

from altheory.plot.series import from_table
from altheory.plot.style import style
from figures.fig13_theta import ATTRIBUTES, DIMENSIONS, NAMES, SMALLEST
from figures.plate import plate

NAME = "fig13_theta"


@pytest.fixture
def series(data):
    return {one.name: one for one in from_table(data(NAME))}


def test_thresholds_circles_and_the_empty_interval_by_hand(series):
    assert set(series["threshold 0.5"].ys) == {2.0}
    assert set(series["threshold 0"].ys) == {1.0}
    assert set(series["circle"].ys) == {2.0}
    empty = series["empty interval"]
    assert all(y == pytest.approx(1 / x) for x, y in zip(empty.xs, empty.ys, strict=True))


@pytest.mark.parametrize("width", [0.3, 0.02])
def test_intervals_level_off_at_four_or_one_over_their_width(series, width):
    """From the width on everything is in doubt, and below the jump there is seen."""
    one = series[f"interval of width {width}"]
    assert one.ys[-1] == pytest.approx(max(4, 1 / width))
    for x, y in zip(one.xs, one.ys, strict=True):
        if x >= width:
            assert y == pytest.approx(1 / x)
        assert y <= max(4, 1 / width) + 1e-9


@pytest.mark.parametrize("d", DIMENSIONS)
def test_spheres_by_quadrature(series, d):
    """Delta(r) / r with Delta the mass of a band, by Simpson's rule."""
    one, steps = series[f"sphere, d = {d}"], 2000
    kappa = math.exp(math.lgamma(d / 2) - math.lgamma((d - 1) / 2)) / math.sqrt(math.pi)
    for x, y in list(zip(one.xs, one.ys, strict=True))[1::7]:
        h = math.pi * x / steps
        weights = [1, *[4 if k % 2 else 2 for k in range(1, steps)], 1]
        total = sum(w * math.cos(k * h) ** (d - 2) for k, w in enumerate(weights)) * h / 3
        assert y == pytest.approx(2 * kappa * total / x, rel=1e-9)
    limit = series[f"limit, d = {d}"].ys[0]
    assert limit == pytest.approx(2 * math.pi * kappa, rel=1e-12)
    assert one.ys[-1] < limit < one.ys[-1] * 1.001


def test_conjunctions_are_enclosed_around_their_number_of_instances(series):
    """Each instance is within 1/16 of nothing, so up to there everything is in doubt."""
    one = series["no conjunction"]
    for x, low, high in zip(one.xs, one.low, one.high, strict=True):
        assert low <= min(1 / x, 2**ATTRIBUTES) * (1 + 1e-12)
        assert high >= min(1 / x, 2**ATTRIBUTES) * (1 - 1e-12)
        assert high / low < 1.005


def test_nothing_exceeds_the_bound_and_nothing_falls_with_the_radius(series):
    assert all(
        y == pytest.approx(1 / x) for x, y in zip(series["1/r"].xs, series["1/r"].ys, strict=True)
    )
    for name, one in series.items():
        if not name.startswith("limit"):
            ends = one.low or one.ys
            assert all(y <= 1 / x + 1e-9 for x, y in zip(one.xs, ends, strict=True))
            assert one.xs[-1] == float(SMALLEST)
            if not one.low:
                assert list(one.ys) == sorted(one.ys)


def test_every_curve_has_its_name_at_its_end(data):
    with style("icml"):
        figure = plate(NAME).draw(data(NAME))
    (ax,) = figure.axes
    texts = [text.get_text() for text in ax.texts]
    assert texts == [text for text, _ in NAMES.values()] + ["$1/r$: empty interval"]
    looks = [line.get_linestyle() for line in ax.lines]
    assert (looks.count("--"), looks.count(":")) == (1, len(DIMENSIONS))
    figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in ax.texts]
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])


def test_the_words_hold_the_numbers(data):
    alt = plate(NAME).alt(data(NAME))
    assert "24.88 for the sphere, d = 100" in alt
    assert "50 for the interval of width 0.02" in alt
    assert f"at {int(1 / SMALLEST):,} far above" in alt
