r"""Is a label known? Membership in the disagreement region, for batches of instances.

A hundred labels of a uniform target are given, and a batch of instances is asked about: most
of them uniform, the others at about 1e-6 from the boundary of what is known to be positive.
An instance is in doubt iff neither it nor its antipode is a nonnegative combination of the
signed examples.  What anybody would write without this package decides that instance by
instance, by nonnegative least squares or by linear programs with a tolerance; these see
the first instances of the batch alone, so look at microseconds an instance.  Each contender
is measured by its disagreements with integers (:mod:`altheory.numeric.cone_projection`).
"""

import time
from collections.abc import Callable
from functools import cache, partial

import numpy as np

from altheory.bench.row import Contender, Row
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.protocols import Bools, Floats

LABELS, BATCH, FEW, FEWER, SEED = 100, 10_000, 100, 10, 20261122
CLOSE, SMALL = 1e-6, 1e-9  # distance from the boundary; what counts as zero elsewhere
CHECKED = 10  # answers compared with those in integers

Answer = tuple[Bools, float]


@cache
def problem(d: int) -> tuple[SphereVersionSpace, Floats, Floats]:
    """Return a version space, the signed examples and the instances to ask about."""
    rng, separators = np.random.default_rng(SEED), SphereSeparators(d)
    target, xs = separators.draw_target(rng), separators.law().sample(rng, LABELS)
    labels = target.predict(xs)
    space = separators.version_space().restrict_all(xs, labels)
    queries, signed = separators.law().sample(rng, BATCH), xs * labels[:, np.newaxis]
    size = len(queries[::10])
    sides = np.array([signed[rng.choice(LABELS, d - 1, replace=False)] for _ in range(size)])
    weights = rng.exponential(size=(size, 1, d - 1))
    near = (weights @ sides)[:, 0]
    near /= np.linalg.norm(near, axis=1, keepdims=True)
    queries[::10] = near + CLOSE * rng.standard_normal(near.shape)
    space.disagreement().contains(queries)  # so that compilation is not timed
    return space, signed, queries


def timed(queries: Floats, in_doubt: Callable[[Floats], Bools]) -> Answer:
    """Return the answers and how many microseconds of processor time each one took."""
    start = time.process_time()
    answers = in_doubt(queries)
    return answers, (time.process_time() - start) / len(queries) * 1e6


def exact(d: int) -> Answer:
    """Ask the exact disagreement region."""
    space, _, queries = problem(d)
    return timed(queries, space.disagreement().contains)


def by_least_squares(d: int) -> Answer:
    """Ask SciPy whether an instance or its antipode is a combination."""
    from scipy.optimize import nnls

    _, signed, queries = problem(d)

    def in_doubt(xs: Floats) -> Bools:
        rest = [min(nnls(signed.T, x)[1], nnls(signed.T, -x)[1]) for x in xs]
        return np.array(rest) > SMALL

    return timed(queries[:FEW], in_doubt)


def by_programs(d: int) -> Answer:
    """Ask HiGHS, through SciPy, whether some separator that agrees says each label."""
    from scipy.optimize import linprog

    _, signed, queries = problem(d)

    def least(x: Floats) -> float:
        rights = np.zeros(len(signed))
        found = linprog(x, A_ub=-signed, b_ub=rights, bounds=(-1, 1), method="highs").fun
        return float(found or 0.0)

    def in_doubt(xs: Floats) -> Bools:
        return np.array([max(least(x), least(-x)) < -SMALL for x in xs])

    return timed(queries[:FEWER], in_doubt)


def accuracy(d: int, answer: Answer) -> str:
    """Say how many of some answers are wrong, and what each one took."""
    space, _, queries = problem(d)
    found, each = answer
    some = range(0, len(found), max(1, len(found) // CHECKED))
    wrong = sum(bool(found[i]) != (len(space.labels(queries[i].tolist())) == 2) for i in some)
    return f"{each:.2f} us an instance, {wrong} of {len(some)} wrong, {found.mean():.0%} in doubt"


def contenders() -> tuple[Contender, ...]:
    """Return altheory in three dimensions, and SciPy in each of them."""
    ways: tuple[tuple[str, Callable[[int], Answer]], ...] = (
        (f"altheory, {BATCH} instances", exact),
        (f"SciPy nnls, {FEW} of them", by_least_squares),
        (f"SciPy linprog, {FEWER} of them", by_programs),
    )
    return tuple(
        Contender(f"d = {d}, {name}", partial(way, d), partial(accuracy, d))
        for d in (3, 10, 50)
        for name, way in ways
    )


ROW = Row(
    title="which labels are known, after 100 of them on the sphere, d = 3, 10, 50",
    goal="at most 0.1, 15 and 40 microseconds an instance, every answer exact",
    contenders=contenders,
)
