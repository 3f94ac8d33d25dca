"""Spectral partitions that labels name."""

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from altheory.graphs.estimators._labeled_parts import labeled_parts
from altheory.graphs.graph import graph_of
from altheory.graphs.spectral import conductance, spectral_partition
from tests.graphs.weighted import graphs

TRIANGLE = np.ones((3, 3)) - np.eye(3)


def triangles(bridges):
    """Triangles, joined first node to first node by bridges (i, j, weight)."""
    count = 1 + max(max(i, j) for i, j, _ in bridges)
    W = np.kron(np.eye(count), TRIANGLE)
    for i, j, weight in bridges:
        W[3 * i, 3 * j] = W[3 * j, 3 * i] = weight
    return graph_of(W)


def codes(n, **labels):
    """Labels by node, n0=1 for the label 1 at node 0."""
    numbers = np.full(n, -1)
    for node, label in labels.items():
        numbers[int(node[1:])] = label
    return numbers


def found_in(parts):
    return {tuple(part.nodes.tolist()): part.shares.tolist() for part in parts}


def test_two_classes_are_one_cut():
    graph = triangles([(0, 1, 0.5)])
    parts, cuts = labeled_parts(graph, codes(6, n1=0, n5=1, n4=1), 2)
    assert found_in(parts) == {(0, 1, 2): [1, 0], (3, 4, 5): [0, 1]}
    assert cuts == [conductance(graph, [True] * 3 + [False] * 3)] == [Fraction(1, 13)]


def test_three_classes_are_two_cuts_and_the_second_where_labels_disagree():
    graph = triangles([(0, 1, 0.5), (1, 2, 0.25)])
    parts, cuts = labeled_parts(graph, codes(9, n1=0, n5=1, n8=2), 3)
    assert found_in(parts) == {(0, 1, 2): [1, 0, 0], (3, 4, 5): [0, 1, 0], (6, 7, 8): [0, 0, 1]}
    assert len(cuts) == 2


def test_labels_do_not_move_a_cut_and_a_side_without_takes_those_of_all():
    parts, _ = labeled_parts(triangles([(0, 1, 0.5)]), codes(6, n0=0, n1=1, n2=1), 2)
    assert found_in(parts) == {(0, 1, 2): [1 / 3, 2 / 3], (3, 4, 5): [1 / 3, 2 / 3]}


def test_components_are_parts_from_the_start():
    graph = graph_of(np.kron(np.eye(3), TRIANGLE))
    parts, cuts = labeled_parts(graph, codes(9, n1=0, n5=1), 2)
    assert not cuts
    shares = found_in(parts)
    assert (shares[0, 1, 2], shares[3, 4, 5]) == ([1, 0], [0, 1])
    assert np.isnan(shares[6, 7, 8]).all()


@given(graphs(most=7), st.data())
def test_parts_are_made_by_sweep_cuts_within_components(W, data):
    n = len(W)
    numbers = np.array(data.draw(st.lists(st.integers(-1, 2), min_size=n, max_size=n)))
    graph = graph_of(W)
    parts, cuts = labeled_parts(graph, numbers, 3)
    assert sorted(i for part in parts for i in part.nodes) == list(range(n))
    assert len(parts) == graph.components + len(cuts)
    for component in range(graph.components):
        inside = graph.component == component
        own = [part for part in parts if inside[part.nodes[0]]]
        assert all(inside[part.nodes].all() for part in own)
        classes = len(set(numbers[inside]) - {-1})
        assert len(own) <= max(classes, 1)
        if classes == 2 and (numbers[inside] == -1).any():
            halves = spectral_partition(graph.weights[inside][:, inside]).labels
            sides = {tuple(np.flatnonzero(inside)[halves == side].tolist()) for side in (1, -1)}
            assert sides == {tuple(part.nodes.tolist()) for part in own}
