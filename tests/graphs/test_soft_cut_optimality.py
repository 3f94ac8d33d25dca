"""The harmonic solution has the least energy: in rationals, and by a solver of convex programs."""

from fractions import Fraction
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.graphs.harmonic_solution import harmonic
from altheory.graphs.soft_cut import energy
from tests.graphs.examples import random_graph

FRACTIONS = st.fractions(0, 1, max_denominator=12)
STEPS = st.fractions(-3, 3, max_denominator=12)
LINES = [(0, 1), (1, 2), (2, 3), (3, 4)]


@st.composite
def soft_cuts(draw):
    """A connected graph of fractions, up to two labels among its nodes, and a step elsewhere."""
    n = draw(st.integers(2, 5))
    W = [[Fraction(0)] * n for _ in range(n)]
    for i, j in combinations(range(n), 2):
        path = Fraction(1, 7) if (i, j) in LINES else Fraction(0)
        W[i][j] = W[j][i] = path + draw(FRACTIONS)
    labeled = sorted({draw(st.integers(0, n - 1)), draw(st.integers(0, n - 1))})
    values = [draw(FRACTIONS) for _ in labeled]
    step = [Fraction(0) if i in labeled else draw(STEPS) for i in range(n)]
    return W, labeled, values, step


def gradient(W, f):
    return [sum(w * (f[i] - x) for w, x in zip(row, f, strict=True)) for i, row in enumerate(W)]


@given(soft_cuts())
def test_whatever_else_has_the_labels_has_more_energy(drawn):
    W, labeled, values, step = drawn
    f = harmonic(W, labeled, values, exact=True).f.tolist()
    beside = [x + h for x, h in zip(f, step, strict=True)]
    more = energy(W, beside, exact=True) - energy(W, f, exact=True)
    assert isinstance(more, Fraction)
    assert more == energy(W, step, exact=True)
    assert more > 0 or not any(step)


@given(soft_cuts())
def test_the_gradient_is_zero_at_free_nodes(drawn):
    W, labeled, values, _ = drawn
    f = harmonic(W, labeled, values, exact=True).f.tolist()
    lost = gradient(W, f)
    assert not any(lost[i] for i in range(len(W)) if i not in labeled)
    assert sum(lost) == 0
    assert sum(lost[i] * y for i, y in zip(labeled, values, strict=True)) == energy(
        W, f, exact=True
    )


@given(soft_cuts())
def test_every_other_function_has_a_gradient(drawn):
    W, labeled, values, step = drawn
    f = harmonic(W, labeled, values, exact=True).f.tolist()
    lost = gradient(W, [x + h for x, h in zip(f, step, strict=True)])
    free = [i for i in range(len(W)) if i not in labeled]
    assert any(lost[i] for i in free) == any(step)
    assert sum(lost[i] * step[i] for i in free) == energy(W, step, exact=True)


def solved_by_cvxpy(W, labeled, values):
    """The values within [0, 1], how far they are off, and the multipliers of both ends.

    The energy is strongly convex in the free values, with the least eigenvalue of L_uu as the
    modulus, so a residual gradient g is an error of at most |g| / that.
    """
    import cvxpy

    cp: Any = cvxpy
    n = len(W)
    f = cp.Variable(n)
    terms = [W[i, j] * cp.square(f[i] - f[j]) for i, j in combinations(range(n), 2)]
    ends = [f >= 0, f <= 1]
    program = cp.Problem(cp.Minimize(cp.sum(terms)), [f[labeled] == values, *ends])
    program.solve(solver=cp.CLARABEL)
    free = np.setdiff1d(np.arange(n), labeled)
    inner = np.diag(W.sum(axis=1))[np.ix_(free, free)] - W[np.ix_(free, free)]
    lost = (np.diag(W.sum(axis=1)) - W) @ np.asarray(f.value)
    x = np.asarray(f.value)
    wrong = np.linalg.norm(lost[free]) + np.abs(inner).sum() * np.abs(x[labeled] - values).max()
    off = float(wrong / np.linalg.eigvalsh(inner)[0])
    return x, off, [np.asarray(end.dual_value)[free] for end in ends]


@pytest.mark.seeded("both solvers bound their own error")
@pytest.mark.parametrize("size", [3, 6, 9])
def test_a_solver_of_convex_programs_agrees(rng, size):
    W = random_graph(rng, size, "even")
    for i in range(size - 1):
        W[i, i + 1] = W[i + 1, i] = W[i, i + 1] + 0.1
    labeled, values = [0, size - 1], np.array([0.125, 1.0])
    found = harmonic(W, labeled, values)
    f, off, multipliers = solved_by_cvxpy(W, labeled, values)
    assert off <= 1e-5
    assert np.abs(found.f - f).max() <= found.error_bound + off + 1e-12
    for multiplier in multipliers:  # the ends of [0, 1] do not bind
        assert np.abs(multiplier).max() <= 1e-5
