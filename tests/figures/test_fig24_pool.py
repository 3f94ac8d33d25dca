from math import log2

import numpy as np
import pytest

from altheory.plot.style import style
from figures.fig24_pool import (
    BANDWIDTH,
    BATCH,
    LABELED,
    MARKS,
    NAMES,
    REPLICATES,
    TEMPERATURE,
    batch,
    measured,
)
from figures.plate import plate

NAME = "fig24_pool"


@pytest.fixture
def table(data):
    return data(NAME)


@pytest.fixture
def pool(table):
    return np.array([(r["x"], r["y"]) for r in table.records if r["kind"] == "pool"])


@pytest.fixture
def bits(pool):
    """Return the entropies, by definition."""
    minus, plus = (((pool - pool[i]) ** 2).sum(axis=1) for i in LABELED)
    p = 1 / (1 + np.exp((plus - minus) / 2 / TEMPERATURE))
    return np.array([-(q * log2(q) + (1 - q) * log2(1 - q)) if 0 < q < 1 else 0.0 for q in p])


def distances(pool):
    return np.sqrt(((pool[:, None] - pool[None]) ** 2).sum(axis=2))


def largest(scores):
    free = [i for i in range(len(scores)) if i not in LABELED]
    return sorted(free, key=lambda i: -scores[i])[:BATCH]


def test_batches_are_distinct_and_hold_no_label(table):
    for kind in NAMES:
        taken = batch(table, kind)
        assert len(set(taken) - set(LABELED)) == len(taken) == BATCH


def test_uncertainty_and_density_take_the_largest_scores(table, pool, bits):
    assert batch(table, "uncertainty") == largest(bits)
    density = np.exp(-(distances(pool) ** 2) / (2 * BANDWIDTH**2)).mean(axis=1)
    assert batch(table, "density") == largest(bits * density)


def test_the_core_set_takes_the_farthest_each_time(table, pool):
    known, apart = list(LABELED), distances(pool)
    for i in batch(table, "core"):
        assert i == apart[known].min(axis=0).argmax()
        known.append(i)


def test_each_batch_is_measured_by_definition(table, pool, bits):
    for kind in NAMES:
        ((mean, radius),) = measured(table, f"measured, {kind}")
        taken = batch(table, kind)
        assert mean == pytest.approx(bits[taken].mean(), abs=1e-8)
        nearest = distances(pool)[[*LABELED, *taken]].min(axis=0)
        assert radius == pytest.approx(nearest.max(), abs=1e-8)


def test_no_batch_is_below_the_bound(table):
    (bound,) = (row["radius"] for row in table.records if row["kind"] == "bound")
    chances = measured(table, "random")
    assert len(chances) == REPLICATES
    ((_, radius),) = measured(table, "measured, core")
    assert bound < min(other for _, other in chances)
    assert sum(other < radius for _, other in chances) == 1
    assert bound <= radius <= 2 * bound


def test_each_strategy_wins_by_what_it_aims_at(table):
    by = {kind: measured(table, f"measured, {kind}")[0] for kind in NAMES}
    assert max(by, key=lambda kind: by[kind][0]) == "uncertainty"
    assert min(by, key=lambda kind: by[kind][1]) == "core"


def test_the_drawing_marks_each_batch_and_dashes_the_bound(table):
    with style("icml"):
        *axes, last = plate(NAME).draw(table).axes
    for ax, kind in zip(axes, NAMES, strict=True):
        assert [line.get_marker() for line in ax.lines][-1] == MARKS[kind]["marker"]
        assert len(np.asarray(ax.lines[-1].get_xydata())) == BATCH
    *marks, bound = last.lines
    assert [line.get_marker() for line in marks] == ["s", *(m["marker"] for m in MARKS.values())]
    assert bound.get_linestyle() == "--"


def test_the_words_hold_the_numbers(table):
    alt = plate(NAME).alt(table)
    for kind, name in NAMES.items():
        ((mean, radius),) = measured(table, f"measured, {kind}")
        assert f"{name} {mean:.3f} bits and radius {radius:.2f}" in alt
    assert f"{REPLICATES} random batches" in alt
