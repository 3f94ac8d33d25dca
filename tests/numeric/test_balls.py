"""Numbers are enclosed as accurately as asked, and sums that are 0 end in a refusal."""

from fractions import Fraction

import pytest
from flint import acb, arb, ctx

from altheory.errors import BudgetError
from altheory.numeric.balls import DOUBLINGS, enclosed, integral
from altheory.spaces import margin_band


@pytest.mark.parametrize("accuracy", [20, 112, 1000])
def test_accuracy_is_relative_to_the_number(accuracy):
    tiny = 200  # bits that cancel

    def ball():
        return (1 + arb(2) ** -tiny * arb.pi().sin().exp()) - 1

    found = enclosed(ball, 64, accuracy=accuracy)
    assert Fraction(1, 2**tiny) in found
    assert found.width <= found.lo / 2 ** (accuracy - 2)


def test_exactly_nothing_is_enclosed_and_what_cancels_to_nothing_is_refused():
    assert enclosed(lambda: arb(0)).hi == 0
    asked = list[int]()

    def ball():
        asked.append(ctx.prec)
        return arb(2).sqrt() ** 2 - 2

    with pytest.raises(BudgetError, match="balls of 32768 bits do not tell 112 bits"):
        enclosed(ball, 8)
    assert asked == [8 << k for k in range(DOUBLINGS + 1)]
    with pytest.raises(BudgetError, match="112 bits"):
        enclosed(lambda: arb("nan"))


def test_integrals():
    total = integral(lambda t, _: t**3, acb(1), acb(3))
    assert total.contains(20)


def test_an_interrupt_passes_through_an_integral():
    """Within python-flint it would be a crash."""
    calls = list[int]()

    def pressed(t, _):
        calls.append(len(calls))
        if len(calls) > 3:
            raise KeyboardInterrupt
        return t

    with pytest.raises(KeyboardInterrupt):
        integral(pressed, acb(0), acb(1))
    assert len(calls) == 4


def test_integrals_over_bands_are_guarded(monkeypatch):
    def interrupted(f, start, end, **_):
        raise KeyboardInterrupt(f(start, False), end)

    monkeypatch.setattr(margin_band, "integral", interrupted)
    with pytest.raises(KeyboardInterrupt):
        margin_band.difference_beyond(5, Fraction(1, 8), Fraction(1, 10))
