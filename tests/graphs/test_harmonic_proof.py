"""Certificates of harmonic solutions: accepted, true, and of weights of all magnitudes."""

import json
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import CertificateError, DomainError, UnlabeledComponentError
from altheory.graphs import harmonic_proof as writer
from altheory.graphs.harmonic_proof import harmonic_certificate
from altheory.graphs.harmonic_solution import GOAL, harmonic
from altheory.graphs.neighbors import knn_graph
from altheory.ledger.graph_checker import verify
from tests.graphs.examples import exact_values, random_graph, reached
from tests.graphs.weighted import graphs


def require_true(W, labeled, values):
    proof = harmonic_certificate(W, labeled, values)
    assert verify(json.loads(json.dumps(proof))).startswith("harmonic-bound: ")
    exact = exact_values(W, labeled, values)
    stated, bound = proof["problem"]["values"], Fraction(proof["problem"]["bound"])
    assert bound <= Fraction(GOAL)
    assert all(abs(Fraction(x) - exact[i]) <= bound for i, x in enumerate(stated))
    assert proof["problem"]["labels"] == [int(i in labeled) for i in range(len(W))]
    edges = {(i, j): float(Fraction(w)) for i, j, w in proof["problem"]["edges"]}
    assert edges == {(i, j): W[i, j] for j in range(len(W)) for i in range(j) if W[i, j]}
    assert [Fraction(stated[i]) for i in labeled] == list(map(Fraction, values))
    return proof


@given(graphs(most=5), st.floats(0, 1), st.floats(0, 1))
def test_the_bound_is_accepted_and_true(W, y, z):
    labeled = sorted({0, len(W) - 1})
    if len(reached(W, labeled)) == len(W):
        require_true(W, labeled, [y, z][: len(labeled)])
    else:
        with pytest.raises(UnlabeledComponentError):
            harmonic_certificate(W, labeled, [y, z][: len(labeled)])


@pytest.mark.seeded("every value is compared with the exact one")
@pytest.mark.parametrize("kind", ["any", "wide", "few"])
def test_weights_from_1e_300_to_1e300_are_certified(rng, kind):
    for size in (4, 7, 10):
        W = random_graph(rng, size, kind)
        W[0, 1:] = W[1:, 0] = np.maximum(W[0, 1:], 1e-300)
        require_true(W, [1, size - 1], [0.0, 1.0])


def test_an_edge_of_1e300_behind_one_of_1e_300():
    W = np.zeros((4, 4))
    for i, w in enumerate((1e-300, 1e300, 1e-300)):
        W[i, i + 1] = W[i + 1, i] = w
    proof = require_true(W, [0, 3], [0, 1])
    assert Fraction(proof["problem"]["edges"][1][2]) == Fraction(1e300)


@pytest.mark.seeded("whatever the points, the judge decides")
def test_floats_are_certified_as_they_are(rng):
    W, labeled = knn_graph(rng.random((300, 2)), 6), [0, 1, 2]
    proof = harmonic_certificate(W, labeled, [0, 1, 0.5])
    assert verify(proof)
    assert [float(Fraction(x)) for x in proof["problem"]["values"]] == harmonic(
        W, labeled, [0, 1, 0.5]
    ).f.tolist()
    assert float(Fraction(proof["problem"]["bound"])) <= 1e-11


def test_all_nodes_labeled_or_all_labels_alike():
    assert verify(harmonic_certificate([[0, 1], [1, 0]], [1, 0], [0, 1]))
    assert verify(harmonic_certificate([[0]], [0], [0.3]))
    assert verify(harmonic_certificate(np.ones((3, 3)) - np.eye(3), [0, 1], [0.3, 0.3]))


def test_what_has_no_certificate_is_refused(monkeypatch):
    path = [[0, 1, 0], [1, 0, 3], [0, 3, 0]]
    with pytest.raises(DomainError, match="one by one"):
        harmonic_certificate(path, [0], [[0.5, 0.5]])
    with pytest.raises(CertificateError, match="230 nodes with at most 24815 edges, got 26335"):
        harmonic_certificate(np.ones((230, 230)) - np.eye(230), [0, 1], [0, 1])
    monkeypatch.setattr(writer, "GOAL", 0.0)
    monkeypatch.setattr(writer, "MOST", 0)
    with pytest.raises(CertificateError, match="no bound was proved"):
        harmonic_certificate(path, [0, 2], [0.1, 0.7])
