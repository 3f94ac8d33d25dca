"""Reference networks, small and on a CPU: each shows one phenomenon honestly.

Most need the ``nets`` extra (torch, scikit-learn), and say so when first used without it; the
others, such as :func:`maximum_margin` and the puzzles, work alone.
"""

import importlib
from collections.abc import Iterator
from typing import Any

from altheory.discovery import module_names
from altheory.errors import MissingDependencyError


def __getattr__(name: str) -> Any:
    missing = list[MissingDependencyError]()
    if name == "__all__":  # by which help and a star import go
        return sorted({name for found in _public([]) for name in found})
    if not name.startswith("_"):
        if name in module_names(__name__):
            return _loaded(name)
        for found in _public(missing):
            if name in found:
                return found[name]
    if missing:
        raise missing[0]  # the name may be in a file that cannot be loaded
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*module_names(__name__), *(name for found in _public([]) for name in found)})


def _public(missing: list[MissingDependencyError]) -> Iterator[dict[str, Any]]:
    """Load one file after the other and yield what it defines, or note why it cannot be loaded."""
    for file in module_names(__name__):
        try:
            module = _loaded(file)
        except MissingDependencyError as error:
            missing.append(error)
            continue
        yield {
            name: thing
            for name, thing in vars(module).items()
            if name[0] != "_" and getattr(thing, "__module__", None) == module.__name__
        }


def _loaded(file: str) -> Any:
    return importlib.import_module(f"{__name__}.{file}")
