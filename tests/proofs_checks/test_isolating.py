"""What claims on multiway cuts rest on, against the library."""

from fractions import Fraction
from functools import reduce
from operator import and_

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.graphs.isolating_cuts import multiway_cut
from proofs_checks._cut_graphs import graph
from proofs_checks._isolating import hung, isolating_cuts, multiway_cuts, rings, severed
from proofs_checks.graphs_multiway_cut_factor import by_the_rule

WEIGHTS = st.lists(st.integers(0, 3), min_size=15, max_size=15)


@given(WEIGHTS)
def test_the_library_does_as_the_claims_say(weights):
    w = graph(6, weights)
    cut = multiway_cut(np.array(w, dtype=float), [0, 1, 2], [0, 1, 2])
    isolated = [isolating_cuts(w, 3, label) for label in range(3)]
    inside = [reduce(and_, sets) for _, sets in isolated]
    assert cut.lower_bound == Fraction(sum(least for least, _ in isolated), 2)
    assert cut.forced.tolist() == [any(s >> i & 1 for s in inside) for i in range(6)]
    assert cut.value == severed(w, cut.labels.tolist()) == by_the_rule(w, 3)
    assert multiway_cuts(w, 3)[0] <= cut.value


@pytest.mark.parametrize(("n", "k", "count"), [(4, 2, 32), (5, 3, 128), (4, 3, 8)])
def test_graphs_are_counted_and_labels_not_joined(n, k, count):
    graphs = list(hung(n, k, (0, 1)))
    assert len(set(graphs)) == count
    assert not any(w[i][j] for w in graphs for i in range(k) for j in range(k))


def test_a_ring_attains_the_factor():
    (w,) = rings((2,), (1,))
    assert (by_the_rule(w, 3), multiway_cuts(w, 3)[0]) == (4, 3)
