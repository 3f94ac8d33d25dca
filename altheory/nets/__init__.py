"""Reference networks, small and on a CPU: each shows one phenomenon honestly.

They need the ``nets`` extra (torch, scikit-learn), and say so when first used without it.
"""

from importlib.util import find_spec
from typing import Any

from altheory.discovery import reexport
from altheory.errors import MissingDependencyError

_find, __dir__ = reexport(__name__)


def __getattr__(name: str) -> Any:
    missing = [package for package in ("torch", "sklearn") if find_spec(package) is None]
    if missing and not name.startswith("_"):
        raise MissingDependencyError(missing[0].replace("sklearn", "scikit-learn"), "nets")
    return _find(name)
