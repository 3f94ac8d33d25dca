"""A world of fake packages and plugins."""

from importlib.metadata import EntryPoint

import pytest

from altheory.ledger import registry as ledger
from tests.ledger.fakes import forget, package


@pytest.fixture
def world(tmp_path, monkeypatch):
    """Return a function that writes a fake package and makes it importable."""
    monkeypatch.syspath_prepend(tmp_path)

    def write(name, **modules):
        package(tmp_path / name, **modules)
        return name

    yield write
    forget(tmp_path)


@pytest.fixture
def plugged(monkeypatch):
    """Return a function that installs entry points."""

    def install(**points):
        found = [EntryPoint(name, value, ledger.GROUP) for name, value in points.items()]
        monkeypatch.setattr(ledger, "entry_points", lambda group: found if group else [])

    install()
    return install


@pytest.fixture
def core(world, plugged, monkeypatch):
    """Return a function that makes a fake package of core claims."""
    del plugged

    def write(**modules):
        monkeypatch.setattr(ledger, "CORE", world("core_of_claims", **modules))

    return write
