"""Matchings and covers prove each other optimal; their total is that of another solver."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from altheory.complexity._fractional import is_optimal, largest_matching, minimal

SETS = st.lists(st.integers(1, 63), min_size=1, max_size=12)


@given(SETS)
def test_matching_and_cover_prove_each_other(sets):
    matching, cover = largest_matching(sets)
    assert is_optimal(sets, matching, cover)
    rows = np.array([[s >> x & 1 for s in sets] for x in range(6)])
    found = linprog([-1] * len(sets), A_ub=rows, b_ub=[1] * 6)
    assert abs(float(sum(matching.values())) + float(found.fun or 0)) < 1e-9


@given(SETS)
def test_minimal_sets_are_in_all_others(sets):
    found = minimal(sets)
    assert all(any(s & small == small for small in found) for s in sets)
    assert not any(a != b and a & b == b for a in found for b in found)
    assert set(found) <= set(sets)


@pytest.mark.parametrize("n", [3, 4, 5, 6, 7])
def test_cycles(n):
    """Each edge of a cycle of n points has weight 1/2: more than a matching without halves."""
    sets = [1 << i | 1 << (i + 1) % n for i in range(n)]
    matching, cover = largest_matching(sets)
    assert sum(matching.values()) == sum(cover.values()) == Fraction(n, 2)


HALF = Fraction(1, 2)
TRIANGLE = [0b011, 0b101, 0b110]


@pytest.mark.parametrize(
    ("matching", "cover"),
    [
        (dict.fromkeys(TRIANGLE, Fraction(1)), dict.fromkeys(range(3), Fraction(1))),
        (dict.fromkeys(TRIANGLE, HALF), {0: HALF, 1: Fraction(1)}),
        (dict.fromkeys(TRIANGLE[:2], HALF), dict.fromkeys(range(3), HALF)),
        ({0b111: 3 * HALF}, dict.fromkeys(range(3), HALF)),
        ({3: 2 * HALF, 5: -HALF, 6: 2 * HALF}, dict.fromkeys(range(3), HALF)),
    ],
    ids=["too heavy", "no cover", "not equal", "no such set", "negative"],
)
def test_what_is_no_proof(matching, cover):
    assert is_optimal(TRIANGLE, dict.fromkeys(TRIANGLE, HALF), dict.fromkeys(range(3), HALF))
    assert not is_optimal(TRIANGLE, matching, cover)
