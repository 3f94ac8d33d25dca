"""Certificates of graphs have as many parts as is said before they are made."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from altheory import certificate
from altheory.certificate import VALUES
from altheory.errors import CertificateError, DomainError
from altheory.graphs import (
    _checkable,
    cut_certificate,
    cut_proof,
    cut_votes,
    harmonic_certificate,
    harmonic_proof,
    knn_graph,
    min_cut,
)
from altheory.graphs._checkable import AROUND, require_checkable
from altheory.graphs.graph import graph_of

WEIGHTS = knn_graph(np.random.default_rng(0).random((40, 2)), 4)
EDGES = graph_of(WEIGHTS).edges


def parts(x):
    """How many values a certificate has: texts, integers, arrays, objects, and their keys."""
    inside = [*x, *x.values()] if isinstance(x, dict) else x if isinstance(x, list) else []
    return 1 + sum(map(parts, inside))


def test_parts_are_counted_before_the_work():
    of_nodes = parts(harmonic_certificate(WEIGHTS, [0, 1], [0, 1])) - 3 * 40 - 4 * EDGES
    of_cuts = parts(cut_certificate(min_cut(WEIGHTS, [0], [1]))) - 2 * 40 - 5 * EDGES
    assert AROUND - 40 < of_nodes < AROUND
    assert AROUND - 40 < of_cuts < AROUND


def counted(size, edges) -> Any:
    """Return what is asked of a graph here: how many nodes and edges it has."""
    return SimpleNamespace(size=size, edges=edges)


def test_the_largest_graph():
    most = (VALUES - AROUND - 3 * 40) // 4
    require_checkable(counted(40, most), per_node=3, per_edge=4)
    with pytest.raises(CertificateError, match=f"40 nodes with at most {most} edges, got"):
        require_checkable(counted(40, most + 1), per_node=3, per_edge=4)
    with pytest.raises(CertificateError, match="at most 0 edges"):
        require_checkable(counted(10**6, 1), per_node=3, per_edge=4)


def test_too_many_edges_are_refused_at_once(monkeypatch):
    def work(*_):
        raise AssertionError("work was begun")

    cut = min_cut(WEIGHTS, [0], [1])
    monkeypatch.setattr(_checkable, "VALUES", 100)
    monkeypatch.setattr(cut_proof, "exact_flow", work)
    monkeypatch.setattr(harmonic_proof, "harmonic", work)
    with pytest.raises(CertificateError, match=f"got {EDGES}; certify one with fewer"):
        cut_certificate(cut)
    with pytest.raises(CertificateError, match=f"got {EDGES}; certify one with fewer"):
        harmonic_certificate(WEIGHTS, [0, 1], [0, 1])


def test_what_is_no_cut_is_refused():
    with pytest.raises(DomainError, match="the result of min_cut is wanted, got CutVotes"):
        cut_certificate(cut_votes(WEIGHTS, [0], [1], rounds=1, rng=0))


@pytest.mark.parametrize("limit", ["ROOM", "BITS"])
def test_weights_of_too_many_digits_are_refused_with_their_own_remedy(monkeypatch, limit):
    monkeypatch.setattr(certificate, limit, 1000)
    with pytest.raises(CertificateError, match="take weights closer in size, or fewer edges"):
        cut_certificate(min_cut([[0, 1e-300], [1e-300, 0]], [0], [1]))
