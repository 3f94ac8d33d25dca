"""Names are short, and different where the things are."""

from hypothesis import given

from altheory.certificate import digest
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds
from altheory.simulation.naming import LONGEST, described, identity, shortened
from altheory.testing.strategies import finite_classes

WIDE = 20_000  # as masks in decimal these rows have more digits than Python prints


def test_a_short_text_is_itself():
    assert described(Thresholds()) == "Thresholds()"
    assert described(FiniteClass(2, ["--", "+-"])) == repr(FiniteClass(2, ["--", "+-"]))
    assert shortened("+" * LONGEST) == "+" * LONGEST


def test_a_wide_class_has_a_short_name_of_its_own():
    ones = [FiniteClass(WIDE, ["-" * WIDE, "-" * (WIDE - 1) + last]) for last in "+-"]
    names = [described(one) for one in ones]
    assert names[0] != names[1]
    assert described(FiniteClass(WIDE, ones[0].table()["hypotheses"])) == names[0]
    for one, name in zip(ones, names, strict=True):
        assert len(name) < 2 * LONGEST
        assert digest(one.table())[:16] in name


def test_long_texts_that_differ_at_the_end_differ():
    assert shortened("+" * 999 + "-") != shortened("+" * 1000)
    assert len(shortened("+" * 10**5)) < 2 * LONGEST


@given(finite_classes(), finite_classes())
def test_an_identity_belongs_to_one_class(one, other):
    assert (identity(one) == identity(other)) == (one == other)
