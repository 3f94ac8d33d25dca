"""The band of random samples, against going through all samples."""

from collections import Counter
from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.simulation.class_balance import class_band


def laws(sizes, n, replacement):
    """Return how likely each histogram is, from all sequences or sets of instances."""
    pool = [c for c, size in enumerate(sizes) for _ in range(size)]
    draws = product(pool, repeat=n) if replacement else combinations(pool, n)
    counts = Counter(tuple(draw.count(c) for c in range(len(sizes))) for draw in draws)
    total = counts.total()
    return {histogram: Fraction(times, total) for histogram, times in counts.items()}


def tails(law, c, k):
    """Return the chances of fewer than k, and of more, in a class."""
    return (
        sum((p for h, p in law.items() if h[c] < k), Fraction(0)),
        sum((p for h, p in law.items() if h[c] > k), Fraction(0)),
    )


def covered(law, low, high):
    return sum(
        p for h, p in law.items() if all(a <= k <= b for a, k, b in zip(low, h, high, strict=True))
    )


@given(
    sizes=st.lists(st.integers(1, 3), min_size=1, max_size=3),
    n=st.integers(1, 4),
    level=st.sampled_from([Fraction(1, 10), Fraction(1, 2), Fraction(9, 10), Fraction(99, 100)]),
    replacement=st.booleans(),
)
def test_the_band_is_the_narrowest_between_equal_tails(sizes, n, level, replacement):
    n = n if replacement else min(n, sum(sizes))
    law = laws(sizes, n, replacement)
    band = class_band(sizes, n, level, replacement=replacement)
    assert band.coverage == covered(law, band.low, band.high) >= level
    assert band.mean == tuple(Fraction(n * size, sum(sizes)) for size in sizes)
    every = {t for c in range(len(sizes)) for k in range(n + 1) for t in tails(law, c, k)}
    found = []
    for tail in every:  # the definition: cut the same tail everywhere, the largest that covers
        low = [
            max(k for k in range(n + 1) if tails(law, c, k)[0] <= tail) for c in range(len(sizes))
        ]
        high = [
            min(k for k in range(n + 1) if tails(law, c, k)[1] <= tail) for c in range(len(sizes))
        ]
        if covered(law, low, high) >= level:
            found.append((tail, tuple(low), tuple(high)))
    assert (band.low, band.high) == max(found)[1:]


def test_outside_is_said_for_each_class():
    band = class_band([50, 50, 50], 30, 0.9)
    low, high = band.low[0], band.high[0]
    assert band.low == (low,) * 3
    assert band.outside((low, high, 10)) == (0, 0, 0)
    assert band.outside((low - 1, high + 1, 10)) == (-1, 1, 0)


def test_samples_of_all_have_no_choice():
    band = class_band([3, 0, 4], 7, 0.999)
    assert band.low == band.high == (3, 0, 4)
    assert band.coverage == 1


def test_putting_back_makes_the_band_wider():
    kept, put_back = (class_band([20] * 5, 50, 0.95, replacement=r) for r in (False, True))
    assert put_back.low < kept.low
    assert kept.high < put_back.high


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (([2, 1], 4, 0.9), "4 labels are drawn of 3 instances"),
        (([0, 0], 1, 0.9), "the number of instances"),
        (([-1, 3], 1, 0.9), "the size of a class"),
        (([3], 0, 0.9), "the number of labels"),
        (([3], 1, 1), "strictly between 0 and 1"),
    ],
)
def test_what_cannot_be_drawn_is_refused(given, said):
    with pytest.raises(DomainError, match=said):
        class_band(*given)
