"""Affine separators against elimination of variables, against shadows, and against the sphere."""

from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError, EmptyVersionSpaceError
from altheory.hypotheses.affine import EXAMPLES, AffineSeparators, from_argument
from altheory.hypotheses.affine_version_space import AffineSeparator, AffineVersionSpace
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.learners.cal import CAL
from altheory.numeric.directions import opposite, primitive
from altheory.numeric.enclosure import Enclosure
from altheory.simulation.jumps import event_driven
from altheory.spaces.affine import AffineRegion
from altheory.testing.replay import fold, replay
from altheory.testing.strategies import affine_points, labeled_prefixes, labeled_samples
from tests.spaces.elimination import solvable

PLANE, LINE = AffineSeparators(2), AffineSeparators(1)
SQUARE = [(0, 0), (1, 0), (0, 1), (1, 1)]
F = Fraction


def zs(sample):
    """The inequalities y (w . x + b) > 0 as integer rows."""
    return [primitive(F(c) * y for c in (*x, 1)) for x, y in sample]


@given(
    st.sampled_from([1, 2, 3]).flatmap(
        lambda d: st.tuples(
            labeled_samples(AffineSeparators(d), 5),
            st.lists(affine_points(d), max_size=3),
            st.just(d),
        )
    )
)
def test_answers_are_those_of_elimination(drawn):
    sample, xs, d = drawn
    space, told = fold(AffineSeparators(d).version_space(), sample), zs(sample)
    assert space.is_empty == (not solvable(told))
    if space.is_empty:
        named = zs(space.contradiction)
        assert len(named) <= d + 2
        assert not solvable(named)
        assert set(space.contradiction) <= set(sample)
        return
    for x in xs:
        (z,) = zs([(x, 1)])
        expected = {y for y in (-1, 1) if solvable([*told, z if y == 1 else opposite(z)])}
        assert space.labels(x) == expected
        assert (x in space.specific()) == (-1 not in expected)
        assert (x in space.general()) == (1 in expected)
        assert (x in space.disagreement()) == (len(expected) == 2)


@given(labeled_prefixes(PLANE, 4), st.tuples(*[st.integers(0, 3)] * 4), st.integers(0, 3))
def test_what_lies_in_the_shadow_of_a_label_is_sure(sample, weights, t):
    """p + t (p - q) is + for any positive p and negative q, and their means."""
    positive, negative = ([x for x, y in sample if y == side] for side in (1, -1))
    space = fold(PLANE.version_space(), sample)
    if positive and negative:
        p, q = mean(positive, weights), mean(negative, weights[::-1])
        beyond = tuple(a + t * (a - b) for a, b in zip(p, q, strict=True))
        assert space.labels(beyond) == {1}
        assert space.labels(tuple(b - t * (a - b) for a, b in zip(p, q, strict=True))) == {-1}


def mean(points, weights):
    shares = [w + 1 for w in weights[: len(points)]]
    shares += [1] * (len(points) - len(shares))
    return tuple(
        sum((s * F(x[k]) for s, x in zip(shares, points, strict=True)), F(0)) / sum(shares)
        for k in range(2)
    )


def test_disagreement_is_a_double_wedge():
    """Two labels on each side: DIS narrows in the middle and opens without end, up and down."""
    sample = [((1, 0), 1), ((2, 1), 1), ((-1, 0), -1), ((-2, 1), -1)]
    space = fold(PLANE.version_space(), sample)
    doubt = space.disagreement()
    for y in (-(10**6), 10**6):
        assert (-y / 2, y) in doubt
    assert [x for x in range(-9, 10) if (x, 0) in doubt] == [0]
    assert [x for x in range(-9, 10) if (x, -1) in doubt] == list(range(-3, 4))
    assert (F(-3), F(-6)) in doubt
    assert (F(3), F(-6)) in doubt
    assert (9, 0) not in doubt
    assert space.labels((9, 0)) == {1}


def test_one_sign_leaves_the_hull_and_the_constants():
    space = fold(PLANE.version_space(), [(x, 1) for x in SQUARE])
    assert AffineSeparator((0, 0, 1))((5, 5)) == 1
    for x in [*SQUARE, (F(1, 2), F(1, 3))]:
        assert x in space.specific()
    assert (F(3, 2), F(1, 2)) in space.disagreement()
    assert space.general() == ~AffineRegion.nothing(2)
    assert PLANE.version_space().specific().is_empty
    constants = {tuple(h(x) for x in SQUARE) for h in PLANE.representatives(SQUARE)}
    assert {(1,) * 4, (-1,) * 4} <= constants
    assert (1, -1, -1, 1) not in constants


def test_a_crosswise_square_is_no_half_plane():
    labels = [1, -1, -1, 1]
    space = PLANE.version_space().restrict_all(SQUARE, labels)
    assert space.is_empty
    assert len(space.contradiction) == 4
    batch = PLANE.version_space().restrict_all(np.array(SQUARE, dtype=float), labels)
    assert batch.contradiction == space.contradiction
    with pytest.raises(EmptyVersionSpaceError):
        space.member()


@pytest.mark.parametrize("d", [1, 2, 3])
def test_covers_count_in_one_dimension_more(d):
    of = AffineSeparators(d)
    for n in range(1, 7):
        rows = {tuple(h(x) for x in of.grid(n)) for h in of.representatives(of.grid(n))}
        assert len(rows) == of.combinatorics(n).growth
    assert [of.combinatorics(n).growth for n in (d + 1, d + 2)] == [2 ** (d + 1), 2 ** (d + 2) - 2]
    assert of.vc_dimension == d + 1


def test_on_the_line_separators_are_rays_and_constants():
    points = [(F(k, 3),) for k in (-4, 0, 1, 9)]
    rows = {tuple(h(x) for x in points) for h in LINE.representatives(points)}
    rays = {tuple(1 if i < k else -1 for i in range(4)) for k in range(5)}
    assert rows == rays | {tuple(-y for y in row) for row in rays}
    assert LINE.combinatorics(4).growth == 8


@pytest.mark.seeded("paths are equal for every seed")
@pytest.mark.parametrize("d", [1, 2, 3])
def test_cal_asks_when_it_asks_on_the_sphere(d, rng):
    """Whatever the signs of the directions that the points lift to."""
    of, sphere = AffineSeparators(d), SphereSeparators(d + 1)
    target, xs = of.draw_target(rng), [tuple(x) for x in of.law().sample(rng, 40).tolist()]
    signs = rng.choice([-1, 1], 40).tolist()
    turned = [tuple(F(c) * s for c in (*x, 1)) for x, s in zip(xs, signs, strict=True)]
    here = replay(CAL(of.version_space()), target, xs)
    there = replay(CAL(sphere.version_space()), target.lift, turned)
    assert [len(step) for step in here.asked] == [len(step) for step in there.asked]
    for a, b in zip(here.states, there.states, strict=True):
        one, other = a.version_space.disagreement(), b.version_space.disagreement()
        assert one.lift == other
        if d < 3:
            assert of.law().mass(one) == sphere.law().mass(other)


@pytest.mark.seeded("stops at its epsilon whatever is drawn")
@pytest.mark.parametrize("d", [1, 2])
def test_event_driven_cal(d, rng):
    of = AffineSeparators(d)
    target, law = of.draw_target(rng), of.law()
    run = event_driven(CAL(of.version_space()), law, target, rng, epsilon=F(1, 20))
    mass: Any = law.mass(run.state.version_space.disagreement())
    assert mass.hi <= F(1, 20)
    asked: list[Any] = [(event.instance, event.label) for event in run.transcript.events]
    assert all(target(x) == y for x, y in asked)
    assert fold(of.version_space(), asked) == run.state.version_space


def test_distances_are_angles():
    h, g = AffineSeparator((1, 0, 0)), AffineSeparator((0, 1, 0))
    right_angle: Any = PLANE.law().mass(PLANE.difference(h, g))
    assert F(1, 2) in right_angle
    constants = [AffineSeparator((0, 0, y)) for y in (1, -1)]
    assert PLANE.law().mass(PLANE.difference(*constants)) == 1
    mass = PLANE.law().mass(PLANE.difference(constants[0], AffineSeparator((1, 0, 1))))
    assert isinstance(mass, Enclosure)
    assert F(1, 4) in mass


@given(labeled_samples(PLANE, 5), affine_points(2))
def test_certificates_are_about_lifted_points(sample, x):
    space = fold(PLANE.version_space(), sample)
    said = space.certificate(x)
    assert said["problem"]["hypotheses"] == {"class": "sphere", "dimension": 3}
    assert frozenset(said["problem"].get("answer", ())) == space.labels(x)
    assert all(point[-1] == "1/1" for point, _ in said["problem"]["labels"])


def test_a_hyperplane_has_no_label():
    h = AffineSeparator((1, -1, 1))
    for x in ((0, 1), (1e300, 1e300 + 1)):
        assert h.predict([[float(c) for c in (1, 1)]]).tolist() == [1]
        if sum(a * F(b) for a, b in zip(h.normal, (*x, 1), strict=True)) == 0:
            with pytest.raises(DomainError, match=r"lies on its hyperplane"):
                h(x)
            with pytest.raises(DomainError, match=r"\[0.0, 1.0\] lies on its hyperplane"):
                h.predict([[0.0, 0.0], x])
    assert h((F(0), F(1) - F(1, 10**40))) == 1
    assert ((5, 0) in h.positive, (0, 5) in h.negative) == (True, True)


def test_what_the_command_line_writes():
    assert from_argument("7") == AffineSeparators(7)
    assert from_argument(None) == EXAMPLES[0] == PLANE
    h = PLANE.parse_target("1,-0.5,0.3")
    assert h == AffineSeparator((10, -5, 3)) == PLANE.parse_target(str(h))
    for text in ("", "1,2", "0,0,0", "a,b,c", "1/0,0,1", "1,2,3,4"):
        with pytest.raises(DomainError, match="is w and b, 3 numbers"):
            PLANE.parse_target(text)
    for text in ("", "x", "2.5", "0"):
        with pytest.raises(DomainError):
            from_argument(text)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: AffineSeparator((0, 0, 0)), "zero vector"),
        (lambda: AffineSeparators(0), "at least 1"),
        (lambda: AffineVersionSpace.whole(0), "at least 1"),
        (lambda: PLANE.version_space().restrict((1,), 1), "2 coordinates, got 1"),
        (lambda: PLANE.version_space().restrict((1, 0), 0), "got 0"),
        (lambda: PLANE.version_space().restrict_all([(0, 0)], [1, 1]), "1 instances and 2 labels"),
        (lambda: PLANE.grid(0), "got 0"),
    ],
)
def test_refusals(call, said):
    with pytest.raises(DomainError, match=said):
        call()


def test_erm_of_a_crosswise_square_has_one_error():
    best = PLANE.erm(list(zip(SQUARE, (1, -1, -1, 1), strict=True)))
    assert sum(best(x) != y for x, y in zip(SQUARE, (1, -1, -1, 1), strict=True)) == 1


def test_every_labeling_of_the_grid_is_told_apart_from_the_rest():
    """All 2^9 labelings of a 3 x 3 grid: as many are half planes as elimination solves."""
    points = list(product((-1, 0, 1), repeat=2))
    told = [zs([(x, 1)])[0] for x in points]
    kept = {tuple(h(x) for x in points) for h in PLANE.representatives(points)}
    for row in product((-1, 1), repeat=9):
        signed = [z if y == 1 else opposite(z) for z, y in zip(told, row, strict=True)]
        assert (row in kept) == solvable(signed)
    assert len(kept) == 58


@pytest.mark.parametrize("d", [1, 2, 5])
def test_balls_disagree_as_on_the_sphere(d):
    of, sphere = AffineSeparators(d), SphereSeparators(d + 1)
    h = AffineSeparator((*range(1, d + 1), -2))
    for r in (F(1, 100), F(1, 6), F(3, 4)):
        assert of.ball_disagreement(h, r) == sphere.ball_disagreement(h.lift, r)
        assert of.disagreement_coefficient(h, r) == sphere.disagreement_coefficient(h.lift, r)
    with pytest.raises(DomainError):
        of.ball_disagreement(AffineSeparator((1,) * (d + 2)), F(1, 6))


def test_erm_without_errors_takes_no_time():
    """Two thousand points in the plane have four million labelings."""
    target = AffineSeparator((3, -2, 1))
    sample = [((a, b), target((a, b))) for a in range(0, 120, 3) for b in range(1, 150, 3)]
    best = PLANE.erm(sample)
    assert all(best(x) == y for x, y in sample)


def test_the_lift_of_a_version_space_has_labels_at_lifted_points():
    made: Any = SphereVersionSpace
    lift = made(3, (((1, 2, 1), 1), ((0, 0, 1), -1)))
    space = AffineVersionSpace(lift)
    assert space == fold(AffineSeparators(2).version_space(), [((0, 0), -1), ((1, 2), 1)])
    assert hash(space) == hash(AffineVersionSpace(made(3, lift.sample[::-1])))
    with pytest.raises(DomainError, match=r"lifted points \(x, 1\), got \(2, 4, 2\)"):
        AffineVersionSpace(made(3, (((2, 4, 2), 1),)))
