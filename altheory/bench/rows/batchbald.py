"""The five instances of largest joint information, among a thousand, exactly."""

import math
from contextlib import redirect_stderr
from functools import cache
from importlib import import_module
from io import StringIO
from itertools import pairwise
from typing import Any

import numpy as np

from altheory.acquisition.joint_information import Batch
from altheory.acquisition.joint_information import batchbald as grown
from altheory.bench.row import Contender, Row
from altheory.bench.rows._scores import SEED, arranged, models, of_package
from altheory.protocols import Floats

N, K, C, SIZE = 1000, 50, 10, 5


def by_script() -> list[int]:
    """Grow the batch without laziness or blocks: one product of matrices a step."""
    table = models(N, K, C)
    given = -(table * np.log(np.maximum(table, 1e-300))).sum(axis=2).mean(axis=1)
    rows, batch = np.full((1, K), 1 / K), list[int]()
    for _ in range(SIZE):
        joint = np.einsum("xk,nkc->nxc", rows, table, optimize=True)
        gains = -(joint * np.log(np.maximum(joint, 1e-300))).sum(axis=(1, 2)) - given
        gains[batch] = -math.inf
        batch.append(int(np.argmax(gains)))
        rows = (rows[:, None, :] * table[batch[-1]].T).reshape(-1, K)
    return batch


def by_scikit_activeml() -> list[int]:
    """Let it go through all outcomes of the first four; by default it draws as many as models."""
    function = import_module("skactiveml.pool").batch_bald
    utilities = np.asarray(function(arranged(N, K, C, (1, 0, 2)), SIZE, C ** (SIZE - 1), 0))
    result: list[int] = np.nanargmax(utilities, axis=1).tolist()
    return result


@cache
def logarithms() -> Any:
    """Return the tensor that batchbald_redux starts from."""
    return import_module("torch").from_numpy(np.log(models(N, K, C)))


def by_batchbald_redux() -> list[int]:
    """Let it go through all outcomes of the first four, without its bars of progress."""
    grow = import_module("batchbald_redux.batchbald").get_batchbald_batch
    double = import_module("torch").double
    with redirect_stderr(StringIO()):
        result: list[int] = grow(logarithms(), SIZE, C ** (SIZE - 1), dtype=double).indices
    return result


def by_baal() -> list[int]:
    """Let it draw outcomes, as many as it does on its own: it adds to one of largest BALD."""
    heuristic = import_module("baal.active.heuristics").BatchBALD(num_samples=SIZE - 1)
    torch = import_module("torch")
    with torch.random.fork_rng():
        torch.manual_seed(SEED)
        scores = heuristic.get_uncertainties(arranged(N, K, C, (0, 2, 1)))
    result: list[int] = np.argsort(scores)[-SIZE:].tolist()  # all others are 0
    return result


def judged(answer: Any) -> str:
    """Say how much the batch tells."""
    indices: list[int] = list(answer.indices) if isinstance(answer, Batch) else answer
    return f"{worth(models(N, K, C)[indices]):.6f} nats together: {indices}"


def worth(chosen: Floats) -> float:
    """Return the joint information of a batch, from all of its outcomes."""
    rows = np.full((1, K), 1 / K)
    entropies = [0.0]
    for table in chosen:
        rows = (rows[:, None, :] * table.T).reshape(-1, K)
        total = rows.sum(axis=1)
        entropies.append(float(-(total * np.log(total)).sum()))
    given = -(chosen * np.log(np.maximum(chosen, 1e-300))).sum(axis=2).mean(axis=1)
    return sum(b - a for a, b in pairwise(entropies)) - float(given.sum())


def contenders() -> tuple[Contender, ...]:
    """Return altheory and a script."""
    return (
        Contender("altheory", lambda: grown(models(N, K, C), SIZE), judged),
        Contender("NumPy script", by_script, judged),
    )


def peers() -> tuple[Contender, ...]:
    """Return scikit-activeml, batchbald_redux and baal, or how they are had."""
    return (
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
        *of_package("baal.active.heuristics", "baal", Contender("baal, drawn", by_baal, judged)),
    )


ROW = Row(
    title="BatchBALD, 1,000 instances, 50 models, 10 classes, a batch of 5, exactly",
    goal="at most 0.6 s and 200 MiB",
    contenders=contenders,
    peers=peers,
)
