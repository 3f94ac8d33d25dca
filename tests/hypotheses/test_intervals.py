"""Intervals against plain lists of labelings: labels, balls, error counts, floats beside ends."""

from fractions import Fraction
from functools import cache
from itertools import pairwise, permutations, product
from math import nextafter
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from altheory.complexity.disagreement import disagreement_coefficient, disagreement_mass
from altheory.complexity.query_tree import optimal_query_tree
from altheory.complexity.star import star_number
from altheory.complexity.teaching import extended_teaching_dimension, teaching_dimension
from altheory.errors import BudgetError, DomainError, EmptyVersionSpaceError
from altheory.hypotheses import _interval_rows
from altheory.hypotheses._combinatorics import Combinatorics
from altheory.hypotheses._interval_theta import mass
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.interval import Interval
from altheory.hypotheses.intervals import EXAMPLES, Intervals, from_argument
from altheory.ledger.checker import verify
from altheory.numeric.seeds import stream
from altheory.protocols import Label
from altheory.simulation.roster import class_called
from altheory.spaces.cuts import after, before
from altheory.spaces.line import EMPTY, UNIT, IntervalUnion
from altheory.spaces.line_laws import StepLaw
from altheory.testing import laws
from altheory.testing.cases import cases
from altheory.testing.replay import fold
from altheory.testing.strategies import (
    adversarial_floats,
    labeled_prefixes,
    labeled_samples,
    members,
    rationals_in_unit,
)
from proofs_checks import classes_intervals_theta, classes_intervals_theta_min_width

CLS = Intervals()
HALF, QUARTER, THIRD = Fraction(1, 2), Fraction(1, 4), Fraction(1, 3)
WIDTHS = (Fraction(0), QUARTER, THIRD, HALF, Fraction(1))
GRID = CLS.grid(3)
CLASSES = st.sampled_from([Intervals(w) for w in WIDTHS])


def on_grid(cells: int, min_width: Any = 0) -> list[Interval]:
    """Return the members with both ends on a grid."""
    xs = [Fraction(k, cells) for k in range(cells + 1)]
    ends = [(a, b) for a in xs for b in xs if b - a >= min_width and a <= b]
    return [Interval.empty(), *(Interval(a, b) for a, b in ends)]


def between(a: Any, b: Any) -> Interval:
    return Interval(Fraction(a), Fraction(b))


def errors(h: Interval, sample: Any) -> int:
    return sum(h(x) != y for x, y in sample)


@pytest.mark.parametrize("min_width", [Fraction(0), THIRD, HALF])
@pytest.mark.parametrize("labels", list(product((-1, 0, 1), repeat=len(GRID))))
def test_every_labeling_of_a_grid_in_every_order(labels, min_width):
    """0 stands for no label; all orders leave the same regions and name contradictions."""
    cls = Intervals(min_width)
    sample = [(x, y) for x, y in zip(GRID, labels, strict=True) if y]
    probes = [*GRID, *(x + Fraction(1, 7) for x in GRID[:-1])]
    laws.version_spaces.brute_force_agrees(cls, sample, probes)
    reference = fold(cls.version_space(), sample)
    for order in permutations(sample):
        space = fold(cls.version_space(), order)
        assert space.is_empty == reference.is_empty
        assert space.is_empty or space.general() == reference.general()
        assert space.is_empty or space.specific() == reference.specific()
        assert len(space.contradiction) <= 3
        laws.version_spaces.an_empty_space_names_an_irreducible_contradiction(cls, order)


@pytest.mark.parametrize("law", laws.every("counts"), ids=lambda law: law.__name__)
@settings(max_examples=20)
@given(data=st.data())
def test_laws_of_counts(law, data):
    law(**data.draw(cases(law, data.draw(CLASSES))))


@pytest.mark.parametrize("min_width", [Fraction(0), THIRD, Fraction(1)])
def test_every_certificate_passes_and_says_what_labels_say(min_width):
    for labels in product((-1, 0, 1), repeat=len(GRID)):
        sample = [(x, y) for x, y in zip(GRID, labels, strict=True) if y]
        space = fold(Intervals(min_width).version_space(), sample)
        for x in (GRID[1], HALF):
            certificate = space.certificate(x)
            verify(certificate)
            assert set(certificate["problem"].get("answer", ())) == space.labels(x)


@given(CLASSES.flatmap(members), st.data())
def test_floats_beside_the_ends_are_labeled_exactly(h, data):
    floats = data.draw(st.lists(adversarial_floats(h.ends or ()), max_size=8))
    laws.classes.batches_are_labeled_one_by_one(h, floats)
    inside = [h.ends is not None and h.ends[0] <= Fraction(x) <= h.ends[1] for x in floats]
    assert [h(x) == 1 for x in floats] == inside


@given(CLASSES, st.data())
def test_membership_is_agreement_with_every_label(cls, data):
    sample, h = data.draw(labeled_prefixes(cls)), data.draw(members(cls))
    space = fold(cls.version_space(), sample)
    assert (h in space) == all(h(x) == y for x, y in sample)
    assert space.member() in space


def test_too_narrow_an_interval_is_no_member():
    space = Intervals(HALF).version_space()
    assert Interval(Fraction(0), HALF) in space
    assert Interval(Fraction(0), QUARTER) not in space
    assert Interval.empty() in space


def test_an_interval_as_long_as_an_open_gap_does_not_fit():
    """A gap is open at a negative label, also next to 0 or 1: only all of [0, 1] is closed."""
    space = Intervals(HALF).version_space()
    inner = space.restrict(QUARTER, -1).restrict(3 * QUARTER, -1)
    assert inner.general() == EMPTY
    assert inner.restrict(HALF, 1).contradiction == (
        (QUARTER, -1),
        (3 * QUARTER, -1),
        (HALF, 1),
    )
    at_the_end = space.restrict(nextafter(0.5, 1), -1)
    assert at_the_end.general() == IntervalUnion.from_cuts(before(0), before(nextafter(0.5, 1)))
    assert space.restrict(0.5, -1).general() == EMPTY
    full = Intervals(Fraction(1)).version_space()
    assert full.general_hypothesis() == between(0, 1)
    assert full.restrict(0.5, -1).general_hypothesis() == Interval.empty()


def test_a_minimal_width_forces_labels_beyond_the_positive_ones():
    space = Intervals(HALF).version_space().restrict(0.75, 1)
    assert space.specific() == IntervalUnion.closed(0.5, 0.75)
    assert space.specific_hypothesis() is None  # it would be narrower than 1/2
    assert space.restrict(0.25, 1).specific_hypothesis() == between(0.25, 0.75)
    assert space.restrict(0.125, -1).specific() == IntervalUnion.closed(0.5, 0.75)
    assert space.restrict(0.375, -1).specific() == IntervalUnion.closed(0.5, 0.875)
    assert space.restrict(0.375, -1).general() == IntervalUnion.from_cuts(after(0.375), after(1))


def test_boundaries_are_attained_where_a_label_closes_them():
    whole = CLS.version_space()
    assert whole.specific_hypothesis() == Interval.empty()
    assert whole.general_hypothesis() == between(0, 1)
    negative = whole.restrict(0.25, -1)
    assert negative.general_hypothesis() is None  # two gaps, and no interval is both
    space = negative.restrict(0.75, 1).restrict(0.5, 1)
    assert space.specific_hypothesis() == between(0.5, 0.75)
    assert space.general() == IntervalUnion.from_cuts(after(0.25), after(1))
    assert space.general_hypothesis() is None
    assert whole.restrict(0.5, 1).general_hypothesis() == between(0, 1)
    assert space.member() == Interval(Fraction(3, 8), Fraction(7, 8))
    assert (whole.bisector(), negative.bisector()) == (HALF, Fraction(5, 8))


@given(CLASSES, st.data())
def test_all_at_once_is_one_by_one_with_every_sample(cls, data):
    sample = data.draw(labeled_samples(cls, max_size=8))
    together = cls.version_space().restrict_all([x for x, _ in sample], [y for _, y in sample])
    single = fold(cls.version_space(), sample)
    assert together.is_empty == single.is_empty
    if not single.is_empty:
        assert (together.general(), together.specific()) == (single.general(), single.specific())


def test_all_at_once_on_arrays():
    xs, ys = np.array([0.5, 0.25, 0.75, 0.625]), np.array([1, -1, -1, 1], dtype=np.int8)
    space = CLS.version_space().restrict_all(xs, ys)
    assert space.general() == IntervalUnion.from_cuts(after(0.25), before(0.75))
    assert space.specific() == IntervalUnion.closed(0.5, 0.625)
    assert CLS.version_space().restrict_all([], []) == CLS.version_space()


@given(CLASSES, rationals_in_unit(16), st.data())
def test_a_ball_holds_exactly_what_is_near(cls, r, data):
    h, g = data.draw(members(cls)), data.draw(members(cls))
    ball, distance = cls.ball(h, r), cls.law().mass(cls.difference(h, g))
    assert (g in ball) == (distance <= r)
    assert h in ball
    assert ball.radius(h, cls.law()) <= r


@pytest.mark.parametrize("min_width", [Fraction(0), QUARTER, HALF])
@pytest.mark.parametrize("r", [Fraction(k, 4) for k in range(5)])
def test_regions_of_balls_on_a_grid(min_width, r):
    """The corners of a ball lie on the grid twice as fine as that of its center and radius."""
    cls, fine = Intervals(min_width), on_grid(8, min_width)
    for h in on_grid(4, min_width):
        near = [g for g in fine if cls.law().mass(cls.difference(h, g)) <= r]
        general, specific = cls.ball(h, r).general(), cls.ball(h, r).specific()
        for x in CLS.grid(8):
            says = {g(x) for g in near}
            assert (x in general, x in specific) == (1 in says, -1 not in says)


def test_the_ball_around_nothing_is_everywhere():
    """Single points are at distance zero from the empty interval, and fill [0, 1]."""
    ball = CLS.ball(Interval.empty(), 0)
    assert ball.disagreement() == UNIT
    assert ball.restrict(HALF, 1).specific_hypothesis() == Interval(HALF, HALF)
    short = Intervals(QUARTER)
    assert short.ball(Interval.empty(), Fraction(1, 5)).disagreement() == EMPTY
    assert short.ball(Interval.empty(), QUARTER).disagreement() == UNIT


@given(CLASSES, st.data())
def test_labels_restrict_a_ball_to_members_that_agree(cls, data):
    h, r = data.draw(members(cls)), data.draw(rationals_in_unit(8))
    sample = data.draw(labeled_samples(cls, max_size=4))
    ball, g = fold(cls.ball(h, r), sample), data.draw(members(cls))
    agrees = all(g(x) == y for x, y in sample)
    assert (g in ball) == (g in cls.ball(h, r) and agrees) or ball.is_empty
    if ball.is_empty:
        assert not (g in cls.ball(h, r) and agrees)
        named = ball.contradiction
        assert fold(cls.ball(h, r), named).is_empty
        rest = (fold(cls.ball(h, r), [*named[:i], *named[i + 1 :]]) for i in range(len(named)))
        assert not any(space.is_empty for space in rest)
        with pytest.raises(EmptyVersionSpaceError):
            ball.member()
    else:
        assert ball.member() in ball


@given(CLASSES, st.data())
def test_the_radius_is_the_largest_distance(cls, data):
    """No member is farther; grid members and corners come as near as they like."""
    sample, center = data.draw(labeled_prefixes(cls, 4)), data.draw(members(cls))
    space = fold(cls.version_space(), sample)
    radius = space.radius(center, cls.law())
    corners = {Fraction(0), Fraction(1), *(center.ends or ()), *(x for x, _ in sample)}
    steps = (Fraction(0), Fraction(1, 10**6), -Fraction(1, 10**6), cls.min_width, -cls.min_width)
    ends = sorted({x + s + t for x in corners for s in steps for t in steps})
    inside = [x for x in ends if 0 <= x <= 1]
    rivals = [Interval(a, b) for a in inside for b in inside if a <= b]
    near = [g for g in [Interval.empty(), *rivals] if g in space]
    distances = [cls.law().mass(cls.difference(center, g)) for g in near]
    assert max(distances) <= radius <= max(distances) + Fraction(4, 10**6)


@given(CLASSES, st.data())
def test_survivors_of_several_looks_are_the_members_with_few_errors_at_each(cls, data):
    space: Any = cls.version_space()
    rivals = on_grid(8, cls.min_width)
    for _ in range(3):
        sample = data.draw(st.lists(st.tuples(rationals_in_unit(8), st.sampled_from((-1, 1)))))
        counts = space.counts(sample)
        within = [h for h in rivals if h in space]
        assert all(errors(h, sample) >= counts.minimum for h in within)
        k = counts.minimum + data.draw(st.integers(0, 2))
        space = counts.at_most(k)
        assert [h for h in rivals if h in space] == [h for h in within if errors(h, sample) <= k]
        assert errors(space.member(), sample) <= k
        assert space.member() in space


@given(st.lists(st.tuples(rationals_in_unit(6), st.sampled_from((-1, 1))), max_size=8))
def test_survivors_have_exact_regions(sample):
    """Of a sample on a grid, members with ends on a grid twice as fine span the same regions."""
    counts = CLS.version_space().counts(sample)
    for k in range(counts.minimum, counts.minimum + 3):
        space = counts.at_most(k)
        cells = sorted({Fraction(0), Fraction(1), *(x for x, _ in sample)})
        ends = sorted([*cells, *((a + b) / 2 for a, b in pairwise(cells))])
        rivals = [Interval(a, b) for a in ends for b in ends if a <= b]
        alive = [h for h in [Interval.empty(), *rivals] if errors(h, sample) <= k]
        for x in ends:
            says = {h(x) for h in alive}
            assert (x in space.general(), x in space.specific()) == (1 in says, -1 not in says)


def test_counts_of_nothing_and_of_an_empty_space():
    counts = CLS.version_space().counts([])
    assert counts.minimum == 0
    assert counts.at_most(0).disagreement() == UNIT
    assert counts.at_most(-1).is_empty
    with pytest.raises(EmptyVersionSpaceError):
        counts.at_most(-1).counts([(HALF, 1)])
    with pytest.raises(DomainError, match="not over a ball"):
        CLS.ball(Interval.empty(), HALF).counts([(HALF, 1)])


@given(labeled_samples(CLS))
def test_survivors_of_the_same_labels_are_equal(sample):
    one, other = (CLS.version_space().counts(sample) for _ in range(2))
    survivors = one.at_most(one.minimum)
    assert survivors == other.at_most(other.minimum)
    assert len({survivors, other.at_most(other.minimum)}) == 1
    assert survivors != one.at_most(one.minimum - 1)


def test_too_many_boxes_are_refused(monkeypatch):
    monkeypatch.setattr(_interval_rows, "MOST_BOXES", 10)
    sample: list[tuple[Fraction, Label]] = [
        (Fraction(k, 100), 1 if k % 2 else -1) for k in range(100)
    ]
    with pytest.raises(BudgetError, match="more than 10"):
        CLS.version_space().counts(sample).at_most(49)


@given(CLASSES, st.data())
def test_radii_and_regions_of_survivors(cls, data):
    sample, center = data.draw(labeled_samples(cls, 4)), data.draw(members(cls))
    counts = cls.version_space().counts(sample)
    survivors = counts.at_most(counts.minimum)
    space = fold(cls.version_space(), sample)
    if not space.is_empty:  # no errors are possible, so the survivors agree with every label
        assert counts.minimum == 0
        assert survivors.general() == space.general()
        assert survivors.specific() == space.specific()
        assert survivors.radius(center, cls.law()) == space.radius(center, cls.law())
        assert survivors.bisector() == space.bisector()
    with pytest.raises(DomainError, match="not from some of them"):
        survivors.certificate(0)


FUZZ = tuple(
    Fraction(x)
    for x in (0.0, nextafter(0, 1), 0.25, nextafter(0.25, 1), nextafter(0.5, 0), 0.5, 1.0)
)


@cache
def listed(min_width: Fraction, points: tuple[Fraction, ...]) -> FiniteClass:
    """Return the class on the few points in play."""
    return FiniteClass.restriction(Intervals(min_width).representatives(points), points)


def fuzz(seed: str, rounds: int) -> None:
    """Restrict at random among a few points in play, floats side by side, and compare."""
    rng = stream(0, seed)
    for _ in range(rounds):
        width = WIDTHS[int(rng.integers(len(WIDTHS)))]
        xs = [FUZZ[k] for k in rng.integers(len(FUZZ), size=4)]
        points = tuple(sorted(set(xs)))
        space, naive = Intervals(width).version_space(), listed(width, points).version_space()
        answers = naive.of.hypotheses[int(rng.integers(len(naive.of.hypotheses)))]
        for x, flip in zip(xs, rng.random(4) < 0.1, strict=True):
            i = points.index(x)
            y = 1 if (answers >> i & 1) != flip else -1
            space, naive = space.restrict(x, y), naive.restrict(i, y)
        assert space.is_empty == naive.is_empty
        assert [space.labels(x) for x in points] == [naive.labels(i) for i in range(len(points))]
        for clever, plain in (
            (space.general(), naive.general()),
            (space.specific(), naive.specific()),
        ):
            assert [x in clever for x in points] == [i in plain for i in range(len(points))]
            assert clever.contains(np.array(points, float)).tolist() == [
                x in clever for x in points
            ]


def test_random_restrictions_among_neighboring_floats():
    fuzz("intervals", 300)


@pytest.mark.slow
def test_a_hundred_thousand_random_restrictions():
    fuzz("intervals, at length", 100_000)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("0.2,1/3", Interval(Fraction(1, 5), THIRD)),
        ("empty", Interval.empty()),
        ("0,1", between(0, 1)),
    ],
)
def test_targets_are_read_exactly(text, target):
    assert CLS.parse_target(text) == target
    assert CLS.parse_target(str(target)) == target


@pytest.mark.parametrize("text", ["", "0.5", "1,0", "0,2", "a,b", "1/0,1", "0,1,1"])
def test_what_is_no_interval_is_refused(text):
    with pytest.raises(DomainError, match="LOW,HIGH"):
        CLS.parse_target(text)


def test_bad_values_are_refused_by_name():
    with pytest.raises(DomainError, match="narrower than 1/4"):
        Intervals(QUARTER).parse_target("0,0.2")
    with pytest.raises(DomainError, match=r"0.1,0.2 is narrower than ~0\.3$"):
        Intervals(Fraction(0.3)).parse_target("0.1,0.2")
    with pytest.raises(DomainError, match=r"with a minimal width, ~0\.3, no points"):
        Intervals(Fraction(0.3)).vertices([])
    with pytest.raises(DomainError, match=r"lies in \[0, 1\], got 2"):
        Intervals(Fraction(2))
    with pytest.raises(DomainError, match="two ends or none"):
        Interval(None, HALF)
    with pytest.raises(DomainError, match="at least 0, got -1"):
        CLS.ball(Interval.empty(), -1)
    law = StepLaw((Fraction(0), HALF, Fraction(1)), (QUARTER, 3 * QUARTER))
    with pytest.raises(DomainError, match="uniform law only"):
        CLS.ball(Interval.empty(), HALF, law)


def test_the_command_line_names_the_class():
    assert class_called("intervals") == EXAMPLES[0] == from_argument(None)
    assert class_called("intervals:0.1") == Intervals(Fraction(1, 10))
    with pytest.raises(DomainError, match=r"intervals:0.1, got 'x'"):
        class_called("intervals:x")


@given(CLASSES, st.integers(0, 10**6))
def test_targets_are_wide_enough(cls, seed):
    target = cls.draw_target(np.random.default_rng(seed))
    assert target.width >= cls.min_width
    assert target in cls.version_space()


@given(CLASSES, st.data())
def test_the_mass_of_a_ball_is_the_closed_form(cls, data):
    h, r = data.draw(members(cls)), data.draw(rationals_in_unit())
    assert mass(h, cls.min_width, r) == cls.law().mass(cls.ball(h, r).disagreement())


@given(CLASSES, st.data())
def test_the_disagreement_coefficient_lies_in_the_enclosure_from_balls(cls, data):
    h, r0 = data.draw(members(cls)), data.draw(st.sampled_from([QUARTER, THIRD, Fraction(3, 5)]))
    closed = cls.disagreement_coefficient(h, r0)
    assert closed in disagreement_coefficient(disagreement_mass(cls, h), r0, resolution=8)


@pytest.mark.parametrize(
    ("low", "high", "min_width", "theta"),
    [
        (0.375, 0.625, 0, 4),  # max(4, 1/w)
        (0.4375, 0.5625, 0, 8),
        (0, 0.5, 0, 3),
        (0, 1, 0, 2),
        (0.375, 0.625, 0.125, 4),
        (0.4375, 0.5625, 0.125, 4),  # as narrow as may be: max(3, 1/(2w))
        (0.25, 0.5, 0.25, 3),
    ],
)
def test_coefficients_at_small_radii(low, high, min_width, theta):
    cls = Intervals(Fraction(min_width))
    assert cls.disagreement_coefficient(between(low, high), Fraction(1, 10**9)) == theta


def test_a_target_that_is_too_narrow_has_no_coefficient():
    with pytest.raises(DomainError, match="narrower than 1/2"):
        Intervals(HALF).disagreement_coefficient(between(0, 0.25), HALF)
    with pytest.raises(DomainError, match=r"the target ~0\.1,~0\.2 is narrower than ~0\.3"):
        Intervals(Fraction(0.3)).disagreement_coefficient(between(0.1, 0.2), HALF)


@pytest.mark.parametrize("n", range(1, 6))
def test_combinatorics_are_those_of_points_in_a_row(n):
    points = [Fraction(2 * k + 1, 2 * n) for k in range(n)]
    listed = FiniteClass.restriction(CLS.representatives(points), points)
    assert CLS.combinatorics(n) == Combinatorics(
        growth=len(listed.hypotheses),
        star_number=star_number(listed),
        teaching_dimension=teaching_dimension(listed),
        extended_teaching_dimension=extended_teaching_dimension(listed),
        queries=optimal_query_tree(listed).depth,
    )
    assert Intervals(HALF).combinatorics(n) == Combinatorics()


@given(st.lists(rationals_in_unit(6), min_size=1, max_size=3), st.data())
def test_some_vertex_has_the_least_error(points, data):
    """Labels that are certain between points: the error is the mass of a difference."""
    cuts = sorted({Fraction(0), Fraction(1), *points})
    cells = [IntervalUnion.from_cuts(before(a), before(b)) for a, b in pairwise(cuts)]
    chosen = data.draw(st.lists(st.sampled_from(cells), unique=True))
    positive = EMPTY
    for cell in chosen:
        positive |= cell

    def error(h: Interval) -> Fraction:
        return ((h.positive - positive) | (positive - h.positive)).length

    assert min(map(error, CLS.vertices(points))) <= min(map(error, on_grid(6)))
    with pytest.raises(DomainError, match="minimal width"):
        Intervals(HALF).vertices(points)


@given(CLASSES, st.data())
def test_the_claims_state_the_closed_form(cls, data):
    h, r0 = data.draw(members(cls)), data.draw(rationals_in_unit(16))
    if 0 < r0 < 1:
        claim = classes_intervals_theta_min_width if cls.min_width else classes_intervals_theta
        claimed = claim.theta(h, cls.min_width, r0)
        assert claimed == cls.disagreement_coefficient(h, r0)
