"""What needs a finite class says so, and the remedy it names works."""

import math
from fractions import Fraction
from typing import Any

import pytest

from altheory.complexity.query_tree import greedy_query_tree, optimal_query_tree
from altheory.complexity.restriction import restricted, restricted_to
from altheory.complexity.shattering import growth, shattered_set, vc_certificate, vc_dimension
from altheory.complexity.star import star_number, star_set
from altheory.complexity.teaching import (
    average_teaching_dimension,
    extended_teaching_dimension,
    specifying_set,
    teaching_dimension,
)
from altheory.errors import DomainError
from altheory.hypotheses._combinatorics import combinatorics
from altheory.hypotheses.affine import AffineSeparators
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.grid_rectangles import GridRectangles
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.rectangles import Rectangles
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.thresholds import Thresholds
from altheory.spaces.finite import FiniteRegion
from altheory.testing.replay import examples

SEARCHES = (
    star_set,
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
    with pytest.raises(DomainError, match=r"restricted\(of, n\)") as caught:
        search(of)
    assert repr(of) in str(caught.value)


@pytest.mark.parametrize("n", [2, 3, 7])
def test_the_remedy_works(n):
    of = Thresholds()
    points = of.grid(n)
    pool = restricted_to(of, points)
    for search in SEARCHES[:-1]:
        search(pool)
    assert vc_dimension(pool) == vc_dimension(of) == 1
    assert growth(pool, n - 1) == growth(of, n - 1) == n
    assert teaching_dimension(pool) <= star_number(pool) == 2


@pytest.mark.parametrize("n", [1, 2, 4])
@pytest.mark.parametrize("of", examples(), ids=lambda of: repr(of)[:40])
def test_instances_of_every_class_have_at_most_its_numbers(of, n):
    pool = restricted(of, n)
    assert vc_dimension(pool) <= vc_dimension(of)
    assert optimal_query_tree(pool).depth <= greedy_query_tree(pool).depth <= pool.n_points
    for number in (star_number, teaching_dimension, extended_teaching_dimension):
        if getattr(combinatorics(of, n), number.__name__) is not None:
            assert number(of, n) == number(pool)
        elif isinstance(of, FiniteClass):
            assert number(of, n) >= number(pool)


@pytest.mark.parametrize("n", [1, 2, 4])
@pytest.mark.parametrize("of", examples(), ids=lambda of: repr(of)[:40])
def test_every_class_grows_as_its_instances_in_general_position(of, n):
    found = len(restricted(of, n).hypotheses)
    if of == Intervals(Fraction(1, 4)):  # of no closed form
        assert found <= growth(Intervals(), n)
    else:
        assert growth(of, n) == found == growth(restricted(of, n), n)


KNOWN = {
    Thresholds(): 2,
    CircleSeparators(): 2,
    AffineSeparators(1): 2,
    SphereSeparators(2): 2,
    Intervals(): math.inf,
    Rectangles(2): math.inf,
    AffineSeparators(2): math.inf,
    SphereSeparators(3): math.inf,
    GridRectangles(2, 3): 9,
    Conjunctions(3): 8,
}


@pytest.mark.parametrize("of", examples(), ids=lambda of: repr(of)[:40])
def test_every_class_says_its_star_number_or_is_searched(of):
    if of == Intervals(Fraction(1, 4)):
        with pytest.raises(DomainError, match=r"restricted\(of, n\)"):
            star_number(of)
    elif isinstance(of, FiniteClass):
        assert star_number(of) == len(star_set(of))
    else:
        assert star_number(of) == of.star_number == KNOWN[of]
        assert [star_number(restricted(of, n)) for n in (1, 2, 3, 5)] == [
            min(n, KNOWN[of]) for n in (1, 2, 3, 5)
        ]


def test_the_star_number_of_no_class_is_refused():
    for wrong in (Thresholds, None, "thresholds"):
        with pytest.raises(DomainError, match=r"restricted\(of, n\)"):
            star_number(wrong)


def test_a_closed_form_needs_no_search():
    assert growth(Thresholds(), 10**9) == 10**9 + 1
    assert star_number(Thresholds(), 10**9) == teaching_dimension(Thresholds(), 10**9) == 2


def test_a_labeling_is_a_region_of_the_domain():
    wrong: tuple[Any, ...] = ("---", 0, None)
    for labeling in wrong:
        with pytest.raises(DomainError, match=f"got {labeling!r}"):
            specifying_set(FiniteClass(3, [0, 1]), labeling)
