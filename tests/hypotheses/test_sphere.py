"""Half spaces against elimination of variables, against arcs, and at the floats beside a facet."""

import math
import random
from fractions import Fraction
from itertools import combinations, permutations, product
from typing import Any

import numpy as np
import pytest
from flint import fmpz_mat
from hypothesis import given
from hypothesis import strategies as st

from altheory.complexity.disagreement import disagreement_coefficient, disagreement_mass
from altheory.complexity.query_tree import optimal_query_tree
from altheory.complexity.restriction import restricted_to
from altheory.complexity.star import known_star_set, star_number
from altheory.complexity.teaching import extended_teaching_dimension, teaching_dimension
from altheory.errors import BudgetError, DomainError, EmptyVersionSpaceError
from altheory.hypotheses import sphere as module
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.half_space import SphereSeparator
from altheory.hypotheses.sphere import EXAMPLES, SphereSeparators, from_argument
from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.learners.cal import CAL
from altheory.ledger.checker import verify
from altheory.numeric.angles import angle
from altheory.numeric.directions import dot, opposite, primitive, unit_vectors
from altheory.numeric.enclosure import Enclosure
from altheory.simulation.jumps import event_driven
from altheory.spaces.cone import Cone
from altheory.spaces.sphere import SphereRegion, sphere_point
from altheory.testing import laws
from altheory.testing.replay import fold
from altheory.testing.strategies import (
    labeled_samples,
    rationals_in_unit,
    sphere_separators,
    sphere_vectors,
)
from altheory.theory.sphere_information import theta_sphere
from tests.spaces.elimination import solvable

SPACE, PLANE = SphereSeparators(3), SphereSeparators(2)
CIRCLE = CircleSeparators()
E1, E2, E3 = unit_vectors(3)
MADE: Any = SphereVersionSpace  # of labels as they come


def zs(sample):
    return [primitive(Fraction(c) * y for c in x) for x, y in sample]


def agree(space, sample, xs):
    """What the space says is what elimination finds, and its proofs are proofs."""
    told = zs(sample)
    assert space.is_empty == (not solvable(told))
    if space.is_empty:
        named = zs(space.contradiction)
        assert len(named) <= space.dimension + 1
        assert not solvable(named)
        assert all(solvable([*named[:i], *named[i + 1 :]]) for i in range(len(named)))
        assert set(space.contradiction) <= set(sample)
        return
    assert all(dot(z, space.member().normal) > 0 for z in told)
    specific, general, doubtful = space.specific(), space.general(), space.disagreement()
    for x in xs:
        (z,) = zs([(x, 1)])
        expected = {y for y in (-1, 1) if solvable([*told, z if y == 1 else opposite(z)])}
        assert space.labels(x) == expected
        assert (x in specific, x in general) == (-1 not in expected, 1 in expected)
        assert (x in doubtful) == (len(expected) == 2)


@given(
    st.sampled_from([2, 3, 4]).flatmap(lambda d: labeled_samples(SphereSeparators(d), 5)), st.data()
)
def test_answers_are_those_of_elimination(sample, data):
    d = len(sample[0][0]) if sample else 3
    xs = data.draw(st.lists(sphere_vectors(d), max_size=3))
    agree(fold(SphereSeparators(d).version_space(), sample), sample, xs)


@pytest.mark.parametrize(
    "points",
    [
        (E1, E2, E3, (1, 1, 0)),
        (E1, (-1, 0, 0), (2, 0, 0), E2),
        (E1, E2, (1, 1, 0), (1, -1, 0)),  # all on one great circle
        ((1, 1, 1), (1, 1, -1), (1, -1, 1), (-1, 1, 1)),
    ],
)
def test_every_labeling_of_a_few_points_in_every_order(points):
    """0 stands for no label; duplicates and antipodes are among the points."""
    for labels in product((-1, 0, 1), repeat=4):
        sample = [(x, y) for x, y in zip(points, labels, strict=True) if y]
        reference = fold(SPACE.version_space(), sample)
        agree(reference, sample, [*points, (1, 2, 3), (0, 1, -1)])
        for order in permutations(sample):
            space = fold(SPACE.version_space(), order)
            assert space.is_empty == reference.is_empty
            if not space.is_empty:
                assert set(zs(space.sample)) == set(zs(reference.sample))


def on_diamond(turn):
    """A rational direction for each rational turn; a quarter turn is a quarter turn."""
    quarters, t = divmod(Fraction(turn) * 4, 1)
    x, y = 1 - t, t
    for _ in range(int(quarters) % 4):
        x, y = -y, x
    return (x, y)


turns = rationals_in_unit(16).map(lambda x: x % 1)


@given(
    st.lists(st.tuples(turns, st.sampled_from([-1, 1])), max_size=6),
    st.lists(turns, max_size=4),
)
def test_the_plane_is_the_circle(sample, xs):
    """Walking around a square instead of the circle keeps order and quarter turns."""
    arcs = fold(CIRCLE.version_space(), sample)
    cone = fold(PLANE.version_space(), [(on_diamond(x), y) for x, y in sample])
    assert arcs.is_empty == cone.is_empty
    if not arcs.is_empty:
        assert len(arcs.sample) == len(cone.sample)
    probes = {x % 1 for c, _ in arcs.directions.cuts for x in (c, c + Fraction(1, 4))}
    for x in [*xs, *probes, *((p + Fraction(1, 4)) % 1 for p in probes), *(s for s, _ in sample)]:
        assert arcs.labels(x) == cone.labels(on_diamond(x))
        for one, other in (
            (arcs.specific(), cone.specific()),
            (arcs.general(), cone.general()),
            (arcs.disagreement(), cone.disagreement()),
        ):
            assert (x in one) == (on_diamond(x) in other)


def test_disagreement_of_an_arc_has_twice_its_length():
    space = fold(PLANE.version_space(), [((1, 0), 1), ((1, 1), -1), ((0, 1), -1)])
    (lo, hi) = space.cone.rays
    mass = PLANE.law().mass(space.disagreement())
    assert mass == 2 * angle(lo, hi)
    assert isinstance(mass, Enclosure)
    assert Fraction(1, 4) in mass


@pytest.mark.parametrize("d", [2, 3, 4, 7])
def test_fewer_labels_than_dimensions_leave_everything_in_doubt(d):
    """Up to sets of measure zero: only what the signed examples span is sure."""
    of = SphereSeparators(d)
    space = of.version_space()
    for axis in unit_vectors(d)[1:]:
        space = space.restrict(axis, -1)
        assert of.law().mass(space.disagreement()) == 1
    assert space.labels(unit_vectors(d)[0]) == {-1, 1}
    assert space.labels([0, *[1] * (d - 1)]) == {-1}


def test_only_labels_on_a_facet_are_kept():
    space = fold(SPACE.version_space(), [(E1, 1), (E2, 1), (E3, 1), ((1, 1, 1), 1)])
    assert [x for x, _ in space.sample] == [E3, E2, E1]
    sharper = space.restrict((1, -1, 0), 1)  # E1 follows from E2 and this
    assert {x for x, _ in sharper.sample} == {E2, E3, (1, -1, 0)}
    assert space.restrict((3, 0, 0), 1) is space


def test_floats_beside_a_facet_are_on_their_side():
    """SB of three labels ends at the great circle through two of them."""
    third = 1 / 3
    a, b, c = (third, 0.7, 0.1), (0.2, third, 0.9), (-1.0, 0.3, third)
    space = fold(SPACE.version_space(), [(a, 1), (b, 1), (c, 1)])
    inside = tuple(Fraction(p) + Fraction(q) for p, q in zip(a, b, strict=True))
    assert space.labels(inside) == {1}
    normal = next(r for r in space.cone.rays if dot(r, primitive(inside)) == 0)
    k = max(range(3), key=lambda i: abs(normal[i]))
    rows = []
    for way in (-1, 1):
        near = [float(x) for x in inside]
        near[k] = math.nextafter(near[k], way * math.inf)
        near[k] = math.nextafter(near[k], way * math.inf)
        rows.append(near)
        expected = {1} if way * normal[k] > 0 else {-1, 1}
        assert space.labels(near) == expected
    assert space.specific().contains(rows).tolist() == [space.labels(x) == {1} for x in rows]
    assert sum(space.specific().contains(rows)) == 1


@given(labeled_samples(SPACE, 6), st.randoms())
def test_a_space_made_of_labels_keeps_those_that_bind(sample, rng):
    """In whatever order, with whatever lengths, and with a certificate of its answers."""
    folded, made = fold(SPACE.version_space(), sorted(sample)), MADE(3, tuple(sample))
    assert (made, made.sample) == (folded, folded.sample)
    shuffled = rng.sample(sample, len(sample))
    assert MADE(3, tuple(shuffled)).sample == made.sample
    longer = [(tuple(2 * y * Fraction(c) for c in x), 1) for x, y in shuffled]
    other = MADE(3, tuple(longer))
    assert (other, hash(other)) == (made, hash(made))
    assert verify(made.certificate(E1))
    agree(made, sample, [E1, (1, 2, 3)])


def test_labels_that_contradict_each_other_are_reduced():
    axes = [(E1, 1), (E2, 1), (E3, 1), (E1, -1)]
    space = MADE(3, tuple(axes))
    assert sorted(space.contradiction) == [(E1, -1), (E1, 1)]
    assert verify(space.certificate(E2))
    assert space == MADE(3, ((E2, 1), (E2, -1)))  # both are empty
    assert space != MADE(2, ((E2[:2], 1), (E2[:2], -1)))


def test_equal_spaces_are_equal_sets():
    one, two = SPACE.version_space().restrict((1, 2, 0), 1), SPACE.version_space()
    assert one == two.restrict((2, 4, 0), 1) == two.restrict((-0.5, -1, 0), -1)
    assert len({one, two.restrict((2, 4, 0), 1), two.restrict((-0.5, -1, 0), -1), two}) == 2
    assert one not in (two, two.restrict((1, 2, 0), -1), (1, 2, 0))


@given(labeled_samples(SPACE, 5))
def test_a_space_is_known_by_its_labels(sample):
    """Its closure is found again from the labels that bind, and all labels give the same."""
    space = fold(SPACE.version_space(), sample)
    again, given = SphereVersionSpace(3, space.sample), SphereVersionSpace(3, tuple(sample))
    assert (again, hash(again)) == (space, hash(space))
    assert again.is_empty == given.is_empty == space.is_empty
    assert again.specific() == given.specific() == space.specific()
    assert again.disagreement() == given.disagreement() == space.disagreement()
    if isinstance(space.cone, Cone):
        assert isinstance(again.cone, Cone)
        assert set(again.cone.rays) == set(space.cone.rays)


@given(labeled_samples(SPACE, 8))
def test_a_batch_is_the_fold(sample):
    floats = [(tuple(map(float, x)), y) for x, y in sample]
    batch = SPACE.version_space().restrict_all(
        np.array([x for x, _ in floats]).reshape(-1, 3), [y for _, y in floats]
    )
    assert batch == fold(SPACE.version_space(), floats)


@pytest.mark.parametrize(("d", "n"), [(2, 200), (3, 200), (4, 100), (5, 60), (6, 40), (8, 16)])
@pytest.mark.seeded("every answer is proved by its certificate, which is checked here")
def test_every_answer_has_a_proof(d, n, rng):
    of = SphereSeparators(d)
    target, xs = of.draw_target(rng), of.law().sample(rng, n)
    space = of.version_space().restrict_all(xs, target.predict(xs))
    probes = [*of.law().sample(rng, 10), *xs[:3], *(xs[3] + xs[4:7])]
    for x in [sphere_point(p.tolist(), d) for p in probes]:
        check_certificate(space, x)
        assert target(x) in space.labels(x)


def test_degenerate_labels_in_higher_dimensions():
    """Every answer is proved by its certificate; many labels touch facets or lie on flats."""
    rng, answers = random.Random(6), set()
    for d in [4, 5, 6, 6, 7] * 5:
        space = SphereSeparators(d).version_space()
        center = [rng.choice((-1, 0, 0, 1)) for _ in range(d)]
        pool = [lattice_vector(d, rng) for _ in range(24)]
        for x in pool[:18]:
            side = sum(a * b for a, b in zip(x, center, strict=True)) or rng.choice((-1, 1))
            space = space.restrict(x, 1 if side > 0 else -1)
        for x in pool[12:]:
            answers.add(space.labels(x))
            check_certificate(space, x)
    assert answers == {frozenset(), frozenset({1}), frozenset({-1}), frozenset({-1, 1})}


def lattice_vector(d, rng):
    x = tuple(rng.choice((-1, 0, 0, 0, 1)) for _ in range(d))
    return x if any(x) else unit_vectors(d)[0]


def check_certificate(space, x):
    """Two members that disagree, or multipliers that sum up to what they should."""
    proof, answer = space.certificate(x)["proof"], space.labels(x)
    exact = tuple(map(Fraction, x))
    if len(answer) == 1:
        proves(proof, space.sample, exact, *answer)
    elif answer:
        found = [SphereSeparator(primitive(map(Fraction, w))) for w in proof["witnesses"]]
        assert [h(x) for h in found] == [-1, 1]
        assert all(h(z) == y for h in found for z, y in space.sample)
    else:
        proves(proof, space.sample, (0,) * len(x), 1)
        assert min(map(Fraction, proof["multipliers"])) > 0


def proves(proof, sample, x, y):
    """y x is a nonnegative combination of the signed examples."""
    shares = list(map(Fraction, proof["multipliers"]))
    assert min(shares) >= 0
    total = [
        sum(s * z[k] * label for s, (z, label) in zip(shares, sample, strict=True))
        for k in range(len(x))
    ]
    assert total == [y * c for c in x]


@given(labeled_samples(SPACE, 6), sphere_vectors(3))
def test_certificates_prove_what_labels_say(sample, x):
    space = fold(SPACE.version_space(), sample)
    said, answer = space.certificate(x), space.labels(x)
    assert said["problem"]["hypotheses"] == {"class": "sphere", "dimension": 3}
    assert frozenset(said["problem"].get("answer", ())) == answer
    check_certificate(space, x)


def test_contradictions_of_every_size():
    """Two antipodes, three directions around a great circle, a simplex around the origin."""
    for d in (2, 3, 4, 6):
        axes = unit_vectors(d)
        for k in range(1, d + 1):
            closing = tuple(-1 if i < k else 0 for i in range(d))
            sample = [*((a, 1) for a in axes), (closing, 1)]
            space = fold(SphereSeparators(d).version_space(), sample)
            assert {x for x, _ in space.contradiction} == {*axes[:k], closing}
            assert space.labels(axes[0]) == frozenset()
            assert space.restrict(axes[0], -1) is space
            with pytest.raises(EmptyVersionSpaceError):
                space.member()


@given(sphere_separators(3), st.lists(sphere_vectors(3), max_size=5))
def test_separators_are_symmetric(h, xs):
    laws.classes.batches_are_labeled_one_by_one(h, xs)
    for x in xs:
        antipode = tuple(-c for c in x)
        assert h(antipode) == -h(x)
        assert (x in h.positive, x in h.negative) == (h(x) == 1, h(x) == -1)


def test_a_hyperplane_has_no_label():
    h = SphereSeparator((1, -1, 0))
    for x in ((1, 1, 5), (0, 0, 1), (1e-300, 1e-300, 1e300)):
        with pytest.raises(DomainError, match="lies on its hyperplane"):
            h(x)
        with pytest.raises(DomainError, match="lies on its hyperplane"):
            h.predict([[1.0, 0.0, 0.0], x])
    assert h((math.nextafter(1, 2), 1, 5)) == 1


@pytest.mark.parametrize("d", [2, 3, 8])
def test_a_target_labels_every_float(d):
    """Also those orthogonal to what was drawn before it was moved."""
    for seed in range(20):
        h = SphereSeparators(d).draw_target(np.random.default_rng(seed))
        drawn = np.random.default_rng(seed).standard_normal(d).tolist()
        for i, j in combinations(range(d), 2):
            orthogonal = [0.0] * d
            orthogonal[i], orthogonal[j] = drawn[j], -drawn[i]
            assert h(orthogonal) in {-1, 1}
            assert h(drawn) == 1


def listed(of, points):
    return FiniteClass.restriction(of.representatives(points), points).hypotheses


@pytest.mark.parametrize("d", [2, 3, 4, 5])
def test_covers_count(d):
    """In general position; and three points on a great circle take two labelings fewer."""
    of = SphereSeparators(d)
    for n in range(1, 7):
        assert len(listed(of, of.grid(n))) == of.combinatorics(n).growth
    e = unit_vectors(d)
    between = tuple(a + b for a, b in zip(e[0], e[1], strict=True))
    assert len(of.representatives([e[0], e[1], between])) == 6
    assert of.combinatorics(0).growth == len(of.representatives([])) == 1
    assert [of.combinatorics(n).growth for n in (d, d + 1)] == [2**d, 2 ** (d + 1) - 2]


NUMBERS = (star_number, teaching_dimension, extended_teaching_dimension)


def random_points(d, n, rng):
    """Integer vectors of which any d are linearly independent."""
    while True:
        xs = [tuple(rng.randint(-9, 9) for _ in range(d)) for _ in range(n)]
        if all(fmpz_mat(rows).det() for rows in combinations(xs, d)):
            return xs


@pytest.mark.parametrize(
    ("d", "n"), [(2, 2), (2, 5), (2, 7), (3, 3), (3, 5), (3, 6), (4, 5), (4, 7), (5, 7)]
)
def test_closed_forms_on_random_points(d, n):
    """Whatever the points in general position; on grids too, where they are a star set."""
    of, rng = SphereSeparators(d), random.Random(100 * d + n)
    known = of.combinatorics(n)
    for xs in (of.grid(n), random_points(d, n, rng), random_points(d, n, rng)):
        pool = restricted_to(of, xs)
        assert len(pool.hypotheses) == known.growth
        assert pool.vc_dimension == min(d, n)
        if known.star_number is not None:
            found = [number(pool) for number in NUMBERS]
            assert found == [known.star_number] * 3
            assert [known.teaching_dimension, known.extended_teaching_dimension] == found[1:]
            assert optimal_query_tree(pool).depth == known.queries
    if d > 2:
        assert star_number(restricted_to(of, of.grid(n))) == n


def test_six_points_in_space_need_not_be_a_star():
    """So their number is no function of n alone, while the largest of any six is six."""
    icosahedral = [(0, 5, 8), (0, 5, -8), (5, 8, 0), (5, -8, 0), (8, 0, 5), (-8, 0, 5)]
    assert all(fmpz_mat(rows).det() for rows in combinations(icosahedral, 3))
    pool = restricted_to(SPACE, icosahedral)
    assert len(pool.hypotheses) == SPACE.combinatorics(6).growth
    assert star_number(pool) == teaching_dimension(pool) == 5
    assert SPACE.combinatorics(6).star_number is None
    assert star_number(SPACE, 6) == 6


@pytest.mark.parametrize("d", [2, 3, 4, 7])
@pytest.mark.parametrize("n", [1, 2, 3, 8, 30])
def test_star_sets_of_any_size(d, n):
    of = SphereSeparators(d)
    found = of.star_set(n)
    size = len(found.points)
    assert size == min(n, of.star_number) == star_number(of, n)
    assert [found.center(x) for x in found.points] == [1] * size
    for i, h in enumerate(found.neighbors):
        assert [h(x) for x in found.points] == [-1 if j == i else 1 for j in range(size)]
    if d > 2:
        assert found.points == of.grid(n)
    assert verify(known_star_set(of, n).certificate()).endswith(f"at least {size}")


def test_three_directions_in_the_plane_are_no_star():
    """Nor are any of a few: exhaustively, on all sets of three, around all labelings."""
    slopes = [(1, k) for k in range(-3, 4)] + [(0, 1), (2, 1), (-1, 2)]
    for points in combinations(slopes, 3):
        assert star_number(restricted_to(PLANE, points)) == 2
    assert PLANE.star_number == 2
    assert SPACE.star_number == math.inf


@pytest.mark.parametrize("d", [2, 3, 5, 20])
@pytest.mark.parametrize("r0", [Fraction(1, 1000), Fraction(1, 7), Fraction(3, 4)])
def test_the_disagreement_coefficient_is_enclosed_by_balls(d, r0):
    of = SphereSeparators(d)
    target = of.draw_target(np.random.default_rng(d))
    known = of.disagreement_coefficient(target, r0)
    enclosed = disagreement_coefficient(disagreement_mass(of, target), r0, resolution=16)
    assert enclosed.lo <= known.hi
    assert known.lo <= enclosed.hi
    assert enclosed.hi * 15 <= 16 * known.hi
    if d == 2:
        assert CIRCLE.disagreement_coefficient(CIRCLE.parse_target("0"), r0) in known
    elif r0 <= Fraction(1, 7):
        assert known.less_than(theta_sphere(d).enclosure) is True


@pytest.mark.statistical(alpha=1e-7, power=0.99)
@pytest.mark.parametrize("d", [3, 6])
def test_two_separators_of_a_ball_disagree_on_its_band(d, rng):
    """By Hoeffding; x is on the band iff the ball holds separators that say either label."""
    of, target, n = SphereSeparators(d), SphereSeparator((1,) * d), 20_000
    xs, radius = of.law().sample(rng, n), Fraction(1, 10)
    sines = np.abs(xs @ np.ones(d)) / math.sqrt(d)
    found = np.count_nonzero(sines < math.sin(math.pi / 10)) / n
    width = math.sqrt(math.log(2 * 2e7) / (2 * n))
    assert abs(found - float(of.ball_disagreement(target, radius))) <= width


@pytest.mark.parametrize("other", [SphereSeparator((1, 2)), 3, None])
def test_balls_are_around_separators(other):
    with pytest.raises(DomainError, match="a separator in dimension 3"):
        SPACE.ball_disagreement(other, Fraction(1, 4))
    with pytest.raises(DomainError, match="a separator in dimension 3"):
        SPACE.disagreement_coefficient(other, Fraction(1, 4))


@given(sphere_separators(3), sphere_separators(3))
def test_the_distance_of_separators_is_their_angle_over_pi(h, g):
    mass = SPACE.law().mass(SPACE.difference(h, g))
    if h == g:
        assert mass == 0
    else:
        assert mass == 2 * angle(h.normal, g.normal)


def test_the_member_is_central():
    space = fold(SPACE.version_space(), [(E1, 1), (E2, 1), (E3, 1)])
    assert space.member() == SphereSeparator((1, 1, 1))
    one = SPACE.version_space().restrict((3, 4, 0), -1)
    assert one.member() == SphereSeparator((-3, -4, 0))


@pytest.mark.seeded("stops at its epsilon whatever is drawn")
def test_event_driven_cal_in_space(rng):
    target, law = SPACE.draw_target(rng), SPACE.law()
    run = event_driven(CAL(SPACE.version_space()), law, target, rng, epsilon=Fraction(1, 20))
    space: Any = run.state.version_space
    mass = law.mass(space.disagreement())
    assert isinstance(mass, Enclosure)
    assert mass.hi <= Fraction(1, 20)
    assert all(dot(z, target.normal) > 0 for z in zs(space.sample))
    asked: list[Any] = [(event.instance, event.label) for event in run.transcript.events]
    assert fold(SPACE.version_space(), asked) == space


def test_what_the_command_line_writes():
    assert from_argument("7") == SphereSeparators(7)
    assert from_argument(None) == EXAMPLES[0] == SPACE
    assert SPACE.parse_target("1,-0.5,2/3") == SphereSeparator((6, -3, 4))
    h = SphereSeparator((6, -3, 4))
    assert SPACE.parse_target(str(h)) == h
    for text in ("", "1,2", "0,0,0", "a,b,c", "1/0,0,1", "1,2,3,4"):
        with pytest.raises(DomainError, match="a target separator is a normal of 3 numbers"):
            SPACE.parse_target(text)
    for text in ("", "x", "2.5", "1"):
        with pytest.raises(DomainError):
            from_argument(text)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: SphereSeparator((0, 0, 0)), "zero vector"),
        (lambda: SphereSeparator((1,)), "at least 2"),
        (lambda: SphereSeparators(1), "at least 2"),
        (lambda: SphereVersionSpace(1), "at least 2"),
        (lambda: SphereVersionSpace(2, (((Fraction(0), Fraction(0)), 1),)), "zero vector"),
        (lambda: SPACE.version_space().restrict((0.0, 0.0, 0.0), 1), "zero vector"),
        (lambda: SPACE.version_space().restrict((1, 0), 1), "3 coordinates, got 2"),
        (lambda: SPACE.version_space().restrict(E1, 0), "got 0"),
        (lambda: SPACE.version_space().labels((0, 0, 0)), "zero vector"),
        (lambda: SPACE.version_space().restrict_all(np.zeros((1, 3)), [1]), "zero vector"),
        (lambda: SPACE.version_space().restrict_all([E1], [1, 1]), "1 instances and 2 labels"),
        (lambda: SPACE.grid(0), "got 0"),
    ],
)
def test_refusals(call, said):
    with pytest.raises(DomainError, match=said):
        call()


def test_too_many_labelings_are_refused(monkeypatch):
    monkeypatch.setattr(module, "LABELINGS", 10)
    with pytest.raises(BudgetError, match="more than 10 labelings"):
        SPACE.representatives(SPACE.grid(4))


def test_half_spheres_are_not_nested():
    """So no member has SB or GB as its positive region."""
    h, g = SphereSeparator((1, 0, 0)), SphereSeparator((1, 1, 0))
    assert not (h.positive - g.positive).is_empty
    assert not (g.positive - h.positive).is_empty
    for space in (SPACE.version_space(), SPACE.version_space().restrict(E1, 1)):
        assert space.specific_hypothesis() is space.general_hypothesis() is None
    whole = SPACE.version_space()
    assert whole.specific() == SphereRegion.nothing(3)
    assert whole.general() == whole.disagreement() == ~SphereRegion.nothing(3)
    assert isinstance(SPACE.law().mass(whole.disagreement()), Fraction | Enclosure)


def fuzz(rounds, seed):
    """Random sequences of labels at delicate instances of dimension 2 to 5.

    These are a few points, their antipodes and multiples, sums of two of them, and the
    floats beside them; labels repeat, and one in ten is flipped.
    """
    rng = random.Random(seed)
    for _ in range(rounds):
        d = rng.choice((2, 3, 3, 3, 4, 5))
        pool = instances_of(d, rng)
        hidden = [rng.gauss(0, 1) for _ in range(d)]
        sample = []
        for x in [rng.choice(pool) for _ in range(rng.randint(1, 11 - d))]:
            side = sum(Fraction(a) * Fraction(b) for a, b in zip(x, hidden, strict=True))
            sample.append((x, (1 if side > 0 else -1) * rng.choice([1] * 9 + [-1])))
        agree(fold(SphereSeparators(d).version_space(), sample), sample, rng.sample(pool, 2))


def instances_of(d, rng):
    """A dozen vectors, most of them dependent or nearly so."""
    kinds = (
        lambda: tuple(rng.randint(-1, 1) for _ in range(d)),
        lambda: tuple(rng.gauss(0, 1) for _ in range(d)),
        lambda: tuple(
            rng.gauss(0, 1) * 2.0 ** rng.choice((-1000, 0, 0, 0, 0, 0, 0, 1000)) for _ in range(d)
        ),
    )
    pool = [rng.choice(kinds)() for _ in range(4)]
    pool += [tuple(-c for c in x) for x in pool[:2]] + [tuple(3 * Fraction(c) for c in pool[0])]
    pool += [tuple(Fraction(a) + Fraction(b) for a, b in zip(pool[0], pool[1], strict=True))]
    for x in pool[:4]:
        i, way = rng.randrange(d), rng.choice((-math.inf, math.inf))
        pool.append(tuple(math.nextafter(c, way) if k == i else c for k, c in enumerate(x)))
    return [x if any(x) else unit_vectors(d)[0] for x in pool]


def test_fuzz():
    fuzz(300, seed=1)


@pytest.mark.slow
def test_fuzz_of_a_hundred_thousand_sequences():
    fuzz(100_000, seed=2)
