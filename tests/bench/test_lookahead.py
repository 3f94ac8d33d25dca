"""The row on look-ahead: everybody scores the same nodes, and differences are told."""

import numpy as np
import pytest

from altheory.bench.rows import lookahead as row


@pytest.fixture
def small(monkeypatch):
    """The same row with 60 nodes, forgotten before and after."""
    caches = (row.problem, row.certified, row.by_loop)
    monkeypatch.setattr(row, "NODES", 60)
    monkeypatch.setattr(row, "LABELS", 5)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


@pytest.mark.usefixtures("small")
def test_all_contenders_agree():
    known = row.certified()
    nodes, scores, _ = row.refitted(row.by_factors, 6)
    assert np.abs(scores - known.expected_confidence[np.isin(known.nodes, nodes)]).max() < 1e-9
    for answer, count in ((row.first(), 55), (row.following(), 54), (row.by_loop(()), 10)):
        assert len(answer[0]) == count
        assert float(row.accuracy(answer).split("off by ")[1]) < 1e-9


@pytest.mark.usefixtures("small")
def test_differences_are_told():
    nodes, scores, each = row.first()
    assert row.accuracy((nodes, scores + 0.5, each)).endswith("off by 5.0e-01")
    nodes, scores, _ = row.by_loop(())
    assert row.accuracy((nodes, scores + 0.5, 1.0)) == "55 s for all, off by 5.0e-01"


def test_scikit_learn_where_it_is_installed(monkeypatch):
    monkeypatch.setattr(row, "find_spec", lambda _: None)
    assert row.peers() == ()
    monkeypatch.setattr(row, "find_spec", lambda _: object())
    assert [peer.name for peer in row.peers()] == ["refit loop with scikit-learn, 1 candidate"]
