"""Strategies shrink to the textbook case, reach every corner, and waste few draws."""

import math
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.spaces.boxes import BoxUnion
from altheory.spaces.circle import ArcUnion
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from altheory.spaces.line import EMPTY, IntervalUnion
from altheory.spaces.line_laws import StepLaw
from altheory.spaces.sphere import SphereRegion
from altheory.testing import strategies as draw
from altheory.testing.replay import fold

LINE = Thresholds()
STAR = FiniteClass(3, draw.families(3)["star"])
SEARCH = settings(
    max_examples=2000,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def least(strategy, condition):
    return find(strategy, condition, settings=SEARCH)


SHRINKS = {
    "rationals": (draw.rationals_in_unit(), lambda x: 0 < x < 1, Fraction(1, 2)),
    "rationals to zero": (draw.rationals_in_unit(), lambda _: True, 0),
    "floats": (draw.adversarial_floats([Fraction(1, 3)]), lambda x: 0.3 < x < 0.4, None),
    "unions": (draw.interval_unions(), lambda a: not a.is_empty, IntervalUnion.closed(0, 0)),
    "unions to empty": (draw.interval_unions(), lambda _: True, EMPTY),
    "box unions": (draw.box_unions(1), lambda a: not a.is_empty, BoxUnion.closed((0,), (0,))),
    "box unions to empty": (draw.box_unions(2), lambda _: True, BoxUnion.closed((1, 1), (0, 0))),
    "arcs to empty": (draw.arc_unions(), lambda _: True, ArcUnion()),
    "turns": (draw.turns([Fraction(1, 3)]), lambda _: True, 0),
    "separators": (draw.separators(), lambda _: True, None),
    "regions": (draw.finite_regions(4), lambda a: 2 in a, FiniteRegion.of(4, [2])),
    "step laws": (
        draw.step_laws(),
        lambda _: True,
        StepLaw((Fraction(0), Fraction(1)), (Fraction(1),)),
    ),
    "laws": (
        draw.finite_distributions(2),
        lambda p: min(p.weights) > 0,
        FiniteDistribution([1, 1]),
    ),
    "classes": (draw.finite_classes(), lambda _: True, FiniteClass(1, [0])),
    "two opposites": (
        draw.finite_classes(),
        lambda c: len(c.hypotheses) > 1,
        FiniteClass(1, [0, 1]),
    ),
    "cubes": (draw.finite_classes(), lambda c: c.vc_dimension == 2, FiniteClass(2, range(4))),
    "thresholds": (draw.thresholds(), lambda _: True, Threshold(Fraction(0))),
    "instances": (draw.instances(STAR), lambda _: True, 0),
    "members": (draw.members(STAR), lambda h: h(1) == 1, STAR.parse_target("-+-")),
    "prefixes": (draw.labeled_prefixes(LINE), lambda s: len(s) > 0, None),
    "samples": (draw.labeled_samples(LINE), lambda s: fold(LINE.version_space(), s).is_empty, None),
    "spaces": (draw.version_spaces(LINE), lambda _: True, LINE.version_space()),
    "sphere vectors": (draw.sphere_vectors(3), lambda _: True, (1, 0, 0)),
    "sphere regions to empty": (draw.sphere_regions(2), lambda _: True, SphereRegion.nothing(2)),
    "sphere separators": (draw.sphere_separators(2), lambda _: True, None),
    "line regions": (draw.regions(LINE), lambda _: True, EMPTY),
}


@pytest.mark.parametrize("name", SHRINKS)
def test_shrinks(name):
    strategy, condition, expected = SHRINKS[name]
    found = least(strategy, condition)
    assert condition(found)
    assert expected is None or found == expected


def test_an_empty_space_shrinks_to_two_labels_at_most():
    found = least(draw.labeled_samples(LINE), lambda s: fold(LINE.version_space(), s).is_empty)
    assert len(found) <= 2
    assert len(least(draw.labeled_prefixes(LINE), bool)) == 1


def a_point(region):
    """Whether it has members but no interior."""
    return not region.is_empty and region.witness(solid=True) is None


THIRD = Fraction(1, 3)
REACHES = {
    "floats: below": (draw.adversarial_floats([THIRD]), lambda x: x == 1 / 3),
    "floats: above": (draw.adversarial_floats([THIRD]), lambda x: x == math.nextafter(1 / 3, 1)),
    "floats: below below": (
        draw.adversarial_floats([THIRD]),
        lambda x: x == math.nextafter(1 / 3, 0),
    ),
    "floats: minus zero": (draw.adversarial_floats(), lambda x: math.copysign(1, x) < 0),
    "floats: subnormal": (draw.adversarial_floats(), lambda x: 0 < x < 2.0**-1022),
    "floats: one": (draw.adversarial_floats(), lambda x: x == 1),
    "unions: open left": (draw.interval_unions(), lambda a: any(not p.closed_lo for p in a.pieces)),
    "unions: open right": (
        draw.interval_unions(),
        lambda a: any(not p.closed_hi for p in a.pieces),
    ),
    "unions: a point": (draw.interval_unions(), lambda a: any(p.lo == p.hi for p in a.pieces)),
    "unions: a hole": (
        draw.interval_unions(),
        lambda a: len((~a).pieces) == 1 and (~a).length == 0,
    ),
    "unions: pieces": (draw.interval_unions(), lambda a: len(a.pieces) == 3),
    "arcs: over the place 0": (draw.arc_unions(), lambda a: any(p.hi > 1 for p in a.pieces)),
    "arcs: two at the place 0": (
        draw.arc_unions(),
        lambda a: 0 not in a and 2.0**-9 in a and 1 - 2.0**-9 in a,
    ),
    "turns: a quarter from a breakpoint": (draw.turns([THIRD]), lambda x: x == 7 / 12),
    "separators: a boundary beside a breakpoint": (
        draw.separators([THIRD]),
        lambda h: 0 < abs(h.direction - Fraction(7 / 12)) < Fraction(1, 2**60),
    ),
    "sphere vectors: beside a lattice": (
        draw.sphere_vectors(2),
        lambda x: 0 < x[0] == math.nextafter(x[1], 2) < 2,
    ),
    "sphere vectors: skew": (draw.sphere_vectors(3), lambda x: x[0] < -1e299 and 0 < x[1] < 1e-300),
    "sphere regions: a point": (draw.sphere_regions(2), a_point),
    "sphere separators: beside the lattice": (
        draw.sphere_separators(2),
        lambda h: 0 < abs(Fraction(h.normal[0], h.normal[1]) - 1) < Fraction(1, 10**30),
    ),
    "step laws: a gap": (draw.step_laws(), lambda p: 0 in p.weights),
    "step laws: cells": (draw.step_laws(), lambda p: len(p.weights) == 4),
    "laws: a gap": (draw.finite_distributions(3), lambda p: 0 in p.weights),
    "thresholds: not a float": (draw.thresholds(), lambda h: Fraction(float(h.cut)) != h.cut),
    "thresholds: a float": (draw.thresholds(), lambda h: h.cut.denominator > 2**50),
    "samples: contradictory": (
        draw.labeled_samples(STAR),
        lambda s: fold(STAR.version_space(), s).is_empty,
    ),
    "prefixes: both labels": (draw.labeled_prefixes(LINE), lambda s: {y for _, y in s} == {-1, 1}),
    "spaces: narrow": (draw.version_spaces(LINE), lambda v: 0 < v.cuts.length < Fraction(1, 8)),
    "members: between": (draw.members(LINE), lambda h: h.cut.denominator > 2**50),
}


@pytest.mark.parametrize("name", REACHES)
def test_reaches(name):
    strategy, condition = REACHES[name]
    assert condition(least(strategy, condition))


@pytest.mark.parametrize("name", draw.families(3))
def test_reaches_every_family(name):
    family = set(draw.families(3)[name])
    found = least(draw.finite_classes(3), lambda c: c.n_points == 3 and set(c.hypotheses) == family)
    assert set(found.hypotheses) == family


@pytest.mark.parametrize("name", SHRINKS)
def test_few_draws_are_lost(name):
    """A rejected draw never returns: count those that do.

    Hypothesis itself loses about a tenth where it splices old draws into new ones.
    """
    begun = ended = 0

    @settings(SEARCH, max_examples=100, phases=[Phase.generate])
    @given(st.data())
    def count(data):
        nonlocal begun, ended
        begun += 1
        data.draw(SHRINKS[name][0])
        ended += 1

    count()
    assert 5 * (begun - ended) <= begun


@given(draw.finite_classes(), st.data())
def test_prefixes_are_realizable(cls, data):
    sample = data.draw(draw.labeled_prefixes(cls))
    assert not fold(cls.version_space(), sample).is_empty


def test_families_are_what_they_are_called():
    assert draw.families(2) == {
        "singleton": (0,),
        "two opposites": (0, 3),
        "thresholds": (3, 2, 0),
        "star": (0, 1, 2),
        "cube": (0, 1, 2, 3),
    }


@given(draw.separators([THIRD]), draw.turns([THIRD]))
def test_separators_label_every_turn(h, x):
    assert h(x) in (-1, 1)
