"""The median's interval: exact coverage by going through all samples of small laws."""

from fractions import Fraction
from itertools import product
from math import comb, prod
from typing import Any

import pytest

from altheory.bounds.sign_test import sign_test
from altheory.errors import DomainError

HALF = Fraction(1, 2)
LAWS: tuple[tuple[Fraction, ...], ...] = (
    (HALF, HALF),
    (Fraction(1, 3), Fraction(2, 3)),
    (Fraction(2, 5), Fraction(1, 5), Fraction(2, 5)),
    (Fraction(1, 4),) * 4,
)


def medians(law):
    """Return all medians among the points 0, 1, ... of the law."""
    below = [sum(law[: i + 1]) for i in range(len(law))]
    above = [sum(law[i:]) for i in range(len(law))]
    return [i for i in range(len(law)) if below[i] >= HALF and above[i] >= HALF]


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("n", [1, 2, 5])
@pytest.mark.parametrize("delta", [Fraction(1, 16), Fraction(3, 8), Fraction(7, 10)])
@pytest.mark.parametrize("side", ["two-sided", "lower", "upper"])
def test_it_misses_a_median_no_more_often_than_it_says(law, n, delta, side):
    for m in medians(law):
        missed = sum(
            prod(law[v] for v in values)
            for values in product(range(len(law)), repeat=n)
            if m not in sign_test(values, delta, side=side, high=9)
        )
        assert missed <= delta


@pytest.mark.parametrize("n", range(1, 9))
def test_of_distinct_values_it_is_the_narrowest_that_may_be(n):
    """For a continuous law the chance to miss is that of the ranks: exact, so no wider."""
    for k in range(1, n // 2 + 1):
        delta = 2 * Fraction(sum(comb(n, j) for j in range(k)), 2**n)
        found = sign_test(range(1, n + 1), delta, high=n + 1)
        assert found.lower == k
        assert found.upper == n + 1 - k
        stricter = sign_test(range(1, n + 1), delta - Fraction(1, 10**9), high=n + 1)
        assert stricter.lower == k - 1


BAD: tuple[tuple[dict[str, Any], str], ...] = (
    ({"values": []}, "at least one value"),
    ({"values": [0, 2]}, r"values lie in \[0, 1\], got 0 to 2"),
    ({"values": [0, float("nan")]}, "finite"),
    ({"values": [0], "delta": 1}, "delta"),
    ({"values": [0], "low": 1}, "low < high"),
)


@pytest.mark.parametrize(("given", "said"), BAD)
def test_what_is_no_sample_is_refused(given, said):
    with pytest.raises(DomainError, match=said):
        sign_test(**{"delta": HALF, **given})
