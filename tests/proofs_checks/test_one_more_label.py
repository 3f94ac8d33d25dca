"""The blocks of one node and the rest: their rules, and their entries on matrices of numbers."""

from fractions import Fraction

import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from altheory.ledger.finding import Outcome
from proofs_checks import _one_more_label as one

WEIGHTS = st.lists(st.integers(0, 4), min_size=10, max_size=10)


def test_all_equations_are_solved():
    assert [step.outcome for step in one.solved()] == [Outcome.HOLDS] * 7


def test_words_that_no_rule_shortens_stay():
    word = one.COUPLING * one.ACROSS - one.ACROSS
    assert one.reduced(word) == sp.expand(word)
    assert one.reduced(one.INVERSE * one.ACROSS * one.ACROSS_T) != 0


@given(WEIGHTS)
def test_entries_are_those_of_matrices_of_numbers(weights):
    entries = iter(weights)
    upper = {(i, j): -next(entries) for i in range(4) for j in range(i + 1, 4)}
    given_values = [Fraction(next(entries)) for _ in range(4)]
    matrix = sp.Matrix(
        4, 4, lambda i, j: 20 if i == j else upper[min(i, j), max(i, j)]
    )  # dominated by its diagonal, so positive definite
    right = sp.Matrix(4, 1, [sp.Rational(x) for x in given_values])
    inverse, f, rest = matrix.inv(), matrix.LUsolve(right), matrix[1:, 1:].inv()
    c, q = rest * matrix[1:, 0], rest * right[1:, :]
    schur = matrix[0, 0] - (matrix[0, 1:] * c)[0]
    at = {one.SCHUR: schur, one.C: c[0], one.C_OTHER: c[2], one.Q: q[0], one.F_K: f[0]}
    at |= {one.E: rest[0, 2], one.E_OWN: rest[0, 0], one.Y: 5}
    claimed = [x.subs(at) for x in (one.G_KK, one.G_IK, one.G_JK, one.G_IJ, one.G_II, one.F_I)]
    pairs = ((0, 0), (1, 0), (3, 0), (1, 3), (1, 1))
    assert claimed == [*(inverse[pair] for pair in pairs), f[1]]
    labeled = rest * (right[1:, :] - matrix[1:, 0] * 5)
    assert one.THEN_I.subs(at) == labeled[0]
