from fractions import Fraction

import pytest

from altheory.errors import BudgetError
from altheory.ledger.budget import BUDGET, spent, within


def test_alphas_add_up_as_they_are_written():
    assert spent([1e-5, None, 2e-5]) == Fraction(3, 100_000)
    assert within([1e-5] * 10) == within([1e-4]) == BUDGET
    assert within([]) == 0


def test_a_hair_above_the_budget_is_refused():
    with pytest.raises(BudgetError, match=r"false-alarm budget of 0\.0001;"):
        within([1e-4, 1e-12])
