"""Journals keep what is whole and belongs to the run, and refuse the rest."""

import json
import os

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
    with pytest.raises(
        DomainError, match="2 finished blocks of a run with other settings; delete it"
    ):
        Journal.open(path, "b", resume=True)
    assert path.read_text() == before


@pytest.mark.parametrize(
    ("run", "remedy"), [("a", "add --resume to go on, or delete it"), ("b", "other settings")]
)
def test_a_fresh_start_never_forgets_by_itself(path, run, remedy):
    before = path.read_text()
    with pytest.raises(DomainError, match=f"holds 2 finished blocks.*{remedy}"):
        Journal.open(path, run, resume=False)
    assert path.read_text() == before


def test_one_block_is_one_block(tmp_path):
    Journal.open(tmp_path / "x", "a", resume=False).append("one", ONE)
    with pytest.raises(DomainError, match="holds 1 finished block;"):
        Journal.open(tmp_path / "x", "a", resume=False)


@pytest.mark.parametrize("run", ["a", "b"])
def test_a_fresh_start_clears_a_journal_without_blocks(path, run):
    path.write_text(path.read_text().split("\n")[0] + "\n{")
    assert Journal.open(path, run, resume=False).blocks == {}
    assert not path.exists()


@pytest.mark.parametrize("resume", [True, False])
@pytest.mark.parametrize(
    "content", [b"my thesis", b"a\nb\n", b"{}\n", b'{"schema": "other", "run": "a"}\n', b"\xff\0\n"]
)
def test_what_is_no_journal_is_refused_and_left_alone(tmp_path, content, resume):
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(DomainError, match="is no journal of a simulation"):
        Journal.open(tmp_path / "x", "a", resume=resume)
    assert (tmp_path / "x").read_bytes() == content


def test_deleting_says_why_it_failed(tmp_path):
    with pytest.raises(DomainError, match="cannot delete"):
        Journal(tmp_path, "a", {}).close()


@pytest.mark.parametrize("line", ["[]", "3", '{"data": 3}', '{"data": null, "check": null}', "{"])
def test_lines_of_no_journal_are_passed_over(path, line):
    header = json.dumps({"schema": "altheory-journal/1", "run": "a"})
    path.write_text(f"{header}\n{line}")
    assert Journal.open(path, "a", resume=True).blocks == {}


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    journal = Journal.open(tmp_path / "gone" / "x", "a", resume=False)
    with pytest.raises(DomainError, match="cannot write"):
        journal.append("one", ONE)


@pytest.mark.parametrize("resume", [True, False])
def test_only_regular_files_are_journals(tmp_path, resume):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    for place in (tmp_path, tmp_path / "pipe", tmp_path / "link"):
        with pytest.raises(DomainError, match="no regular file; move it, or name another output"):
            Journal.open(place, "a", resume=resume)


def test_a_journal_that_cannot_be_written_is_refused_at_once(path, monkeypatch):
    # root may write everywhere, so the answer of the system is put in its mouth
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(DomainError, match="no permission"):
        Journal.open(path, "a", resume=True)
