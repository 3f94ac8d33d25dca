"""Laws of closed forms have teeth: wrong numbers and wrong coefficients break them."""

from dataclasses import dataclass, replace
from fractions import Fraction

import pytest

from altheory.hypotheses._combinatorics import Combinatorics
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.testing.laws.classes import (
    closed_forms_agree_with_search,
    the_disagreement_coefficient_is_enclosed,
)

HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Mistaken:
    """Thresholds that are wrong about one of their numbers, or about their coefficient."""

    wrong: str = ""
    factor: Fraction = Fraction(1)

    def __getattr__(self, name):
        return getattr(Thresholds(), name)

    def combinatorics(self, n):
        known = Thresholds().combinatorics(n)
        return replace(known, **{self.wrong: 99}) if self.wrong else known

    def disagreement_coefficient(self, target, r0):
        return self.factor * Thresholds().disagreement_coefficient(target, r0)


@pytest.mark.parametrize("wrong", Combinatorics.__dataclass_fields__)
def test_a_wrong_number_is_caught(wrong):
    closed_forms_agree_with_search(Mistaken(), 3)
    with pytest.raises(AssertionError):
        closed_forms_agree_with_search(Mistaken(wrong), 3)


@pytest.mark.parametrize("factor", [Fraction(1, 2), Fraction(3, 2)])
def test_a_wrong_coefficient_is_caught(factor):
    the_disagreement_coefficient_is_enclosed(Mistaken(), Threshold(HALF), Fraction(1, 8))
    with pytest.raises(AssertionError):
        the_disagreement_coefficient_is_enclosed(
            Mistaken(factor=factor), Threshold(HALF), Fraction(1, 8)
        )
