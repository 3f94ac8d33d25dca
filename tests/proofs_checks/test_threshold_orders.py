from fractions import Fraction
from itertools import permutations
from math import factorial

import pytest
import sympy as sp

from proofs_checks._threshold_orders import law, mean, orders


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
