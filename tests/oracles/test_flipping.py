"""An adversary with a budget: what he may do, and what survives him."""

from fractions import Fraction
from functools import partial
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold
from altheory.oracles.flipping import flipping

TARGET = Threshold(Fraction(1, 2))
POINTS = (0.1, 0.4, 0.5, 0.9)


@given(
    budget=st.integers(0, 4),
    asked=st.lists(st.sampled_from(POINTS), max_size=8),
    wanted=st.lists(st.booleans(), min_size=8, max_size=8),
)
def test_he_inverts_what_he_wants_while_the_budget_lasts(budget, asked, wanted):
    wishes = iter(wanted)
    liar = flipping(TARGET, budget, lambda _x, _y: next(wishes))
    inverted = [liar(x) != TARGET(x) for x in asked]
    used = [wish for wish, _ in zip(wanted, asked, strict=False)]
    wished = [i for i, wish in enumerate(used) if wish][:budget]
    assert [i for i, lie in enumerate(inverted) if lie] == wished


def test_no_hypothesis_is_seen_with_more_errors_than_the_budget_adds():
    """All ways to spend two lies on four questions, all thresholds between them."""
    for lies in product((False, True), repeat=len(POINTS)):
        wishes = iter(lies)
        liar = flipping(TARGET, 2, partial(_next, wishes))
        seen = [(x, liar(x)) for x in POINTS]
        for tenths in (0, 2, 4, 6, 10):
            h = Threshold(Fraction(tenths, 10))
            honest = sum(h(x) != TARGET(x) for x in POINTS)
            assert abs(sum(h(x) != y for x, y in seen) - honest) <= min(2, sum(lies))


def test_he_is_not_asked_once_the_budget_is_gone():
    asked: list[float] = []

    def always(x, _y):
        asked.append(x)
        return True

    liar = flipping(TARGET, 1, always)
    assert [liar(x) for x in (0.1, 0.9)] == [1, 1]
    assert asked == [0.1]


def _next(wishes, _x, _y):
    return next(wishes, False)


@pytest.mark.parametrize("wrong", [(0.5, 1), (TARGET, -1), (TARGET, 1.5), (TARGET, 1, 3)])
def test_what_is_no_oracle_budget_or_choice_is_refused(wrong):
    with pytest.raises(DomainError):
        flipping(*wrong)
