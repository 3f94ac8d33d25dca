"""Writing results: to the terminal, or to a file that is whole or not there."""

from pathlib import Path

import typer

from altheory import files


def writable(path: Path | None) -> Path | None:
    """Return ``path`` if a file can be made there, or refuse it before any work is done."""
    return None if path is None else files.writable(path)


def write(text: str, path: Path | None) -> None:
    """Write ``text`` to ``path`` in one step, or to the terminal if there is none."""
    if path is None:
        typer.echo(text, nl=not text.endswith("\n"))
    else:
        whole = text if text.endswith("\n") else text + "\n"
        files.write_whole(path, whole.encode())
