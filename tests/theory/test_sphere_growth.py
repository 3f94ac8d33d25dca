"""Cover's number against its recursion, the circle and all labelings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.theory.sphere_growth import growth_sphere


@given(st.integers(3, 12), st.integers(1, 40))
def test_a_hyperplane_cuts_the_regions_it_meets(d, n):
    assert growth_sphere(d, n + 1) == growth_sphere(d, n) + growth_sphere(d - 1, n)


@given(st.integers(0, 60))
def test_the_circle(n):
    assert growth_sphere(2, n) == CircleSeparators().combinatorics(n).growth


@given(st.integers(2, 12), st.integers(0, 14))
def test_every_labeling_up_to_the_dimension_and_no_further(d, n):
    assert (growth_sphere(d, n) == 2**n) == (n <= d)


@pytest.mark.parametrize(("d", "n"), [(1, 3), (3, -1)])
def test_refusals(d, n):
    with pytest.raises(DomainError):
        growth_sphere(d, n)
