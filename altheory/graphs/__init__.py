"""Semi-supervised and active learning on weighted graphs: labels that propagate."""

from typing import Any

from altheory.discovery import reexport
from altheory.graphs import estimators

_find, _names = reexport(__name__)


def __getattr__(name: str) -> Any:
    return getattr(estimators, name) if name in dir(estimators) else _find(name)


def __dir__() -> list[str]:
    return sorted({*_names(), *dir(estimators)})
