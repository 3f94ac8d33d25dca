"""Tables of predictions and votes, and how far a contender's scores are from altheory's."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from altheory.bench.row import Contender
from altheory.protocols import Floats

SEED = 20261122


@cache
def models(n: int, k: int, classes: int) -> Floats:
    """Return the predictions of k models for n instances, ``float64[n, k, classes]``.

    Read-only, for some contenders clip what they are given.
    """
    table = np.random.default_rng(SEED).dirichlet(np.ones(classes), size=(n, k))
    table.flags.writeable = False
    return table


@cache
def arranged(n: int, k: int, classes: int, axes: tuple[int, int, int]) -> Floats:
    """Return a copy of :func:`models` with the axes in another order, to be clipped if need be.

    Arrays come as a contender wants them, so that copying is not in its time.
    """
    return models(n, k, classes).transpose(axes).copy()


@cache
def ballots(n: int, members: int, classes: int) -> Any:
    """Return votes, ``int64[n, members]``."""
    return np.random.default_rng(SEED).integers(classes, size=(n, members))


def largest_gap(truth: Floats, answer: Any) -> str:
    """Say how far scores are from those of altheory."""
    return f"scores within {np.max(np.abs(np.asarray(answer) - truth)):.1e}"


def of_package(module: str, distribution: str, *contenders: Contender) -> tuple[Contender, ...]:
    """Return contenders that need a module, or one that says why they are not run."""
    if find_spec(module.partition(".")[0]) is None:
        return (_not_run(distribution, f"pip install {distribution}"),)
    try:
        import_module(module)
    except (ImportError, RuntimeError) as error:
        return (_not_run(distribution, f"{module} does not load: {error}"),)
    return contenders


def _not_run(name: str, why: str) -> Contender:
    return Contender(name, tuple, lambda _: f"not run: {why}")
