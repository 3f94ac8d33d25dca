"""altheory: active-learning theory that answers by computing.

Everything public is reached from here and loaded at first use, so ``import
altheory`` costs next to nothing.
"""

import importlib
from typing import Any

__version__ = "0.1.0"

_HOME = {
    "Enclosure": "altheory.numeric.enclosure",
    "Estimate": "altheory.numeric.estimate",
}
_OPEN = ("hypotheses", "spaces")  # the classes of these rooms are reached from here
_ROOMS = (
    "acquisition",
    "bench",
    "bounds",
    "complexity",
    "errors",
    "graphs",
    "hypotheses",
    "learners",
    "ledger",
    "nets",
    "oracles",
    "play",
    "plot",
    "simulation",
    "spaces",
    "testing",
    "theory",
)


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return importlib.import_module(f"altheory.{name}")
    if name in _HOME:
        return getattr(importlib.import_module(_HOME[name]), name)
    for room in () if name.startswith("_") else _OPEN:
        package = importlib.import_module(f"altheory.{room}")
        if name in dir(package) and name[0].isupper():
            return getattr(package, name)
    raise AttributeError(f"module 'altheory' has no attribute {name!r}")


def __dir__() -> list[str]:
    rooms = (importlib.import_module(f"altheory.{room}") for room in _OPEN)
    classes = (name for room in rooms for name in dir(room) if name[0].isupper())
    return sorted({*_HOME, *_ROOMS, *classes, "__version__"})
