"""Guarantees: the radius against brute force, and never less than the true error."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.bisection import Bisection
from altheory.learners.cal import CAL
from altheory.learners.passive import Passive
from altheory.numeric.enclosure import Enclosure
from altheory.simulation.promises import guarantee, upper
from altheory.simulation.stream import follow
from altheory.testing.strategies import finite_classes, rationals_in_unit

LINE = Thresholds()
CUTS = rationals_in_unit(12)


@given(st.lists(CUTS, max_size=4), CUTS, CUTS)
def test_the_radius_of_thresholds_is_approached_and_not_passed(xs, target, center):
    space, law = LINE.version_space(), LINE.law()
    for x in xs:
        space = space.restrict(x, Threshold(target)(x))
    radius = space.radius(Threshold(center), law)
    grid = [Threshold(Fraction(k, 2520)) for k in range(2521)]  # a multiple of each denominator
    members = [h for h in grid if all(h(x) == Threshold(target)(x) for x in xs)]
    farthest = max(law.mass(LINE.difference(h, Threshold(center))) for h in members)
    assert farthest <= radius <= farthest + Fraction(1, 2520)


@given(finite_classes(), st.data())
def test_the_radius_of_a_finite_class_is_that_of_its_members(hypotheses, data):
    everyone = hypotheses.representatives(range(hypotheses.n_points))
    center, target = data.draw(st.sampled_from(everyone)), data.draw(st.sampled_from(everyone))
    x = data.draw(st.integers(0, hypotheses.n_points - 1))
    space = hypotheses.version_space().restrict(x, target(x))
    far = [len(hypotheses.difference(h, center)) for h in everyone if h(x) == target(x)]
    assert space.radius(center, hypotheses.law()) == Fraction(max(far), hypotheses.n_points)


@given(st.lists(CUTS, max_size=5), CUTS.map(Threshold))
def test_the_output_keeps_the_promise(xs, target):
    space, law = LINE.version_space(), LINE.law()
    learners: tuple[Any, ...] = (CAL(space), Passive(space, LINE.erm), Bisection(space))
    for learner in learners:
        state = follow(learner, xs, target).state
        error = law.mass(LINE.difference(learner.hypothesis(state), target))
        assert error <= guarantee(learner, state, law)


def test_bisection_promises_half_of_what_cal_does():
    space, law = LINE.version_space(), LINE.law()
    assert guarantee(CAL(space), CAL(space).init(), law) == 1
    assert guarantee(Bisection(space), Bisection(space).init(), law) == Fraction(1, 2)


@pytest.mark.parametrize("mass", [Fraction(1, 3), Enclosure(Fraction(1, 4), Fraction(1, 3))])
def test_an_enclosed_mass_counts_with_its_upper_end(mass):
    assert upper(mass) == Fraction(1, 3)


def test_a_single_member_leaves_no_doubt():
    single = FiniteClass(3, ["+-+"])
    bisection = Bisection(single.version_space())
    assert guarantee(bisection, bisection.init(), single.law()) == 0
