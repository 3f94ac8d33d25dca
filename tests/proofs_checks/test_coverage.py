from fractions import Fraction
from math import comb

import pytest

from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.ledger.finding import Outcome
from altheory.ledger.records import Replay
from altheory.ledger.verdicts import execute, replay
from proofs_checks._coverage import valid, valid_at, worst

DELTA = Fraction(1, 5)


def missed(values, p):
    """Return the probability that the bound of the count is below p."""
    n = len(values) - 1
    return sum(comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1) if values[k] < p)


@pytest.mark.parametrize(
    "values",
    [
        [Fraction(1, 3), Fraction(2, 3)],
        [Fraction(0), Fraction(1, 2), Fraction(1)],
        [Fraction(1, 10), Fraction(1, 10), Fraction(4, 5), Fraction(9, 10)],
        [Fraction(-1, 2), Fraction(1, 4), Fraction(2)],
        [Fraction(1)] * 3,
    ],
)
def test_the_worst_case_is_approached_and_never_exceeded(values):
    found = worst(values)
    for i in range(241):
        assert missed(values, Fraction(i, 240)) <= found.chance
    near = min(found.p + Fraction(1, 10**12), Fraction(1))
    assert missed(values, near) >= found.chance - Fraction(1, 10**9)


def test_a_refutation_replays():
    found = valid(lambda k, n, _delta: Fraction(k, n), [(4, DELTA)])
    assert found.outcome is Outcome.FAILS
    assert found.counterexample is not None
    assert isinstance(replay(found.counterexample), Replay)


def test_a_refutation_asserts_that_p_exceeds_the_bound():
    found = valid(lambda k, n, _delta: Fraction(k, n), [(4, DELTA)])
    assert found.counterexample is not None
    text = found.counterexample.python
    assert "assert p > F(0, 1)  # U(k), rounded up" in text
    with pytest.raises(AssertionError):
        execute(text.replace("p > F(0, 1)", "p < F(0, 1)"))
    found = valid(lambda k, n, _delta: Fraction(k, n), [(4, DELTA)], "assert p < F(3 * k, 4 * n)")
    assert found.counterexample is not None
    with pytest.raises(AssertionError):
        execute(found.counterexample.python)


def test_a_bound_that_decreases_is_not_judged():
    found = valid(lambda k, n, _delta: 1 - Fraction(k, n), [(4, DELTA)])
    assert found.outcome is Outcome.INCONCLUSIVE


def test_one_jump_is_judged_as_the_whole():
    def upper(k, n, delta):
        return clopper_pearson(k, n, delta, side="upper").upper

    assert all(valid_at(upper, k, 5, DELTA).outcome is Outcome.HOLDS for k in range(6))
    lower = valid_at(lambda k, n, delta: upper(k, n, delta) - Fraction(1, 9), 2, 5, DELTA)
    assert lower.outcome is Outcome.FAILS
