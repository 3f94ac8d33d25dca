"""Writing results: to the terminal, or to a file that is whole or not there."""

import os
import tempfile
from pathlib import Path

import typer

from altheory.errors import DomainError


def writable(path: Path | None) -> Path | None:
    """Return ``path`` if a file can be made there, or refuse it before any work is done."""
    if path is None:
        return None
    if path.is_dir():
        raise DomainError(f"cannot write {path}: it is a directory; name a file in it")
    if not path.parent.is_dir():
        raise DomainError(f"cannot write {path}: the directory {path.parent} does not exist")
    if not os.access(path.parent, os.W_OK):
        raise DomainError(f"cannot write {path}: no permission in {path.parent}")
    return path


def write(text: str, path: Path | None) -> None:
    """Write ``text`` to ``path`` in one step, or to the terminal if there is none."""
    if path is None:
        typer.echo(text, nl=not text.endswith("\n"))
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise DomainError(f"cannot write {path}: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text if text.endswith("\n") else text + "\n")
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise DomainError(f"cannot write {path}: {error.strerror}") from error
