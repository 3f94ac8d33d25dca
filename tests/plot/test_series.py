from typing import Any

import pytest
from matplotlib.colors import to_hex

from altheory.errors import DomainError, UnknownNameError
from altheory.plot.palette import color
from altheory.plot.series import Series, from_table, to_table, trace, write_beside
from altheory.plot.style import canvas, style

LAW = Series("law", "exact", "passive", (1.0, 2.0), (3.0, 4.0))
MEANS = Series("means", "simulation", "passive", (1.0,), (3.0,), (2.5,), (3.5,))


def unknown(name: str) -> Any:
    """Return what a caller without a type checker might pass."""
    return name


@pytest.fixture
def ax():
    with style("icml"):
        yield canvas().subplots()


def test_a_table_gives_the_series_back():
    assert from_table(to_table([LAW, MEANS])) == (LAW, MEANS)


def test_theory_is_black_and_a_simulation_has_the_color_of_its_learner(ax):
    artists: Any = [*trace(ax, LAW), *trace(ax, MEANS)]
    law, band, markers = artists
    assert to_hex(law.get_color()) == color("theory")
    assert law.get_linestyle() == "-"
    assert to_hex(markers.get_color()) == color("passive")
    assert markers.get_linestyle() == "None"
    assert markers.get_marker() == "s"
    (path,) = band.get_paths()
    assert {tuple(point) for point in path.vertices} >= {(1.0, 2.5), (1.0, 3.5)}


def test_the_text_stands_at_the_nearest_point(ax):
    text: Any = write_beside(ax, LAW, "here", at=1.9, shift=(0, 1))
    assert text.xy == (2.0, 4.0)
    assert to_hex(text.get_color()) == color("passive")


def test_a_series_with_a_missing_value_is_refused():
    with pytest.raises(DomainError, match=r"bad: .*\[1, 2\]"):
        Series("bad", "exact", "theory", (1.0, 2.0), (1.0,))
    with pytest.raises(DomainError, match="bad"):
        Series("bad", "exact", "theory", (1.0,), (1.0,), low=(0.0,))


def test_an_unknown_status_or_meaning_is_refused():
    with pytest.raises(UnknownNameError, match="exact"):
        Series("x", unknown("exactly"), "theory", (), ())
    with pytest.raises(UnknownNameError, match="theory"):
        Series("x", "exact", unknown("theories"), (), ())
