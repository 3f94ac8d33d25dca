from typing import Any

import pytest

from altheory.plot.series import from_table
from altheory.plot.style import style
from figures.fig08_a2_bounds import NAMES, crossover
from figures.plate import plate

NAME = "fig08_a2_bounds"


@pytest.fixture
def series(data):
    return {one.name: one for one in from_table(data(NAME))}


def test_labels_grow_as_logarithms_and_passive_sizes_as_squares(series):
    for bound in NAMES:
        active, passive = series[bound], series[f"passive, {bound}"]
        assert list(active.ys) == sorted(active.ys)
        assert passive.ys[-1] / passive.ys[-3] > 90, "a tenth of the error, a hundred times more"
        steps = [b - a for a, b in zip(active.ys[3:], active.ys[4:], strict=False)]
        assert max(steps) < 3 * min(steps), "each decade costs about as much as the last"


def test_the_order_of_the_bounds_at_the_end(series):
    ends = [series[bound].ys[-1] for bound in NAMES]
    assert ends == sorted(ends, reverse=True)
    assert ends[0] / ends[-1] > 30


def test_the_crossover_is_where_interpolated_ratios_are_one(series):
    active, passive = series["dkw-pinned"], series["passive, dkw-pinned"]
    met = crossover(active, passive)
    assert met is not None
    ratios = [p / a for a, p in zip(active.ys, passive.ys, strict=True)]
    i = next(i for i, ratio in enumerate(ratios) if ratio >= 1)
    assert active.xs[i] <= met <= active.xs[i - 1]
    assert crossover(active, active) is None


def test_it_is_drawn_with_a_diamond_for_each_crossover(data):
    with style("icml"):
        axes: list[Any] = plate(NAME).draw(data(NAME)).axes
    table = {one.name: one for one in from_table(data(NAME))}
    met = [crossover(table[b], table[f"passive, {b}"]) for b in NAMES]
    diamonds = [line for line in axes[1].lines if line.get_marker() == "D"]
    assert [line.get_xdata()[0] for line in diamonds] == [x for x in met if x is not None]
    assert "throughout" in plate(NAME).alt(data(NAME))
