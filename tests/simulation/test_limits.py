"""Limits are refused by name, with the value and a remedy, whatever its size."""

import pytest

from altheory.errors import BudgetError, DomainError
from altheory.protocols import Label
from altheory.simulation.limits import limited, metered


@pytest.mark.parametrize("n", [1, 2, 100])
def test_what_is_within_the_limit_is_itself(n):
    assert limited(n, "a number", 100, "take less") == n


@pytest.mark.parametrize(
    ("n", "most", "said"),
    [
        (101, 100, "at most 100, got 101; take less"),
        (10**40, 100, "at most 100, got about 1e40; take less"),
        (0, 100, "at least 1, got 0"),
        ("7", 100, "at least 1, got '7'"),
    ],
)
def test_what_is_beyond_is_refused(n, most, said):
    with pytest.raises(DomainError, match=said):
        limited(n, "a number", most, "take less")


def test_a_number_with_more_digits_than_python_prints_is_refused_by_its_size():
    with pytest.raises(DomainError, match="at most 1e300, got about 1e5000; take less"):
        limited(10**5000, "a number", 10**300, "take less")


def test_a_metered_oracle_answers_so_often():
    labels: dict[int, Label] = {0: 1, 1: 1, 2: -1}
    ask = metered(labels.__getitem__, 2, "A2, to epsilon 1/100")
    assert [ask(0), ask(1)] == [1, 1]
    with pytest.raises(BudgetError, match="A2, to epsilon 1/100, would go beyond 2 labels; ask"):
        ask(2)
