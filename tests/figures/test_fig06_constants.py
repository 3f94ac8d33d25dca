import math

import pytest

from altheory.plot.series import from_table
from altheory.plot.style import style
from figures.fig06_constants import DIMENSIONS, LENGTHS, REPLICATES, STREAMS
from figures.plate import plate

NAME = "fig06_constants"
ALPHA = 1e-7


@pytest.fixture
def series(data):
    return {one.name: one for one in from_table(data(NAME))}


def test_constants_in_low_dimensions_by_hand(series):
    found = dict(zip(series["constant"].xs, series["constant"].ys, strict=True))
    square = math.pi**2
    by_hand = {2: 2, 3: square / 2, 4: 2 + 2 * square / 3, 5: 5 * square - 3 * square**2 / 8}
    for d, c in by_hand.items():
        assert found[d] == pytest.approx(c, rel=1e-14)
    assert found[100] == pytest.approx(1432.015523, rel=1e-9)


def test_the_bound_and_the_least_are_their_closed_forms(series):
    for d, bound in zip(series["theta times d"].xs, series["theta times d"].ys, strict=True):
        log_theta = math.lgamma(d / 2) - math.lgamma((d - 1) / 2)
        assert bound == pytest.approx(2 * math.sqrt(math.pi) * math.exp(log_theta) * d, rel=1e-12)
    for d, least in zip(series["information"].xs, series["information"].ys, strict=True):
        assert least == pytest.approx((d - 1) * math.log2(math.e), rel=1e-14)


def test_the_constant_lies_between_and_its_ratio_rises_to_the_limit(series):
    for name in ("theta times d", "growth"):
        assert all(map(float.__lt__, series["constant"].ys, series[name].ys))
    assert all(map(float.__lt__, series["information"].ys, series["constant"].ys))
    ratios = series["ratio"].ys
    assert ratios[0] == 0.5
    assert list(ratios) == sorted(ratios)
    assert 0.575 < ratios[-1] < 1 / math.sqrt(3)
    assert series["ratio"].xs == DIMENSIONS


def test_means_start_with_every_instance_and_end_on_the_slope(series):
    constants = dict(zip(series["constant"].xs, series["constant"].ys, strict=True))
    for d in STREAMS:
        one = series[f"d = {d}"]
        assert all(y == x for x, y in zip(one.xs, one.ys, strict=True) if x <= d)
        slope = (one.ys[-1] - one.ys[-2]) / math.log(one.xs[-1] / one.xs[-2])
        assert slope == pytest.approx(constants[d], rel=1e-6)
    circle = dict(zip(series["d = 2"].xs, series["d = 2"].ys, strict=True))
    assert circle[100] == pytest.approx(9.374755, abs=1e-6)
    space = dict(zip(series["d = 3"].xs, series["d = 3"].ys, strict=True))
    assert space[1000] == pytest.approx(29.805418, abs=1e-6)


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_markers_of_the_circle_follow_the_law(series):
    """A sum of coins exceeds its mean m by x with probability at most exp(-x^2 / (2 m + 2x/3))."""
    exact = dict(zip(series["d = 2"].xs, series["d = 2"].ys, strict=True))
    one = series["d = 2, simulated"]
    for n, mean in zip(one.xs, one.ys, strict=True):
        total, expected = mean * REPLICATES, exact[float(n)] * REPLICATES
        assert abs(total - expected) <= slack(expected)


LEVEL = ALPHA / (2 * len(LENGTHS))


def slack(expected, level=LEVEL):
    """The x at which Bernstein's bound is the level."""
    a = math.log(1 / level)
    return a / 3 + math.sqrt(a * a / 9 + 2 * a * expected)


def test_the_test_of_markers_has_power():
    """The twin asks for c_3 ln n labels on the longest stream."""
    true, twin = (REPLICATES * c * math.log(LENGTHS[-1]) for c in (2, math.pi**2 / 2))
    assert twin - slack(twin, 0.005) > true + slack(true)


def test_markers_are_near_their_curves(series):
    for d in STREAMS:
        exact = dict(zip(series[f"d = {d}"].xs, series[f"d = {d}"].ys, strict=True))
        one = series[f"d = {d}, simulated"]
        assert one.xs == LENGTHS
        assert all(y <= x for x, y in zip(one.xs, one.ys, strict=True))
        for x, low, high in zip(one.xs, one.low, one.high, strict=True):
            assert abs((low + high) / 2 - exact[float(x)]) < 6 * (high - low) + 1e-9


def test_status_is_the_style_of_lines(data):
    with style("icml"):
        above, middle, below = plate(NAME).draw(data(NAME)).axes
    assert [line.get_linestyle() for line in above.lines] == ["--", ":", "-", "--"]
    assert [line.get_linestyle() for line in middle.lines] == ["-", ":"]
    marks = [line.get_marker() for line in below.lines]
    assert marks.count("o") == len(STREAMS)
    assert len(marks) == 2 * len(STREAMS)


def test_the_words_hold_the_numbers(data):
    alt = plate(NAME).alt(data(NAME))
    assert "4.935 at d = 3, where the bound is 9.425 and the least 2.885" in alt
    assert "109.3 for d = 3" in alt
    assert "582.6 for d = 8" in alt
