"""Finding what a folder holds: one thing a file, found and never listed."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from types import FunctionType, ModuleType
from typing import Any

from altheory.errors import UnknownNameError


def module_names(package: str) -> tuple[str, ...]:
    """Return the public modules of a package, in alphabetical order."""
    paths = importlib.import_module(package).__path__
    return tuple(sorted(m.name for m in pkgutil.iter_modules(paths) if m.name[0] != "_"))


def modules(package: str) -> Iterator[ModuleType]:
    """Import the public modules of a package one after the other."""
    return (importlib.import_module(f"{package}.{name}") for name in module_names(package))


def nearest(name: Any, known: tuple[str, ...], what: str) -> UnknownNameError:
    """Return the error that says which known names are closest to ``name``.

    >>> print(nearest("treshold", ("finite", "thresholds"), "hypothesis class"))
    no hypothesis class is called 'treshold'; did you mean thresholds?
    """
    close = get_close_matches(str(name), known, n=3, cutoff=0.5)
    hint = f"did you mean {', '.join(close)}?" if close else f"there are: {', '.join(known)}"
    return UnknownNameError(f"no {what} is called {name!r}; {hint}")


def reexport(package: str) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return a package's ``__getattr__`` and ``__dir__``: the public names of its files.

    A file is loaded when a name is looked up in it, not before.  ``__all__``, by which ``help``
    and a star import go, is what all files define.
    """

    def names() -> list[str]:
        return sorted({*module_names(package), *_public(package)})

    def find(name: str) -> Any:
        if name == "__all__":
            return sorted(_public(package))
        if not name.startswith("_"):
            if name in module_names(package):
                return importlib.import_module(f"{package}.{name}")
            for module in modules(package):
                if name in _defined(module):
                    return vars(module)[name]
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return find, names


def _public(package: str) -> set[str]:
    """Return what the files of a package define, each loaded."""
    return {name for module in modules(package) for name in _defined(module)}


def _defined(module: ModuleType) -> set[str]:
    """Return the public functions and classes that a module defines itself."""
    return {
        name
        for name, thing in vars(module).items()
        if isinstance(thing, type | FunctionType)
        and name[0] != "_"
        and thing.__module__ == module.__name__
    }


def namesakes(package: str) -> dict[str, Any]:
    """Return the functions that bear the name of their file, for a package of such files.

    A package binds them over its submodules: done once the import system has bound
    those, it makes ``altheory.bounds.hoeffding`` the function and not the file.
    """
    named = ((module.__name__.rpartition(".")[2], module) for module in modules(package))
    return {name: vars(module)[name] for name, module in named if name in _defined(module)}
