"""Exact entropies against floats, and their signs against powers of integers."""

from fractions import Fraction
from itertools import product
from math import isclose, log

import pytest

from altheory.ledger.checker import accepted
from proofs_checks import _logarithms as exact
from proofs_checks._logarithms import Logs, combination, entropy, factors, less, rows


def value(row):
    return -sum(float(p) * log(p) for p in row if p)


@pytest.mark.parametrize("n", [1, 2, 97, 360, 2**10 * 3**5, 10_007])
def test_factors_multiply_to_the_number(n):
    product_ = 1
    for p, k in factors(n):
        assert k > 0
        assert all(p % q for q in range(2, p))
        product_ *= p**k
    assert product_ == n


@pytest.mark.parametrize("row", list(rows(3, 7)))
def test_entropies_are_those_of_floats(row):
    assert isclose(float(entropy(row).nats), value(row), abs_tol=1e-14)
    assert isclose(float(entropy(row).bits), value(row) / log(2), abs_tol=1e-14)


def test_there_are_as_many_rows_as_ways_to_place_bars():
    found = list(rows(3, 7))
    assert len(found) == len(set(found)) == 36
    assert all(sum(row) == 1 for row in found)


def test_signs_and_certificates():
    several = [entropy(row) for row in rows(3, 6)]
    for a, b in product(several, repeat=2):
        difference = float((a - b).nats)
        assert (a < b) == accepted(less(a, b)) == (difference < -1e-12)
        assert (a <= b) == (difference < 1e-12)


def test_what_is_zero_has_no_parts():
    half, quarter = Fraction(1, 2), Fraction(1, 4)
    zero = combination([(half, quarter), (Fraction(-1), half)])
    assert zero == exact.ZERO == Logs({})
    assert zero.sign == 0
    assert exact.log(12) == exact.log(3) + exact.log(2).times(2)


def test_signs_that_floats_do_not_tell():
    """3^k and 2^n for a convergent of log2 3: their logarithms differ by 4e-6 of themselves."""
    assert (exact.log(3).times(306) - exact.log(2).times(485)).sign == (
        1 if 3**306 > 2**485 else -1
    )


def test_long_products_are_compared_by_balls(monkeypatch):
    several = [entropy(row) for row in rows(3, 6)]
    signs = [(a - b).sign for a, b in product(several, repeat=2)]
    monkeypatch.setattr(exact, "LONG", 0)
    assert [(a - b).sign for a, b in product(several, repeat=2)] == signs
