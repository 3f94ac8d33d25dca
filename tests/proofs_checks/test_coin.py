from fractions import Fraction
from itertools import product

import pytest

from proofs_checks._coin import ever_leaves, first_accepted, obedient, symmetric

WINDOWS = [
    [(0, 1), (0, 2), (1, 2)],
    [(0, 1), (1, 1), (1, 2), (2, 2), (2, 3)],
    [(0, 0), (0, 0)],
    [(0, 1), (2, 1), (0, 3)],  # nothing is accepted after two flips
]


@pytest.mark.parametrize("windows", WINDOWS)
def test_paths_are_counted_as_by_enumeration(windows):
    n = len(windows)
    kept = sum(
        all(low <= sum(xs[:i]) <= high for i, (low, high) in enumerate(windows, 1))
        for xs in product((0, 1), repeat=n)
    )
    assert obedient(windows) == kept
    assert ever_leaves(windows) == 1 - Fraction(kept, 2**n)


@pytest.mark.parametrize("n", range(1, 9))
def test_the_first_accepted_number_of_heads(n):
    for first in range(n // 2 + 2):
        assert first_accepted(first.__le__, n) == first
    assert symmetric(lambda k, _n: 3 * k >= n, n) == (-(-n // 3), n + n // -3)
