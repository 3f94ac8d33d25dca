from functools import cache

import pytest

from figures.plate import plate


@pytest.fixture(scope="session")
def data():
    """Return what computes the data of a figure, once a session."""
    return cache(lambda name: plate(name).data())
