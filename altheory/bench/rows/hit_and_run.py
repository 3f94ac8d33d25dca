"""Hit-and-run in random cones of a hundred facets, dimensions 10 and 50, 5,000 steps each.

A step is worth what it forgets.  So the accuracy says how many microseconds a step takes
and how many effective samples a second brings, by the autocorrelation of the coordinate
that is slowest to forget.  The script walks the same cones with the same steps.
"""

import math
import time
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial
from typing import final

import numpy as np

from altheory.bench.row import Contender, Row
from altheory.errors import EmptyVersionSpaceError
from altheory.numeric.directions import primitive
from altheory.protocols import Floats
from altheory.spaces.facet_cone import FacetCone, facet_cone
from altheory.spaces.hit_and_run import HitAndRun

FACETS, STEPS, SEED = 100, 5000, 20261122
DIMENSIONS = (10, 50)


@final
@dataclass(frozen=True, slots=True)
class Paths:
    """A path in each dimension, and what it took."""

    paths: tuple[Floats, ...]
    seconds: tuple[float, ...]


@cache
def cone(d: int) -> FacetCone:
    """Return the cone that agrees with a hundred random labels, of which some bind."""
    labels = np.random.default_rng(SEED).standard_normal((FACETS, d))
    signed = labels * np.sign(labels[:, :1])
    found = facet_cone(d, [primitive(map(Fraction, z)) for z in signed.tolist()])
    if found is None:
        raise EmptyVersionSpaceError("the first axis agrees with every label")
    return found


@cache
def walk(d: int, *, rounded: bool) -> HitAndRun:
    """Return the walk in the cone, set up and compiled once."""
    ready = HitAndRun.inside(cone(d), cone(d).members if rounded else ())
    ready.walk(np.random.default_rng(SEED), 1)
    return ready


def compiled(*, rounded: bool) -> Paths:
    """Walk as altheory does."""
    paths, seconds = list[Floats](), list[float]()
    for d in DIMENSIONS:
        ready, rng = walk(d, rounded=rounded), np.random.default_rng(SEED)
        start = time.perf_counter()
        path = ready.walk(rng, STEPS)
        seconds.append(time.perf_counter() - start)
        paths.append(path @ np.array([[float(x) for x in e] for e in ready.basis]))
    return Paths(tuple(paths), tuple(seconds))


def script() -> Paths:
    """Walk as a plain NumPy loop does."""
    paths, seconds = list[Floats](), list[float]()
    for d in DIMENSIONS:
        rng, start = np.random.default_rng(SEED), time.perf_counter()
        normals = np.array(cone(d).normals, dtype=np.float64)
        inner = np.array(cone(d).inner, dtype=np.float64)
        paths.append(_loop(rng, normals, inner / np.linalg.norm(inner)))
        seconds.append(time.perf_counter() - start)
    return Paths(tuple(paths), tuple(seconds))


def _loop(rng: np.random.Generator, normals: Floats, place: Floats) -> Floats:
    path = np.empty((STEPS, place.size))
    for k in range(STEPS):
        way = rng.standard_normal(place.size)
        way -= (way @ place) * place
        way /= np.linalg.norm(way)
        rates = (normals @ way) / (normals @ place)
        start, end = np.arctan([rates.max(), rates.min()]) + np.array([-1, 1]) * math.pi / 2
        angle = rng.uniform(start, end)
        place = math.cos(angle) * place + math.sin(angle) * way
        path[k] = place
    return path


def accuracy(found: Paths) -> str:
    """Say what a step takes, and what it is worth."""
    told = list[str]()
    for d, path, seconds in zip(DIMENSIONS, found.paths, found.seconds, strict=True):
        unit = path / np.linalg.norm(path, axis=1, keepdims=True)
        effective = len(path) / max(_memory(column) for column in unit.T)
        told.append(
            f"d = {d}: {1e6 * seconds / len(path):.2f} us a step, "
            f"{effective / seconds:.0f} effective samples a second"
        )
    return "; ".join(told)


def _memory(values: Floats) -> float:
    """Return the integrated autocorrelation time, summed until it is less than 1/20."""
    centered, n = values - values.mean(), len(values)
    spectrum = np.fft.rfft(centered, 2 * n)
    correlations = np.fft.irfft(spectrum * np.conj(spectrum))[:n]
    correlations /= correlations[0]
    low = np.flatnonzero(correlations < 1 / 20)
    return float(2 * correlations[: low[0] if len(low) else n].sum() - 1)


def contenders() -> tuple[Contender, ...]:
    """Return the rounded walk, the walk as it is, and the script."""
    return (
        Contender("altheory, rounded", partial(compiled, rounded=True), accuracy),
        Contender("altheory, as it is", partial(compiled, rounded=False), accuracy),
        Contender("plain NumPy loop", script, accuracy),
    )


ROW = Row(
    title="hit-and-run, cones of 100 labels in dimensions 10 and 50, 5000 steps each",
    goal="at most 2 and 5 us a step (compiled: extra `fast`), and 30 times that without",
    contenders=contenders,
)
