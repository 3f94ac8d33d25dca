"""What runs are measured against: the best hypothesis and the excess error, by hand."""

from fractions import Fraction

import pytest

from altheory.errors import DomainError, UnknownNameError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.simulation.truth import has_target, truth_of

LINE = Thresholds()
TARGET = Threshold(Fraction(37, 100))
TENTH = Threshold(Fraction(47, 100))


@pytest.mark.parametrize(
    ("noise", "best", "excess"),
    [
        ("none", "37/100", "1/10"),
        ("classification:1/4", "37/100", "1/20"),
        ("massart:1/2", "37/100", "1/20"),
        ("tsybakov:2", "37/100", "1/100"),
        ("pure", "37/100", 0),  # all are best, so the target is
        ("tie", "1/2", "3/100"),  # .5 and .7 are best, and the target is not
        ("block", "1/2", "3/100"),
    ],
)
def test_the_named_best_and_the_excess_over_it(noise, best, excess):
    truth = truth_of(LINE, noise, TARGET)
    assert truth.best == Threshold(Fraction(best))
    assert truth.excess(truth.best) == 0
    assert truth.excess(TENTH) == Fraction(excess)


def test_a_target_among_the_best_is_the_named_one():
    right = Threshold(Fraction(7, 10))
    assert truth_of(LINE, "tie", right).best == right


@pytest.mark.parametrize(
    "hypotheses", [LINE, Intervals(), CircleSeparators(), FiniteClass(2, ["+-", "--"])]
)
@pytest.mark.parametrize("noise", ["none", "classification:0.1", "massart:0.5"])
def test_labels_that_depend_on_the_target(hypotheses, noise):
    assert has_target(hypotheses, noise)
    assert not has_target(hypotheses, "pure")


def test_an_enclosed_excess_is_rounded_up():
    truth = truth_of(LINE, "tsybakov:3/2", TARGET)
    squared = Fraction(16, 9) * Fraction(1, 1000)  # (2/kappa d^kappa)^2 at d = 1/10
    assert 0 <= truth.excess(TENTH) ** 2 - squared < Fraction(1, 10**20)
    assert truth.best == TARGET


def test_a_finite_class_is_gone_through():
    cls = FiniteClass(4, ["++++", "+---"])
    truth = truth_of(cls, "classification:1/4", cls.parse_target("+---"))
    assert truth.excess(cls.parse_target("++++")) == Fraction(3, 8)


def test_what_is_no_noise_here_is_refused():
    with pytest.raises(UnknownNameError, match="did you mean massart"):
        truth_of(LINE, "masart:1/2", TARGET)
    cls = FiniteClass(1, ["+"])
    with pytest.raises(DomainError, match="a law on"):
        truth_of(cls, "tie", cls.parse_target("+"))
