from fractions import Fraction
from itertools import pairwise
from math import ceil, log

import pytest

from altheory.plot.series import from_table
from altheory.plot.style import style
from figures.fig09_noise import AFFORDABLE, GOALS, KNEE, NOISES
from figures.plate import plate

NAME = "fig09_noise"
STEP = 10**0.5  # from one goal to the next
TRIPLED = 3  # samples triple, so a run may take three times what it needs


@pytest.fixture
def series(data):
    return {one.name: one for one in from_table(data(NAME))}


def flat():
    return [noise for noise, told in NOISES.items() if told.power == 0]


def test_passive_sizes_are_the_least_that_the_formula_gives(series):
    """The width is sqrt(2 ln(8/delta) / n), with 8/delta = 160."""
    sizes = [ceil(2 * log(160) / epsilon**2) for epsilon in GOALS]
    assert list(series["passive"].ys) == sizes


def test_with_a_margin_steps_do_not_grow(series):
    for noise in flat():
        ys = series[noise].ys
        assert len(ys) == len(GOALS)
        assert ys[-1] < 4 * ys[KNEE], "a hundredth of the error"
        steps = [b - a for a, b in pairwise(ys[KNEE:])]
        assert abs(sum(steps) / len(steps)) < ys[KNEE] / 2


def test_without_one_labels_grow_as_powers(series):
    for noise in ("tsybakov:2", "tie"):
        ys, power = series[noise].ys, NOISES[noise].power
        growth = STEP ** (power * (len(ys) - 1))
        assert 1 / (2 * TRIPLED) < ys[-1] / ys[0] / growth < 2 * TRIPLED
        assert ys[-1] > 10 * ys[KNEE] / TRIPLED, "one step of power two, two steps of power one"


def test_more_noise_costs_more(series):
    ends = [series[noise].ys[-1] for noise in flat()]
    assert ends == sorted(ends)
    for one, other in (("none", "classification:1/20"), ("classification:1/20", "massart:1/2")):
        assert all(a < b for a, b in zip(series[one].ys, series[other].ys, strict=True))


def test_the_near_tie_rises_as_the_tie_until_it_is_decided(series):
    near, tie = series["block"].ys, series["tie"].ys
    assert all(2 / 3 < a / b < 3 / 2 for a, b in zip(near[:2], tie[:2], strict=True))
    assert tie[3] > 10 * near[3]


def test_curves_stop_where_the_next_goal_is_not_affordable(series):
    for noise in NOISES:
        ys = series[noise].ys
        assert max(ys) <= AFFORDABLE
        stopped = len(ys) < len(GOALS)
        assert stopped == (ys[-1] ** 2 / ys[-2] > AFFORDABLE)
        assert stopped == (noise in ("tsybakov:2", "tie"))


def test_references_are_the_powers_and_logarithms_they_say(series):
    for noise, told in NOISES.items():
        run, one = series[noise], series[f"{noise}, reference"]
        assert one.ys[0] == run.ys[run.xs.index(one.xs[0])]
        if told.power:
            ratios = [b / a for a, b in pairwise(one.ys)]
            assert ratios == pytest.approx([STEP**told.power] * len(ratios), rel=1e-4)
        else:
            assert one.ys[-1] == pytest.approx(run.ys[-1])
            steps = [b - a for a, b in pairwise(one.ys)]
            assert steps == pytest.approx([sum(steps) / len(steps)] * len(steps), rel=1e-4)
            off = [a / b for a, b in zip(run.ys[KNEE:], one.ys, strict=True)]
            assert all(4 / 5 < ratio < 5 / 4 for ratio in off), "markers lie on a logarithm"


def test_goals_are_half_decades():
    assert GOALS[0] == Fraction(1, 10)
    assert GOALS[-1] == Fraction(1, 10**4)
    assert [float(b / a) for a, b in pairwise(GOALS)] == pytest.approx([1 / STEP] * 6, rel=1e-5)


def test_each_noise_is_written_once_and_the_words_hold_the_numbers(data, series):
    with style("icml"):
        (ax,) = plate(NAME).draw(data(NAME)).axes
    written = [text.get_text() for text in ax.texts]
    assert sorted(written) == sorted([*(told.name for told in NOISES.values()), "passive"])
    assert sum(line.get_linestyle() == ":" for line in ax.lines) == len(NOISES)
    assert f"{series['tie'].ys[-1]:,.0f} at 0.0032" in plate(NAME).alt(data(NAME))
