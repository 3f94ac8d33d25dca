"""Sets of points and the laws on them, compared with Python's own sets and sums."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.spaces.finite import FiniteDistribution, FiniteRegion, index
from altheory.spaces.line import UNIT
from altheory.testing import laws
from altheory.testing.strategies import finite_distributions, finite_regions, generators

N = 4


def region(n_points, mask):
    """A region from any mask, good or bad."""
    return FiniteRegion(n_points, mask)


def call(f, *wrong):
    """Call with arguments that no type checker would let pass."""
    return f(*wrong)


@given(finite_regions(N), finite_regions(N))
def test_regions_are_sets(a, b):
    laws.hold("regions", a=a, b=b, xs=range(N))
    one, other, everything = set(a), set(b), set(range(N))
    assert (set(a & b), set(a | b), set(a - b)) == (one & other, one | other, one - other)
    assert set(~a) == everything - one
    assert (len(a), a.is_empty) == (len(one), not one)
    assert FiniteRegion.of(N, one) == a


@given(finite_distributions(N), finite_regions(N), finite_regions(N), generators())
def test_laws_of_probability(law, a, b, rng):
    laws.hold("distributions", law=law, a=a, b=b, rng=rng)
    assert law.mass(a) == sum(law.weights[i] for i in set(a))


def test_weights_are_scaled_exactly():
    law = FiniteDistribution([1, 0, Fraction(1, 3)])
    assert law.weights == (Fraction(3, 4), Fraction(0), Fraction(1, 4))
    assert set(FiniteDistribution.uniform(3).weights) == {Fraction(1, 3)}


@pytest.mark.seeded("one point has all the mass of the region")
def test_masses_below_every_float_can_be_drawn_from(rng):
    law = FiniteDistribution([1, Fraction(1, 10**400)])
    assert law.draw(FiniteRegion.of(2, [1]), rng) == 1


def test_a_seed_is_as_good_as_its_generator():
    law = FiniteDistribution([1, 2, 3])
    region = FiniteRegion.of(3, [0, 2])
    assert law.sample(7, 9).tolist() == law.sample(np.random.default_rng(7), 9).tolist()
    assert law.draw(region, 7) == law.draw(region, np.random.default_rng(7))
    assert law.draw(region, None) in region
    with pytest.raises(DomainError, match="got 'seed'"):
        call(law.sample, "seed", 1)


@pytest.mark.statistical(alpha=1e-6, power=0.999)
def test_samples_have_the_weights(rng):
    """Hoeffding for one point of weight 1/3: a weight 0.1 away is seen surely enough."""
    n = 4000
    share = np.mean(FiniteDistribution([1, 2]).sample(rng, n) == 0)
    assert abs(share - 1 / 3) <= np.sqrt(np.log(2 / 1e-6) / (2 * n))


@given(st.integers(0, N - 1))
def test_points_may_be_any_number_that_is_one(x):
    for same in (x, float(x), np.int8(x), Fraction(x)):
        assert index(same, N) == x
        assert type(index(same, N)) is int


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda: index(N, N), "4"),
        (lambda: index(-1, N), "-1"),
        (lambda: index(0.5, N), "0.5"),
        (lambda: index(True, N), "True"),
        (lambda: FiniteRegion(0), "got 0"),
        (lambda: FiniteRegion(2, 4), "4"),
        (lambda: FiniteRegion(2, -1), "-1"),
        (lambda: region(2, 1.5), "1.5"),
        (lambda: FiniteRegion.of(2, [2]), "2"),
        (lambda: FiniteRegion(2) & FiniteRegion(3), "2 and 3"),
        (lambda: FiniteRegion(2) | FiniteRegion(3), "2 and 3"),
        (lambda: FiniteRegion(2) - FiniteRegion(3), "2 and 3"),
        (lambda: FiniteDistribution([]), "()"),
        (lambda: FiniteDistribution([0, 0]), "not all zero"),
        (lambda: FiniteDistribution([2, -1]), "-1"),
        (lambda: FiniteDistribution([1, float("nan")]), "nan"),
        (lambda: FiniteDistribution.uniform(0), "got 0"),
        (lambda: FiniteDistribution([1, 1]).mass(FiniteRegion(3)), "3"),
        (lambda: call(FiniteDistribution([1, 1]).mass, UNIT), "got IntervalUnion"),
        (lambda: call(FiniteDistribution([1, 1]).draw, {1}, 0), "got {1}"),
        (lambda: call(FiniteDistribution, 3), "got 3"),
        (lambda: call(FiniteRegion.of, 2, 1), "got 1"),
        (lambda: call(FiniteRegion(2).__and__, UNIT), "got IntervalUnion"),
        (lambda: call(FiniteRegion(2).__or__, 3), "got 3"),
        (lambda: call(FiniteRegion(2).__sub__, {1}), "got {1}"),
        (lambda: FiniteRegion(2).contains("ab"), "'a'"),
        (lambda: FiniteRegion(2).contains(1), "got 1"),
        (lambda: FiniteRegion(2).contains(np.array(1)), "got 1"),
        (lambda: FiniteRegion(2).contains([[1]]), "[1]"),
        (lambda: "a" in FiniteRegion(2), "'a'"),
    ],
)
def test_refusals(act, said):
    with pytest.raises(DomainError) as caught:
        act()
    assert said in str(caught.value)
