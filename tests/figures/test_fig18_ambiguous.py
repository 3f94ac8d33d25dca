import sys

import numpy as np
import pytest

from altheory.errors import MissingDependencyError
from altheory.plot.style import style
from altheory.plot.table import Table
from figures.fig18_ambiguous import (
    BLENDS,
    CLASSES,
    GROUPS,
    MARKS,
    NEW,
    OTHERS,
    REPLICATES,
    RULES,
    TAKEN,
    TRAINED,
    _scored,
    _split,
    shares,
)
from figures.plate import plate

NAME = "fig18_ambiguous"
AGREED, SPLIT = [[[0.5, 0.5]] * 2] * TAKEN, [[[0.9, 0.1], [0.2, 0.8]]] * TAKEN


@pytest.fixture
def scored():
    """Return the table of a pool whose blends are agreed on, and whose others are not."""
    sure = [[[1.0, 0.0]] * 2] * TAKEN
    pool = {group: np.zeros((TAKEN, 1)) for group in GROUPS}
    return Table.of(_scored(0, pool, np.array([*sure, *AGREED, *SPLIT])))


def test_no_image_is_both_trained_on_and_in_the_pool():
    truth = np.repeat([*range(10)], 170)
    images = np.arange(len(truth), dtype=float)[:, None]
    rng = np.random.default_rng(0)
    (known, labels), pool = _split(images, truth, rng)
    pure = known[: 2 * TRAINED, 0]
    assert truth[pure.astype(int)].tolist() == labels[: 2 * TRAINED].tolist()
    twice = known[2 * TRAINED :].reshape(2, BLENDS)
    assert twice[0].tolist() == twice[1].tolist()
    assert labels[2 * TRAINED :].tolist() == [c for c in CLASSES for _ in range(BLENDS)]
    clean, other = (pool[group][:, 0] for group in ("clean", "other"))
    assert len({*pure, *clean, *other}) == len(pure) + len(clean) + len(other)
    assert len(clean) == 2 * (170 - TRAINED - BLENDS - NEW)
    assert not np.isin(truth[other.astype(int)], CLASSES).any()
    assert (len(pool["blend"]), len(other)) == (NEW, OTHERS)


def test_entropy_takes_what_is_agreed_to_be_a_tie_and_bald_what_is_disagreed_on(scored):
    assert shares(scored, "entropy") == {"clean": 0, "blend": 1, "other": 0}
    assert shares(scored, "BALD") == {"clean": 0, "blend": 0, "other": 1}
    assert shares(scored, "random") == pytest.approx(dict.fromkeys(GROUPS, 1 / 3), abs=1e-8)


def test_the_drawing_has_a_mark_for_each_group_and_a_bar_for_each_rule(scored):
    with style("icml"):
        left, right = plate(NAME).draw(scored).axes
    assert [line.get_marker() for line in left.lines] == [m["marker"] for m in MARKS.values()]
    assert [label.get_text() for label in right.get_yticklabels()] == list(RULES)
    assert len(right.patches) == len(RULES) * len(GROUPS)


def test_the_words_hold_the_numbers(scored):
    alt = plate(NAME).alt(scored)
    assert f"blend of 4 and 9: {TAKEN} images, 1.000 and 0.000 bits" in alt
    assert "BALD 0.0% clean, 0.0% blend, 100.0% other" in alt


def test_without_torch_the_extra_is_named(monkeypatch):
    def torch_is_missing(_):
        raise MissingDependencyError("torch", "nets")

    monkeypatch.setattr("altheory.nets._loaded", torch_is_missing)
    for name in ("MCDropoutClassifier", "Training"):
        monkeypatch.delitem(sys.modules["altheory.nets"].__dict__, name, raising=False)
    with pytest.raises(MissingDependencyError, match="nets"):
        plate(NAME).data()


@pytest.mark.slow
def test_entropy_asks_for_blends_and_bald_for_other_digits(data):
    table = data(NAME)
    runs = [row for row in table.records if row["rule"] == "random"]
    assert len(runs) == REPLICATES * len(GROUPS)
    chance, bits, differing = (shares(table, rule) for rule in ("random", "entropy", "BALD"))
    assert bits["blend"] > 2 * chance["blend"]
    assert differing["other"] > 1.5 * chance["other"]
    assert differing["blend"] < chance["blend"]
