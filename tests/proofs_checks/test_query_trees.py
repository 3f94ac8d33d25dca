"""Costs of query trees, against recursions written out for the purpose."""

from itertools import product

from altheory.complexity.query_tree import greedy_query_tree
from altheory.hypotheses.finite import FiniteClass
from altheory.numeric.seeds import stream
from proofs_checks._query_trees import (
    greedy_total,
    least_depth,
    least_total,
    random_depth,
    small_depths,
)
from proofs_checks._small_classes import random_class, small_classes


def depth_by_trying(of: FiniteClass, masks: tuple[int, ...]) -> int:
    """Return the least depth, by trying every question."""
    if len(masks) == 1:
        return 0
    parts = [
        [m for m in masks if (m >> x & 1) == y] for x, y in product(range(of.n_points), (0, 1))
    ]
    pairs = [(a, b) for a, b in zip(parts[::2], parts[1::2], strict=True) if a and b]
    return 1 + min(max(depth_by_trying(of, tuple(part)) for part in pair) for pair in pairs)


def test_every_small_class_has_its_least_depth():
    assert len(small_depths()) == 273
    assert all(depth == depth_by_trying(of, of.hypotheses) for of, depth in small_depths())


def test_random_classes_come_with_their_depth():
    for i in range(5):
        of, depth = random_depth(stream(i, "random depth"))
        assert len(of.hypotheses) <= 12
        assert depth == least_depth(of) == depth_by_trying(of, of.hypotheses)


def test_even_splits_cost_no_less_than_the_best_and_no_more_than_the_first_ties():
    for of in (*small_classes(), *(random_class(stream(i, "ties"), 4) for i in range(20))):
        assert least_total(of) <= greedy_total(of) <= greedy_query_tree(of).total


def test_a_bad_tie_costs_more_than_the_best_one():
    def gap(of: FiniteClass) -> int:
        return greedy_query_tree(of).total - greedy_total(of)

    assert any(gap(random_class(stream(i, "gap"), 5)) > 0 for i in range(40))
