"""The price of batches on the sphere, in small cases, in the limit and by hand."""

from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.theory.sphere_batches import batched_expected_queries_sphere, geometric_batch_price
from altheory.theory.sphere_cal import cal_constant, cal_expected_queries
from altheory.theory.sphere_version_space import expected_disagreement_sphere

F = Fraction


@given(st.integers(2, 6), st.integers(1, 30))
def test_batches_of_one_are_cal_and_one_batch_is_passive(d, n):
    single = batched_expected_queries_sphere(d, range(1, n + 1))
    assert sp.expand(sp.sympify(single.exact) - sp.sympify(cal_expected_queries(d, n).exact)) == 0
    assert batched_expected_queries_sphere(d, [n]).exact == n


@given(st.integers(2, 6), st.sets(st.integers(1, 60), min_size=1), st.integers(1, 60))
def test_fewer_batches_cost_more(d, ends, end):
    fine = batched_expected_queries_sphere(d, sorted({*ends, end, 60}))
    coarse = batched_expected_queries_sphere(d, sorted({*ends, 60}))
    assert fine.enclosure.lo <= coarse.enclosure.hi


@pytest.mark.parametrize(("d", "value"), [(2, 18.4749), (3, 39.994)])
def test_doubling_up_to_1024(d, value):
    form = batched_expected_queries_sphere(d, [2**k for k in range(11)])
    assert abs(float(form) - value) < 5e-4


def test_the_price_is_the_limit():
    n = 10**9
    for rho in (2, 3, 10):
        batch = (rho - 1) * n * expected_disagreement_sphere(4, n).enclosure
        price = geometric_batch_price(rho)
        assert abs(float(batch) / float(cal_constant(4)) / float(sp.log(rho)) - float(price)) < 1e-7
        assert price.exact == (rho - 1) / sp.log(rho)


@given(st.fractions(F(11, 10), 100))
def test_the_price_is_above_one_and_grows(rho):
    assert geometric_batch_price(rho).enclosure.lo > 1
    larger = geometric_batch_price(rho + 1).enclosure
    assert geometric_batch_price(rho).enclosure.less_than(larger)


def test_a_long_stream_has_no_readable_form():
    assert batched_expected_queries_sphere(3, [1000, 2000]).exact is None
    assert batched_expected_queries_sphere(2, [1000, 2000]).exact == 1000 + F(2000, 1001)


@pytest.mark.parametrize("ends", [[2, 2], [3, 1], [0, 1]])
def test_refusals(ends):
    with pytest.raises(DomainError, match="end"):
        batched_expected_queries_sphere(3, ends)
    with pytest.raises(DomainError, match="ratio"):
        geometric_batch_price(1)
