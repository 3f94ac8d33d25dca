"""The search for the largest set with a hereditary property."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.complexity.hereditary import largest
from altheory.errors import BudgetError


@given(st.sets(st.frozensets(st.integers(0, 4)), max_size=4))
def test_finds_the_largest_face_of_a_simplicial_complex(facets):
    found = largest(5, lambda points: any(facet.issuperset(points) for facet in facets))
    assert len(found) == max(map(len, facets), default=0)
    assert found == () or frozenset(found) in facets


def test_finds_the_first_of_the_largest():
    pairs = {*combinations(range(4), 2)} - {(0, 1)}
    assert largest(4, lambda points: len(points) < 2 or points in pairs) == (0, 2)


def test_gives_up_by_name():
    with pytest.raises(BudgetError, match="looked at 4 sets of points, the largest of 0 points"):
        largest(5, lambda points: True, states=4)  # noqa: ARG005
    assert largest(2, lambda points: True, states=3) == (0, 1)  # noqa: ARG005
