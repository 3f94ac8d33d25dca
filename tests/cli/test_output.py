"""Files are whole or not there, and a place that cannot be written is refused beforehand."""

import os

import pytest

from altheory.cli import _output
from altheory.errors import DomainError


@pytest.mark.parametrize(
    ("place", "said"),
    [("", "it is a directory; name a file in it"), ("missing/file", "does not exist")],
)
def test_a_bad_place_is_refused_before_any_work(tmp_path, place, said):
    with pytest.raises(DomainError, match=said):
        _output.writable(tmp_path / place)


def test_a_good_place_is_returned_and_left_alone(tmp_path):
    assert _output.writable(tmp_path / "new") == tmp_path / "new"
    assert _output.writable(None) is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_ends_with_one_newline_and_others_may_read_it(tmp_path):
    for text in ("one", "one\n"):
        _output.write(text, tmp_path / "file")
        assert (tmp_path / "file").read_text() == "one\n"
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o644
    assert len(list(tmp_path.iterdir())) == 1


def test_a_write_that_fails_keeps_the_old_file_and_leaves_nothing_else(tmp_path, monkeypatch):
    target = tmp_path / "file"
    target.write_text("old\n")

    class Full:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            os.close(self.handle)

        def __init__(self, handle, *_, **__):
            self.handle = handle

        def write(self, text):
            os.write(self.handle, text[:1].encode())
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", Full)
    with pytest.raises(DomainError, match="No space left on device"):
        _output.write("new", target)
    assert target.read_text() == "old\n"
    assert list(tmp_path.iterdir()) == [target]


def test_without_a_file_the_text_goes_to_the_terminal(capsys):
    _output.write("words", None)
    assert capsys.readouterr().out == "words\n"
