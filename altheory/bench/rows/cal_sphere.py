r"""CAL on the sphere to n = 1e10 unlabeled instances, in dimensions 3 to 6.

The mean number of labels is known for every d and n, so each contender's accuracy is the
distance of its mean from that, in its own standard errors.  What anybody would write
without this package tests every instance, by nonnegative least squares or a linear
program; these are timed on streams of 1000 and of 100 instances, far shorter.
"""

import math
from collections.abc import Callable
from functools import partial

import numpy as np

from altheory.bench.row import Contender, Row
from altheory.hypotheses.sphere import SphereSeparators
from altheory.learners.cal import CAL
from altheory.protocols import Floats
from altheory.simulation.jumps import event_driven
from altheory.simulation.sphere_blocks import sphere_runs

LONG, SHORT, SHORTER, RUNS, SEED = 10**10, 1000, 100, 10, 20261122
SMALL = 1e-9  # residuals and minima below count as zero


def many(d: int) -> list[int]:
    """Run altheory's kernel, ten independent runs."""
    queries: list[int] = sphere_runs(
        np.random.default_rng(SEED), d, RUNS, limit=float(LONG)
    ).queries.tolist()
    return queries


def exact(d: int) -> list[int]:
    """Run altheory's learner on exact version spaces once: integers, and a transcript."""
    rng, separators = np.random.default_rng(SEED), SphereSeparators(d)
    target = separators.draw_target(rng)
    run = event_driven(CAL(separators.version_space()), separators.law(), target, rng, limit=LONG)
    return [run.transcript.queries]


def naive(d: int, n: int, asks: Callable[[Floats, Floats], bool]) -> list[int]:
    """Show a stream of ``n`` instances to a learner that tests each of them."""
    known = np.empty((d, 0))
    for x in np.random.default_rng(SEED).standard_normal((n, d)):
        z = x / math.copysign(float(np.linalg.norm(x)), x[0])  # signed: the target is e_1
        if known.shape[1] < d or asks(known, z):
            known = np.column_stack([known, z])
    return [known.shape[1]]


def by_least_squares(known: Floats, z: Floats) -> bool:
    """Ask unless a signed instance is in the cone of the examples; -z cannot be."""
    from scipy.optimize import nnls

    return float(nnls(known, z)[1]) > SMALL


def by_program(known: Floats, z: Floats) -> bool:
    """Ask if some separator that agrees with the examples is opposed."""
    from scipy.optimize import linprog

    found = linprog(z, A_ub=-known.T, b_ub=np.zeros(known.shape[1]), bounds=(-1, 1))
    return (found.fun or 0.0) < -SMALL


def accuracy(d: int, n: int, queries: list[int]) -> str:
    """Say how far the mean is from the exact one."""
    from altheory.theory.sphere_cal import cal_expected_queries

    mean, expected = sum(queries) / len(queries), float(cal_expected_queries(d, n))
    said = f"mean {mean:.1f}, exact {expected:.1f}"
    if len(queries) == 1:
        return f"{said}, one run to n = {n:g}"
    error = float(np.std(queries, ddof=1)) / math.sqrt(len(queries))
    return f"{said}: {(mean - expected) / error:+.1f} standard errors, {len(queries)} runs"


def contenders() -> tuple[Contender, ...]:
    """Return the kernel in every dimension, the exact learner, and the naive one."""
    kernel = tuple(
        Contender(f"altheory, d = {d}, {RUNS} runs", partial(many, d), partial(accuracy, d, LONG))
        for d in (3, 4, 5, 6)
    )
    one = Contender("altheory, exact, d = 3, 1 run", partial(exact, 3), partial(accuracy, 3, LONG))
    squares = Contender(
        f"SciPy NNLS, d = 3, 1 run to n = {SHORT} only",
        partial(naive, 3, SHORT, by_least_squares),
        partial(accuracy, 3, SHORT),
    )
    return (*kernel, one, squares)


def programs() -> tuple[Contender, ...]:
    """Return the naive learner that solves linear programs."""
    return (
        Contender(
            f"SciPy linprog, d = 3, 1 run to n = {SHORTER} only",
            partial(naive, 3, SHORTER, by_program),
            partial(accuracy, 3, SHORTER),
        ),
    )


ROW = Row(
    title=f"CAL on the sphere to n = 1e10, {RUNS} runs in each dimension",
    goal="at most 3.9 / 9.6 / 30 / 84 ms for d = 3 / 4 / 5 / 6 (compiled: extra `fast`), "
    "30 times that without",
    contenders=contenders,
    peers=programs,
)
