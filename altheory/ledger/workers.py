"""One task after the other, or on several processes, with the results in order.

Workers start by ``spawn`` and ignore Ctrl-C.  The parent hears it, hands on
what was finished, and ends the workers that it started.
"""

import contextlib
import multiprocessing
import signal
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from altheory.errors import PluginError

R = TypeVar("R")


def results(function: Callable[..., R], tasks: Sequence[Sequence[Any]], jobs: int) -> Iterator[R]:
    """Yield ``function(*task)`` for each task, on ``jobs`` processes.

    The function and its arguments must survive pickling.

    Raises
    ------
    PluginError
        If a worker process dies.

    """
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"))
    with _deaf_children():
        waiting = [pool.submit(function, *task) for task in tasks]
    try:
        while waiting:
            yield _result(waiting[0])
            waiting.pop(0)
    except KeyboardInterrupt:
        yield from (f.result() for f in waiting if f.done() and not f.exception())
        raise
    finally:
        pool.shutdown(wait=not waiting, cancel_futures=True)
        if waiting:
            for worker in set(multiprocessing.active_children()) - others:
                worker.terminate()


@contextlib.contextmanager
def _deaf_children() -> Generator[None]:
    """Let the processes that the block starts ignore Ctrl-C from their first moment."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread handles signals
        return
    hearing = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, hearing)


def _result(future: Future[R]) -> R:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise PluginError(
            "a worker process died: a claim ended it, or memory ran out; "
            "run with --jobs 1 to see which claim"
        ) from error
