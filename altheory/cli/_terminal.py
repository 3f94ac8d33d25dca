"""What a terminal shows beyond text: color and motion, and neither anywhere else."""

import contextlib
import os
import sys
from collections.abc import Callable, Generator
from typing import Any

import typer

_LETTERS = str.maketrans({"\u2713": "+", "\u2717": "x", "\u2026": "~"})


def visible(stream: Any) -> bool:
    """Tell whether color and motion can be seen on ``stream``."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def paint(text: str, style: str) -> str:
    """Return ``text`` in a color, or dim."""
    return typer.style(text, dim=True) if style == "dim" else typer.style(text, fg=style)


def encodable(text: str, encoding: str | None) -> str:
    """Return ``text`` as far as ``encoding`` can write it, its marks as letters if need be.

    >>> print(encodable("\u2713 proved", "ascii"))
    + proved
    """
    known = encoding or "utf-8"
    try:
        text.encode(known)
    except UnicodeEncodeError:
        return text.translate(_LETTERS).encode(known, "replace").decode(known)
    return text


@contextlib.contextmanager
def bar(total: float) -> Generator[Callable[[float, str], None]]:
    """Show a bar on stderr while the block runs; the yielded function moves it to a place."""
    if not visible(sys.stderr):
        yield lambda _place, _text: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (BarColumn(24), TaskProgressColumn(), TextColumn("[dim]{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=total)
        yield lambda place, text: shown.update(task, completed=place, description=text)
