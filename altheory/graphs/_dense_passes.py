"""Which passes over dense matrices are taken."""

from importlib.util import find_spec
from typing import Any

from altheory.graphs import _dense_blocks, _dense_loops


def passes() -> Any:
    """Return the passes over dense matrices: machine code where numba is installed."""
    return _dense_blocks if find_spec("numba") is None else _dense_loops
