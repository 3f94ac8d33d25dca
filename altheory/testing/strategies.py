"""Hypothesis strategies for the objects of the theory.

Every strategy builds what it returns and rejects nothing.  Instances mix the
three floats around each breakpoint with short rationals, since rounding errors
live nowhere else; finite classes mix random ones with the families on which
active learning is easiest and hardest.  Failures shrink to the textbook case.
"""

import math
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import reduce
from itertools import product
from operator import or_
from typing import Any, TypeAlias

import numpy as np
from hypothesis import strategies as st

from altheory.hypotheses.affine_version_space import AffineSeparator
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.half_circle import CircleSeparator
from altheory.hypotheses.half_space import SphereSeparator
from altheory.hypotheses.thresholds import Threshold
from altheory.numeric.directions import primitive
from altheory.numeric.rational import ceil_float, float_above, floor_float
from altheory.numeric.seeds import stream
from altheory.protocols import HypothesisClass, Label, VersionSpace
from altheory.spaces.affine import AffineRegion
from altheory.spaces.boxes import BoxUnion
from altheory.spaces.circle import ArcUnion
from altheory.spaces.cuts import before
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from altheory.spaces.line import IntervalUnion
from altheory.spaces.line_laws import StepLaw
from altheory.spaces.sphere import SphereRegion
from altheory.testing.replay import fold

Labeled: TypeAlias = list[tuple[Any, Label]]
AnyClass: TypeAlias = HypothesisClass[Any, Any, Any]

DELICATE = (0.0, -0.0, 5e-324, 2.2250738585072014e-308, 0.5, math.nextafter(1.0, 0.0), 1.0)
SKEW = (0, 1, -1, 0.5, Fraction(1, 3), math.nextafter(1, 2), -math.nextafter(1, 0), 1e-17)
EXTREME = (5e-324, -1e300, 2.0**-1022)
LABELS: tuple[Label, Label] = (-1, 1)


def rationals_in_unit(max_denominator: int = 64) -> st.SearchStrategy[Fraction]:
    """Draw rationals in [0, 1] with a short denominator; shrinks to 0."""
    denominators = st.integers(1, max_denominator)
    return denominators.flatmap(lambda q: st.integers(0, q).map(lambda p: Fraction(p, q)))


def adversarial_floats(breakpoints: Iterable[Any] = ()) -> st.SearchStrategy[float]:
    """Draw floats of [0, 1] that expose a wrong rounding.

    For each breakpoint: the float itself or the two around it, and their
    neighbors; always 0, -0.0, the smallest subnormal and normal, 1/2, 1 and the
    float before 1.  Shrinks to 0.
    """
    near = [x for a in breakpoints for x in sorted(_around(Fraction(a))) if 0 <= x <= 1]
    return st.sampled_from([*DELICATE, *near])


def interval_unions(max_pieces: int = 3) -> st.SearchStrategy[IntervalUnion]:
    """Draw unions of intervals with all kinds of ends, points included; shrinks to empty."""
    cut = st.tuples(rationals_in_unit(8), st.integers(0, 1))
    return st.lists(cut, max_size=2 * max_pieces).map(
        lambda drawn: IntervalUnion(_even(sorted(set(drawn))))
    )


def box_unions(dimension: int, max_boxes: int = 2) -> st.SearchStrategy[BoxUnion]:
    """Draw unions of products of interval unions; shrinks to empty."""
    sides = st.lists(interval_unions(2), min_size=dimension, max_size=dimension)
    nothing = BoxUnion.closed([1] * dimension, [0] * dimension)
    products = st.lists(sides.map(BoxUnion.product), max_size=max_boxes)
    return products.map(lambda drawn: reduce(or_, drawn, nothing))


def arc_unions(max_pieces: int = 3) -> st.SearchStrategy[ArcUnion]:
    """Draw unions of arcs with all kinds of ends, points included; shrinks to empty."""
    turn = IntervalUnion.from_cuts(before(0), before(1))
    return interval_unions(max_pieces).map(lambda drawn: ArcUnion((drawn & turn).cuts))


def finite_regions(n_points: int) -> st.SearchStrategy[FiniteRegion]:
    """Draw subsets of {0, ..., n_points - 1}; shrinks to the empty one."""
    return st.integers(0, (1 << n_points) - 1).map(lambda mask: FiniteRegion(n_points, mask))


@st.composite
def step_laws(draw: st.DrawFn, max_cells: int = 4) -> StepLaw:
    """Draw piecewise constant densities, some cells of mass zero; shrinks to uniform."""
    inner = draw(st.lists(rationals_in_unit(8), max_size=max_cells - 1))
    breaks = sorted({Fraction(0), *inner, Fraction(1)})
    weights = draw(_weights(len(breaks) - 1))
    return StepLaw(tuple(breaks), FiniteDistribution(weights).weights)


@st.composite
def finite_distributions(draw: st.DrawFn, n_points: int) -> FiniteDistribution:
    """Draw rational laws on {0, ..., n_points - 1}, some points of mass zero."""
    return FiniteDistribution(draw(_weights(n_points)))


def families(n_points: int) -> dict[str, tuple[int, ...]]:
    """Return classes on ``n_points`` points with a name in the theory, as bitmasks.

    >>> families(3)["star"], families(3)["thresholds"]
    ((0, 1, 2, 4), (7, 6, 4, 0))
    """
    everything = (1 << n_points) - 1
    return {
        "singleton": (0,),
        "two opposites": (0, everything),
        "thresholds": tuple(everything ^ ((1 << i) - 1) for i in range(n_points + 1)),
        "star": (0, *(1 << i for i in range(n_points))),
        "cube": tuple(range(1 << n_points)),
    }


@st.composite
def finite_classes(draw: st.DrawFn, max_points: int = 4) -> FiniteClass:
    """Draw finite classes, random or a family around any hypothesis; shrinks to ``{-}``."""
    n = draw(st.integers(1, max_points))
    mask = st.integers(0, (1 << n) - 1)
    random = st.lists(mask, min_size=1, max_size=2 * n + 2)
    family = st.sampled_from(list(families(n).values()))
    turned = st.builds(lambda masks, center: [m ^ center for m in masks], family, mask)
    return FiniteClass(n, draw(st.one_of(random, turned)))


def thresholds() -> st.SearchStrategy[Threshold]:
    """Draw thresholds at short rationals and at floats that are delicate; shrinks to 0."""
    delicate = adversarial_floats([Fraction(1, 3)]).map(Fraction)
    return st.one_of(rationals_in_unit(), delicate).map(Threshold)


def turns(breakpoints: Iterable[Any] = ()) -> st.SearchStrategy[Any]:
    """Draw instances of the circle: short rationals, and floats a quarter turn from breakpoints.

    The breakpoints themselves and the floats around them are drawn too; shrinks to 0.
    """
    near = {(Fraction(a) + Fraction(k, 4)) % 1 for a in breakpoints for k in range(4)}
    drawn = st.one_of(rationals_in_unit(), adversarial_floats(sorted(near)))
    return drawn.map(lambda x: x % 1)


def separators(breakpoints: Iterable[Any] = ()) -> st.SearchStrategy[CircleSeparator]:
    """Draw half circles whose boundary is beside what `turns` draws, but never on it.

    A separator gives no label on its boundary.  The prime 67 divides the denominator of
    every direction, and that of no float and of no short rational.
    """
    aside = st.sampled_from([Fraction(sign, 67 * 2**60) for sign in (1, -1)])
    directions = st.builds(lambda x, tiny: (Fraction(x) + tiny) % 1, turns(breakpoints), aside)
    return directions.map(CircleSeparator)


def sphere_vectors(dimension: int) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw vectors of a small lattice, and others next to them or of extreme lengths.

    So many are parallel, opposite, orthogonal or dependent, up to the last bit of a float;
    none is zero.  Shrinks to the first unit vector.
    """
    lattice = st.tuples(*[st.integers(-1, 1)] * dimension)
    skew = st.tuples(*[st.sampled_from((*SKEW, *EXTREME))] * dimension)
    unit = (1,) + (0,) * (dimension - 1)
    return st.one_of(lattice, skew).map(lambda x: x if any(x) else unit)


def sphere_regions(dimension: int, max_cones: int = 2) -> st.SearchStrategy[SphereRegion]:
    """Draw unions of cones of at most two half spaces, open or closed; shrinks to empty."""
    lattice = sorted({primitive(n) for n in product((0, 1, -1), repeat=dimension) if any(n)})
    normals = st.lists(st.sampled_from(lattice), max_size=2)
    cones = normals.map(lambda found: SphereRegion.cone(dimension, found))
    turned = st.builds(lambda cone, inverse: ~cone if inverse else cone, cones, st.booleans())
    nothing = SphereRegion.nothing(dimension)
    return st.lists(turned, max_size=max_cones).map(lambda drawn: reduce(or_, drawn, nothing))


def sphere_separators(dimension: int) -> st.SearchStrategy[SphereSeparator]:
    """Draw separators beside what `sphere_vectors` draws, with none of it on the hyperplane.

    No coordinate drawn has a multiple of the prime 67 to the 20th as a numerator, so the
    tiny shifts of the coordinates of the normal cannot cancel.
    """
    shifts = [Fraction(1, 67 ** (20 * i)) for i in range(1, dimension + 1)]
    return sphere_vectors(dimension).map(
        lambda w: SphereSeparator(
            primitive(Fraction(c) + shift for c, shift in zip(w, shifts, strict=True))
        )
    )


def affine_points(dimension: int) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw points of a small lattice, and others next to them or far away; shrinks to 0."""
    lattice = st.tuples(*[st.integers(-1, 1)] * dimension)
    return st.one_of(lattice, st.tuples(*[st.sampled_from((*SKEW, *EXTREME))] * dimension))


def instances(cls: AnyClass) -> st.SearchStrategy[Any]:
    """Draw instances of the domain of ``cls``: on a finite domain all of them.

    On the line short rationals, and floats around the breakpoints of a grid; on the
    circle also a quarter turn from these; in the cube tuples of these; on a domain
    without a strategy of its own, the grids of the class.
    """
    whole = cls.version_space().general()
    if type(whole) is IntervalUnion:
        probes = cls.grid(3)
        return st.one_of(rationals_in_unit(), st.sampled_from(probes), adversarial_floats(probes))
    if type(whole) is ArcUnion:
        return turns(cls.grid(3))
    if type(whole) is BoxUnion:
        probed = sorted({c for x in cls.grid(3) for c in x})
        side = st.one_of(rationals_in_unit(4), adversarial_floats(probed))
        return st.tuples(*[side] * whole.dimension)
    if type(whole) is SphereRegion:
        return sphere_vectors(whole.dimension)
    if type(whole) is AffineRegion:
        return affine_points(whole.dimension)
    return st.integers(1, 8).map(cls.grid).flatmap(st.sampled_from)


def regions(cls: AnyClass) -> st.SearchStrategy[Any]:
    """Draw regions of the domain of ``cls``.

    On a domain without a strategy of its own, regions on which members differ
    and their complements.
    """
    whole = cls.version_space().general()
    if type(whole) in _REGIONS:
        return _REGIONS[type(whole)](whole)
    apart = st.builds(cls.difference, members(cls), members(cls))
    return st.one_of(apart, apart.map(lambda region: ~region))


def members(cls: AnyClass) -> st.SearchStrategy[Any]:
    """Draw hypotheses of ``cls``: representatives on a few instances, or drawn from the prior.

    On circles and spheres, and of affine separators, those that label whatever `instances` draws.
    """
    whole = cls.version_space().general()
    if type(whole) is ArcUnion:
        return separators(cls.grid(3))
    if type(whole) is SphereRegion:
        return sphere_separators(whole.dimension)
    if type(whole) is AffineRegion:
        lifts = sphere_separators(whole.dimension + 1)
        return lifts.map(lambda h: AffineSeparator(h.normal))
    listed = st.lists(instances(cls), max_size=4).map(cls.representatives).flatmap(st.sampled_from)
    return st.one_of(listed, generators().map(cls.draw_target))


@st.composite
def labeled_prefixes(draw: st.DrawFn, cls: AnyClass, max_size: int = 6) -> Labeled:
    """Draw samples that some hypothesis labels, so that the version space is not empty."""
    xs = draw(st.lists(instances(cls), max_size=max_size))
    target = draw(st.sampled_from(cls.representatives(xs)))
    return [(x, target(x)) for x in xs]


def labeled_samples(cls: AnyClass, max_size: int = 6) -> st.SearchStrategy[Labeled]:
    """Draw samples with any labels, contradictory ones included."""
    return st.lists(st.tuples(instances(cls), st.sampled_from(LABELS)), max_size=max_size)


def version_spaces(cls: AnyClass) -> st.SearchStrategy[VersionSpace[Any, Any, Any]]:
    """Draw version spaces of ``cls`` after realizable labels; shrinks to that of no label."""
    return labeled_prefixes(cls).map(lambda sample: fold(cls.version_space(), sample))


def generators() -> st.SearchStrategy[np.random.Generator]:
    """Draw random generators, by seed; for laws that hold whatever is drawn."""
    return st.integers(0, 2**32 - 1).map(lambda seed: stream(seed, "strategies"))


def _around(a: Fraction) -> set[float]:
    edges = {floor_float(a), ceil_float(a), float_above(a)}
    return edges | {math.nextafter(x, way) for x in edges for way in (-math.inf, math.inf)}


def _even(cuts: list[tuple[Fraction, int]]) -> tuple[tuple[Fraction, int], ...]:
    return tuple(cuts[: len(cuts) // 2 * 2])


@st.composite
def _weights(draw: st.DrawFn, n: int) -> list[int]:
    """Nonnegative integers, one of which is certainly positive."""
    weights = draw(st.lists(st.integers(0, 5), min_size=n, max_size=n))
    weights[draw(st.integers(0, n - 1))] += 1
    return weights


_REGIONS: dict[type, Callable[[Any], st.SearchStrategy[Any]]] = {
    IntervalUnion: lambda _: interval_unions(),
    ArcUnion: lambda _: arc_unions(),
    FiniteRegion: lambda whole: finite_regions(whole.n_points),
    BoxUnion: lambda whole: box_unions(whole.dimension),
    SphereRegion: lambda whole: sphere_regions(whole.dimension),
    AffineRegion: lambda whole: sphere_regions(whole.dimension + 1).map(AffineRegion),
}
