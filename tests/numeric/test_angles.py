"""Angles and solid angles that are known, and their relative width at every scale."""

import math
from fractions import Fraction
from itertools import product

import pytest

from altheory.numeric.angles import angle, triangle
from altheory.numeric.enclosure import Enclosure

ACCURATE = Fraction(1, 2**120)


@pytest.mark.parametrize(
    ("u", "v", "turns"),
    [
        ((1, 0), (1, 0), 0),
        ((1, 0), (-2, 0), Fraction(1, 2)),
        ((1, 0, 0), (0, 0, 7), Fraction(1, 4)),
        ((1, 1, 0), (1, 0, 1), Fraction(1, 6)),
        ((1, 1, 0), (-1, 0, -1), Fraction(1, 3)),
        ((1, 1, 1, 1), (1, 1, -1, -1), Fraction(1, 4)),
        ((1, 1), (0, 1), Fraction(1, 8)),
    ],
)
def test_known_angles(u, v, turns):
    found = angle(u, v)
    assert turns in found
    assert found.width <= ACCURATE
    assert angle(v, u) == found


@pytest.mark.parametrize("exponent", [3, 30, 300])
def test_small_angles_keep_their_digits(exponent):
    """Between (1, 0) and (n, 1): the arc tangent of 1 / n, between 1/n - 1/(3 n^3) and 1/n."""
    n = 10**exponent
    found = angle((1, 0), (n, 1))
    assert found.width <= found.lo * ACCURATE
    radians = found * 2 * Enclosure(Fraction(math.pi), Fraction(math.nextafter(math.pi, 4)))
    assert radians.less_than(Fraction(1, n) - Fraction(1, 2 * n**3)) is not True
    assert radians.less_than(Fraction(1, n) + Fraction(1, n * 10**15)) is True


def test_eight_octants_and_four_faces_of_a_tetrahedron_make_a_sphere():
    octants = [triangle((s, 0, 0), (0, t, 0), (0, 0, u)) for s, t, u in product((1, -1), repeat=3)]
    assert all(Fraction(1, 8) in octant for octant in octants)
    assert Fraction(1, 4) in triangle((1, 1, 1), (1, -1, -1), (-1, 1, -1))


@pytest.mark.parametrize("n", [10, 10**20, 10**200])
def test_small_triangles_keep_their_digits(n):
    """A right triangle around the pole has the area 1 / (2 n^2) of the plane, nearly."""
    found = triangle((0, 0, 1), (1, 0, n), (0, 1, n))
    assert found.width <= found.lo * ACCURATE
    planar = Fraction(1, 2 * n * n) / (4 * Fraction(math.pi))
    assert abs(found.midpoint / planar - 1) < Fraction(2, n * n) + Fraction(1, 10**15)


def test_a_large_triangle_is_most_of_a_half_sphere():
    found = triangle((100, 0, 1), (-50, 87, 1), (-50, -87, 1))
    assert Fraction(48, 100) < found.lo < found.hi < Fraction(1, 2)
