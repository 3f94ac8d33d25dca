"""Noise as the command line writes it: ``none``, ``classification:0.1``, ``tie``."""

import importlib
from collections.abc import Callable
from typing import Any, Protocol, runtime_checkable

from altheory.discovery import module_names, nearest
from altheory.errors import UnknownNameError
from altheory.protocols import LabelLaw

ROOM = "altheory.oracles"
SUFFIX = "_noise"
HONEST = "realizable"  # whose noise is called none


@runtime_checkable
class _Named(Protocol):
    def from_argument(self, text: str | None, target: Any, whole: Any, /) -> Any: ...


def noise_called(text: str, hypotheses: Any, target: Any) -> LabelLaw[Any, Any]:
    """Return the label law called ``text`` for a class and a target of it.

    A file of this folder with a function ``from_argument(text, target, whole)`` is a
    noise called as the file is, or so without ``_noise``; ``none`` is the realizable
    labeler.  What follows the colon is ``text``, and ``whole`` is the whole domain.

    Raises
    ------
    UnknownNameError
        If no noise has this name; a file of it without ``from_argument`` is pointed out.
    DomainError
        If what follows the colon is wrong, or the noise is not one of this domain.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Threshold, Thresholds
    >>> noise_called("classification:1/10", Thresholds(), Threshold(0.5)).probability(0)
    Fraction(1, 10)

    """
    name, colon, argument = text.partition(":")
    found = named()
    if name not in found:
        raise _unknown(name, tuple(found))
    positive = hypotheses.version_space().member().positive
    whole = positive | ~positive
    law: LabelLaw[Any, Any] = found[name](argument if colon else None, target, whole)
    return law


def _unknown(name: str, known: tuple[str, ...]) -> UnknownNameError:
    """Return the error about a name that is not ``known``, though a file may bear it."""
    files = [file for file in module_names(ROOM) if file.removesuffix(SUFFIX) not in known]
    unable = {name, name + SUFFIX} & set(files) - {HONEST}
    if not unable:
        return nearest(name, known, "noise")
    return UnknownNameError(
        f"no noise is called {name!r}: {ROOM}.{unable.pop()} has no function "
        "from_argument(text, target, whole), which CONTRIBUTING shows, so only Python has it; "
        f"there are: {', '.join(known)}"
    )


def named() -> dict[str, Callable[..., Any]]:
    """Return the ``from_argument`` of each noise that the command line can name."""
    files = {name: importlib.import_module(f"{ROOM}.{name}") for name in module_names(ROOM)}
    able = {n: file.from_argument for n, file in files.items() if isinstance(file, _Named)}
    able["none"] = able.pop(HONEST)
    return {name.removesuffix(SUFFIX): build for name, build in sorted(able.items())}
