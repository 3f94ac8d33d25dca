from fractions import Fraction
from typing import Any

from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from altheory.plot.palette import color
from altheory.plot.style import style
from altheory.theory.bisection import bisection_queries_to_width
from figures.plate import plate

NAME = "fig01_binary_search"
TARGET = Fraction(73, 100)


def test_the_queries_are_those_of_the_lecture_and_the_answers_the_opposite(data):
    table = data(NAME)
    assert table.column("query")[1:4] == (0.5, 0.75, 0.625)
    # the notes answer + at 0.5 and 0.625, where the target lies to the right
    assert table.column("label")[1:4] == (-1, 1, -1)
    for query, label in zip(table.column("query")[1:], table.column("label")[1:], strict=True):
        assert (label == 1) == (Fraction(query) >= TARGET)


def test_every_label_halves_what_remains_and_keeps_the_target(data):
    for q, row in enumerate(data(NAME).records):
        lo, hi = row["highest_negative"] or 0.0, row["lowest_positive"] or 1.0
        assert Fraction(row["width"]) == Fraction(hi) - Fraction(lo) == Fraction(1, 2**q)
        assert Fraction(lo) < TARGET <= Fraction(hi)
        assert bisection_queries_to_width(Fraction(row["width"])) == q


def test_what_is_drawn_is_what_was_computed(data):
    table = data(NAME)
    with style("icml"):
        (ax,) = plate(NAME).draw(table).axes
    bars: list[Any] = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    amber = [bar for bar in bars if to_hex(bar.get_facecolor()) == color("disagreement")]
    amber.sort(key=lambda bar: bar.get_y())
    assert [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in amber] == [
        (row["highest_negative"] or 0.0, row["lowest_positive"] or 1.0) for row in table.records
    ]


def test_the_words_hold_the_numbers(data):
    alt = plate(NAME).alt(data(NAME))
    assert "query 0.734375 is positive, width 1/64" in alt
    assert "ends between 0.71875 and 0.734375" in alt
    assert "lecture notes" in plate(NAME).plain
