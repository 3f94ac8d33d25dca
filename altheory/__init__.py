"""altheory: active-learning theory that answers by computing.

Everything public is reached from here and loaded at first use, so ``import
altheory`` costs next to nothing.
"""

import importlib
from typing import Any

__version__ = "0.1.0"

_HOME = {
    "Thresholds": "altheory.hypotheses.thresholds",
    "Threshold": "altheory.hypotheses.thresholds",
    "FiniteClass": "altheory.hypotheses.finite",
    "UniformInterval": "altheory.spaces.line_laws",
    "StepLaw": "altheory.spaces.line_laws",
    "CDFLaw": "altheory.spaces.line_laws",
    "IntervalUnion": "altheory.spaces.line",
    "FiniteRegion": "altheory.spaces.finite",
    "FiniteDistribution": "altheory.spaces.finite",
    "Enclosure": "altheory.numeric.enclosure",
    "Estimate": "altheory.numeric.estimate",
}
_ROOMS = (
    "bench",
    "bounds",
    "complexity",
    "errors",
    "hypotheses",
    "learners",
    "ledger",
    "oracles",
    "plot",
    "simulation",
    "testing",
    "theory",
)


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(importlib.import_module(_HOME[name]), name)
    if name in _ROOMS:
        return importlib.import_module(f"altheory.{name}")
    raise AttributeError(f"module 'altheory' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted((*_HOME, *_ROOMS, "__version__"))
