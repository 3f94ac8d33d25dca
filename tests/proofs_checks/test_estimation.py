from fractions import Fraction

import numpy as np
import pytest
import sympy as sp

from altheory.ledger.checker import accepted
from altheory.ledger.finding import Outcome
from altheory.ledger.verdicts import execute
from proofs_checks._estimation import ERROR, WIDTH, better, checks, half_of_halves, halves


def found(check, formula):
    return check.run(formula, np.random.default_rng(0))


@pytest.mark.parametrize(("goal", "formula"), [(WIDTH, halves), (ERROR, half_of_halves)])
def test_every_check_accepts_the_goal_and_rejects_the_other(goal, formula):
    other = half_of_halves if formula is halves else halves
    for check in checks(goal):
        assert found(check, formula).outcome is Outcome.HOLDS
        assert found(check, other).outcome is Outcome.FAILS


def test_too_large_an_error_brings_a_counterexample():
    _, sequences, _ = checks(ERROR)
    assert found(sequences, halves).counterexample is not None
    assert found(sequences, lambda q: halves(q) / 4).counterexample is None


@pytest.mark.parametrize("q", [1, 2, 5])
def test_a_counterexample_stands_twice(q):
    counterexample = better(q, halves(q))
    assert accepted(dict(counterexample.certificate))
    execute(counterexample.python)


def test_what_bisection_does_not_reach_is_no_counterexample():
    counterexample = better(2, sp.Rational(1, 8))
    assert not accepted(dict(counterexample.certificate))
    with pytest.raises(AssertionError):
        execute(counterexample.python)


def test_the_goals_by_hand():
    assert (WIDTH.worst(3), ERROR.worst(3)) == (Fraction(1, 8), Fraction(1, 16))
    assert (WIDTH.queries(Fraction(1, 8)), ERROR.queries(Fraction(1, 8))) == (3, 2)
