"""Elimination without subtraction: as accurate as its bound, whatever the weights."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.graphs._wide import wide
from altheory.graphs.dirichlet import dirichlet_problem
from altheory.graphs.elimination import eliminated, rounding
from altheory.graphs.graph import graph_of
from tests.graphs.examples import exact_values, random_graph

NUMBERS = st.lists(st.floats(0, 1e308), min_size=1, max_size=6)


def rational(number):
    if not number.mantissa:
        return Fraction(0)
    return Fraction(float(number.mantissa)) * Fraction(2) ** int(number.exponent)


@given(NUMBERS, NUMBERS)
def test_wide_numbers_are_off_by_their_roundings(xs, ys):
    unit = Fraction(1, 2**53)
    total, exact = wide(np.array(xs)).total(), sum(map(Fraction, xs))
    assert abs(rational(total) - exact) <= 2 * len(xs) * unit * exact
    a, b = wide(np.array(xs[:1])), wide(np.array(ys[:1]))
    x, y = Fraction(xs[0]), Fraction(ys[0])
    if y:
        square = a * a * a / b / b
        assert abs(rational(square[0]) - x**3 / y**2) <= 5 * unit * x**3 / y**2
    assert abs(rational((a + b)[0]) - x - y) <= 3 * unit * (x + y)


@pytest.mark.seeded("the values are compared with exact ones")
@pytest.mark.parametrize("kind", ["even", "any"])
def test_each_value_is_known_to_relative_accuracy(rng, kind):
    for _ in range(30):
        size = int(rng.integers(2, 10))
        matrix = random_graph(rng, size, kind)
        matrix[0, 1:] = matrix[1:, 0] = matrix[0, 1:] + 10.0 ** rng.uniform(-290, 290, size - 1)
        labeled = rng.permutation(size)[: int(rng.integers(1, size))]
        values = np.array([rng.random(len(labeled)), rng.integers(0, 2, len(labeled))]).T
        problem = dirichlet_problem(graph_of(matrix), labeled)
        found, bound = eliminated(problem, values), Fraction(rounding(problem))
        for f, column in zip(found.T, values.T, strict=True):
            exact = exact_values(matrix, labeled.tolist(), column)
            for i, x in zip(problem.free, f, strict=True):
                assert abs(Fraction(x) - exact[i]) <= bound * exact[i] + Fraction(2) ** -1074
