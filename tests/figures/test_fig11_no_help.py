from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from altheory.plot.palette import color
from altheory.plot.series import from_table
from altheory.plot.style import style
from altheory.theory.empty_interval import empty_interval_points, empty_interval_queries
from figures.fig11_no_help import POINTS
from figures.plate import plate

NAME = "fig11_no_help"


@pytest.fixture
def series(data):
    return {one.name: one for one in from_table(data(NAME))}


def test_the_exact_law_is_the_gaps_that_are_left(series):
    exact = series["empty interval"]
    for x, q in zip(exact.xs, exact.ys, strict=True):
        ends = [Fraction(0), *empty_interval_points(int(q)), Fraction(1)]
        longest = max(b - a for a, b in pairwise(ends))
        assert float(longest) <= x * (1 + 1e-12), "no gap is longer than the error"
        assert 1 / q > x * (1 - 1e-12), "with one question less, some gap is"


def test_distances_find_half_of_it(series):
    """So many gaps of twice the error fill the line, and one fewer do not."""
    exact = series["distance"]
    for x, q in zip(exact.xs, exact.ys, strict=True):
        assert (q + 1) * 2 * x >= 1 - 1e-12
        assert q * 2 * x < 1 + 1e-12
        assert q <= empty_interval_queries(Fraction(x))


def test_staircases_rise_as_the_error_falls(series):
    for one in series.values():
        assert list(one.xs) == sorted(one.xs, reverse=True)
        assert list(one.ys) == sorted(one.ys)
        assert (one.xs[0], one.xs[-1]) == (0.4, 1 / 2000)


def test_lines_say_their_status_and_the_star_has_its_points(data):
    with style("icml"):
        axes: list[Any] = plate(NAME).draw(data(NAME)).axes
    above, below = axes
    assert [line.get_linestyle() for line in below.lines] == ["-", "--", "-"]
    first, _, bisection = (line.get_linewidth() for line in below.lines)
    assert bisection < first
    dark = [p for p in above.patches if p.get_facecolor() == rgba("positive")]
    assert len(dark) == len(above.lines) == POINTS
    assert len({p.get_x() - min(q.get_x() for q in near(above, p)) for p in dark}) == POINTS


def rgba(meaning):
    red, green, blue = (int(color(meaning)[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue, 1.0


def near(ax, patch):
    """Return the cells of the row that a cell belongs to."""
    return [
        p for p in ax.patches if p.get_y() == patch.get_y() and abs(p.get_x() - patch.get_x()) < 0.9
    ]


def test_the_words_hold_the_numbers(data):
    alt = plate(NAME).alt(data(NAME))
    assert "empty interval 9 at 1/10, 99 at 1/100, 999 at 1/1000" in alt
    assert "distance 4 at 1/10, 49 at 1/100, 499 at 1/1000" in alt
    assert "bisection 3 at 1/10, 6 at 1/100, 9 at 1/1000" in alt
