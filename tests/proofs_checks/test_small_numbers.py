"""Numbers of small classes against what is known of some, and a packing against stars."""

from fractions import Fraction

from altheory.hypotheses.finite import FiniteClass
from proofs_checks._small_classes import star
from proofs_checks._small_numbers import CROSSED, SEVEN, Numbers, numbers, on_three
from proofs_checks.complexity_theta_worst_law import corner, determinant, packing


def test_stars_and_cubes():
    assert numbers(star(3)) == Numbers(4, 3, 3, 3, 3)
    assert numbers(FiniteClass(2, range(4))) == Numbers(4, 2, 2, 2, 2)
    assert numbers(FiniteClass(3, [5])) == Numbers(1, 0, 0, 0, 0)
    assert [numbers(star(n)).bits for n in (1, 2, 3, 4)] == [1, 2, 2, 3]


def test_every_small_class_is_there_once():
    assert len(set(on_three())) == 273


def test_the_classes_on_four_points_are_exceptions():
    assert numbers(CROSSED).extended < numbers(CROSSED).star
    assert numbers(SEVEN).depth > max(numbers(SEVEN).extended, numbers(SEVEN).bits)
    for of in on_three():
        known = numbers(of)
        assert known.extended == known.star
        assert known.depth == max(known.extended, known.bits)


def test_packings():
    assert packing(frozenset({0b001, 0b010, 0b100})) == 3
    assert packing(frozenset({0b011, 0b101, 0b110})) == Fraction(3, 2)
    assert packing(frozenset({0b111, 0b010})) == 1
    assert packing(frozenset()) == 0


def test_corners():
    assert determinant([[2, 1], [1, 3]]) == 5
    assert corner([[2, 1], [1, 3]], [1, 1]) == [Fraction(2, 5), Fraction(1, 5)]
    assert corner([[1, 1], [2, 2]], [1, 1]) is None
