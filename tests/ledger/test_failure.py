import pytest

from altheory.ledger.failure import Failure, attempt


def test_a_failure_is_one_line_with_its_place():
    def fail():
        raise KeyError("first line\nsecond")

    found = attempt(fail)
    assert isinstance(found, Failure)
    assert "\n" not in found.text
    assert "test_failure.py:8" in found.text


def test_a_stranger_may_exit_but_only_the_reader_interrupts():
    def leave():
        raise SystemExit(3)

    def interrupt():
        raise KeyboardInterrupt

    assert attempt(leave) == Failure("SystemExit: 3 (test_failure.py:18)")
    with pytest.raises(KeyboardInterrupt):
        attempt(interrupt)


def test_what_a_stranger_prints_stays_off_stdout(capsys):
    attempt(lambda: print("noise"))
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "noise\n")
