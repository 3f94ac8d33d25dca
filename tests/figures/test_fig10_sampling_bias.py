"""Figure 10 shows the four blocks, questions to the left alone, and exact errors."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from altheory.hypotheses.thresholds import Threshold
from altheory.plot.series import from_table
from altheory.plot.style import style
from altheory.theory.sampling_bias import four_block_cal_labels, four_block_labels, four_block_law
from figures.fig10_sampling_bias import BLOCKS, LONGEST, QUESTIONS, SEEDS
from figures.plate import plate

NAME = "fig10_sampling_bias"


@pytest.fixture
def series(data):
    return {one.name: one for one in from_table(data(NAME))}


def test_the_blocks_are_those_of_the_law(series):
    law, labels = four_block_law(), four_block_labels()
    for name in BLOCKS:
        (lo, hi), (mass, _) = series[name].xs, series[name].ys
        middle = Fraction((lo + hi) / 2)
        assert law.mass(Threshold(Fraction(lo)).positive) - law.mass(
            Threshold(Fraction(hi)).positive
        ) == pytest.approx(Fraction(mass), abs=1e-12)
        assert (series[name].meaning == "positive") == (middle in labels.bayes)


def test_questions_stay_on_the_left_and_come_near_the_cut(series):
    asked = series["questions"]
    assert asked.ys == tuple(range(1, QUESTIONS + 1))
    low, high = asked.xs[:SEEDS]
    assert (low <= 0.1, high >= 0.9) == (True, True)
    assert all(x <= 0.1 or 0.44 <= x <= 0.56 for x in asked.xs[SEEDS:])
    assert 0.44 <= asked.xs[SEEDS] <= 0.56


def test_exact_errors(series):
    assert series["margin sampling"].ys == (1 / 16, 1 / 20, 1 / 20)
    assert series["margin sampling"].xs == (2, 3, LONGEST)
    best, stuck = series["CAL, best"].ys, series["CAL, stuck"].ys
    for q, low, high in zip(series["CAL, best"].xs, best, stuck, strict=True):
        chance = float(four_block_cal_labels(int(q)))
        assert (low + 2 * high) / 3 == pytest.approx(chance / 16 + (1 - chance) / 24)
        assert high - low == pytest.approx((1 - chance) / 40)
    passive = series["passive"].ys
    assert all(a > b for a, b in pairwise(passive))
    assert passive[0] == pytest.approx(0.925 / 16 + 0.025 / 20 + 0.05 / 40)
    assert passive[-1] == pytest.approx(1 / 40, abs=1e-6)


def test_no_run_of_a2_ends_in_the_wrong_valley(series):
    a2 = series["A2"]
    assert all(lo <= mean <= hi for lo, mean, hi in zip(a2.low, a2.ys, a2.high, strict=True))
    assert min(a2.low) >= 1 / 40
    assert a2.high[-1] < 1 / 20


def test_lines_say_their_status(data):
    with style("icml"):
        axes: list[Any] = plate(NAME).draw(data(NAME)).axes
    above, below = axes
    solid = [line for line in below.lines if line.get_linestyle() == "-"]
    assert {line.get_color() for line in solid} == {"#000000"}
    assert len(solid) == 4
    assert len(above.patches) == len(BLOCKS)
    hollow, full = above.lines
    assert (len(hollow.get_xdata()), len(full.get_xdata())) == (SEEDS, QUESTIONS - SEEDS)


def test_the_words_hold_the_numbers(data, series):
    alt = plate(NAME).alt(data(NAME))
    assert "46.25 % negative on [0, 0.1]; 2.5 % positive on [0.44, 0.56]" in alt
    assert f"buys {QUESTIONS - SEEDS} labels" in alt
    assert "0 in block 3, 0 in block 4" in alt
    assert f"{series['A2'].xs[-1]:,.0f} labels on average" in alt


def test_captions_hold_no_stray_characters():
    figure = plate(NAME)
    assert figure.caption.isprintable()
    assert r"$\varepsilon = 0.02$, $\delta = 0.05$" in figure.caption
