"""The bench runner: everybody runs, in turn, and bad names are refused."""

import gc
import json
from dataclasses import asdict

import pytest

from altheory.bench import runner
from altheory.bench.row import Contender, Row
from altheory.bench.runner import ROUNDS, find, row_names, run
from altheory.errors import DomainError, UnknownNameError


@pytest.fixture(autouse=True)
def young():
    """What other tests left alive is not gone through before every round."""
    gc.freeze()
    yield
    gc.unfreeze()


def journal_row(journal):
    def contender(name):
        def work():
            journal.append(name)
            return [0.0] * 2**17

        return Contender(name, work, lambda answer: f"{len(answer)} numbers")

    return Row("a title", "a goal", lambda: (contender("a"), contender("b")))


def test_contenders_are_interleaved_after_one_warm_up_each():
    journal: list[str] = []
    result = run("row", journal_row(journal), seconds=1e-9)
    # a warm-up, the rounds in turn, and the run that measures memory
    assert journal == ["a", "b"] * (1 + ROUNDS) + ["a", "b"]
    assert [t.rounds for t in result.timings] == [ROUNDS, ROUNDS]


def test_a_result_states_times_memory_ratio_and_accuracy():
    result = run("row", journal_row([]), seconds=1e-9)
    first, second = result.timings
    assert first.ratio == 1.0
    assert 0 < first.fastest <= first.median <= first.slowest
    assert first.memory >= 1.0  # the list of 2**17 pointers is one MiB
    assert second.accuracy == "131072 numbers"
    assert json.loads(json.dumps(asdict(result)))["title"] == "a title"


def test_whoever_takes_long_is_timed_once(monkeypatch):
    monkeypatch.setattr(runner, "LONG", 0.0)
    journal: list[str] = []
    result = run("row", journal_row(journal), seconds=1e-9)
    assert journal == ["a", "b"] * 3
    assert [t.rounds for t in result.timings] == [1, 1]


def test_peers_join_only_when_asked():
    mine = Contender("mine", lambda: 1, str)
    theirs = Contender("theirs", lambda: 2, str)
    row = Row("t", "g", lambda: (mine,), lambda: (theirs,))
    assert [t.contender for t in run("r", row, seconds=1e-9).timings] == ["mine"]
    assert [t.contender for t in run("r", row, seconds=1e-9, peers=True).timings] == [
        "mine",
        "theirs",
    ]


def test_every_row_is_found_and_makes_contenders():
    rows = find(())
    assert set(rows) == set(row_names())
    assert {"cal_thresholds", "startup"} <= set(rows)
    for row in rows.values():
        assert row.title
        assert len({c.name for c in row.contenders()}) >= 2


def test_bad_input_is_named():
    with pytest.raises(UnknownNameError, match="did you mean startup"):
        find(["start"])
    with pytest.raises(DomainError, match="positive, got 0"):
        run("row", journal_row([]), seconds=0)
