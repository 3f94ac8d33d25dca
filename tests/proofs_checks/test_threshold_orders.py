from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from math import factorial

import pytest
import sympy as sp

from altheory.learners.cal import CAL
from proofs_checks import _threshold_orders
from proofs_checks._threshold_orders import law, mean, neighbors_alone_matter, orders


@pytest.mark.parametrize("n", range(5))
def test_every_order_is_visited_once(n):
    found = orders(n)
    assert found.total() == factorial(n + 1)
    for left in range(n + 1):
        ways = sum(w for (k, _), w in found.items() if k == left)
        assert ways == factorial(n)  # the target is as likely at each rank


@pytest.mark.parametrize("n", range(5))
def test_questions_are_the_records_on_either_side(n):
    """An instance is asked for iff it is nearer than all earlier ones on its side."""
    counts = [0] * (n + 1)
    for ranks in permutations(range(n + 1)):
        target = ranks[-1]
        asked = 0
        for k, x in enumerate(ranks[:-1]):
            between = [y for y in ranks[:k] if min(x, target) < y < max(x, target)]
            asked += not between
        counts[asked] += 1
    assert law(n) == tuple(Fraction(c, factorial(n + 1)) for c in counts)


def test_the_mean_is_a_polynomial_that_averages_to_the_law():
    t = sp.Symbol("t")
    for n in range(4):
        average = sp.integrate(sp.expand(mean(n, t)), (t, 0, 1))
        assert average == sum(
            q * sp.Rational(p.numerator, p.denominator) for q, p in enumerate(law(n))
        )
        assert mean(n, Fraction(1, 2)) == sp.expand(mean(n, t)).subs(t, sp.Rational(1, 2))


def test_cal_asks_beside_the_target_and_nowhere_else():
    assert neighbors_alone_matter()


def test_a_learner_that_asks_late_is_found_out(monkeypatch):
    """In batches of two the first question waits for the second."""
    monkeypatch.setattr(_threshold_orders, "CAL", lambda prior: CAL(prior, batch=2))
    assert not neighbors_alone_matter()


def test_the_learner_that_asks_everything_is_found_out(monkeypatch):
    class Greedy:
        def __init__(self, prior):
            self.real = CAL(prior)

        def init(self):
            return self.real.init()

        def step(self, state, x, ask):
            after = self.real.step(state, x, ask)
            return replace(after, queries=state.queries + 1)

    monkeypatch.setattr(_threshold_orders, "CAL", Greedy)
    assert not neighbors_alone_matter()
