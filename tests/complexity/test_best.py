"""The best hypothesis against a search among many."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.complexity.best import best_hypothesis
from altheory.errors import DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.hypotheses.grid_rectangles import GridRectangles
from altheory.hypotheses.half_circle import CircleSeparator
from altheory.hypotheses.interval import Interval
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.oracles._step_labels import StepLabels
from altheory.oracles.classification_noise import classification_noise
from altheory.oracles.crowd import crowd
from altheory.oracles.massart import massart
from altheory.oracles.pure_noise import pure_noise
from altheory.oracles.tie import tie
from altheory.oracles.tsybakov import TsybakovLabels, tsybakov
from altheory.spaces.circle import ArcUnion
from altheory.spaces.circle_laws import UniformCircle
from altheory.spaces.cuts import after, before
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from altheory.spaces.line import UNIT, IntervalUnion
from altheory.spaces.line_laws import StepLaw, UniformInterval
from altheory.testing.strategies import finite_classes, rationals_in_unit, separators, step_laws
from tests.oracles import laws as law_book

HALF = Fraction(1, 2)


@given(law_book.laws(), rationals_in_unit())
def test_no_threshold_is_better(labels, cut):
    best = best_hypothesis(Thresholds(), labels)
    assert law_book.ends(best.excess_error(Threshold(cut)))[1] >= 0
    for h in best.minimizers:
        low, high = law_book.ends(best.excess_error(h))
        assert low <= 0 <= high


@given(step_laws(), rationals_in_unit())
def test_nor_where_labels_are_those_of_a_random_step_function(steps, cut):
    ends = [before(0), *map(after, steps.breaks[1:])]
    cells = [IntervalUnion.from_cuts(a, b) for a, b in pairwise(ends)]
    labels = StepLabels(tuple(zip(cells, steps.weights, strict=True)))
    best = best_hypothesis(Thresholds(), labels)
    excess = best.excess_error(Threshold(cut))
    assert isinstance(excess, Fraction)
    assert excess >= 0


@given(finite_classes())
def test_finite_classes_are_searched(of):
    masks = of.hypotheses
    target = FiniteHypothesis(FiniteRegion(of.n_points, 0))
    weights = FiniteDistribution(range(1, of.n_points + 1))
    labels = classification_noise(target, Fraction(1, 5))
    best = best_hypothesis(of, labels, weights)
    everyone = [FiniteHypothesis(FiniteRegion(of.n_points, mask)) for mask in masks]
    errors = [law_book.ends(labels.error(h.positive, weights))[0] for h in everyone]
    expected = [h for h, e in zip(everyone, errors, strict=True) if e == min(errors)]
    assert sorted(map(str, best.minimizers)) == sorted(map(str, expected))
    assert best.error == min(errors)
    assert [best.is_best(h) for h in everyone] == [e == min(errors) for e in errors]


def test_a_tie_has_two_best_hypotheses():
    best = best_hypothesis(Thresholds(), tie())
    assert best.is_tied
    assert best.hypothesis == best.minimizers[0] == Threshold(HALF)
    cuts = [Fraction(k, 20) for k in range(21)]
    assert [t for t in cuts if best.is_best(Threshold(t))] == [HALF, Fraction(7, 10)]


def test_under_pure_noise_all_are_best():
    best = best_hypothesis(Thresholds(), pure_noise(UNIT))
    assert best.error == HALF
    assert best.is_best(Threshold(Fraction(1, 3)))
    assert best.excess_error(Threshold(Fraction(1, 3))) == 0


def test_enclosed_errors_decide_where_they_can():
    cut = Fraction(1, 3)
    best = best_hypothesis(Thresholds(), tsybakov(Threshold(cut), Fraction(7, 3)))
    assert best.minimizers == (Threshold(cut),)
    assert best.is_best(Threshold(cut))
    assert not best.is_best(Threshold(HALF))
    with pytest.raises(DomainError, match="do not tell"):
        best.is_best(Threshold(cut + Fraction(1, 10**30)))


def test_on_a_continuum_another_law_is_refused():
    law = StepLaw((Fraction(0), HALF, Fraction(1)), (Fraction(1, 4), Fraction(3, 4)))
    with pytest.raises(DomainError, match=r"exact under UniformInterval\(\) only"):
        best_hypothesis(Thresholds(), tie(), law)


ON_THE_LINE = (tie(), pure_noise(UNIT), classification_noise(Threshold(HALF), Fraction(1, 5)))


@pytest.mark.parametrize("labels", [*ON_THE_LINE, tsybakov(Threshold(HALF), 2)])
@given(rationals_in_unit(20), rationals_in_unit(20))
def test_no_interval_is_better(labels, a, b):
    best = best_hypothesis(Intervals(), labels)
    interval = IntervalUnion.closed(min(a, b), max(a, b))
    low, _ = law_book.ends(labels.error(interval, UniformInterval()))
    assert low >= best.error


@given(separators(), separators(), rationals_in_unit(20))
def test_no_separator_of_the_circle_is_better(one, other, rate):
    """Labels of two half circles in conflict: + where they agree on it, by chance elsewhere."""
    both, either = one.positive & other.positive, one.positive | other.positive
    labels = StepLabels(((both, Fraction(1)), (either - both, rate), (~either, Fraction(0))))
    best = best_hypothesis(CircleSeparators(), labels)
    for direction in (Fraction(k, 16) for k in range(16)):
        excess = best.excess_error(CircleSeparator(direction))
        assert law_book.ends(excess)[0] >= 0


def test_on_the_circle_labels_that_are_no_step_function_are_refused():
    """The separators at the turns err on 13/32, and one between them on 3/8."""
    labels, law = TsybakovLabels(ArcUnion.closed(0, Fraction(1, 4)), Fraction(2)), UniformCircle()
    at_turns = CircleSeparators().vertices(labels.turns)
    errors = [law_book.ends(labels.error(h.positive, law))[0] for h in at_turns]
    assert min(errors) == Fraction(13, 32)
    assert labels.error(CircleSeparator(Fraction(1, 8)).positive, law) == Fraction(3, 8)
    with pytest.raises(DomainError, match=r"CircleSeparators\(\) need .* constant"):
        best_hypothesis(CircleSeparators(), labels)
    with pytest.raises(DomainError, match="constant between its turns"):
        best_hypothesis(CircleSeparators(), labels, target=CircleSeparator(Fraction(1, 8)))


@given(separators(), separators(), st.sampled_from([Fraction(1), Fraction(2), Fraction(5, 2)]))
def test_on_the_circle_a_target_is_best_under_noise_around_it(target, other, kappa):
    labels = tsybakov(target, kappa)
    best = best_hypothesis(CircleSeparators(), labels, target=target)
    assert best.minimizers == (target,)
    assert law_book.ends(best.excess_error(other))[1] >= 0


def test_on_the_circle_tsybakov_noise_of_exponent_one_is_none():
    labels = tsybakov(CircleSeparator(HALF), 1)
    best = best_hypothesis(CircleSeparators(), labels)
    assert best.minimizers == (CircleSeparator(HALF),)
    assert best.error == 0


@pytest.mark.parametrize(
    "of", [Conjunctions(2), GridRectangles(2, 2), FiniteClass(3, range(8))], ids=str
)
def test_classes_on_finite_domains_are_searched(of):
    everyone = of.representatives(of.grid(1))
    for target in everyone:
        best = best_hypothesis(of, classification_noise(target, Fraction(1, 5)))
        assert best.minimizers == (target,)
        assert best.error == Fraction(1, 5)


def test_a_bayes_classifier_needs_no_candidates():
    narrow, law = Intervals(Fraction(1, 4)), UniformInterval()
    target = Interval(Fraction(1, 4), Fraction(3, 4))
    labels = massart(target, HALF)
    best = best_hypothesis(narrow, labels, target=target)
    assert best.minimizers == (target,)
    assert best.error == labels.error(target.positive, law) == Fraction(1, 8)
    with pytest.raises(DomainError, match="minimal width"):
        best_hypothesis(narrow, labels, target=Interval(Fraction(0), Fraction(3, 4)))


def test_at_pure_noise_any_target_is_best_where_no_candidates_are_known():
    narrow = Intervals(Fraction(1, 4))
    target = Interval(Fraction(0), HALF)
    best = best_hypothesis(narrow, pure_noise(UNIT), target=target)
    assert best.error == HALF
    assert best.is_best(Interval(HALF, Fraction(1)))


def test_a_target_that_is_not_best_is_no_answer():
    assert best_hypothesis(Thresholds(), tie(), target=Threshold(Fraction(1, 3))).is_tied


def test_a_class_without_candidates_is_refused():
    class Bare:
        def law(self):
            return Thresholds().law()

        def __repr__(self):
            return "Bare()"

    with pytest.raises(DomainError, match=r"Bare\(\) names no finite list"):
        best_hypothesis(Bare(), tie())


@pytest.mark.parametrize("of", [3, None, Thresholds])
def test_a_class_is_an_object_with_a_law(of: Any):
    with pytest.raises(DomainError, match=r"class of hypotheses .* got"):
        best_hypothesis(of, tie())


@pytest.mark.parametrize("labels", [3, crowd(Threshold(HALF), [Fraction(1, 5)]), StepLabels])
def test_a_label_law_knows_probabilities(labels: Any):
    with pytest.raises(DomainError, match="a label law knows the probability"):
        best_hypothesis(Thresholds(), labels)


def test_a_hypothesis_has_a_region():
    best = best_hypothesis(Thresholds(), tie())
    for ask in (
        best.excess_error,
        best.is_best,
        lambda h: best_hypothesis(Thresholds(), tie(), target=h),
    ):
        with pytest.raises(DomainError, match=r"has the region that it labels \+1.* got 0\.6"):
            ask(0.6)


@pytest.mark.parametrize(
    ("of", "domain"),
    [
        (CircleSeparators(), "the circle"),
        (Conjunctions(2), "a finite domain"),
        (FiniteClass(2, [1]), "a finite domain"),
    ],
    ids=str,
)
def test_labels_of_another_domain_are_told_from_the_class(of: Any, domain: str):
    targets: list[Any] = [None, of.representatives(())[0]]
    for target in targets:
        with pytest.raises(DomainError, match=rf"law on \[0, 1\], and .* hypothesis on {domain}"):
            best_hypothesis(of, tie(), target=target)


def test_a_minimal_width_asks_for_a_target():
    narrow, labels = Intervals(Fraction(1, 5)), massart(Interval(Fraction(1, 4), HALF), HALF)
    with pytest.raises(DomainError, match="as target="):
        best_hypothesis(narrow, labels)
    target = Interval(Fraction(1, 4), HALF)
    assert best_hypothesis(narrow, labels, target=target).hypothesis == target


def test_the_usual_law_of_a_finite_class_is_uniform():
    star = FiniteClass(3, ["---", "+--"])
    labels = pure_noise(FiniteRegion(3, 7))
    assert best_hypothesis(star, labels).law == FiniteDistribution.uniform(3)
