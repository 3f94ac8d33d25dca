"""Walks of fair steps: formulas against all of them, and against those counted one by one."""

from fractions import Fraction
from itertools import accumulate, product

import pytest

from altheory.bounds._walk import mean_maximum, one_side_is_worst, quantile, reaches


def maxima(n):
    """Return how many of all walks have each maximum, by place and maximum."""
    walks = {(0, 0): 1}
    for _ in range(n):
        step: dict[tuple[int, int], int] = {}
        for (place, top), ways in walks.items():
            for there in (place - 1, place + 1):
                key = there, max(top, there)
                step[key] = step.get(key, 0) + ways
        walks = step
    found: dict[int, int] = {}
    for (_, top), ways in walks.items():
        found[top] = found.get(top, 0) + ways
    return found


def test_counting_by_place_counts_all():
    tops = [max(accumulate(signs, initial=0)) for signs in product((-1, 1), repeat=7)]
    assert maxima(7) == {top: tops.count(top) for top in set(tops)}


@pytest.mark.parametrize("n", [1, 2, 3, 8, 31])
def test_the_law_of_the_maximum(n):
    counts = maxima(n)
    for k in range(1, n + 2):
        above = Fraction(sum(ways for top, ways in counts.items() if top >= k), 2**n)
        assert (reaches(n, k).lo, reaches(n, k).hi) == (above, above)
    mean = Fraction(sum(top * ways for top, ways in counts.items()), 2**n)
    assert mean_maximum(n).lo == mean_maximum(n).hi == mean


def test_enclosures_go_on_where_exact_numbers_end():
    """Means differ by P(S_n = 0 or 1) / 2 or so from one size to the next."""
    exact, enclosed, later = (mean_maximum(n) for n in (256, 257, 258))
    assert 0 < enclosed.width < Fraction(1, 10**20)
    assert 0.02 < float(enclosed) - float(exact) < 0.03
    assert 0.02 < float(later) - float(enclosed) < 0.03
    assert 0.79 < float(mean_maximum(10**6)) / 1000 < 0.7979


@pytest.mark.parametrize("n", [1, 2, 10, 300])
@pytest.mark.parametrize("delta", [Fraction(1, 2), Fraction(1, 20), Fraction(1, 10**6)])
def test_the_quantile_is_the_least(n, delta):
    k = quantile(n, delta)
    assert k == n + 1 or reaches(n, k).hi <= delta
    assert k == 1 or reaches(n, k - 1).lo > delta
    assert quantile(n, delta, k + 2) == k + 2


@pytest.mark.parametrize("n", [1, 2, 3, 10, 100])
def test_where_one_side_is_worst(n):
    k = one_side_is_worst(n)
    assert k**2 >= 3 * n - 2
    assert (k - 1) ** 2 < 3 * n - 2


@pytest.mark.parametrize("n", [5, 12, 40])
def test_no_division_of_the_steps_is_worse_than_none(n):
    for k in range(one_side_is_worst(n), n + 2):
        whole = reaches(n, k).lo
        for here in range(1, n):
            assert reaches(here, k).hi + reaches(n - here, k).hi <= whole


def test_below_it_some_division_is_worse():
    k, n = 1, 2
    both = 1 - (1 - reaches(1, k).lo) ** 2
    assert both > reaches(n, k).hi
