"""Classifiers in scikit-learn's convention, loaded where they are used.

They inherit from scikit-learn, which is the ``graphs`` extra.  So that everything else in
:mod:`altheory.graphs` works without it, what they are called is read off the names of their
files, and a file is loaded when its class is looked up.
"""

import importlib
from typing import Any

from altheory.discovery import module_names


def __dir__() -> list[str]:
    return sorted(_files())


def __getattr__(name: str) -> Any:
    if name in _files():
        return getattr(importlib.import_module(f"{__name__}.{_files()[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _files() -> dict[str, str]:
    """Return the file of each class: ``HarmonicClassifier`` is in ``harmonic_classifier``."""
    return {file.title().replace("_", ""): file for file in module_names(__name__)}
