"""Orders around a half circle, counted by hand, and a CAL that is not CAL."""

from fractions import Fraction
from itertools import permutations
from math import factorial

import pytest

from altheory.hypotheses.finite import FiniteClass
from altheory.learners.cal import CAL
from proofs_checks import _circle_orders
from proofs_checks._circle_traces import points, trace


@pytest.mark.parametrize("n", range(1, 4))
def test_the_law_counts_extremes_so_far(n):
    counts = [
        sum(x in (min(order[: i + 1]), max(order[: i + 1])) for i, x in enumerate(order))
        for order in permutations(range(n))
    ]
    expected = tuple(Fraction(counts.count(q), factorial(n)) for q in range(n + 1))
    assert _circle_orders.law(n) == expected


def test_extremes_alone_matter_to_cal_and_not_to_who_asks_always(monkeypatch):
    assert _circle_orders.extremes_alone_matter()
    monkeypatch.setattr(CAL, "step", lambda _, state, x, ask: _forced(state, x, ask))
    _circle_orders.extremes_alone_matter.cache_clear()
    assert not _circle_orders.extremes_alone_matter()
    monkeypatch.undo()
    _circle_orders.extremes_alone_matter.cache_clear()


def _forced(state, x, ask):
    space = state.version_space.restrict(x, ask(x))
    return type(state)(space, state.queries + 1, state.unlabeled + 1)


@pytest.mark.parametrize("n", range(1, 5))
def test_traces_are_the_cycle_of_labelings(n):
    """Walking round, one point after the other flips, and then flips back."""
    rows = {tuple(1 if (k - j) % (2 * n) < n else -1 for j in range(n)) for k in range(2 * n)}
    assert FiniteClass(n, rows) == trace(n)
    assert len(set(points(n))) == n
    assert all(mask.bit_count() == n for mask in trace(n, opposites=True).hypotheses)
