"""Small pools of points, committees and groups, by hand."""

from fractions import Fraction
from math import comb

from proofs_checks._committees import AGREEING, agreed, committees, errors, of_the_best, unasked
from proofs_checks._density_pools import ALONE, Groups, left, never_asked, pools, scores, shipped
from proofs_checks._point_sets import best, in_square, on_line, squared, squared_radius

SQUARE = ((0, 0), (0, 2), (2, 0), (2, 2), (1, 1))


def test_the_middle_of_a_square_is_its_best_center():
    assert squared((0, 0), (1, 2)) == 5
    assert squared_radius(SQUARE, (0,)) == 8
    assert squared_radius(SQUARE, (0, 3)) == 4
    assert best(SQUARE, 1) == 2
    assert best(SQUARE, 5) == 0


def test_how_many_sets_there_are():
    assert len(set(on_line(4, 4))) == comb(5 + 3, 4)
    assert len(set(in_square(4, 3))) == comb(9, 4)


def test_members_who_are_wrong_alike():
    committee, truth = AGREEING
    assert [errors(of, truth) for of in committee] == [{1, 2}, {1}]
    assert agreed(committee) == (0, 1)
    assert unasked(committee, truth) == of_the_best(committee, truth) == 1
    assert len(list(committees(2, 2))) == 10 * 4


def test_one_point_alone():
    assert scores(ALONE) == (Fraction(9, 10), Fraction(2, 10))
    assert shipped(ALONE) == tuple(range(10))
    assert left(ALONE) == never_asked(ALONE) == Fraction(1, 10)
    assert left(ALONE._replace(beta=0)) == 0
    assert shipped(ALONE._replace(beta=0))[0] == 9


def test_groups_whose_scores_are_equal_are_left_out():
    assert Groups(2, 1, 1, 2, 1) not in set(pools(2))
    assert Groups(2, 1, 1, 2, 2) in set(pools(2))
