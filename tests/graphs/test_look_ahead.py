"""The look-ahead against refitting in exact rationals, on small graphs and after every answer."""

from fractions import Fraction
from itertools import combinations, permutations, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import BudgetError, CertificateError, DomainError, UnlabeledComponentError
from altheory.graphs.look_ahead import lookahead
from tests.graphs.examples import exact_values, random_graph, reached, small_graphs

PATH = np.diag([1.0] * 3, 1) + np.diag([1.0] * 3, -1)


def refitted(matrix, labeled, values):
    """The expected confidence of each unlabeled node, by solving anew for every answer."""
    free = sorted(set(range(len(matrix))) - set(labeled))
    rows = [[1 - Fraction(y), Fraction(y)] if np.ndim(y) == 0 else y for y in values]
    classes = range(len(rows[0]))

    def solved(nodes, given):
        columns = [exact_values(matrix, nodes, [row[c] for row in given]) for c in classes]
        return {i: [column[i] for column in columns] for i in free}

    now, scores = solved(labeled, rows), {}
    for k in free:
        scores[k] = Fraction(0)
        for c in classes:
            then = solved([*labeled, k], [*rows, [int(j == c) for j in classes]])
            scores[k] += now[k][c] * sum(max(then[i]) for i in free)
    return scores


def require_refitted(matrix, labeled, values, found, exact):
    """Both look-aheads are those of refitting: one within its bound, and the other exactly."""
    scores = refitted(matrix, labeled, values)
    assert found.nodes.tolist() == exact.nodes.tolist() == sorted(scores)
    assert exact.expected_confidence.tolist() == [scores[k] for k in sorted(scores)]
    bound = Fraction(found.error_bound)
    for score, x in zip(exact.expected_confidence, found.expected_confidence, strict=True):
        assert abs(Fraction(x) - score) <= bound
    best = max(scores.values())
    assert exact.ties == tuple(k for k in sorted(scores) if scores[k] == best)
    assert set(exact.ties) <= set(found.ties)
    assert found.best == found.ties[0]
    assert all(best - scores[k] <= 4 * bound for k in found.ties)


def is_first(matrix):
    """Whether no renaming of the nodes comes before: one of each kind of graph."""
    orders = map(list, permutations(range(len(matrix))))
    return all(matrix.tolist() <= matrix[np.ix_(order, order)].tolist() for order in orders)


def every_labeling(size):
    for matrix in filter(is_first, small_graphs(size)):
        for count in range(1, size):
            for labeled in map(list, combinations(range(size), count)):
                if len(reached(matrix, labeled)) == size:
                    for values in product((0, 1), repeat=count):
                        yield matrix, labeled, list(values)


def test_every_graph_on_three_nodes():
    for matrix, labeled, values in every_labeling(3):
        found, exact = (lookahead(matrix, labeled, values, exact=x) for x in (False, True))
        require_refitted(matrix, labeled, values, found, exact)
        assert found.error_bound < 1e-12


@pytest.mark.slow
def test_every_graph_on_four_nodes():
    for matrix, labeled, values in every_labeling(4):
        found, exact = (lookahead(matrix, labeled, values, exact=x) for x in (False, True))
        require_refitted(matrix, labeled, values, found, exact)


@st.composite
def cases(draw, kinds=("even", "few"), classes=(1, 2, 3), most=6):
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    size = draw(st.integers(2, most))
    matrix = random_graph(rng, size, draw(st.sampled_from(kinds)))
    for i in range(size - 1):  # in one component
        matrix[i, i + 1] = matrix[i + 1, i] = max(matrix[i, i + 1], 0.5)
    labeled = draw(st.permutations(range(size)))[: draw(st.integers(1, size - 1))]
    width = draw(st.sampled_from(classes))
    answers = draw(st.lists(st.integers(0, max(width - 1, 1)), min_size=size, max_size=size))
    truth = [float(y) if width == 1 else [float(c == y) for c in range(width)] for y in answers]
    if width == 2:  # soft labels
        truth = [[0.25, 0.75] if y == [0.0, 1.0] else y for y in truth]
    return matrix, labeled, truth


@given(case=cases())
def test_after_every_answer_it_is_that_of_refitting(case):
    matrix, labeled, truth = case
    values = [truth[i] for i in labeled]
    found, exact = (lookahead(matrix, labeled, values, exact=x) for x in (False, True))
    while True:
        require_refitted(matrix, labeled, values, found, exact)
        if len(found.nodes) == 1:
            break
        k = int(found.nodes[len(found.nodes) // 2])
        labeled, values = [*labeled, k], [*values, truth[k]]
        found, exact = found.after(k, truth[k]), exact.after(k, truth[k])


@given(case=cases(kinds=("wide", "any"), classes=(1, 3)))
def test_wild_weights_are_right_within_the_bound_or_refused(case):
    matrix, labeled, truth = case
    values = [truth[i] for i in labeled]
    exact = lookahead(matrix, labeled, values, exact=True)
    try:
        found = lookahead(matrix, labeled, values)
    except CertificateError:
        return
    require_refitted(matrix, labeled, values, found, exact)


@given(case=cases(classes=(1,)))
def test_two_classes_may_be_one_column_or_two(case):
    matrix, labeled, truth = case
    one = lookahead(matrix, labeled, [truth[i] for i in labeled])
    two = lookahead(matrix, labeled, [[1 - truth[i], truth[i]] for i in labeled])
    gap = np.abs(one.expected_confidence - two.expected_confidence).max()
    assert gap <= one.error_bound + two.error_bound


def test_an_answer_may_help_a_third_class():
    """Class 2 at node 3 takes from node 4 more of class 0, which led, than of class 1."""
    matrix = np.zeros((5, 5))
    matrix[3] = matrix[:, 3] = [6.0, 3.0, 1.0, 0.0, 1.0]
    matrix[4] = matrix[:, 4] = [2.0, 2.25, 0.125, 1.0, 0.0]
    now = [exact_values(matrix, [0, 1, 2], row)[4] for row in np.eye(3).tolist()]
    then = [exact_values(matrix, [0, 1, 2, 3], [*row, row[2]])[4] for row in np.eye(3).tolist()]
    assert now[0] == max(now)
    assert then[1] == max(then)
    found, exact = (lookahead(matrix, [0, 1, 2], np.eye(3), exact=x) for x in (False, True))
    require_refitted(matrix, [0, 1, 2], np.eye(3).tolist(), found, exact)


def test_candidates_have_the_scores_they_have_among_all():
    rng = np.random.default_rng(5)
    matrix = random_graph(rng, 40, "even")
    whole = lookahead(matrix, [0, 1], [0, 1])
    some = lookahead(matrix, [0, 1], [0, 1], candidates=[30, 7, 12])
    for node in (12, 30):
        chosen = np.isin(whole.nodes, some.nodes)
        gap = np.abs(whole.expected_confidence[chosen] - some.expected_confidence).max()
        assert gap <= whole.error_bound + some.error_bound < 1e-9
        assert (some.expected_risk == len(whole.nodes) - some.expected_confidence).all()
        whole, some = whole.after(node, 1.0), some.after(node, 1.0)
    assert some.nodes.tolist() == [7]


@pytest.mark.parametrize(("n", "widths"), [(40, [1]), (24, range(1, 24))])
def test_a_path_is_eliminated_in_order_and_a_dense_graph_is_not(n, widths):
    """Narrow bands take another way to the inverse: both against rationals."""
    matrix: Any = sum(np.diag(np.linspace(1, 2, n - k), k) for k in widths)
    matrix = matrix + matrix.T
    found = lookahead(matrix, [0, n - 1], [0, 1])
    exact = lookahead(matrix, [0, n - 1], [0, 1], candidates=[3, 9], exact=True)
    for node in (3, 9):
        scores = dict(zip(found.nodes.tolist(), found.expected_confidence, strict=True))
        for k, score in zip(exact.nodes.tolist(), exact.expected_confidence, strict=True):
            assert abs(Fraction(scores[k]) - score) <= Fraction(found.error_bound)
        assert found.error_bound < 1e-9
        if node == 3:
            found, exact = found.after(node, 1.0), exact.after(node, 1.0)


def test_nothing_is_changed_by_an_answer():
    start = lookahead(PATH, [0], [0])
    before = start.expected_confidence.copy()
    start.after(2, 1.0)
    assert (start.expected_confidence == before).all()
    assert start.nodes.tolist() == [1, 2, 3]


def test_one_unlabeled_node():
    found = lookahead(PATH, [0, 1, 3], [0, 1, 1])
    assert found.expected_confidence.tolist() == [1.0]
    assert found.best == 2
    with pytest.raises(DomainError, match="last candidate"):
        found.after(2, 1)


def test_where_all_labels_are_alike_nothing_is_learned():
    found = lookahead(PATH, [0, 3], [1, 1])
    assert found.expected_confidence.tolist() == [2.0, 2.0]
    assert found.ties == (1, 2)
    assert found.expected_risk.tolist() == [0.0, 0.0]


@pytest.mark.parametrize("exact", [False, True])
def test_all_nodes_of_a_star_are_tied(exact):
    n = 9
    matrix = np.zeros((n, n))
    matrix[0, 2:] = matrix[2:, 0] = matrix[1, 2:] = matrix[2:, 1] = 1.0
    found = lookahead(matrix, [0, 1], [0, 1], exact=exact)
    assert found.ties == tuple(range(2, n))
    assert found.best == 2
    assert found.after(5, 0).ties == (2, 3, 4, 6, 7, 8)


def test_what_is_refused():
    isolated = np.zeros((3, 3))
    isolated[0, 1] = isolated[1, 0] = 1.0
    with pytest.raises(UnlabeledComponentError, match="2"):
        lookahead(isolated, [0], [1])
    with pytest.raises(DomainError, match="all 4 nodes are labeled"):
        lookahead(PATH, [0, 1, 2, 3], [0, 0, 1, 1])
    with pytest.raises(DomainError, match="node 0 with a label"):
        lookahead(PATH, [0], [1], candidates=[0, 1])
    with pytest.raises(DomainError, match="numbered from 0 to 3"):
        lookahead(PATH, [0], [1], candidates=[4])
    for exact in (False, True):
        found = lookahead(PATH, [0], [1], candidates=[1, 2], exact=exact)
        with pytest.raises(DomainError, match="node 3 is no candidate"):
            found.after(3, 1)
        with pytest.raises(DomainError, match="a value is like those before"):
            found.after(1, [0.5, 0.5])
        with pytest.raises(DomainError, match=r"values lie in \[0, 1\]"):
            found.after(1, 2)


def test_large_graphs_want_candidates():
    n = 5_002
    rows = np.arange(n - 1)
    from scipy.sparse import csr_array

    half = csr_array((np.ones(n - 1), (rows, rows + 1)), shape=(n, n))
    with pytest.raises(BudgetError, match="give a few hundred candidates"):
        lookahead(half + half.T, [0], [1])
    with pytest.raises(BudgetError, match=r"at most 100 free nodes .* without exact=True"):
        lookahead(half + half.T, [0], [1], exact=True)
    some = lookahead(half + half.T, [0, n - 1], [0, 1], candidates=[100, 2500, 4000])
    assert some.best == 2500
    assert some.error_bound < 1e-2


def test_errors_only_add_up():
    matrix = random_graph(np.random.default_rng(3), 30, "even")
    state: Any = lookahead(matrix, [0, 1], [0, 1]).state
    for _ in range(20):
        node = int(state.candidates[0])
        then = state.after(node, 1.0)
        kept = state.candidates != node
        assert (then.green.residuals > state.green.residuals[kept]).all()
        assert then.residual > state.residual
        state = then
