"""Query trees against every tree there is, known values, and the checker."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given

from altheory.complexity.query_tree import QueryTree, greedy_query_tree, optimal_query_tree
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.ledger.checker import verify
from altheory.spaces.finite import FiniteRegion
from tests.complexity.classes import CLASSES, cube, intervals, star, thresholds


def every_cost(masks: tuple[int, ...], n_points: int) -> set[tuple[int, int]]:
    """Return (depth, total depth) of every query tree without useless questions."""
    if len(masks) == 1:
        return {(0, 0)}
    found: set[tuple[int, int]] = set()
    for x in range(n_points):
        sides = [tuple(m for m in masks if m >> x & 1 == bit) for bit in (0, 1)]
        if all(sides):
            below = product(*(every_cost(side, n_points) for side in sides))
            found |= {(1 + max(d, e), len(masks) + t + u) for (d, t), (e, u) in below}
    return found


def questions(tree: QueryTree, target: FiniteHypothesis) -> int:
    """Return the number of questions, asked one by one."""
    node, asked = tree.root, 0
    while not isinstance(node, FiniteHypothesis):
        x, minus, plus = node
        node, asked = (plus if target(x) == 1 else minus), asked + 1
    assert node == target
    return asked


@given(CLASSES)
def test_optimal_trees_cost_the_least_of_all_trees(of):
    costs = every_cost(of.hypotheses, of.n_points)
    worst, mean = optimal_query_tree(of), optimal_query_tree(of, "average")
    assert worst.depth == min(depth for depth, _ in costs)
    assert mean.total == min(total for _, total in costs)
    assert {(t.depth, t.total) for t in (worst, mean, greedy_query_tree(of))} <= costs


@given(CLASSES)
def test_a_tree_asks_as_many_questions_as_it_says(of):
    for tree in (optimal_query_tree(of), greedy_query_tree(of)):
        targets = [FiniteHypothesis(FiniteRegion(of.n_points, mask)) for mask in of.hypotheses]
        assert {h: questions(tree, h) for h in targets} == tree.depths
        assert tree.average == Fraction(sum(tree.depths.values()), len(of.hypotheses))
        assert verify(tree.certificate())


@pytest.mark.parametrize("m", range(1, 9))
def test_thresholds_take_as_many_questions_as_binary_search(m):
    assert optimal_query_tree(thresholds(m)).depth == m.bit_length()  # ceil(log2(m + 1))


def test_thresholds_on_eight_points_take_29_ninths_on_average():
    assert optimal_query_tree(thresholds(8), "average").average == Fraction(29, 9)


@pytest.mark.parametrize("n", range(1, 9))
def test_intervals_stars_and_cubes_take_every_point(n):
    assert optimal_query_tree(intervals(n)).depth == n
    assert optimal_query_tree(star(n)).depth == n
    assert optimal_query_tree(cube(min(n, 5))).depth == min(n, 5)


@pytest.mark.parametrize(("n", "least", "greedy"), [(6, 101, 101), (7, 145, 147), (8, 200, 203)])
def test_greedy_splitting_of_intervals_is_not_optimal(n, least, greedy):
    assert optimal_query_tree(intervals(n), "average").total == least
    assert greedy_query_tree(intervals(n)).total == greedy


def test_the_first_even_split_need_not_be_the_best():
    rows = ["----", "+---", "-+--", "+-+-", "-++-", "+++-", "-+-+", "+-++"]
    of = FiniteClass(4, rows)
    assert greedy_query_tree(of).depth == 4
    assert optimal_query_tree(of).depth == 3  # as 8 leaves allow


def test_refuses_what_it_cannot_search():
    with pytest.raises(BudgetError, match="at most 256 hypotheses, got 512"):
        optimal_query_tree(FiniteClass(9, range(512)))
    with pytest.raises(BudgetError, match="examined 10 sets"):
        optimal_query_tree(star(12), states=10)
    with pytest.raises(DomainError, match="'worst' or 'average', got 'best'"):
        optimal_query_tree(star(2), "best")  # type: ignore[arg-type]  # wrong on purpose


def test_one_hypothesis_takes_no_question():
    tree = optimal_query_tree(FiniteClass(3, ["+-+"]))
    assert tree.depth == tree.total == tree.average == 0
