"""Long runs of a command: who computes, what is kept, and how to go on."""

from collections.abc import Callable, Generator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import typer

from altheory.cli._output import writable
from altheory.errors import DomainError
from altheory.files import is_special
from altheory.simulation.journal import Journal
from altheory.simulation.replicates import workers


def output_path(output: str | None) -> Path | None:
    """Return where to write, if something can be written there."""
    if output == "":
        raise DomainError("-o takes the name of a file, got ''")
    return writable(None if output is None else Path(output))


def workers_of(jobs: int, dask: str | None) -> AbstractContextManager[Executor | None]:
    """Return the workers that the options name."""
    if dask is not None and jobs != 1:
        raise DomainError(f"--jobs {jobs} and --dask exclude each other; give one")
    return workers(jobs, dask)


def journal_beside(
    output: Path | None, run: str, *, resume: bool, read: Callable[..., Any] | None = None
) -> Journal | None:
    """Open the journal beside the output; a device or pipe has no place for one."""
    if output is None or is_special(output) or output.is_relative_to("/dev"):
        if resume:
            raise DomainError("--resume goes on with a file: name it with -o FILE")
        return None
    beside = output.with_name(f"{output.name}.partial.jsonl")
    return Journal.open(beside, run, resume=resume, read=read)


@contextmanager
def interruptible(journal: Journal | None) -> Generator[None]:
    """Let an interruption say what is kept, and how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        kept = "nothing is kept without -o FILE"
        if journal is not None:
            kept = "no block was finished yet, so nothing is kept"
        if journal is not None and journal.path.exists():
            kept = f"finished blocks are in {journal.path}; repeat with --resume to go on"
        typer.echo(f"altheory: interrupted; {kept}", err=True)
        raise typer.Exit(130) from None
