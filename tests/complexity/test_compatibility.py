"""Unlabeled errors and pruned classes against their definitions, and the worked two rings."""

from fractions import Fraction
from itertools import product
from math import atan2, hypot, prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from altheory.complexity import (
    cut_compatibility,
    empirical_law,
    optimal_query_tree,
    passive_labels,
    price_of_pruning,
    pruned_chances,
    pruned_class,
    unlabeled_errors,
)
from altheory.errors import BudgetError, DomainError
from altheory.graphs import cases, graph_of
from altheory.hypotheses.finite import FiniteClass
from altheory.spaces.finite import FiniteDistribution
from tests.complexity.classes import CLASSES, cube, thresholds

F = Fraction
WEIGHTS = st.lists(st.integers(0, 3), min_size=6, max_size=6)
TABLES = st.binary(min_size=64, max_size=64).map(lambda cells: [F(c % 5, 4) for c in cells])
LAWS = st.lists(st.integers(0, 3), min_size=3, max_size=3).map(
    lambda w: FiniteDistribution([1, *w])
)
PARTS = st.fractions(0, 1, max_denominator=6)


def by_table(table):
    """The compatibility that a table states, arbitrary."""
    return lambda h, x: table[4 * h.positive.mask + x]


def graph(weights):
    rows = [[0] * 4 for _ in range(4)]
    for (i, j), w in zip([(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)], weights, strict=True):
        rows[i][j] = rows[j][i] = w
    return rows


def cut(h, rows):
    return sum(rows[i][j] for i in range(4) for j in range(i) if h(i) != h(j))


@given(WEIGHTS)
def test_by_degrees_the_unlabeled_error_is_the_share_of_edges_cut(weights):
    rows = graph(weights)
    if not any(weights):
        assert set(unlabeled_errors(cube(4), cut_compatibility(rows)).values()) == {0}
        return
    law = FiniteDistribution([sum(row) for row in rows])
    for h, error in unlabeled_errors(cube(4), cut_compatibility(rows), law).items():
        assert error == F(cut(h, rows), sum(weights))


@given(CLASSES, TABLES, PARTS, LAWS)
def test_pruning_keeps_what_is_compatible_enough(of, table, threshold, law):
    chi = by_table(table)
    kept = [
        h
        for h in of.representatives(range(4))
        if 1 - sum(w * chi(h, x) for x, w in enumerate(law.weights)) <= threshold
    ]
    if kept:
        pruned = pruned_class(of, chi, threshold, law)
        assert pruned.hypotheses == tuple(h.positive.mask for h in kept)
    else:
        with pytest.raises(DomainError, match="the least is"):
            pruned_class(of, chi, threshold, law)


@given(CLASSES, TABLES, PARTS, LAWS, st.sampled_from([1, 2]))
def test_chances_are_those_of_all_samples(of, table, threshold, law, n):
    chi, members = by_table(table), of.representatives(range(4))
    chances: dict[frozenset[object], Fraction] = {}
    for drawn in product(range(4), repeat=n):
        errors = unlabeled_errors(of, chi, empirical_law(4, drawn))
        kept = frozenset(h for h in members if errors[h] <= threshold)
        chance = prod((law.weights[x] for x in drawn), start=F(1))
        chances[kept] = chances.get(kept, F(0)) + chance
    assert pruned_chances(of, chi, threshold, n, law) == {k: c for k, c in chances.items() if c}
    assert sum(chances.values()) == 1


def test_a_sample_of_the_gap_keeps_the_target_for_certain_and_prunes_in_time():
    of, chi = thresholds(4), lambda h, x: h(x) == h(x ^ 1)  # clusters {0, 1} and {2, 3}
    truly = frozenset(pruned_class(of, chi, 0).representatives(range(4)))
    missing = []
    for n in (1, 2, 5, 9):
        chances = pruned_chances(of, chi, 0, n)
        assert all(truly <= kept for kept in chances)
        missing.append(1 - chances[truly] if truly in chances else F(1))
    assert missing == [2 * F(1, 2) ** n for n in (1, 2, 5, 9)]  # a cluster not drawn from


def test_the_price_is_paid_by_the_best_that_is_left():
    of, law = thresholds(4), FiniteDistribution([1, 2, 3, 4])
    kept = FiniteClass(4, ["----", "--++", "++++"])
    prices = [price_of_pruning(of, kept, h, law) for h in of.representatives(range(4))]
    assert {str(h): p for h, p in zip(of.representatives(range(4)), prices, strict=True)} == {
        "----": 0,
        "---+": F(3, 10),
        "--++": 0,
        "-+++": F(1, 10),
        "++++": 0,
    }
    outside = cube(4).parse_target("+-++")  # the class errs on one of the first two points itself
    assert price_of_pruning(of, kept, outside, law) == F(1, 10) - F(1, 10)


@pytest.mark.parametrize(("cut", "mean"), [(1, F(26, 3)), (2, 6), (3, F(26, 3))])
def test_a_wrong_belief_is_contradicted_before_the_truth_is_known(cut, mean):
    of, kept = thresholds(8), FiniteClass(8, ["--------", "----++++", "++++++++"])
    target = of.parse_target("-" * cut + "+" * (8 - cut))
    assert price_of_pruning(of, kept, target) == F(min(cut, 4 - cut), 8)
    assert passive_labels(kept, target).mean == mean
    assert passive_labels(of, target).mean == 12


def sectors(case, n):
    """Separators of points around the origin: by n directions, and by n radii."""
    points = case.points.tolist()
    turned = [
        ["+-"[int((atan2(y, x) - k * np.pi / n) % (2 * np.pi) < np.pi)] for x, y in points]
        for k in range(2 * n)
    ]
    radii = [0.5 + 2 * k / n for k in range(n)]
    inside = [["-+"[hypot(x, y) < r] for x, y in points] for r in radii]
    outside = [["+-"[hypot(x, y) < r] for x, y in points] for r in radii]
    return FiniteClass(len(points), ["".join(row) for row in (*turned, *inside, *outside)])


def test_the_rings_are_pruned_to_the_boundary_between_them_and_one_label_is_enough():
    case = cases.two_rings(0, inner=20, outer=40, noise=0.02, neighbors=3)
    weights = (case.weights.toarray() > 0).astype(int).tolist()
    of = sectors(case, 5)
    law = FiniteDistribution([sum(row) for row in weights])
    chi = cut_compatibility(weights)
    target = of.parse_target("".join("-+"[y] for y in case.truth.tolist()))
    errors = unlabeled_errors(of, chi, law)
    constants = {"+" * 60, "-" * 60}  # cut nothing either: radii beyond both rings, and none
    least = min(e for h, e in errors.items() if e > 0)
    kept = {str(h) for h in pruned_class(of, chi, least / 2, law).representatives(range(60))}
    opposite = str(target).translate(str.maketrans("+-", "-+"))
    assert kept == {str(target), opposite, *constants}
    without = FiniteClass(60, [row for row in of.table()["hypotheses"] if row not in constants])
    pruned = pruned_class(without, chi, least / 2, law)
    assert passive_labels(pruned, target).terms == ((1, F(0)),)
    assert optimal_query_tree(pruned).depth == 1
    assert optimal_query_tree(without).depth >= 4
    assert passive_labels(without, target).mean > 2


def test_what_is_no_compatibility_is_refused():
    of = thresholds(3)
    for value in (-1, F(3, 2), float("nan"), "+"):
        with pytest.raises(DomainError):
            unlabeled_errors(of, lambda _h, _x, value=value: value)
    assert set(unlabeled_errors(of, lambda h, x: np.bool_(h(x) == 1)).values()) == {
        0,
        F(1, 3),
        F(2, 3),
        1,
    }
    for rows in ([[0, 1], [2, 0]], [[0, -1], [-1, 0]], [[0, 1, 0], [1, 0, 0]], [[0, 1], [1]]):
        with pytest.raises(DomainError):
            cut_compatibility(rows)
    with pytest.raises(DomainError, match="got none"):
        empirical_law(3, [])
    with pytest.raises(DomainError):
        empirical_law(3, [3])
    with pytest.raises(DomainError):
        price_of_pruning(of, thresholds(4), of.parse_target("---"))
    with pytest.raises(DomainError, match="labels the 3 points"):
        price_of_pruning(of, of, thresholds(2).parse_target("-+"))
    with pytest.raises(DomainError, match="a graph of 2 nodes"):
        unlabeled_errors(of, cut_compatibility([[0, 1], [1, 0]]))
    with pytest.raises(BudgetError, match="empirical_law"):
        pruned_chances(cube(4), lambda h, x: h(x) == 1, 0, 200)


@pytest.mark.parametrize("wrap", [graph_of, csr_array, iter])
def test_graphs_are_given_as_rows(wrap):
    path = np.array([[0.0, 1, 0], [1, 0, 1], [0, 1, 0]])
    with pytest.raises(DomainError, match=r"give graph_of\(W\)\.weights\.toarray\(\)$"):
        cut_compatibility(wrap(path))
    given = graph_of(path).weights.toarray()
    of = FiniteClass(3, ["++-"])
    law = FiniteDistribution(graph_of(path).degrees)
    assert unlabeled_errors(of, cut_compatibility(given), law) == {of.parse_target("++-"): F(1, 2)}
    with pytest.raises(DomainError, match=r"as FiniteDistribution\(weights\), got array"):
        unlabeled_errors(of, cut_compatibility(given), graph_of(path).degrees)
