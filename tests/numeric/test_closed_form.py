from fractions import Fraction

import pytest

from altheory.errors import DomainError
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.enclosure import Enclosure


def test_a_rational_is_its_own_exact_form():
    form = ClosedForm.exactly(Fraction(22, 7))
    assert form.exact == Fraction(22, 7)
    assert form.enclosure.width == 0
    assert float(form) == 22 / 7
    assert str(form) == "22/7"


def test_the_expression_is_made_only_when_asked_for():
    asked: list[str] = []

    def expression():
        asked.append("once")
        return "ln 2"

    form = ClosedForm(Enclosure.exactly(2).log(), expression)
    assert str(form) == "0.69314718056"
    assert float(form) == 0.6931471805599453
    assert not asked
    assert form.exact == "ln 2"
    assert asked == ["once"]


def test_without_an_expression_there_is_no_exact_form():
    assert ClosedForm(Enclosure(Fraction(1), Fraction(2))).exact is None


def test_a_long_fraction_is_shown_as_a_decimal():
    assert str(ClosedForm.exactly(Fraction(1, 3**40))) == "8.22526333997e-20"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "1/2", None, True])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(DomainError):
        ClosedForm.exactly(value)
