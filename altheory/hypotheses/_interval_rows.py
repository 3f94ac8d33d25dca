"""Boxes of endpoint pairs as rows of indices, all handled at once.

A row ``(i, j, k, m)`` stands for a from cut ``i`` to cut ``j`` and b from cut ``k`` to
cut ``m``.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError

Indices: TypeAlias = NDArray[np.int64]
MOST_BOXES = 2**21  # about a hundred megabytes


def parted(rows: Indices, at: Indices) -> Indices:
    """Return the rows with the ranges of a parted at some cuts."""
    first = np.searchsorted(at, rows[:, 0], side="right")
    counts = np.searchsorted(at, rows[:, 1], side="left") - first + 1
    parts = np.repeat(rows, _affordable(counts), axis=0)
    step = _steps(counts)
    inner = np.repeat(first, counts) + step
    parts[step > 0, 0] = at[inner[step > 0] - 1]
    ends = step < np.repeat(counts, counts) - 1
    parts[ends, 1] = at[inner[ends]]
    return parts


def over(rows: Indices, levels: Indices, totals: Indices) -> Indices:
    """Return the rows with b restricted to where ``totals`` reach the level of the row."""
    if not len(rows):
        return rows
    low, high, cells = int(totals.min()), int(totals.max()), len(totals)
    starts, ends = _runs(totals, low)
    possible = levels <= high
    rows, keys = rows[possible], (np.maximum(levels[possible], low) - low) * (cells + 1)
    first = np.searchsorted(ends, keys + rows[:, 2], side="right")
    counts = np.searchsorted(starts, keys + rows[:, 3], side="left") - first
    kept = np.repeat(rows, _affordable(counts), axis=0)
    run, shift = np.repeat(first, counts) + _steps(counts), np.repeat(keys, counts)
    kept[:, 2] = np.maximum(kept[:, 2], starts[run] - shift)
    kept[:, 3] = np.minimum(kept[:, 3], ends[run] - shift)
    return kept


def _runs(totals: Indices, low: int) -> tuple[Indices, Indices]:
    """Return where the cells with at least a level begin and end, for all levels from ``low``.

    Both arrays hold ``(level - low) * (cells + 1) + cell`` in order; the k-th beginning
    and the k-th end belong together.
    """
    padded = np.concatenate([[low - 1], totals, [low - 1]])
    first, rise = np.minimum(padded[:-1], padded[1:]) + 1 - low, np.diff(padded)

    def crossings(sizes: Indices) -> Indices:
        levels = np.repeat(first, sizes) + _steps(sizes)
        keys: Indices = levels * len(rise) + np.repeat(np.arange(len(rise)), sizes)
        keys.sort()
        return keys

    return crossings(np.maximum(rise, 0)), crossings(np.maximum(-rise, 0))


def adjacent(rows: Indices) -> Indices:
    """Return the rows with those of the same b and neighboring a made one."""
    rows = rows[np.lexsort((rows[:, 0], rows[:, 3], rows[:, 2]))]
    same = (rows[1:, 2:] == rows[:-1, 2:]).all(axis=1) & (rows[1:, 0] == rows[:-1, 1])
    begins = np.concatenate([[True], ~same])[: len(rows)]
    made: Indices = rows[begins]
    made[:, 1] = rows[np.concatenate([begins[1:], [True]])[: len(rows)], 1]
    return made


def range_maxima(values: Indices, first: Indices, last: Indices) -> Indices:
    """Return the largest of ``values[first:last]`` for each pair of indices.

    The maxima of all windows of length 2^e follow from those of half the length, and
    each range is the union of two such windows.
    """
    exponents = np.frexp((last - first).astype(np.float64))[1] - 1
    found: Indices = np.empty(len(first), np.int64)
    window = values
    for e in range(int(exponents.max(initial=-1)) + 1):
        at = exponents == e
        found[at] = np.maximum(window[first[at]], window[last[at] - (1 << e)])
        window = np.maximum(window[: -(1 << e)], window[1 << e :])
    return found


def _steps(counts: Indices) -> Indices:
    """Return 0, 1, ..., c - 1 for each count c, one after the other."""
    steps: Indices = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return steps


def _affordable(counts: Indices) -> Indices:
    """Return the counts unless their sum is more than a computer can hold."""
    if (total := int(counts.sum())) > MOST_BOXES:
        raise BudgetError(
            f"the survivors fill {total} boxes of end points, more than {MOST_BOXES}: "
            "look at fewer labels at a time, or use a bound that keeps fewer or more of them"
        )
    return counts
