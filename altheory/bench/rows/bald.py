"""BALD of ten thousand instances, fifty models, ten classes."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from altheory.acquisition.mutual_information import bald
from altheory.bench.row import Contender, Row
from altheory.bench.rows._scores import largest_gap, models
from altheory.protocols import Floats

N, K, C = 10_000, 50, 10


def by_script() -> Floats:
    """Compute it as anybody would, zeros guarded."""
    table = models(N, K, C)
    mean = table.mean(axis=1)
    inner = np.where(table > 0, table * np.log(np.where(table > 0, table, 1.0)), 0.0)
    outer = np.where(mean > 0, mean * np.log(np.where(mean > 0, mean, 1.0)), 0.0)
    result: Floats = inner.sum(axis=2).mean(axis=1) - outer.sum(axis=1)
    return result


def by_scikit_activeml() -> Floats:
    """Take the mean divergence from the consensus, which is the same."""
    score = import_module("skactiveml.pool._query_by_committee").average_kl_divergence
    result: Floats = score(models(N, K, C).transpose(1, 0, 2).copy())
    return result


def judged(answer: Any) -> str:
    """Say how far scores are from altheory's."""
    return largest_gap(bald(models(N, K, C)), answer)


def contenders() -> tuple[Contender, ...]:
    """Return altheory and a script."""
    return (
        Contender("altheory", lambda: bald(models(N, K, C)), judged),
        Contender("NumPy script", by_script, judged),
    )


def peers() -> tuple[Contender, ...]:
    """Return scikit-activeml if it is there."""
    if find_spec("skactiveml") is None:
        return ()
    return (Contender("scikit-activeml", by_scikit_activeml, judged),)


ROW = Row(
    title="BALD, 10,000 instances, 50 models, 10 classes",
    goal="at most 35 ms",
    contenders=contenders,
    peers=peers,
)
