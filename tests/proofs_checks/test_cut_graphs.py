"""What claims on cuts rest on: all small graphs, their flows and harmonic values."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.graphs.minimum_cut import min_cut
from proofs_checks._cut_graphs import (
    components,
    cut_weight,
    flow_value,
    graph,
    harmonic,
    largest_flow,
    minimum_cuts,
    up_to_relabeling,
)
from proofs_checks.graphs_spectral_cheeger import conductance, signs

WEIGHTS = st.lists(st.integers(0, 3), min_size=10, max_size=10)


@pytest.mark.parametrize(("n", "classes", "connected"), [(1, 1, 1), (4, 11, 6), (6, 156, 112)])
def test_classes_of_graphs_are_counted(n, classes, connected):
    graphs = up_to_relabeling(n)
    assert len(graphs) == classes
    assert sum(components(w) == 1 for w in graphs) == connected


@given(WEIGHTS)
def test_a_flow_is_as_large_as_a_cut_and_as_the_library_says(weights):
    w = graph(5, weights)
    least, found = minimum_cuts(w)
    assert flow_value(w, largest_flow(w)) == least
    cut = min_cut(np.array(w), [0], [4])
    assert cut.value == least
    assert cut_weight(w, sum(1 << int(i) for i in np.flatnonzero(cut.smallest))) == least
    assert cut.is_unique == (len(found) == 1)


def test_what_is_no_flow_has_no_value():
    w = graph(3, [1, 0, 1])
    assert flow_value(w, [[0, 1, 0], [-1, 0, 1], [0, -1, 0]]) == 1
    assert flow_value(w, [[0, 1, 0], [-1, 0, 0], [0, 0, 0]]) is None
    assert flow_value(w, [[0, 2, 0], [-2, 0, 2], [0, -2, 0]]) is None
    assert flow_value(w, [[0, 1, 0], [1, 0, 1], [0, 1, 0]]) is None


@given(WEIGHTS)
def test_harmonic_values_are_means(weights):
    w = graph(5, weights)
    f = harmonic(w)
    assert f[0] == 1
    assert f[4] == 0
    for i in range(1, 4):
        if sum(w[i]):
            assert f[i] == sum(x * y for x, y in zip(w[i], f, strict=True)) / Fraction(sum(w[i]))


def test_eigenvalues_of_the_complete_graph():
    w = graph(4, [1] * 6)  # 0 once, and 4/3 three times
    assert conductance(w) == Fraction(2, 3)
    ends = [Fraction(0), Fraction(1), Fraction(4, 3), Fraction(2)]
    assert [signs(w, t, normalized=True) for t in ends] == [(0, 1), (1, 1), (1, 4), (4, 4)]
    assert signs(w, Fraction(4), normalized=False) == (1, 4)
