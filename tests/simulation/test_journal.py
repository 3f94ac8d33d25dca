"""Journals keep what is whole and belongs to the run, and refuse the rest."""

import json

import pytest

from altheory.errors import DomainError
from altheory.simulation.journal import Journal
from altheory.simulation.task import Block

ONE, TWO = Block((1, 2), 10**30, 0, 1), Block((3,), 4, 0, 0)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "out.json.partial.jsonl"
    journal = Journal.open(path, "a", resume=False)
    assert not path.exists()
    journal.append("one", ONE)
    journal.append("two", TWO)
    return path


def test_what_was_written_is_read(path):
    assert Journal.open(path, "a", resume=True).blocks == {"one": ONE, "two": TWO}


def test_every_torn_end_keeps_the_whole_lines(path):
    whole = path.read_text()
    for length in range(len(whole)):
        path.write_text(whole[:length])
        journal = Journal.open(path, "a", resume=True)
        assert set(journal.blocks) <= {"one", "two"}
        journal.append("two", TWO)
        assert Journal.open(path, "a", resume=True).blocks == {**journal.blocks, "two": TWO}


def test_a_changed_number_is_noticed(path):
    path.write_text(path.read_text().replace("[3]", "[4]"))
    assert Journal.open(path, "a", resume=True).blocks == {"one": ONE}


def test_another_run_is_refused_and_left_alone(path):
    before = path.read_text()
    with pytest.raises(DomainError, match="other settings; delete it"):
        Journal.open(path, "b", resume=True)
    assert path.read_text() == before


def test_a_fresh_start_forgets(path):
    assert Journal.open(path, "b", resume=False).blocks == {}
    assert not path.exists()


@pytest.mark.parametrize("line", ["[]", "3", '{"data": 3}', '{"data": null, "check": null}', "{"])
def test_lines_of_no_journal_are_passed_over(path, line):
    header = json.dumps({"schema": "altheory-journal/1", "run": "a"})
    path.write_text(f"{header}\n{line}")
    assert Journal.open(path, "a", resume=True).blocks == {}


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    journal = Journal.open(tmp_path / "gone" / "x", "a", resume=False)
    with pytest.raises(DomainError, match="cannot write"):
        journal.append("one", ONE)
    with pytest.raises(DomainError, match="cannot read"):
        Journal.open(tmp_path, "a", resume=True)
