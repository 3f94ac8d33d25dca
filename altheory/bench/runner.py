"""Running a row: warm up, then everybody in turn, round after round.

Machines drift, so contenders are interleaved (A B C A B C ...) and compared by the
median over rounds of the time relative to the first contender *in that round*.
Memory is measured apart, because measuring it costs time: the largest amount
allocated at once through Python's allocators, NumPy's arrays included.
"""

import gc
import time
import tracemalloc
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

from altheory.bench.row import Contender, Result, Row, Timing
from altheory.discovery import module_names, modules, nearest
from altheory.numeric.inputs import positive

ROWS = "altheory.bench.rows"
ROUNDS = 5
LONG = 3.0  # seconds that a run may take at least


def row_names() -> tuple[str, ...]:
    """Return the names of all rows."""
    return module_names(ROWS)


def find(names: Sequence[str]) -> dict[str, Row]:
    """Return the rows called ``names``, or all of them if there are none."""
    known = row_names()
    for name in names:
        if name not in known:
            raise nearest(name, known, "benchmark row")
    every = dict(zip(known, (vars(module)["ROW"] for module in modules(ROWS)), strict=True))
    return {name: every[name] for name in names or known}


def run(
    name: str,
    row: Row,
    *,
    seconds: float = 3.0,
    peers: bool = False,
    report: Callable[[str], None] = lambda _: None,
) -> Result:
    """Time every contender of ``row`` for about ``seconds`` altogether.

    ``report`` is called with the name of each contender before its first run.
    """
    positive(seconds, "the seconds a row may take")
    contenders = row.contenders() + (row.peers() if peers else ())
    answers: list[Any] = []
    long: list[bool] = []  # whether a contender takes longer for one run than the row may
    for contender in contenders:  # warm up: caches, compilation, lazy imports
        report(contender.name)
        start = time.perf_counter()
        answers.append(contender.work())
        long.append(time.perf_counter() - start > max(seconds, LONG))
    rounds = _rounds(contenders, long, seconds)
    return Result(
        name,
        row.title,
        row.goal,
        tuple(
            Timing(
                contender.name,
                median(times),
                min(times),
                max(times),
                len(times),
                _memory(contender),
                median(t / base for t, base in zip(times, rounds[0], strict=False)),
                contender.accuracy(answer),
            )
            for contender, times, answer in zip(contenders, rounds, answers, strict=True)
        ),
    )


def _rounds(
    contenders: Sequence[Contender], long: Sequence[bool], seconds: float
) -> list[list[float]]:
    """Return the times of each contender, at least ``ROUNDS`` and for about ``seconds``.

    Whoever takes long for one run takes part in the first round only.
    """
    times: list[list[float]] = [[] for _ in contenders]
    end = time.perf_counter() + seconds
    while not times[0] or (not long[0] and (len(times[0]) < ROUNDS or time.perf_counter() < end)):
        for contender, once, kept in zip(contenders, long, times, strict=True):
            if once and kept:
                continue
            gc.collect()
            start = time.perf_counter()
            contender.work()
            kept.append(time.perf_counter() - start)
    return times


def _memory(contender: Contender) -> float:
    gc.collect()
    tracemalloc.start()
    try:
        contender.work()
        return tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()
