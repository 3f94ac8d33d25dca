from fractions import Fraction

import pytest

from altheory.bounds._walk import reaches
from altheory.bounds.random_walk import half_lines, random_walk, uniform
from altheory.errors import DomainError, NoUniformTheoremError
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.thresholds import Thresholds

DELTA = Fraction(1, 20)


@pytest.mark.parametrize("n", [10, 100, 5000])
def test_the_surplus_is_one_less_than_the_quantile(n):
    k = int(random_walk(n, DELTA).upper * n) + 1
    assert reaches(n, k).hi <= DELTA < reaches(n, k - 1).lo


def test_a_large_delta_stops_where_one_side_is_worst():
    assert random_walk(100, Fraction(9, 10)).upper == Fraction(17, 100)


def test_few_labels_say_nothing():
    assert [random_walk(n, DELTA).upper for n in (1, 2, 4, 5)] == [1, 1, 1, Fraction(4, 5)]


def test_the_theorem_halves_delta():
    theorem = uniform(Thresholds())
    assert theorem.surplus(1000, DELTA) == int(random_walk(1000, DELTA / 2).upper * 1000)
    assert theorem.radius(1000, DELTA) == half_lines(1000, DELTA)
    assert float(half_lines(1000, DELTA)) == pytest.approx(0.100749, rel=1e-4)


def test_it_needs_a_nested_class():
    with pytest.raises(NoUniformTheoremError, match=r"nested$"):
        uniform(Intervals())


@pytest.mark.parametrize(("n", "delta"), [(0, 0.1), (2.0, 0.1), (5, 0), (5, float("nan"))])
def test_bad_input_is_refused(n, delta):
    with pytest.raises(DomainError):
        random_walk(n, delta)
