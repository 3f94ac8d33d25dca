"""What needs a finite class says so, and the remedy it names works."""

from typing import Any

import pytest

from altheory.complexity.query_tree import greedy_query_tree, optimal_query_tree
from altheory.complexity.shattering import growth, shattered_set, vc_certificate, vc_dimension
from altheory.complexity.star import star_number, star_set
from altheory.complexity.teaching import (
    average_teaching_dimension,
    extended_teaching_dimension,
    specifying_set,
    teaching_dimension,
)
from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds
from altheory.spaces.finite import FiniteRegion

SEARCHES = (
    star_set,
    star_number,
    shattered_set,
    vc_certificate,
    teaching_dimension,
    average_teaching_dimension,
    extended_teaching_dimension,
    optimal_query_tree,
    greedy_query_tree,
    lambda of: specifying_set(of, FiniteRegion(3)),
)


@pytest.mark.parametrize("search", SEARCHES)
@pytest.mark.parametrize("of", [Thresholds(), Thresholds, None, "thresholds"])
def test_an_infinite_class_is_refused_with_its_remedy(search, of):
    with pytest.raises(DomainError, match=r"FiniteClass.restriction\(of.representatives") as caught:
        search(of)
    assert repr(of) in str(caught.value)


@pytest.mark.parametrize("n", [2, 3, 7])
def test_the_remedy_works(n):
    of = Thresholds()
    points = of.grid(n)
    pool = FiniteClass.restriction(of.representatives(points), points)
    for search in SEARCHES[:-1]:
        search(pool)
    assert vc_dimension(pool) == vc_dimension(of) == 1
    assert growth(pool, n - 1) == growth(of, n - 1) == n
    assert teaching_dimension(pool) <= star_number(pool) == 2


def test_a_labeling_is_a_region_of_the_domain():
    wrong: tuple[Any, ...] = ("---", 0, None)
    for labeling in wrong:
        with pytest.raises(DomainError, match=f"got {labeling!r}"):
            specifying_set(FiniteClass(3, [0, 1]), labeling)
