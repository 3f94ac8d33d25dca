from fractions import Fraction

import pytest

from altheory.plot.style import style
from figures.fig04_circle import NEGATIVE, POSITIVE, arcs
from figures.plate import plate

NAME = "fig04_circle"
F = Fraction


@pytest.fixture
def table(data):
    return data(NAME)


def says(u, x):
    """What a direction says, by the distance in turns; 0 on its boundary."""
    apart = abs(u - x) % 1
    return (min(apart, 1 - apart) < F(1, 4)) - (min(apart, 1 - apart) > F(1, 4))


def test_the_directions_are_those_that_agree(table):
    ((lo, hi),) = arcs(table, "directions")
    sample = [(F(x), 1) for x in POSITIVE] + [(F(x), -1) for x in NEGATIVE]
    for k in range(1000):
        u = F(2 * k + 1, 2000)
        assert (lo < u < hi) == all(says(u, x) == y for x, y in sample)


def test_the_arcs_are_what_directions_say(table):
    """Everything between the ends of two neighboring arcs is said alike."""
    ((lo, hi),) = arcs(table, "directions")
    members = [lo + (hi - lo) * F(2 * k + 1, 2000) for k in range(1000)]
    for k in range(100):
        x = F(2 * k + 1, 200)
        said = {says(u, x) for u in members} - {0}
        assert (said == {1}) == any(a <= x <= b for a, b in arcs(table, "SB"))
        assert (1 in said) == any(a < x + j < b for a, b in arcs(table, "GB") for j in (0, 1))
        doubt = any(a < x + j < b for a, b in arcs(table, "disagreement") for j in (0, 1))
        assert (len(said) == 2) == doubt


def test_the_disagreement_is_twice_the_directions(table):
    (lo, hi), doubts = *arcs(table, "directions"), arcs(table, "disagreement")
    assert len(doubts) == 2
    assert [b - a for a, b in doubts] == [hi - lo] * 2


def test_everything_is_named_in_the_figure(table):
    with style("icml"):
        (ax,) = plate(NAME).draw(table).axes
    assert [text.get_text() for text in ax.texts] == ["$V$", "SB", "GB", "DIS", "DIS"]
    assert len([line for line in ax.lines if line.get_marker() in ("+", "_")]) == 6


def test_the_words_hold_the_numbers(table):
    alt = plate(NAME).alt(table)
    assert "a wedge from 0.18 to 0.32" in alt
    assert "SB from 0.07 to 0.43" in alt
    assert "from 0.43 to 0.57 and from 0.93 to 0.07, together 0.28 of the circle" in alt
