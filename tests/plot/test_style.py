from typing import Any

import matplotlib as mpl
import pytest

import altheory as al
from altheory.errors import UnknownNameError
from altheory.plot.style import VENUES, canvas, style


@pytest.mark.parametrize(
    ("venue", "column", "inches"),
    [
        ("icml", "half", 3.25),
        ("icml", "full", 6.75),
        ("aistats", "half", 3.25),
        ("uai", "full", 6.75),
        ("neurips", "full", 5.5),
        ("iclr", "half", 5.5),
        ("jmlr", "full", 6.0),
        ("tmlr", "full", 6.5),
        ("slides", "full", 5.5),
    ],
)
def test_a_figure_has_the_width_of_its_page(venue, column, inches):
    with style(venue, column=column):
        assert canvas().get_figwidth() == inches


@pytest.mark.parametrize("venue", sorted(VENUES))
def test_the_font_is_one_point_below_the_text(venue):
    with style(venue) as page:
        assert mpl.rcParams["font.size"] == page.text - 1


def test_the_house_style_is_in_force_inside():
    with style("icml"):
        assert mpl.rcParams["pdf.fonttype"] == 42
        assert mpl.rcParams["figure.constrained_layout.use"]
        assert not mpl.rcParams["axes.spines.top"]
        assert not mpl.rcParams["axes.spines.right"]
        assert not mpl.rcParams["text.usetex"]
    with style("icml", text="latex"):
        assert mpl.rcParams["text.usetex"]


def test_settings_outside_are_untouched_even_after_an_error():
    before = dict(mpl.rcParams)
    with pytest.raises(ZeroDivisionError), style("slides", column="full"):
        raise ZeroDivisionError
    assert dict(mpl.rcParams) == before


def test_settings_of_the_user_do_not_leak_in():
    with style("icml"):
        plain = dict(mpl.rcParams)
    with mpl.rc_context({"axes.facecolor": "red", "lines.dashed_pattern": [9, 9]}), style("icml"):
        assert dict(mpl.rcParams) == plain


def test_unknown_names_are_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match=r"'icm'.*icml"), style("icm"):
        pass
    halb: Any = "halb"
    with pytest.raises(UnknownNameError, match="column"), style("icml", column=halb):
        pass
    tex: Any = "tex"
    with pytest.raises(UnknownNameError, match="way of setting text"), style("icml", text=tex):
        pass


def test_the_short_name_is_the_function():
    assert al.plot.style is style
    assert callable(al.plot.version_space)
