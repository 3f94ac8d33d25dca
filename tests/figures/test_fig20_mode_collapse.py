from collections import Counter

import numpy as np
import pytest

from altheory.plot.style import style
from altheory.simulation.class_balance import class_band
from altheory.simulation.learning_data import dataset_called
from figures.fig20_mode_collapse import SHOWN
from figures.fig23_digits import BUDGET, INITIAL, LEVEL, REPLICATES, measured
from figures.plate import plate

NAME = "fig20_mode_collapse"


@pytest.fixture
def table(data):
    return data(NAME)


def of(table, strategy):
    return [row for row in table.records if row["strategy"] == strategy]


def test_histograms_are_those_of_the_queries(table):
    truth = dataset_called("digits").y
    for name in SHOWN:
        for i, run in enumerate(measured().runs[name]):
            counts = Counter(truth[list(run.queries)].tolist())
            own = {int(row["digit"]): row["labels"] for row in of(table, name) if row["run"] == i}
            assert own == {c: counts[c] for c in range(10)}
            assert sum(own.values()) == BUDGET


def test_the_band_is_that_of_random_samples_of_the_pool(table):
    sizes = dataset_called("digits").sizes
    band = class_band([n - n // 3 - INITIAL for n in sizes], BUDGET, LEVEL)
    for name in SHOWN:
        rows = [row for row in of(table, name) if row["run"] == 0]
        assert tuple(row["low"] for row in rows) == band.low
        assert tuple(row["high"] for row in rows) == band.high
        assert {row["coverage"] for row in rows} == {float(band.coverage)}


def test_runs_outside_are_counted(table):
    for name in SHOWN:
        left = {r["run"] for r in of(table, name) if not r["low"] <= r["labels"] <= r["high"]}
        assert {row["runs outside"] for row in of(table, name)} == {len(left)}


def test_the_caption_says_what_was_found(table):
    first = {name: [r for r in of(table, name) if r["run"] == 0] for name in SHOWN}
    assert not any(row["known high"] < 0 for row in first["margin"])
    assert sum(row["known high"] < 0 for row in first["bald"]) > 2
    few = sorted(first["margin"], key=lambda row: row["mean"])[:2]
    assert {row["digit"] for row in few} == {"0", "6"}
    dropped = {row["digit"] for row in of(table, "bald") if row["labels"] == 0}
    assert len(dropped) > 2
    assert {row["runs outside"] for row in of(table, "bald")} == {REPLICATES}


@pytest.mark.parametrize("column", ["half", "full"])
def test_points_outside_are_filled(table, column):
    with style("icml", column=column):
        axes = plate(NAME).draw(table).axes
    assert len(axes) == 4
    for ax, name in zip(axes, SHOWN, strict=False):
        filled = sum(not r["low"] <= r["labels"] <= r["high"] for r in of(table, name))
        drawn = [len(np.asarray(c.get_offsets())) for c in ax.collections[-2:]]
        assert drawn == [10 * REPLICATES - filled, filled]
        assert ax.get_title().startswith(SHOWN[name])


def test_the_words_tell_every_strategy(table):
    said = plate(NAME).alt(table)
    assert all(f"{name}: mean labels" in said for name in SHOWN.values())
