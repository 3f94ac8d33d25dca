"""The weighing that claims are about is the library's."""

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from altheory.graphs.class_mass import mass_normalized
from altheory.graphs.harmonic_solution import harmonic
from proofs_checks._class_mass import normalized

WEIGHTS = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=1, max_size=5)


@given(WEIGHTS, st.integers(1, 7))
def test_values_are_weighed_as_the_library_does(weights, eighths):
    n, q = len(weights) + 2, Fraction(eighths, 8)
    matrix = np.zeros((n, n))
    for i, pair in enumerate(weights, start=2):
        matrix[i, :2] = matrix[:2, i] = pair  # between a positive and a negative label
    f = [Fraction(one, one + zero) for one, zero in weights]
    mean = sum(f) / len(f)
    found = mass_normalized(harmonic(matrix, [0, 1], [1, 0]), float(q))
    assert np.allclose(found.f[2:], [float(normalized(x, q, mean)) for x in f], atol=1e-12)
