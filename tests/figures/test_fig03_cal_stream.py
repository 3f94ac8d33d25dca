import math
from fractions import Fraction

import numpy as np
import pytest

from altheory.plot.series import from_table
from altheory.plot.style import style
from altheory.theory.thresholds_cal import cal_expected_queries_thresholds
from figures.fig03_cal_stream import LENGTH, RUNS, TARGET
from figures.plate import plate

NAME = "fig03_cal_stream"


@pytest.fixture
def series(data):
    return {one.name: one for one in from_table(data(NAME))}


def test_the_mean_is_the_law(series):
    mean = series["mean"]
    for n, value in zip(mean.xs, mean.ys, strict=True):
        assert value == float(cal_expected_queries_thresholds(n, Fraction(TARGET)))
    assert (mean.xs[0], mean.ys[0], mean.xs[-1]) == (1, 1.0, LENGTH)


def test_the_mean_is_the_sum_of_the_chances(series):
    t = 0.73
    by_hand = np.cumsum([(2 - t**k - (1 - t) ** k) / k for k in range(1, 1001)])
    mean = dict(zip(series["mean"].xs, series["mean"].ys, strict=True))
    for n in (1, 10, 100, 1000):
        assert abs(mean[n] - by_hand[n - 1]) < 1e-12 * by_hand[n - 1] + 1e-12


def test_the_asymptote_is_one(series):
    """2 H_n exceeds 2 ln n + 2 gamma by less than 1/n, and the powers of t die out."""
    mean, asymptote = series["mean"], series["asymptote"]
    assert mean.xs == asymptote.xs
    for n, value, limit in zip(mean.xs, mean.ys, asymptote.ys, strict=True):
        left_out = 2 * 0.73 ** (n + 1) / (0.27 * (n + 1))
        assert -1e-12 < value - limit < 1 / n + left_out + 1e-12


def test_runs_rise_by_one_at_each_query_up_to_the_end(series):
    runs = [one for one in series.values() if one.status == "run"]
    assert len(runs) == RUNS
    for run in runs:
        assert list(run.xs) == [*sorted(set(run.xs[:-1])), LENGTH]
        assert list(run.ys[:-1]) == list(range(1, len(run.ys)))
        assert run.ys[-1] == run.ys[-2]
        assert run.xs[0] == 1, "the first instance is always asked"


@pytest.mark.statistical(alpha=1e-6, power=0.99)
def test_runs_end_around_the_mean(series):
    """Chernoff's bound on the labels of all runs together.

    A label is asked iff its instance is the nearest so far on its side of the target.
    Given how many instances fell on either side, that is a sum of independent coins, so
    P(|S - E S| > x) <= 2 exp(-x^2 / (2 (E S + x / 3))).  The counts of the sides move
    the mean of a million instances by more than 1/20 with a chance below 1e-20.
    Half the labels, the twin, lie 200 below the mean, the bound rejects from 120 on.
    """
    runs = [one.ys[-1] for one in series.values() if one.status == "run"]
    expected, moved = RUNS * series["mean"].ys[-1], RUNS / 20
    x = max(abs(sum(runs) - expected) - moved, 0)
    assert 2 * math.exp(-x * x / (2 * (expected + moved + x / 3))) > 1e-6


def test_lines_say_their_status(data):
    with style("icml"):
        (ax,) = plate(NAME).draw(data(NAME)).axes
    styles = [line.get_linestyle() for line in ax.lines]
    assert styles[RUNS:] == ["-", ":"]
    assert {line.get_alpha() for line in ax.lines[:RUNS]} == {0.35}


def test_the_words_hold_the_numbers(data):
    alt = plate(NAME).alt(data(NAME))
    assert "15 staircases" in alt
    assert "27.2 after 1,000,000" in alt
    assert "within a tenth of a label of the mean from 13 instances on" in alt
