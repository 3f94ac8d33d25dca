"""Learners start from a version space and from nothing else."""

from functools import partial
from typing import Any

import pytest

from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds
from altheory.learners.bisection import Bisection
from altheory.learners.cal import CAL
from altheory.learners.passive import Passive

LINE = Thresholds()
MAKERS: tuple[Any, ...] = (CAL, partial(Passive, erm=LINE.erm), Bisection)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("prior", [3, None, "thresholds", LINE, FiniteClass(2, [0, 3])])
def test_what_is_no_version_space_is_refused(make, prior):
    with pytest.raises(DomainError, match="starts from a version space, got"):
        make(prior)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("of", [LINE, FiniteClass(2, [0, 3])])
def test_version_spaces_are_taken(make, of):
    assert make(of.version_space()).init().version_space == of.version_space()


def test_the_value_is_shown_in_short():
    labels: Any = [1] * 10_000
    with pytest.raises(DomainError, match=r"got \[1, 1, 1, 1, 1, 1, \.\.\.\];"):
        CAL(labels)


@pytest.mark.parametrize("rule", [None, 3, "erm"])
def test_a_rule_is_a_function(rule):
    with pytest.raises(DomainError, match="an erm is a function"):
        Passive(LINE.version_space(), rule)


def test_bisection_needs_a_bisector():
    class Blind:
        """A version space that does not know where to split itself."""

        is_empty = False

        def restrict(self, *_):
            return self

    blind: Any = Blind()
    with pytest.raises(
        DomainError,
        match=r"bisection needs a bisector, which Blind has not; .* thresholds or circle",
    ):
        Bisection(blind)
