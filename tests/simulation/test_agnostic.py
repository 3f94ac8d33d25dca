"""Bounds by default, sample sizes fixed in advance, and what would change nothing."""

from fractions import Fraction

import pytest

from altheory.bounds._uniform import uniform
from altheory.errors import DomainError, NoUniformTheoremError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds
from altheory.simulation.agnostic import bound_of, least_sample, level_of, refuse_unused

LINE = Thresholds()
STAR = FiniteClass(4, [0, 1, 2, 4, 8])
CHAIN = FiniteClass(2, ["--", "+-", "++"])


@pytest.mark.parametrize(
    ("hypotheses", "name"),
    [
        (LINE, "dkw"),
        (STAR, "clopper-pearson"),
        (CHAIN, "clopper-pearson"),
        (CircleSeparators(), "vc"),
    ],
)
def test_the_default_bound(hypotheses, name):
    assert bound_of(hypotheses, None) == name


def test_a_bound_that_does_not_cover_the_class_is_refused():
    assert bound_of(LINE, "vc_vapnik") == "vc-vapnik"
    with pytest.raises(NoUniformTheoremError, match="these do: relative-vc, vc"):
        bound_of(CircleSeparators(), "dkw")


@pytest.mark.parametrize(
    ("name", "epsilon", "n"),
    [("dkw", "1/10", 3506), ("dkw", "1/100", 350563), ("vc-anthony-bartlett", "1/10", 50923)],
)
def test_sample_sizes_of_passive_learning(name, epsilon, n):
    """For radii c/sqrt(n) these are the least n with a width of epsilon at delta = 1/20."""
    theorem, delta = uniform(name, LINE), Fraction(1, 20)
    found = least_sample(theorem, Fraction(epsilon), delta)
    assert theorem.width(found, delta) <= Fraction(epsilon) < theorem.width(found - 1, delta)
    assert found == n


def test_an_epsilon_of_one_needs_one_label():
    assert least_sample(uniform("dkw", LINE), Fraction(1), Fraction(1, 20)) == 1


def test_what_would_change_nothing_is_refused():
    refuse_unused("cal", "tie", bound=None, delta=None)
    refuse_unused("a2", "none", bound="dkw", delta=0.1)
    refuse_unused("passive", "tie", bound="dkw", delta=0.1)
    for learner, noise in (("cal", "tie"), ("bisection", "none"), ("passive", "none")):
        for given in ({"bound": "dkw", "delta": None}, {"bound": None, "delta": 0.1}):
            with pytest.raises(DomainError, match="leave it out"):
                refuse_unused(learner, noise, **given)


def test_delta_is_a_twentieth_unless_given():
    assert (level_of(None), level_of(0.25)) == (Fraction(1, 20), Fraction(1, 4))
    with pytest.raises(DomainError, match="between 0 and 1, got 1"):
        level_of(1)
