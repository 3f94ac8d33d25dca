"""BALD of ten thousand instances, fifty models, ten classes."""

from contextlib import redirect_stderr
from functools import cache
from importlib import import_module
from io import StringIO
from typing import Any

import numpy as np

from altheory.acquisition.mutual_information import bald
from altheory.bench.row import Contender, Row
from altheory.bench.rows._scores import arranged, largest_gap, models, of_package
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
    result: Floats = score(arranged(N, K, C, (1, 0, 2)))
    return result


def by_baal() -> Floats:
    """Take its heuristic, classes before models."""
    heuristic = import_module("baal.active.heuristics").BALD()
    result: Floats = heuristic.get_uncertainties(arranged(N, K, C, (0, 2, 1)))
    return result


@cache
def logarithms() -> Any:
    """Return the tensor that batchbald_redux starts from."""
    return import_module("torch").from_numpy(np.log(models(N, K, C)))


def by_batchbald_redux() -> Floats:
    """Take the difference of its entropies, without its bars of progress."""
    redux = import_module("batchbald_redux.batchbald")
    with redirect_stderr(StringIO()):
        entropies = redux.compute_entropy(logarithms())
        entropies -= redux.compute_conditional_entropy(logarithms())
    result: Floats = entropies.numpy()
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
    """Return baal, scikit-activeml and batchbald_redux, or how they are had."""
    return (
        *of_package("baal.active.heuristics", "baal", Contender("baal", by_baal, judged)),
        *of_package(
            "skactiveml.pool",
            "scikit-activeml",
            Contender("scikit-activeml", by_scikit_activeml, judged),
        ),
        *of_package(
            "batchbald_redux.batchbald",
            "batchbald_redux",
            Contender("batchbald_redux", by_batchbald_redux, judged),
        ),
    )


ROW = Row(
    title="BALD, 10,000 instances, 50 models, 10 classes",
    goal="at most 35 ms",
    contenders=contenders,
    peers=peers,
)
