from fractions import Fraction

import pytest

from proofs_checks._hitting import (
    NONE,
    Play,
    cheapest,
    dearest_success,
    least_success,
    plays,
    price,
    successes,
)

F = Fraction


@pytest.mark.parametrize("m", [2, 3, 5])
@pytest.mark.parametrize("empty_counts", [True, False])
def test_the_cheapest_law_is_one_and_meets_the_bound(m, empty_counts):
    delta = F(1, 10)
    law = cheapest(m, delta, empty_counts=empty_counts)
    assert sum(law.values()) == 1
    assert least_success(law, m, empty_counts=empty_counts) == 1 - delta
    assert price(law) == (m + empty_counts) * (1 - delta) - 1
    assert set(law) <= set(plays(m))


@pytest.mark.parametrize("empty_counts", [True, False])
def test_one_success_is_free(empty_counts):
    assert dearest_success(3, empty_counts=empty_counts) == 1


def test_what_succeeds():
    elsewhere, here = Play(frozenset({0}), 2), Play(frozenset({0}), 0)
    nothing = Play(frozenset({0}), NONE)
    assert successes(elsewhere, empty_counts=True) == {0, 2}
    assert successes(here, empty_counts=False) == {0}
    assert successes(nothing, empty_counts=True) == {0, NONE}
    assert successes(nothing, empty_counts=False) == {0}


def test_what_is_no_law_succeeds_nowhere():
    play = Play(frozenset({0, 1}), NONE)
    assert least_success({play: F(1, 2)}, 2, empty_counts=True) == 0
    assert least_success({play: F(1)}, 2, empty_counts=True) == 1
