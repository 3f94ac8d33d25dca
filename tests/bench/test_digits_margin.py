"""The row on digits: both contenders ask the same, and a missing package is no failure."""

import pytest

from altheory.bench.rows import digits_margin
from altheory.bench.runner import run
from altheory.simulation.splits import Design


@pytest.fixture
def short(monkeypatch):
    monkeypatch.setattr(digits_margin, "DESIGN", Design(budget=5, batch=1, seed=1))


@pytest.mark.usefixtures("short")
def test_both_ask_the_same():
    asked = digits_margin.by_altheory()
    assert asked == digits_margin.by_plain_loop()
    assert digits_margin.judged(asked) == "5 of 5 queries as in the plain loop"
    assert digits_margin.judged((-1, *asked[1:])) == "4 of 5 queries as in the plain loop"


def test_without_scikit_learn_the_row_says_so(monkeypatch):
    monkeypatch.setattr(digits_margin, "find_spec", lambda _: None)
    result = run("digits_margin", digits_margin.ROW, seconds=1e-9)
    assert [t.accuracy for t in result.timings] == ["not run: scikit-learn is missing"]
