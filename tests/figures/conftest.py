import os
from functools import cache

import pytest

from figures.cache import table


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """Return a folder that the workers of one run share: what one computed, the others read."""
    mine = tmp_path_factory.getbasetemp()
    return (mine.parent if os.environ.get("PYTEST_XDIST_WORKER") else mine) / "figures"


@pytest.fixture(scope="session")
def data(shared):
    """Return what computes the data of a figure, once a run."""
    return cache(lambda name: table(name, shared))
