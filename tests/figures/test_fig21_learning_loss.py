import sys
from itertools import combinations
from statistics import median
from typing import Any

import numpy as np
import pytest

from altheory.errors import MissingDependencyError
from altheory.plot.style import style
from altheory.plot.table import Table
from figures.fig21_learning_loss import (
    MEASURES,
    REPLICATES,
    RULES,
    TAKEN,
    _instances,
    _measured,
    _with_intervals,
)
from figures.plate import plate

NAME = "fig21_learning_loss"
N = 3 * TAKEN


def case(run):
    """Return scores that fall as the losses do for mistakes, and one that knows all."""
    losses = np.random.default_rng(run).permutation(np.arange(1, N + 1) / TAKEN)
    wrong = losses > 2.5
    return {"module": losses - 9, "entropy": np.where(wrong, 7 - losses, losses)}, losses, wrong


@pytest.fixture(scope="module")
def small():
    """Return a table whose numbers can be counted by hand."""
    measured = [row for run in range(REPLICATES) for row in _measured(run, *case(run))]
    rows = [*_instances(*case(0)), *_with_intervals(measured)]
    keys = list(dict.fromkeys(key for row in rows for key in row))
    return Table.of({key: row.get(key) for key in keys} for row in rows)


def of(table, rule, measure):
    return [r for r in table.records if (r["rule"], r["measure"]) == (rule, measure)]


def values(table, rule, measure):
    return {row["value"] for row in of(table, rule, measure)}


def test_shares_of_pairs_are_counted(small):
    assert values(small, "module", "order") == values(small, "module", "order of mistakes") == {1}
    assert values(small, "entropy", "order of mistakes") == {0}
    scores, losses, _ = case(0)
    pairs = list(combinations(range(N), 2))
    right = sum(
        (scores["entropy"][i] > scores["entropy"][j]) == (losses[i] > losses[j]) for i, j in pairs
    )
    assert values(small, "entropy", "order") == {round(right / len(pairs), 6)}


def test_mistakes_among_those_asked_for_are_counted_beside_their_share(small):
    """A sixth are mistakes: half as many as are asked for, and the largest scores are theirs."""
    for rule in RULES:
        rows = of(small, rule, "mistakes")
        assert {row["value"] for row in rows} == {0.5}
        assert {row["chance"] for row in rows} == {round(1 / 6, 6)}


def test_the_drawing_has_every_instance_every_replicate_and_chance(small):
    with style("icml"):
        axes: list[Any] = plate(NAME).draw(small).axes
    top, below = axes
    assert [len(line.get_xdata()) for line in top.lines] == [N - TAKEN // 2, TAKEN // 2]
    assert top.get_xlim()[1] > 0
    sizes = [len(line.get_xdata()) for line in below.lines]
    assert sizes == [REPLICATES, 1] * len(RULES) * len(MEASURES)
    named = {text.get_text() for text in below.texts}
    assert named == {*MEASURES.values(), *RULES, "random"}


def test_the_words_hold_the_numbers(small):
    said = plate(NAME).alt(small)
    assert f"{N} held-out digits, of which {TAKEN // 2} are mistakes" in said
    assert "entropy 0.000 within 0.000 to 0.000, random 0.500" in said


def test_without_torch_the_extra_is_named(monkeypatch):
    def torch_is_missing(_):
        raise MissingDependencyError("torch", "nets")

    monkeypatch.setattr("altheory.nets._loaded", torch_is_missing)
    for name in ("LossPrediction", "Training"):
        monkeypatch.delitem(sys.modules["altheory.nets"].__dict__, name, raising=False)
    with pytest.raises(MissingDependencyError, match="nets"):
        plate(NAME).data()


def test_the_caption_says_what_was_found(data):
    table = data(NAME)
    ends = {(r, m): of(table, r, m)[0] for r in RULES for m in MEASURES}
    for measure in ("order", "mistakes"):
        chance = max(row["chance"] for row in of(table, "module", measure))
        assert chance < ends["module", measure]["low"]
        assert ends["module", measure]["high"] < ends["entropy", measure]["low"]
    assert ends["module", "order of mistakes"]["high"] < 0.6
    assert ends["entropy", "order of mistakes"]["high"] < 0.5
    assert all(row["greatest"] < 0 for row in of(table, "module", "order"))


def test_intervals_are_order_statistics(data):
    """Of twelve values the third and the tenth: 2 P(Bin(12, 1/2) <= 2) = 158/4096 < 1/20."""
    table = data(NAME)
    for rule in RULES:
        for measure in MEASURES:
            rows = of(table, rule, measure)
            found = sorted(row["value"] for row in rows)
            expected = found[2], median(found), found[9]
            assert {(r["low"], r["median"], r["high"]) for r in rows} == {expected}
