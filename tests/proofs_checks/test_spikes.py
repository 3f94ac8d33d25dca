"""Tori folded by their symmetries have the values that the library finds at every node."""

from itertools import product

import numpy as np
import pytest

from altheory.graphs.harmonic_solution import harmonic
from proofs_checks.graphs_spikes_cube import values
from proofs_checks.graphs_spikes_torus import near_half


def torus(side, dimension):
    nodes = list(product(range(side), repeat=dimension))
    number = {node: k for k, node in enumerate(nodes)}
    weights = np.zeros((len(nodes), len(nodes)))
    for node, axis in product(nodes, range(dimension)):
        other = (*node[:axis], (node[axis] + 1) % side, *node[axis + 1 :])
        weights[number[node], number[other]] = weights[number[other], number[node]] = 1
    return weights, number[(side // 2,) * dimension]


@pytest.mark.parametrize(("side", "dimension"), [(6, 1), (10, 2), (4, 3), (6, 3), (2, 6)])
def test_nodes_near_one_half_are_counted(side, dimension):
    weights, end = torus(side, dimension)
    found = harmonic(weights, [0, end], [0, 1])
    off = np.abs(np.asarray(found.f) - 0.5)
    assert (np.abs(off - 0.1) > 1e-9).all()
    assert (off < 0.1).sum() == near_half(side, dimension)


def test_corners_of_a_cube():
    weights, end = torus(2, 4)
    f = harmonic(weights, [0, end], [0, 1]).f
    assert np.allclose(f, [float(x.p) / float(x.q) for x in values(4)])
