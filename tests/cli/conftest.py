"""The command as a user runs it, in this process, on a ledger of fake claims."""

import sys
from typing import NamedTuple

import pytest

from altheory.cli import _app, certificate, check, claims, main, refute
from altheory.ledger import registry as ledger
from tests.ledger.fakes import forget, package


class Done(NamedTuple):
    """How a command ended, and what it wrote."""

    status: int
    out: str
    err: str


@pytest.fixture
def altheory(monkeypatch, capsys):
    """Return a function that runs the ledger's commands as ``main`` does."""
    monkeypatch.setattr(_app, "modules", lambda _: (check, claims, refute, certificate))

    def run(*arguments):
        monkeypatch.setattr(_app.app, "registered_commands", [])
        monkeypatch.setattr(_app.app, "registered_groups", [])
        monkeypatch.setattr(sys, "argv", ["altheory", *map(str, arguments)])
        capsys.readouterr()
        try:
            main()
        except SystemExit as stop:
            status = stop.code
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Done(int(status or 0), captured.out, captured.err)

    return run


@pytest.fixture
def core(tmp_path, monkeypatch):
    """Return a function that makes the given modules the whole ledger."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(ledger, "CORE", "core_of_claims")
    monkeypatch.setattr(ledger, "entry_points", lambda group: [] if group else None)

    def write(**modules):
        package(tmp_path / "core_of_claims", **modules)

    yield write
    forget(tmp_path)


@pytest.fixture
def small(core):
    """Make a small ledger in which everything is as expected."""
    core(
        true="CLAIM = claim('line/two', random(), exact(), uses=('line/drawn',))",
        drawn="CLAIM = claim('line/drawn', random(), expected=Verdict.SUPPORTED)",
        false="CLAIM = false_claim('line/three', corrected=(2, 'line/two'))",
    )


def one_line(done):
    """Tell whether a command refused its input in one line."""
    lines = done.err.strip().splitlines()
    return done.status == 2 and not done.out and len(lines) == 1
