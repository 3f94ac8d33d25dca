"""Strict linear inequalities by elimination of variables: slow, and little to get wrong."""

from collections.abc import Sequence

from altheory.numeric.directions import primitive


def solvable(rows: Sequence[tuple[int, ...]]) -> bool:
    """Whether some w has z . w > 0 for every row z, by Fourier and Motzkin."""
    if not rows or not rows[0]:
        return not rows
    up = [r for r in rows if r[-1] > 0]
    down = [r for r in rows if r[-1] < 0]
    level = [r[:-1] for r in rows if r[-1] == 0]
    pairs = [
        primitive(a * -q[-1] + b * p[-1] for a, b in zip(p[:-1], q[:-1], strict=True))
        for p in up
        for q in down
    ]
    return solvable(list(dict.fromkeys([*level, *pairs])))
