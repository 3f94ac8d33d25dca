"""The rows on scores: contenders agree on small tables, and a missing package is no failure."""

import sys

import pytest

from altheory.bench.row import Contender
from altheory.bench.rows import _scores, bald, batchbald, committee_scores, k_center

ROWS = {
    bald: {"N": 40, "K": 6, "C": 3},
    batchbald: {"N": 20, "K": 6, "C": 3, "SIZE": 3},
    committee_scores: {"N": 40, "M": 6, "C": 3},
    k_center: {"N": 60, "D": 3, "K": 7},
}
MINE = Contender("mine", lambda: 1, str)


@pytest.fixture
def forgotten():
    def forget():
        for kept in (k_center.pool, bald.logarithms, batchbald.logarithms):
            kept.cache_clear()

    forget()
    yield
    forget()


@pytest.mark.usefixtures("forgotten")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__.rpartition(".")[2])
def test_all_who_run_find_the_same(monkeypatch, row):
    for name, size in ROWS[row].items():
        monkeypatch.setattr(row, name, size)
    found = {c.name: c.accuracy(c.work()) for c in (*row.contenders(), *row.peers())}
    assert len(found) >= 2
    for name, said in found.items():
        if "within" in said:
            assert float(said.rpartition(" ")[2]) < 1e-5  # some clip what they are given
        elif not said.startswith("not run") and not name.endswith("drawn"):
            assert said.partition(":")[0] == found["altheory"].partition(":")[0]


def test_a_missing_package_is_named():
    (said,) = _scores.of_package("no_such_module.part", "no-such-package", MINE)
    assert said.accuracy(said.work()) == "not run: pip install no-such-package"


def test_a_package_that_does_not_load_says_why(monkeypatch, tmp_path):
    (tmp_path / "broken_peer.py").write_text("raise RuntimeError('operator is missing')")
    monkeypatch.syspath_prepend(tmp_path)
    (said,) = _scores.of_package("broken_peer", "broken-peer", MINE)
    assert said.accuracy(said.work()) == "not run: broken_peer does not load: operator is missing"
    assert "broken_peer" not in sys.modules


def test_a_package_that_is_there_takes_part():
    assert _scores.of_package("numpy", "numpy", MINE) == (MINE,)
