"""Hypotheses on finitely many points as people write them: masks, labels, rows of signs."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import label, listed
from altheory.spaces.finite import FiniteRegion

SIGNS = {"+": 1, "-": -1, "1": 1, "0": -1}


def mask_of(n_points: int, row: Any) -> int:
    """Return the bitmask of a mask, a row of labels or a text of signs.

    >>> mask_of(3, "+-+"), mask_of(3, [1, -1, 1]), mask_of(3, 5)
    (5, 5, 5)
    """
    if isinstance(row, str):
        if set(row) - set(SIGNS):
            raise DomainError(f"a hypothesis is a text of signs + and -, got {row!r}")
        row = [SIGNS[sign] for sign in row]
    if isinstance(row, int | np.integer):
        if isinstance(row, bool) or not 0 <= row < 1 << n_points:
            raise DomainError(
                f"a hypothesis on {n_points} points is a mask from 0 to 2^{n_points} - 1, got {row}"
            )
        return int(row)
    labels = [label(y) for y in listed(row, "the labels of a hypothesis that is no mask")]
    if len(labels) != n_points:
        raise DomainError(f"a hypothesis labels {n_points} points, got {len(labels)} labels")
    return FiniteRegion.of(n_points, [i for i, y in enumerate(labels) if y == 1]).mask


def agrees(mask: int, sample: Iterable[tuple[int, int]]) -> bool:
    """Decide whether a bitmask says what every label says."""
    return all((mask >> x & 1) == (y == 1) for x, y in sample)


def read_rows(path: str) -> list[str]:
    """Return the rows of signs that a file holds, at least one and all of one length.

    Blank lines and lines that start with ``#`` are passed over.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        raise DomainError(f"cannot read the class file {path}: {why}") from error
    rows = [(i, line.strip()) for i, line in enumerate(lines, 1)]
    rows = [(i, row) for i, row in rows if row and not row.startswith("#")]
    if not rows:
        raise DomainError(f"{path} holds no hypothesis; write one a line, such as +--+")
    width = len(rows[0][1])
    for i, row in rows:
        if set(row) - set(SIGNS):
            raise DomainError(f"{path}, line {i}: signs + and - without spaces, got {row!r:.60}")
        if len(row) != width:
            raise DomainError(f"{path}, line {i}: {width} signs as above, got {len(row)}")
    return [row for _, row in rows]
