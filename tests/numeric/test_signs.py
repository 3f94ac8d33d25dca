"""Signs against fractions: nearly orthogonal pairs, neighbors of floats, all exponents."""

import math
import random
from fractions import Fraction
from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.numeric.directions import primitive
from altheory.numeric.signs import (
    FILTERED,
    WIDEST,
    determinant_sign,
    determinant_signs,
    dot_signs,
    integers,
)

TINY, MAX = 5e-324, math.nextafter(math.inf, 0)
DELICATE = (0.0, 1.0, -1.0, 1 / 3, math.nextafter(1, 2), 2.0**-1022, TINY, -3 * TINY, 1e300, MAX)

entries = st.one_of(st.sampled_from(DELICATE), st.floats(allow_nan=False, allow_infinity=False))
sizes = st.integers(1, 4)


def exact_dot(x, w):
    total = sum(Fraction(a) * Fraction(b) for a, b in zip(x, w, strict=True))
    return (total > 0) - (total < 0)


def exact_determinant(matrix):
    """By the sum over permutations."""
    total, n = Fraction(0), len(matrix)
    for p in permutations(range(n)):
        inversions = sum(p[i] > p[j] for i in range(n) for j in range(i + 1, n))
        total += (-1) ** inversions * math.prod(Fraction(matrix[i][p[i]]) for i in range(n))
    return (total > 0) - (total < 0)


def rows(size):
    return st.lists(entries, min_size=size, max_size=size)


@given(sizes.flatmap(lambda d: st.tuples(st.lists(rows(d), max_size=4), st.lists(rows(d)))))
def test_signs_are_those_of_fractions(drawn):
    xs, ws = drawn
    if not xs:
        return
    directions = [primitive(map(Fraction, w)) for w in ws]
    found = dot_signs(np.array(xs), directions)
    assert found.values.dtype == np.int8
    assert found.values.tolist() == [[exact_dot(x, w) for w in ws] for x in xs]


def nearly_orthogonal(rng, d):
    """A row, and a direction that is orthogonal to it up to the last bits of the floats."""
    x = [rng.gauss(0, 1) * 2.0 ** rng.randint(-30, 30) for _ in range(d)]
    w = [rng.gauss(0, 1) * 2.0 ** rng.randint(-30, 30) for _ in range(d)]
    w[-1] = -sum(a * b for a, b in zip(x[:-1], w[:-1], strict=True)) / x[-1]
    return x, w


@pytest.mark.parametrize("scales", [(1.0, 1.0), (2.0**900, 2.0**-900), (2.0**-1030, 2.0**-1030)])
@pytest.mark.parametrize("d", [2, 3, 8, 50])
def test_nearly_orthogonal_pairs(d, scales):
    """A plain product of floats is wrong on many of them; at subnormal scales they differ more."""
    rng, naive = random.Random(d), 0
    for _ in range(200):
        x, w = nearly_orthogonal(rng, d)
        x, w = [c * scales[0] for c in x], [c * scales[1] for c in w]
        w[0] = rng.choice([w[0], math.nextafter(w[0], 1), math.nextafter(w[0], -1)])
        found = dot_signs(np.array([x]), [primitive(map(Fraction, w))])
        assert found.values.tolist() == [[exact_dot(x, w)]]
        naive += np.sign(np.dot(x, w)) != exact_dot(x, w)
    assert naive > 0


def test_the_filter_decides_what_is_clear_and_says_how_often_it_does_not():
    rng = np.random.default_rng(3)
    xs = rng.standard_normal((2000, 3))
    assert dot_signs(xs, [(1, 2, 3), (-5, 0, 2)]).exact == 0
    lattice = rng.integers(-2, 3, (500, 3)).astype(float)
    found = dot_signs(lattice, [(1, 1, -1)])
    assert found.exact == np.count_nonzero(found.values == 0) > 0


def test_skew_scales_do_not_blind_the_filter():
    """The bound follows the terms, not the norms."""
    assert dot_signs(np.array([[1.0, 1e-30]]), [(0, 1)]).exact == 0
    assert dot_signs(np.array([[1e300, 1e-300]]), [(0, 1)]).values.tolist() == [[1]]


def test_shapes():
    assert dot_signs(np.empty((0, 3)), [(1, 0, 0)]).values.shape == (0, 1)
    assert dot_signs(np.ones((2, 3)), []).values.shape == (2, 0)
    assert dot_signs(np.zeros((1, 2)), [(1, 2)]).values.tolist() == [[0]]
    assert determinant_signs(np.empty((0, 3, 3))).values.shape == (0,)
    with pytest.raises(DomainError, match=str(WIDEST + 1)):
        dot_signs(np.empty((0, WIDEST + 1)), [])


@given(sizes.flatmap(lambda d: st.lists(rows(d), min_size=d, max_size=d)))
def test_determinants_are_those_of_fractions(matrix):
    assert determinant_signs(np.array([matrix])).values.tolist() == [exact_determinant(matrix)]


@pytest.mark.parametrize("d", [2, 3, 4, 5])
def test_nearly_singular_matrices(d):
    """The last row is a combination of the others, rounded."""
    rng, exact = random.Random(d), 0
    for _ in range(60):
        matrix = [[rng.gauss(0, 1) for _ in range(d)] for _ in range(d - 1)]
        mix = [rng.gauss(0, 1) for _ in matrix]
        matrix.append(
            [sum(m * row[i] for m, row in zip(mix, matrix, strict=True)) for i in range(d)]
        )
        i, scale = rng.randrange(d), rng.choice([1.0, 1e150, 1e-150])
        matrix[i] = [c * scale for c in matrix[i]]
        found = determinant_signs(np.array([matrix]))
        assert found.values.tolist() == [exact_determinant(matrix)]
        exact += found.exact
    assert exact > 0


def test_clear_determinants_pass_the_filter_and_large_ones_are_exact():
    rng = np.random.default_rng(4)
    clear = determinant_signs(rng.standard_normal((300, 3, 3)))
    assert clear.exact == 0
    assert set(clear.values.tolist()) == {-1, 1}
    large = rng.integers(-3, 4, (2, FILTERED + 1, FILTERED + 1)).astype(float)
    found = determinant_signs(large)
    assert found.exact == 2
    assert found.values.tolist() == [determinant_sign(m.astype(int).tolist()) for m in large]
    assert found.values.tolist() == np.sign(np.round(np.linalg.det(large))).tolist()


@given(rows(3))
def test_integers_keep_the_ratios(row):
    found = integers(row)
    assert all(
        Fraction(a) * q == Fraction(b) * p
        for (a, p), (b, q) in product(zip(row, found, strict=True), repeat=2)
    )
