"""A hundred centers of a hundred thousand points in 64 dimensions."""

from functools import cache
from importlib import import_module
from typing import Any

import numpy as np

from altheory.acquisition.farthest_first import Centers
from altheory.acquisition.farthest_first import k_center as centers
from altheory.bench.row import Contender, Row
from altheory.bench.rows._scores import SEED, of_package
from altheory.protocols import Floats

N, D, K = 100_000, 64, 100


@cache
def pool() -> Floats:
    """Return normal points."""
    return np.random.default_rng(SEED).standard_normal((N, D))


def by_script() -> list[int]:
    """Traverse by products of matrices, as rounded as they are."""
    points = pool()
    squares = np.einsum("nd,nd->n", points, points)
    nearest, chosen = np.full(N, np.inf), [0]
    while len(chosen) < K:
        center = chosen[-1]
        apart = squares + squares[center] - 2 * (points @ points[center])
        np.minimum(nearest, apart, out=nearest)
        chosen.append(int(np.argmax(nearest)))
    return chosen


def by_scikit_activeml() -> Any:
    """Take its greedy centers, the first point labeled."""
    labels = np.full(N, np.nan)
    labels[0] = 0
    function = import_module("skactiveml.pool._core_set").k_greedy_center
    return [0, *np.asarray(function(pool(), labels, batch_size=K - 1)[0]).tolist()]


def judged(answer: Any) -> str:
    """Say how large the radius is."""
    chosen = list(answer.indices if isinstance(answer, Centers) else answer)
    nearest = np.full(N, np.inf)
    for center in chosen:
        gaps = pool() - pool()[center]
        np.minimum(nearest, np.einsum("nd,nd->n", gaps, gaps), out=nearest)
    return f"radius {np.sqrt(nearest.max()):.4f}"


def contenders() -> tuple[Contender, ...]:
    """Return altheory and a script."""
    return (
        Contender("altheory", lambda: centers(pool(), K), judged),
        Contender("NumPy script, products only", by_script, judged),
    )


def peers() -> tuple[Contender, ...]:
    """Return scikit-activeml, or how it is had."""
    found = Contender("scikit-activeml", by_scikit_activeml, judged)
    return of_package("skactiveml.pool", "scikit-activeml", found)


ROW = Row(
    title="k-center, 100,000 points in 64 dimensions, 100 centers",
    goal="at most 0.25 s",
    contenders=contenders,
    peers=peers,
)
