import sys

from altheory.cli._terminal import bar, encodable, visible


def test_marks_survive_where_they_can_be_written():
    assert encodable("✓ ✗ …", "utf-8") == encodable("✓ ✗ …", None) == "✓ ✗ …"
    assert encodable("✓ ✗ … ≤", "ascii") == "+ x ~ ?"
    # an inconclusive claim is marked "?", so a mark must never become one
    assert "?" not in encodable("✓✗…", "cp1252")


class Terminal:
    """A stream that says whether it is a terminal."""

    def __init__(self, answer):
        self.answer = answer

    def isatty(self):
        return self.answer


def test_color_only_on_a_terminal_that_wants_it(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert visible(Terminal(True))
    assert not visible(Terminal(False))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not visible(Terminal(True))
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not visible(Terminal(True))


def test_the_bar_is_silent_off_a_terminal(capsys):
    with bar(3) as move:
        move(1, "one")
    assert capsys.readouterr() == ("", "")
    assert not visible(sys.stderr)
