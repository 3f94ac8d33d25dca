"""Half circles against plain lists of labelings, against cones, and at the floats beside ends."""

import math
import random
from fractions import Fraction
from itertools import combinations, permutations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.certificate import forced_label
from altheory.complexity.best import best_hypothesis
from altheory.complexity.disagreement import disagreement_coefficient, disagreement_mass
from altheory.complexity.query_tree import optimal_query_tree
from altheory.complexity.star import star_number
from altheory.complexity.teaching import extended_teaching_dimension, teaching_dimension
from altheory.errors import DomainError, EmptyVersionSpaceError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.circle_version_space import CircleVersionSpace, error_profile
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.half_circle import CircleSeparator
from altheory.ledger.checker import accepted
from altheory.oracles.classification_noise import classification_noise
from altheory.spaces.circle import CIRCLE, ArcUnion
from altheory.testing import laws
from altheory.testing.replay import fold
from altheory.testing.strategies import adversarial_floats, arc_unions, labeled_samples, turns

CLS = CircleSeparators()
GRID = CLS.grid(8)
FINE = CLS.grid(16)
QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)


def says(u, x):
    """What direction u says at x, from the distance of the two; 0 on the boundary."""
    apart = abs(Fraction(u) - Fraction(x)) % 1
    return (min(apart, 1 - apart) < QUARTER) - (min(apart, 1 - apart) > QUARTER)


@pytest.mark.parametrize("labels", list(product((-1, 0, 1), repeat=4)))
@pytest.mark.parametrize("points", [GRID[::2], (*GRID[:3], GRID[5])])
def test_every_labeling_of_a_few_points_in_every_order(points, labels):
    """0 stands for no label; antipodes are among the points."""
    sample = [(x, y) for x, y in zip(points, labels, strict=True) if y]
    laws.version_spaces.brute_force_agrees(CLS, sample, FINE)
    reference = fold(CLS.version_space(), sample)
    kept = [u for u in FINE if all(says(u, x) == y for x, y in sample)]
    for order in permutations(sample):
        space = fold(CLS.version_space(), order)
        assert space.directions == reference.directions
        assert [u for u in FINE if u in space.directions] == kept
        assert len(space.sample) <= (3 if space.is_empty else 2)
        laws.version_spaces.an_empty_space_names_an_irreducible_contradiction(CLS, order)


@given(turns().map(lambda x: CircleSeparator(Fraction(x))), st.data())
def test_floats_beside_the_boundary_are_labeled_exactly(h, data):
    edges = [(h.direction + way) % 1 for way in (-QUARTER, QUARTER)]
    floats = data.draw(
        st.lists(adversarial_floats(edges).map(lambda x: x % 1), min_size=1, max_size=8)
    )
    expected = [says(h.direction, x) for x in floats]
    if 0 in expected:
        undefined = repr(floats[expected.index(0)])
        with pytest.raises(DomainError, match=f"but {undefined} lies on its boundary"):
            h.predict(floats)
        with pytest.raises(DomainError, match="lies on its boundary"):
            h(floats[expected.index(0)])
        return
    assert h.predict(floats).tolist() == [h(x) for x in floats] == expected


@given(arc_unions(), labeled_samples(CLS, 4), st.lists(turns(GRID), max_size=4))
def test_a_prior_of_arcs_answers_by_its_directions(prior, sample, xs):
    """The envelopes are unions over the members, whatever the gaps and ends of the prior."""
    space = fold(CircleVersionSpace(prior), sample)
    left = prior
    for x, y in sample:
        center = Fraction(x) if y == 1 else Fraction(x) + HALF
        left &= ArcUnion.open(center - QUARTER, center + QUARTER)
    assert space.directions == left
    laws.version_spaces.both_labels_are_open_in_the_disagreement_region(space, xs)
    laws.version_spaces.envelopes_are_what_members_say(space, xs)
    laws.version_spaces.disagreement_lies_between_the_envelopes(space)
    laws.version_spaces.an_open_label_leaves_a_member(space, xs)
    if left.is_empty:
        with pytest.raises(EmptyVersionSpaceError):
            space.member()
    else:
        assert space.member().direction in left


@given(arc_unions())
def test_few_enough_directions_disagree_on_two_opposite_arcs_and_more_on_everything(prior):
    """If the longest gap g exceeds half a turn DIS has mass 2(1 - g), otherwise 1 or nothing."""
    space = CircleVersionSpace(prior)
    gap = max((p.hi - p.lo for p in (~prior).pieces), default=Fraction(0))
    mass = 0 if prior.is_empty else min(2 * (1 - gap), Fraction(1))
    region = space.disagreement()
    assert region.length == mass
    assert region.turned(HALF) == region
    if 0 < mass < 1:
        assert len(region.pieces) == 2


@given(labeled_samples(CLS, 6))
def test_the_surely_positive_set_is_the_cone_of_the_signed_examples(sample):
    """The closed arc between the extreme signed examples."""
    space = fold(CLS.version_space(), sample)
    if space.is_empty or not sample:
        return
    signed = [Fraction(x) if y == 1 else Fraction(x) + HALF for x, y in sample]
    u = space.member().direction
    lifted = [(z - u + HALF) % 1 - HALF for z in signed]  # within a quarter turn of u
    assert space.specific() == ArcUnion.closed(u + min(lifted), u + max(lifted))


@given(labeled_samples(CLS), arc_unions(), st.integers(0, 7), turns(GRID).map(Fraction))
def test_counts_are_the_errors_of_each_direction(sample, prior, level, u):
    """An instance on the boundary of a direction is an error, whatever its label."""
    errors = sum(says(u, x) != y for x, y in sample)
    assert error_profile(sample).at(u) == errors
    if prior.is_empty:
        return
    counts = CircleVersionSpace(prior).counts(sample)
    assert (u in counts.at_most(level).directions) == (errors <= level and u in prior)
    assert counts.at_most(counts.minimum - 1).is_empty
    assert not counts.at_most(counts.minimum).is_empty


@given(arc_unions())
def test_the_bisector_halves_what_is_left(prior):
    space = CircleVersionSpace(prior)
    x = space.bisector()
    if x is None:
        assert space.disagreement().is_empty
        return
    assert space.labels(x) == {-1, 1}
    assert 2 * space.restrict(x, 1).directions.length == prior.length


@given(turns().map(Fraction), turns().map(Fraction), arc_unions())
def test_distances_radii_and_balls(u, v, prior):
    """P(h_u != h_v) is twice the distance in turns."""
    law, h, g = CLS.law(), CircleSeparator(u), CircleSeparator(v)
    distance = 2 * min(abs(u - v), 1 - abs(u - v))
    assert law.mass(CLS.difference(h, g)) == distance
    assert v in CLS.ball(h, distance).directions
    assert distance == 0 or v not in CLS.ball(h, distance * Fraction(63, 64)).directions
    if prior.is_empty:
        return
    reach = CircleVersionSpace(prior).radius(h, law)
    assert (prior - CLS.ball(h, reach).directions).is_empty
    assert reach == 0 or not (prior - CLS.ball(h, reach * Fraction(63, 64)).directions).is_empty


def test_a_ball_around_one_direction_has_one_member():
    h = CircleSeparator(QUARTER)
    alone = CLS.ball(h, 0)
    assert alone.general_hypothesis() == h
    assert alone.specific_hypothesis() is None
    assert (alone.bisector(), alone.general()) == (None, h.positive)
    assert CLS.ball(h, 1).directions == CIRCLE
    assert CLS.ball(h, Fraction(1, 8)).general_hypothesis() is None


@pytest.mark.parametrize("n", range(6))
def test_closed_forms_are_what_brute_force_finds(n):
    """On instances in general position, with antipodes and repetitions fewer."""
    points = [Fraction(k * k, 97) for k in range(1, n + 1)]
    known, hypotheses = CLS.combinatorics(n), CLS.representatives(points)
    assert len(hypotheses) == known.growth
    if n:
        listed = FiniteClass.restriction(hypotheses, points)
        assert len(listed.hypotheses) == known.growth
        assert star_number(listed) == known.star_number
        assert teaching_dimension(listed) == known.teaching_dimension
        assert extended_teaching_dimension(listed) == known.extended_teaching_dimension
        assert optimal_query_tree(listed).depth == known.queries
        doubled = [*points, *((x + HALF) % 1 for x in points), *points]
        assert len(CLS.representatives(doubled)) == known.growth


def test_no_three_points_are_shattered_and_two_are():
    assert all(len(CLS.representatives(three)) < 8 for three in combinations(FINE, 3))
    assert len(CLS.representatives([0, Fraction(1, 8)])) == 4
    assert CLS.vc_dimension == 2


@pytest.mark.parametrize("r0", [Fraction(1, 100), Fraction(1, 2), Fraction(3, 4)])
def test_the_disagreement_coefficient_is_enclosed(r0):
    target = CircleSeparator(Fraction(1, 3))
    enclosed = disagreement_coefficient(disagreement_mass(CLS, target), r0)
    assert CLS.disagreement_coefficient(target, r0) in enclosed


@given(turns(GRID).map(Fraction), st.lists(turns(), min_size=1, max_size=3), st.data())
def test_the_error_turns_at_a_vertex(u, points, data):
    """With constant chances between points, no direction errs less than the best vertex."""
    edges = sorted({Fraction(x) for x in points})
    chances = data.draw(st.lists(st.integers(0, 4), min_size=len(edges), max_size=len(edges)))
    arcs = [ArcUnion.open(a, b) for a, b in zip(edges, [*edges[1:], edges[0] + 1], strict=True)]

    def error(h):
        return sum(
            Fraction(c, 4) * (arc & h.negative).length
            + Fraction(4 - c, 4) * (arc & h.positive).length
            for arc, c in zip(arcs, chances, strict=True)
        )

    assert min(map(error, CLS.vertices(points))) <= error(CircleSeparator(u))


def test_a_target_labels_every_float_of_a_stream():
    """Its boundary has a denominator divisible by three."""
    rng = np.random.default_rng(5)
    for _ in range(100):
        u = CLS.draw_target(rng).direction
        assert u.denominator % 3 == 0
        beside = [float((u + QUARTER) % 1), math.nextafter(float((u + QUARTER) % 1), 0)]
        assert set(CircleSeparator(u).predict(beside)) <= {-1, 1}


@given(labeled_samples(CLS, 8))
def test_a_batch_is_the_fold(sample):
    floats = [(float(x), y) for x, y in sample]
    batch = CLS.version_space().restrict_all(
        np.array([x for x, _ in floats]), [y for _, y in floats]
    )
    assert batch == fold(CLS.version_space(), floats)


def test_all_at_once_on_arrays():
    xs, ys = np.array([0.0, 0.25, 0.625]), np.array([1, 1, -1], dtype=np.int8)
    space = CLS.version_space().restrict_all(xs, ys)
    assert space.directions == ArcUnion.open(0, 0.25)
    assert space.sample == ((Fraction(0), 1), (QUARTER, 1))  # the third is implied
    assert CLS.version_space().restrict_all([], []) == CLS.version_space()


def test_three_labels_may_contradict_each_other_and_no_two_of_them():
    sample = [(Fraction(k, 3), 1) for k in range(3)]
    space = fold(CLS.version_space(), sample)
    assert space.contradiction == tuple(sample)
    assert fold(space, [(HALF, 1)]) == space


def test_certificates_state_the_class_and_witnesses():
    space = CLS.version_space().restrict(0, 1)
    said = space.certificate(QUARTER)
    assert said["problem"]["hypotheses"] == {"class": "circle"}
    below, above = (Fraction(text) for text in said["proof"]["witnesses"])
    assert (says(below, QUARTER), says(above, QUARTER)) == (-1, 1)
    assert says(below, 0) == says(above, 0) == 1
    assert space.certificate(HALF)["problem"]["answer"] == [-1]
    assert space.restrict(HALF, 1).certificate(0)["kind"] == "empty-version-space"
    with pytest.raises(DomainError, match="start from all directions"):
        CLS.ball(CircleSeparator(Fraction(0)), HALF).certificate(0)


@given(labeled_samples(CLS), turns(GRID).map(Fraction))
def test_certificates_are_accepted_and_not_for_the_opposite_instance(sample, x):
    space = fold(CLS.version_space(), sample)
    assert accepted(space.certificate(x))
    if len(space.labels(x)) == 1:
        (y,) = space.labels(x)
        assert accepted(forced_label({"class": "circle"}, space.sample, x, y))
        assert not accepted(forced_label({"class": "circle"}, space.sample, (x + HALF) % 1, y))


@pytest.mark.parametrize("rate", [Fraction(0), Fraction(1, 10)])
def test_the_target_is_best_under_noise(rate):
    target = CircleSeparator(Fraction(1, 3))
    best = best_hypothesis(CLS, classification_noise(target, rate))
    assert (best.minimizers, best.error) == ((target,), rate)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: CircleSeparator(Fraction(1)), "got 1; modulo a turn it is 0"),
        (lambda: CLS.parse_target("up"), "'up'"),
        (lambda: CLS.parse_target("1/0"), "'1/0'"),
        (lambda: CLS.parse_target("1"), r"\[0, 1\) turns, got 1; modulo a turn it is 0"),
        (lambda: CLS.ball(CircleSeparator(Fraction(0)), -1), "got -1"),
        (lambda: CLS.version_space().restrict(1, 1), r"\[0, 1\) turns, got 1"),
        (lambda: CLS.version_space().restrict(0, 0), "got 0"),
        (lambda: CLS.version_space().labels(-1), "got -1"),
        (lambda: CLS.combinatorics(-1), "got -1"),
    ],
)
def test_refusals(call, said):
    with pytest.raises(DomainError, match=said):
        call()


def fuzz(rounds, seed):
    """Twenty random sequences of labels at each of ``rounds`` lists of delicate instances.

    These are a few points, their antipodes and the floats beside them; labels repeat and
    sometimes contradict each other.
    """
    rng = random.Random(seed)
    for _ in range(rounds):
        bases = [Fraction(rng.random()) if rng.random() < 0.5 else rng.choice(FINE) for _ in "ab"]
        pool = [(x + k * HALF) % 1 for x in bases for k in (0, 1)]
        pool += [Fraction(math.nextafter(float(x), way)) % 1 for x in pool for way in (-1, 2)]
        points = list(dict.fromkeys(rng.choice(pool) for _ in range(rng.randint(1, 5))))
        listed = FiniteClass.restriction(CLS.representatives(points), points)
        for _ in range(20):
            compare(points, listed, random_labels(listed, rng))


def random_labels(listed, rng):
    """Labels of a random hypothesis of the class, one in ten of them flipped."""
    truth, sample = rng.choice(listed.hypotheses), []
    for _ in range(rng.randint(1, 7)):
        i = rng.randrange(listed.n_points)
        sample.append((i, (1 if truth >> i & 1 else -1) * rng.choice([1] * 9 + [-1])))
    return sample


def compare(points, listed, sample):
    clever = fold(CLS.version_space(), [(points[i], y) for i, y in sample])
    naive = fold(listed.version_space(), sample)
    assert clever.is_empty == naive.is_empty
    specific, general = clever.specific(), clever.general()
    for i, x in enumerate(points):
        assert clever.labels(x) == naive.labels(i)
        assert (x in specific, x in general) == (i in naive.specific(), i in naive.general())


def test_fuzz():
    fuzz(15, seed=1)


@pytest.mark.slow
def test_fuzz_of_a_hundred_thousand_sequences():
    fuzz(5_000, seed=2)
