"""What the claims about uniform bounds compute, by brute force."""

from fractions import Fraction
from itertools import product
from math import comb

import pytest

from proofs_checks.bounds_binomial_mean_reached import after_one_step, reached
from proofs_checks.bounds_finite_class_union import some_low, some_unseen
from proofs_checks.bounds_rademacher_thresholds import averages, maximum
from proofs_checks.bounds_vc_exchange import dealt


@pytest.mark.parametrize("n", [1, 2, 5])
def test_the_mean_is_reached_by_the_counts_of_at_least_the_mean(n):
    for i in range(1, 21):
        p = Fraction(i, 20)
        terms = (comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1) if k >= n * p)
        assert reached(n, p) == sum(terms)


def test_the_infimum_beyond_one_step_is_approached():
    for n in (2, 3, 7):
        least, step = after_one_step(n)
        assert all(reached(n, Fraction(i, 40 * n)) > least for i in range(41, 40 * n + 1))
        assert reached(n, Fraction(step, n) + Fraction(1, 10**9)) < least + Fraction(1, 10**6)


@pytest.mark.parametrize(("members", "n"), [(1, 3), (2, 4), (3, 3)])
def test_unseen_instances_are_counted_as_in_all_samples(members, n):
    p = Fraction(1, 5)
    places = range(5)
    samples = list(product(places, repeat=n))
    unseen = sum(any(x not in sample for x in range(members)) for sample in samples)
    assert some_unseen(members, n, p) == Fraction(unseen, len(samples))


def test_two_events_that_are_rarely_seen():
    p, q, n = Fraction(1, 5), Fraction(2, 5), 4
    samples = list(product("abbcc", repeat=n))
    for i, j in product(range(n), repeat=2):
        low = sum(sample.count("a") <= i or sample.count("b") <= j for sample in samples)
        assert some_low(n, (i, p), (j, q)) == Fraction(low, len(samples))


def test_two_ways_to_the_maximum_of_a_walk():
    for n in range(1, 7):
        assert maximum(n) == n * averages(n)[0]


@pytest.mark.parametrize(("n", "k"), [(1, 1), (2, 3), (3, 2), (3, 5)])
def test_errors_are_dealt_as_in_all_deals(n, k):
    marked = [1] * k + [0] * (2 * n - k)
    deals = [mask for mask in product((0, 1), repeat=2 * n) if sum(mask) == n]
    gaps = [2 * sum(m for m, here in zip(marked, mask, strict=True) if here) - k for mask in deals]
    found = dict(dealt(n, k))
    assert set(found) == {Fraction(gap, n) for gap in gaps if gap > 0}
    for v, chance in found.items():
        assert chance == Fraction(sum(gap >= n * v for gap in gaps), len(deals))
