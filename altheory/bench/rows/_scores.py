"""Tables of predictions and votes, and how far a contender's scores are from altheory's."""

from functools import cache
from typing import Any

import numpy as np

from altheory.protocols import Floats

SEED = 20261122


@cache
def models(n: int, k: int, classes: int) -> Floats:
    """Return the predictions of k models for n instances, ``float64[n, k, classes]``.

    Read-only: contenders that clip what they are given get a copy.
    """
    table = np.random.default_rng(SEED).dirichlet(np.ones(classes), size=(n, k))
    table.flags.writeable = False
    return table


@cache
def ballots(n: int, members: int, classes: int) -> Any:
    """Return votes, ``int64[n, members]``."""
    return np.random.default_rng(SEED).integers(classes, size=(n, members))


def largest_gap(truth: Floats, answer: Any) -> str:
    """Say how far scores are from those of altheory."""
    return f"scores within {np.max(np.abs(np.asarray(answer) - truth)):.1e}"
