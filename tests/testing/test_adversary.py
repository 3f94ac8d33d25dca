"""The adversary: what he finds is there, and on small classes there is nothing worse."""

from fractions import Fraction
from typing import Any

import pytest

from altheory.errors import BudgetError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds
from altheory.learners.a2 import A2
from altheory.learners.cal import CAL
from altheory.learners.passive import Passive
from altheory.testing import adversary
from altheory.testing.adversary import Instance, labels, mistakes, worst_found, worst_of_all
from altheory.testing.strategies import families
from tests.learners.test_a2 import HASTY

LINE = FiniteClass(3, families(3)["thresholds"])
STAR = FiniteClass(3, families(3)["star"])
CAL_ON_LINE: CAL[Any, Any] = CAL(LINE.version_space())


@pytest.mark.parametrize(("cls", "most"), [(LINE, 3), (STAR, 3)])
def test_streams_of_all_points_make_cal_ask_as_often_as_it_can(cls, most):
    """CAL on a star asks about every point, and on thresholds in the unlucky order."""
    worst = worst_of_all(CAL(cls.version_space()), cls, 4, labels, points=range(3))
    assert (worst.score, worst.is_exact) == (most, True)
    assert worst.tried == 4 * 3**4
    assert labels(None, worst.instance, worst.run) == most


def test_one_inverted_answer_costs_cal_its_target_and_none_does_not():
    def of(budget):
        return worst_of_all(CAL_ON_LINE, LINE, 3, mistakes, points=range(3), budget=budget)

    assert of(0).score == 0
    lied = of(1)
    assert lied.score == 3
    assert len(lied.instance.inverted) == 1
    assert lied.tried == of(0).tried * 4


def test_what_passive_learning_asks_no_adversary_changes():
    passive: Passive[Any, Any] = Passive(LINE.version_space(), LINE.erm)
    worst = worst_of_all(passive, LINE, 3, labels, points=range(3))
    assert worst.score == 3
    assert worst.instance == Instance(LINE.representatives(range(3))[0], (0, 0, 0))


@pytest.mark.parametrize("score", [labels, mistakes])
def test_a_search_finds_nothing_worse_than_the_worst(score):
    learner: A2[Any, Any] = A2(
        LINE.version_space(), LINE.law(), HASTY, Fraction(1, 8), Fraction(1, 20)
    )
    exact = worst_of_all(learner, LINE, 4, score, points=range(3), budget=1)
    found = worst_found(learner, LINE, 4, score, budget=1, tries=60)
    assert found.score <= exact.score
    assert not found.is_exact
    assert len(found.instance.inverted) <= 1
    assert score(learner, found.instance, found.instance.run(learner)) == found.score


def test_a_search_on_the_line_is_guided_to_many_labels_and_can_be_repeated():
    line = Thresholds()
    cal: CAL[Any, Any] = CAL(line.version_space())
    first = worst_found(cal, line, 5, labels, tries=150, rng=7)
    assert first.score >= 3
    assert worst_found(cal, line, 5, labels, tries=150, rng=7) == first


def test_too_many_instances_are_not_begun():
    with pytest.raises(BudgetError, match="worst_found"):
        worst_of_all(CAL_ON_LINE, LINE, 20, labels, points=range(3))
    assert adversary.MOST < 3**20
