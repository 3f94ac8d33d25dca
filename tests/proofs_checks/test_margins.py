"""Arcs, long triangles and the margins in them, by hand."""

from fractions import Fraction

import pytest

from altheory.numeric.directions import dot
from proofs_checks._long_triangles import LONG, below, center, crosses_center, smaller, walls
from proofs_checks.svm_largest_ball import Labeled, machine
from proofs_checks.svm_simple_margin_circle import (
    asked,
    ends,
    evenness,
    margins,
    max_min,
    ratio,
    simple,
    unit,
)

F = Fraction
QUADRANT: Labeled = (((1, 0), 1), ((0, 2), 1))


def test_the_ends_of_a_quadrant():
    assert {unit(u) for u in ends(QUADRANT)} == {unit((1, 0)), unit((0, 1))}


def test_margins_of_a_quadrant():
    """A wall at an angle of arctan(4/3) from one end leaves more than half on that side."""
    x = (4, -3)  # its wall is along (3, 4)
    assert evenness(QUADRANT, x) == -F(4, 5)
    low, high = margins(QUADRANT, x)
    assert low < high < F(1, 2)  # which is the square of the margin before
    assert 1 - 2 * low == F(4, 5)  # the cosine of twice the half of the smaller part
    assert 1 - 2 * high == F(3, 5)
    assert max_min(QUADRANT, x) == low
    assert ratio(QUADRANT, x) == low / high
    assert simple(QUADRANT, x) == -F(1, 5)


def test_the_even_cut_is_asked():
    pool = [(4, -3), (12, -5), (15, -8)]
    assert asked(evenness, QUADRANT, pool) == asked(simple, QUADRANT, pool) == {(4, -3)}


@pytest.mark.parametrize("sides", LONG)
def test_the_center_is_as_far_from_all_walls(sides):
    a, b, c = sides
    assert a * a + b * b == c * c
    w = machine([(wall, 1) for wall in walls(sides)])
    assert {F(dot(center(sides), z) ** 2, dot(z, z)) for z in walls(sides)} == {F(a * a)}
    assert tuple(x / w[2] for x in w) == (F(c, a), 0, 1)
    assert crosses_center(sides, (a, 0, -c))


def test_shares_of_a_triangle_are_halved_by_its_middle():
    half = below(LONG[0], (0, 1, 0))
    assert F(1, 2) in half
    assert half.width < F(1, 10**20)
    tenth = below(LONG[0], (9, 0, -41))
    assert smaller(tenth) == tenth
    assert F(21, 100) < tenth.lo < F(22, 100)
