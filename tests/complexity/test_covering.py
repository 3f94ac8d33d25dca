"""Covers and packings against all sets of hypotheses, and against separators of the plane."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.complexity.covering import (
    covering_number,
    largest_packing,
    least_cover,
    packing_number,
)
from altheory.complexity.restriction import restricted_to
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.hypotheses.sphere import SphereSeparators
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from altheory.theory.sphere_information import covering_numbers_sphere
from tests.complexity.classes import CLASSES, cube, star, thresholds

F = Fraction
RADII = st.fractions(0, 1, max_denominator=8)
LAWS = st.lists(st.integers(0, 4), min_size=3, max_size=3).map(
    lambda w: FiniteDistribution([1, *w])
)


@given(CLASSES, LAWS, RADII)
def test_agrees_with_all_sets(of, law, radius):
    members = [FiniteHypothesis(FiniteRegion(4, mask)) for mask in of.hypotheses]
    near = {(h, g): law.mass(of.difference(h, g)) <= radius for h in members for g in members}
    sets = [s for k in range(len(members) + 1) for s in combinations(members, k)]
    covers = [s for s in sets if all(any(near[h, c] for c in s) for h in members)]
    packings = [s for s in sets if not any(near[pair] for pair in combinations(s, 2))]
    cover, packing = least_cover(of, radius, law), largest_packing(of, radius, law)
    assert len(cover) == covering_number(of, radius, law) == min(map(len, covers))
    assert len(packing) == packing_number(of, radius, law) == max(map(len, packings))
    assert cover in covers
    assert packing in packings


@given(CLASSES, RADII)
def test_covers_and_packings_interlace(of, radius):
    assert covering_number(of, radius) <= packing_number(of, radius)
    assert packing_number(of, radius) <= covering_number(of, radius / 2)


@pytest.mark.parametrize("n", range(1, 8))
@pytest.mark.parametrize("k", range(8))
def test_thresholds_are_covered_by_intervals(n, k):
    """A ball holds 2k + 1 neighbors of a row of n + 1, a packing leaves k out between two."""
    assert covering_number(thresholds(n), F(k, n)) == -(-(n + 1) // (2 * k + 1))
    assert packing_number(thresholds(n), F(k, n)) == -(-(n + 1) // (k + 1))


def test_codes():
    """Perfect codes cover without overlap; the star is one ball."""
    assert covering_number(cube(3), F(1, 3)) == 2
    assert packing_number(cube(3), F(2, 3)) == 2
    assert covering_number(cube(4), F(1, 4)) == 4
    assert packing_number(cube(4), F(1, 2)) == 2
    assert covering_number(star(5), F(1, 5)) == 1
    assert packing_number(star(5), F(1, 5)) == 5


@pytest.mark.parametrize("n", [5, 9, 15])
def test_half_circles_on_a_grid_are_nearly_those_of_the_plane(n):
    """They are 2n directions around a circle; the last steps of a grid round."""
    circle = CircleSeparators()
    of = restricted_to(circle, circle.grid(n))
    for k in range(n):
        few, many = covering_numbers_sphere(2, F(2 * k + 1, 2 * n))
        assert covering_number(of, F(k, n)) == -(-2 * n // (2 * k + 1)) == few
        assert packing_number(of, F(k, n)) == max(1, 2 * n // (k + 1)) <= many


def test_separators_of_a_grid_against_those_of_space():
    """Not the same law; but a cover of space covers any points, at another radius."""
    space = SphereSeparators(3)
    of = restricted_to(space, space.grid(6))
    numbers = [covering_number(of, F(k, 6)) for k in range(7)]
    assert numbers[0] == len(of.hypotheses) == 32
    assert numbers[-1] == 1
    assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize("search", [covering_number, packing_number])
def test_refusals(search):
    for radius, law, said in (
        (-1, None, "at least 0, got -1"),
        (1, FiniteDistribution([1]), "on the 3 points"),
        (1, 7, "got 7"),
    ):
        with pytest.raises(DomainError, match=said):
            search(star(3), radius, law)
    with pytest.raises(BudgetError, match="looked at 2 sets"):
        search(cube(4), F(1, 4), states=2)
    with pytest.raises(DomainError, match="only a FiniteClass"):
        search(SphereSeparators(3), F(1, 4))


def test_one_hypothesis_covers_itself():
    assert covering_number(FiniteClass(2, [1]), 0) == packing_number(FiniteClass(2, [1]), 0) == 1
