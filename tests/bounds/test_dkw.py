from fractions import Fraction

import pytest

from altheory.bounds.dkw import dkw
from altheory.bounds.hoeffding import radius_of
from altheory.errors import DomainError
from proofs_checks.bounds_dkw import exceeds

ZERO = Fraction(0)


def by_powers(n, eps):
    """Return P(D_n > eps) by powers of a matrix (Marsaglia, Tsang, Wang), in rationals."""
    k = int(n * eps) + 1
    h = k - n * eps
    size = 2 * k - 1
    factorial = [Fraction(1)]
    for i in range(1, size + 1):
        factorial.append(factorial[-1] * i)
    matrix = [[Fraction(int(i - j + 1 >= 0)) for j in range(size)] for i in range(size)]
    for i in range(size):
        matrix[i][0] -= h ** (i + 1)
        matrix[size - 1][i] -= h ** (size - i)
    if 2 * h > 1:
        matrix[size - 1][0] += (2 * h - 1) ** size
    for i in range(size):
        for j in range(i + 1):
            matrix[i][j] /= factorial[i - j + 1]
    row = [Fraction(int(j == k - 1)) for j in range(size)]
    for _ in range(n):
        row = [
            sum((r * line[j] for r, line in zip(row, matrix, strict=True)), ZERO)
            for j in range(size)
        ]
    scale = Fraction(1)
    for i in range(1, n + 1):
        scale *= Fraction(i, n)
    return 1 - scale * row[k - 1]


@pytest.mark.parametrize("n", [1, 2, 3, 8, 13])
def test_two_exact_laws_of_the_deviation_agree(n):
    for i in range(1, 16):
        eps = Fraction(i, 16)
        assert exceeds(n, eps) == by_powers(n, eps)


@pytest.mark.parametrize("n", [1, 4, 20, 100])
@pytest.mark.parametrize("delta", [Fraction(1, 2), Fraction(1, 20), Fraction(1, 1000)])
def test_the_deviation_is_larger_no_more_often_than_delta(n, delta):
    radius = dkw(n, delta).upper
    coarse = Fraction(int(radius * 2**20), 2**20)  # smaller, and quicker
    assert exceeds(n, coarse) <= delta


def test_without_the_factor_two_it_would_be():
    coarse = Fraction(int(radius_of(100, Fraction(1, 20)) * 2**20), 2**20)
    assert exceeds(100, coarse) > Fraction(1, 20)


def test_the_known_value_at_a_hundred():
    assert f"{float(exceeds(100, Fraction(1358102, 10**7))):.5f}" == "0.04533"


def test_one_side_is_shorter():
    assert dkw(50, 0.1, side="upper").upper < dkw(50, 0.1).upper
    assert (
        dkw(50, 0.1, side="upper").upper == dkw(50, 0.2).upper == dkw(50, 0.1, side="lower").upper
    )
    assert dkw(1, 0.01).upper == 1


def test_the_one_sided_inequality_stops_at_one_half():
    assert dkw(5, 0.5, side="upper").upper > 0
    with pytest.raises(DomainError, match="1/2"):
        dkw(5, 0.51, side="upper")


@pytest.mark.parametrize(("n", "delta"), [(0, 0.1), (2.0, 0.1), (5, 0), (5, float("nan"))])
def test_bad_input_is_refused(n, delta):
    with pytest.raises(DomainError):
        dkw(n, delta)
