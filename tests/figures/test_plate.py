import re

import pytest

from altheory.errors import UnknownNameError
from altheory.plot.style import VENUES, style
from figures.plate import full_name, inputs_digest, names, plate

# one venue for each page: the others have the width and the type of one of these
PAGES = sorted({page: venue for venue, page in sorted(VENUES.items())}.values())
NARROWEST = min(PAGES, key=lambda venue: VENUES[venue].half)
EVERY_PAGE = [
    pytest.param(venue, marks=() if venue in {NARROWEST, "slides"} else pytest.mark.slow)
    for venue in PAGES
]


def test_figures_are_found_and_numbered_in_order():
    assert names()[:3] == ("fig01_binary_search", "fig02_label_complexity", "fig03_cal_stream")
    assert [int(name[3:5]) for name in names()] == sorted({int(name[3:5]) for name in names()})


@pytest.mark.parametrize("name", ["2", "02", "fig02", "fig2", "fig02_label_complexity"])
def test_a_number_names_a_figure(name):
    assert full_name(name) == "fig02_label_complexity"


@pytest.mark.parametrize("name", ["fig04_nothing", "", "0", "style", "plate"])
def test_an_unknown_figure_is_refused(name):
    with pytest.raises(UnknownNameError, match="no figure is called"):
        full_name(name)


def test_the_nearest_figure_is_named():
    with pytest.raises(UnknownNameError, match="did you mean fig03_cal_stream"):
        full_name("fig03_cal_steam")


@pytest.mark.parametrize("name", names())
def test_every_figure_says_what_it_is(name, data):
    figure = plate(name)
    alt = figure.alt(data(name))
    assert figure.title
    assert len(alt) > 100
    assert not re.search(r"[\\${}]", figure.plain + alt), "LaTeX in plain text"
    assert figure.caption.count("$") % 2 == 0
    simulated = {"simulation", "run"} & set(dict(data(name).records[-1]).values())
    assert (figure.seed is None) == (figure.replicates is None)
    assert not simulated or figure.seed is not None


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("venue", EVERY_PAGE)
def test_every_figure_draws_on_every_page_within_its_edges(name, venue, data):
    with style(venue) as page:
        figure = plate(name).draw(data(name))
        figure.draw_without_rendering()
        inches = figure.get_tightbbox()
        width, height = figure.get_size_inches()
    assert width == page.half
    assert inches.x0 > -0.02
    assert inches.y0 > -0.02
    assert inches.x1 < width + 0.02
    assert inches.y1 < height + 0.02


def test_the_digest_of_the_inputs_is_of_one_figure():
    digests = {inputs_digest(name) for name in names()}
    assert len(digests) == len(names())
    assert inputs_digest(names()[0]) in digests
