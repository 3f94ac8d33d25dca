"""Thresholds against a plain list of labelings, on grids and at the floats beside cuts."""

import math
from fractions import Fraction
from functools import cache
from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError, EmptyVersionSpaceError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.threshold_version_space import error_profile
from altheory.hypotheses.thresholds import Threshold, Thresholds, ThresholdVersionSpace
from altheory.numeric.seeds import stream
from altheory.spaces.cuts import after, before
from altheory.spaces.line import UNIT, IntervalUnion
from altheory.spaces.line_laws import StepLaw
from altheory.testing import laws
from altheory.testing.replay import fold
from altheory.testing.strategies import (
    adversarial_floats,
    interval_unions,
    labeled_samples,
    rationals_in_unit,
    thresholds,
)

CLS = Thresholds()
GRID = CLS.grid(3)
HALF = Fraction(1, 2)


@pytest.mark.parametrize("labels", list(product((-1, 0, 1), repeat=len(GRID))))
def test_every_labeling_of_a_grid_in_every_order(labels):
    """0 stands for no label; all orders leave the same space or none."""
    sample = [(x, y) for x, y in zip(GRID, labels, strict=True) if y]
    probes = [*GRID, *(x + Fraction(1, 7) for x in GRID[:-1])]
    laws.version_spaces.brute_force_agrees(CLS, sample, probes)
    reference = fold(CLS.version_space(), sample)
    for order in permutations(sample):
        space = fold(CLS.version_space(), order)
        assert space.is_empty == reference.is_empty
        assert space == reference or space.is_empty
        laws.version_spaces.an_empty_space_names_an_irreducible_contradiction(CLS, order)


@given(thresholds(), st.data())
def test_floats_beside_the_cut_are_labeled_exactly(h, data):
    floats = data.draw(st.lists(adversarial_floats([h.cut]), max_size=8))
    laws.classes.batches_are_labeled_one_by_one(h, floats)
    assert [h(x) for x in floats] == [1 if Fraction(x) >= h.cut else -1 for x in floats]


@given(rationals_in_unit(), st.sampled_from((-1, 1)), st.data())
def test_a_label_moves_one_end_and_keeps_it_as_it_is(x, y, data):
    """+1 at x keeps the cuts up to x itself, -1 the cuts past it."""
    space = CLS.version_space().restrict(x, y)
    a = Fraction(data.draw(adversarial_floats([x])))
    assert (a in space.cuts) == (Threshold(a)(x) == y)
    assert (x in space.cuts) == (y == 1)


@given(labeled_samples(CLS), rationals_in_unit())
def test_the_profile_counts_errors(sample, a):
    profile = error_profile(sample)
    assert profile.at(a) == sum(Threshold(a)(x) != y for x, y in sample)


@given(labeled_samples(CLS))
def test_both_minimizers_have_the_fewest_errors(sample):
    profile = error_profile(sample)
    middle, right = CLS.erm(sample), CLS.erm_one_sided(sample)
    first = profile.argmin().pieces[0]
    assert profile.at(middle.cut) == profile.at(right.cut) == profile.minimum
    assert (middle.cut, right.cut) == ((first.lo + first.hi) / 2, first.hi)


def test_labels_at_the_ends_of_the_domain():
    space = CLS.version_space()
    assert space.restrict(1, 1) == space  # every cut is at most 1
    assert space.restrict(0, 1).cuts == IntervalUnion.closed(0, 0)
    assert space.restrict(0, -1).cuts == IntervalUnion.from_cuts(after(0), after(1))
    last = space.restrict(1, -1)
    assert last.is_empty
    assert last.contradiction == ((Fraction(1), -1),)


def test_boundaries_are_attained_where_a_label_closes_them():
    space = CLS.version_space().restrict(0.25, -1).restrict(0.75, 1)
    assert space.specific_hypothesis() == Threshold(Fraction(3, 4))
    assert space.general_hypothesis() is None  # cuts come as near 1/4 as they like
    assert space.specific() == IntervalUnion.closed(0.75, 1)
    assert space.general() == IntervalUnion.from_cuts(after(0.25), after(1))
    whole = CLS.version_space()
    assert (whole.general_hypothesis(), whole.specific_hypothesis()) == (
        Threshold(Fraction(0)),
        Threshold(Fraction(1)),
    )
    assert (whole.bisector(), space.bisector()) == (HALF, HALF)


@given(interval_unions(), labeled_samples(CLS))
def test_a_prior_with_gaps_answers_by_its_cuts(prior, sample):
    """The members are the cuts of the prior that pass every label, whatever its gaps."""
    space = fold(ThresholdVersionSpace(prior=prior), sample)
    left = prior
    for x, y in sample:
        kept = IntervalUnion.from_cuts(before(0), after(x) if y == 1 else after(1))
        left &= kept if y == 1 else ~IntervalUnion.from_cuts(before(0), after(x))
    assert space.cuts == left
    if left.is_empty:
        with pytest.raises(EmptyVersionSpaceError):
            space.member()
    else:
        assert space.member().cut in left
    for x in {x for x, _ in sample}:
        upto = IntervalUnion.from_cuts(before(0), after(x))
        open_labels = {1} if not (left & upto).is_empty else set()
        open_labels |= {-1} if not (left - upto).is_empty else set()
        assert space.labels(x) == open_labels


@given(thresholds(), rationals_in_unit(), thresholds())
def test_a_ball_is_an_interval_of_cuts(h, r, g):
    near = CLS.law().mass(CLS.difference(h, g)) <= r
    assert (g.cut in CLS.ball(h, r).cuts) == near


def test_all_at_once_on_arrays():
    xs, ys = np.array([0.5, 0.25, 0.75]), np.array([1, -1, 1], dtype=np.int8)
    space = CLS.version_space().restrict_all(xs, ys)
    assert space.cuts == IntervalUnion.from_cuts(after(0.25), after(0.5))
    assert CLS.version_space().restrict_all([], []) == CLS.version_space()


def test_certificates_start_from_the_whole_class():
    ball = CLS.ball(Threshold(HALF), Fraction(1, 8))
    with pytest.raises(DomainError, match=r"not from \[3/8, 5/8\]"):
        ball.certificate(HALF)


@pytest.mark.parametrize(
    ("text", "cut"), [("1/3", Fraction(1, 3)), ("0.73", Fraction(73, 100)), ("1", 1)]
)
def test_targets_are_read_exactly(text, cut):
    assert CLS.parse_target(text) == Threshold(Fraction(cut))


def test_the_law_is_uniform_and_the_grid_has_both_ends():
    assert CLS.grid(2) == (Fraction(0), HALF, Fraction(1))
    assert CLS.law().mass(UNIT) == 1
    assert CLS.vc_dimension == 1


def test_balls_are_refused_under_other_laws():
    law = StepLaw((Fraction(0), HALF, Fraction(1)), (Fraction(1, 4), Fraction(3, 4)))
    with pytest.raises(DomainError, match="uniform law only"):
        CLS.ball(Threshold(HALF), HALF, law)


def test_a_negative_zero_is_zero():
    assert Threshold(Fraction(0)).predict([-0.0]).tolist() == [1]
    assert CLS.version_space().restrict(-0.0, 1) == CLS.version_space().restrict(0, 1)
    assert math.copysign(1, float(Threshold(Fraction(-0.0)).cut)) == 1


FUZZ = tuple(
    Fraction(x)
    for x in (0.0, math.nextafter(0, 1), 0.25, math.nextafter(0.25, 1), math.nextafter(1, 0), 1.0)
)


@cache
def listed(points: tuple[Fraction, ...]) -> FiniteClass:
    """Return the class on the few points in play."""
    return FiniteClass.restriction(CLS.representatives(points), points)


def fuzz(seed: str, rounds: int) -> None:
    """Restrict at random among a few points in play, floats side by side, and compare."""
    rng = stream(0, seed)
    for _ in range(rounds):
        xs = [FUZZ[k] for k in rng.integers(len(FUZZ), size=4)]
        points = tuple(sorted(set(xs)))
        space, naive = CLS.version_space(), listed(points).version_space()
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


def test_random_restrictions_among_neighboring_floats():
    fuzz("thresholds", 300)


@pytest.mark.slow
def test_a_hundred_thousand_random_restrictions():
    fuzz("thresholds, at length", 100_000)
