"""Many blocks of replicates on any executor, with the same answer from each.

Blocks are pure functions of their tasks and are put back into the order of the
tasks, so neither the number of workers nor their speed nor an interruption can
show in the result.
"""

import importlib
import multiprocessing
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Protocol, TypeVar

import numpy as np

from altheory.errors import DomainError, MissingDependencyError
from altheory.numeric.seeds import generator
from altheory.simulation.journal import Journal
from altheory.simulation.limits import limited
from altheory.simulation.replicate import simulate
from altheory.simulation.task import Block, Task

MOST_REPLICATES = 10**7
MOST_JOBS = 1024


def blocks_of(replicates: int, size: int) -> list[tuple[int, int]]:
    """Return the index and size of each block, the last of which may be smaller.

    >>> blocks_of(2500, 1024)
    [(0, 1024), (1, 1024), (2, 452)]
    """
    n = replicates_of(replicates)
    return [(i, min(size, n - i * size)) for i in range(-(-n // size))]


def replicates_of(given: Any) -> int:
    """Return the number of replicates that is given, or refuse it."""
    return limited(given, "the number of replicates", MOST_REPLICATES, "run several seeds instead")


def gather(
    tasks: Sequence[Task],
    replicates: int,
    executor: Executor | None = None,
    *,
    journal: Journal | None = None,
    report: Callable[[int, int], None] | None = None,
) -> list[Block]:
    """Return for each task one block of that many replicates.

    Parameters
    ----------
    tasks
        What to simulate; their names are distinct.
    replicates
        How many independent runs each task gets.
    executor
        Who does it: any ``concurrent.futures.Executor``; None is this process.
    journal
        Where finished blocks are found and written down.
    report
        Told after each block how many are done, of how many.

    """
    split = [
        [replace(task, index=i, size=size) for i, size in blocks_of(replicates, task.block)]
        for task in tasks
    ]
    parts = [part for row in split for part in row]
    finished = complete(parts, simulate, executor, journal=journal, report=report)
    return [Block.joined(finished[part.name] for part in row) for row in split]


class Named(Protocol):
    """A piece of work that no other shares its name with."""

    @property
    def name(self) -> str: ...


T = TypeVar("T", bound=Named)
R = TypeVar("R")


def complete(
    parts: Sequence[T],
    work: Callable[[T], R],
    executor: Executor | None = None,
    *,
    journal: Journal | None = None,
    report: Callable[[int, int], None] | None = None,
) -> dict[str, R]:
    """Return the result of each part by its name, what a journal holds included.

    Parameters
    ----------
    parts
        What to do; their names are distinct.
    work
        A pure function of a part; its results are dataclasses of plain values.
    executor, journal, report
        As in :func:`gather`.

    """
    finished: dict[str, R] = {} if journal is None else dict(journal.blocks)
    pending = [part for part in parts if part.name not in finished]
    for part, result in _stream(pending, work, executor):
        finished[part.name] = result
        if journal is not None:
            journal.append(part.name, result)
        if report is not None:
            report(len(finished), len(parts))
    return finished


def seed_of(rng: np.random.Generator | int | None) -> int:
    """Return a seed as it is, and otherwise one drawn from the generator."""
    if isinstance(rng, int | np.integer):
        return int(rng)
    return int(generator(rng).integers(2**63))


def _stream(
    parts: Sequence[T], work: Callable[[T], R], executor: Executor | None
) -> Iterator[tuple[T, R]]:
    """Yield each part with its result, as they get ready."""
    if executor is None:
        yield from ((part, work(part)) for part in parts)
        return
    futures = {executor.submit(work, part): part for part in parts}
    try:
        for future in as_completed(futures):
            yield futures[future], future.result()
    finally:
        for future in futures:  # after an error nobody waits for the rest
            future.cancel()


@contextmanager
def workers(jobs: int = 1, dask: str | None = None) -> Generator[Executor | None]:
    """Offer ``jobs`` processes, or the cluster whose scheduler listens at ``dask``.

    Raises
    ------
    MissingDependencyError
        If Dask is asked for and not installed.
    DomainError
        If there are no jobs or too many, or no scheduler answers.

    """
    if dask is not None:
        with _client(dask) as client:
            yield client.get_executor()
    elif limited(jobs, "the number of jobs", MOST_JOBS, "use --dask for a cluster") == 1:
        yield None
    else:
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts)
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Let the parent alone decide what Ctrl-C means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _client(address: str) -> Any:
    """Return the client of the Dask scheduler at ``address``, a context of its own."""
    if not address.strip():
        raise DomainError(
            f"a Dask scheduler has an address such as tcp://host:8786, got {address!r}"
        )
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        raise MissingDependencyError("distributed", "cluster") from error
    try:
        return distributed.Client(address)
    except (OSError, ValueError) as error:
        raise DomainError(f"no Dask scheduler answers at {address}: {error}") from error
