from fractions import Fraction
from itertools import product

import pytest

from altheory.hypotheses.thresholds import Thresholds
from proofs_checks._noisy_walk import attained, beyond, strays, strays_up
from proofs_checks.bounds_dkw_risk import plain, two_chains
from proofs_checks.bounds_dkw_risk_two_chains import HALF, PLACES, deviations


@pytest.mark.parametrize("n", range(1, 8))
def test_deviations_are_counted_as_by_all_thresholds_on_all_label_sequences(n):
    xs = [Fraction(i, n + 1) for i in range(1, n + 1)]
    rules = Thresholds().representatives(xs)
    twice = []  # 2 errors - n, of every threshold
    for ys in product((-1, 1), repeat=n):
        errors = [sum(h(x) != y for x, y in zip(xs, ys, strict=True)) for h in rules]
        twice.append([2 * k - n for k in errors])
    for c in attained(n):
        assert strays(n, c) == Fraction(sum(max(map(abs, row)) >= c for row in twice), 2**n)
        if n % 2 == 0:
            assert strays_up(n, c // 2) == Fraction(sum(max(row) >= c for row in twice), 2**n)


@pytest.mark.parametrize("n", [7, 8])
def test_the_first_deviation_beyond_a_radius(n):
    for i in range(1, 2 * n):
        radius = Fraction(i, 2 * n)
        assert beyond(n, radius) == min(c for c in range(i + 1, 3 * n) if (c - n) % 2 == 0)
        assert beyond(n, radius - Fraction(1, 10**6)) in (i, i + 1)


def test_the_plain_radius_misses_too_often_and_two_chains_do_not():
    delta = Fraction(1, 20)
    for n in (40, 100, 400):
        assert strays(n, beyond(n, plain(n, delta))) > delta
        assert strays(n, beyond(n, two_chains(n, delta))) < delta


@pytest.mark.parametrize("n", [1, 2, 3])
def test_the_law_of_a_domain_is_that_of_all_its_samples(n):
    law = dict.fromkeys(PLACES, (Fraction(1, 3), HALF))
    found = deviations(law, n)
    assert sum(found.values()) == 1
    rules = Thresholds().representatives(PLACES)
    samples = list(product([(x, y) for x in PLACES for y in (-1, 1)], repeat=n))
    for value, chance in found.items():
        hits = sum(
            max(abs(Fraction(sum(h(x) != y for x, y in sample), n) - HALF) for h in rules) == value
            for sample in samples
        )
        assert chance == Fraction(hits, len(samples))
