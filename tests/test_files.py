"""Files are whole or not there, links and devices stay what they are, bad places are refused."""

import os
import subprocess
import sys
import threading

import pytest

from altheory import files
from altheory.cli import _output
from altheory.errors import DomainError


@pytest.mark.parametrize(
    ("place", "said"),
    [("", "it is a directory; name a file in it"), ("missing/file", "does not exist")],
)
def test_a_bad_place_is_refused_before_any_work(tmp_path, place, said):
    with pytest.raises(DomainError, match=said):
        files.writable(tmp_path / place)


def test_a_good_place_is_returned_and_left_alone(tmp_path):
    assert files.writable(tmp_path / "new") == tmp_path / "new"
    assert _output.writable(None) is None
    assert list(tmp_path.iterdir()) == []


def test_a_text_ends_with_one_newline(tmp_path):
    for text in ("one", "one\n"):
        _output.write(text, tmp_path / "file")
        assert (tmp_path / "file").read_bytes() == b"one\n"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_new_file_obeys_the_umask_and_an_old_one_keeps_its_permissions(tmp_path):
    target = tmp_path / "file"
    before = os.umask(0o027)
    try:
        files.write_whole(target, b"new")
    finally:
        os.umask(before)
    assert target.stat().st_mode & 0o777 == 0o640
    target.chmod(0o600)
    files.write_whole(target, b"newer")
    assert target.stat().st_mode & 0o777 == 0o600
    assert target.read_bytes() == b"newer"


def test_a_link_is_followed_and_stays_a_link(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    files.write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()), daemon=True)
    reader.start()
    files.write_whole(pipe, b"words")
    reader.join(10)
    assert heard == [b"words"]
    assert pipe.is_fifo()
    assert files.is_special(pipe)


def test_standard_output_is_a_place_even_when_it_is_a_pipe():
    code = "from pathlib import Path; from altheory.files import write_whole as w; "
    code += "w(Path('/dev/stdout'), b'words')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == (b"words", b"", 0)


def test_a_write_that_fails_keeps_the_old_file_and_leaves_nothing_else(tmp_path, monkeypatch):
    target = tmp_path / "file"
    target.write_text("old\n")

    class Full:
        def __init__(self, handle, *_):
            self.handle = handle

        def __enter__(self):
            return self

        def __exit__(self, *_):
            os.close(self.handle)

        def write(self, content):
            os.write(self.handle, content[:1])
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", Full)
    with pytest.raises(DomainError, match="No space left on device"):
        files.write_whole(target, b"new")
    assert target.read_text() == "old\n"
    assert list(tmp_path.iterdir()) == [target]


def test_without_a_file_the_text_goes_to_the_terminal(capsys):
    _output.write("words", None)
    assert capsys.readouterr().out == "words\n"
