"""The forms a report can take: one module each with ``FORMAT`` and ``render``."""

from collections.abc import Mapping
from types import ModuleType

from altheory.discovery import modules, nearest


def formats() -> Mapping[str, ModuleType]:
    """Return the modules of this folder by the name of their format."""
    return {vars(module)["FORMAT"]: module for module in modules(__name__)}


def known(name: str) -> str:
    """Return ``name`` if it is a format, or refuse it with the nearest."""
    if name not in formats():
        raise nearest(name, tuple(formats()), "format")
    return name
