"""Label spreading against its solution in rationals."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from scipy.sparse import block_diag, csr_array

from altheory.errors import BudgetError, DomainError
from altheory.graphs import spreading
from altheory.graphs.neighbors import knn_graph
from altheory.graphs.spreading import label_spreading
from tests.graphs.weighted import graphs, matrix


def exact(W, y, share):
    """The scores by elimination in balls of 4000 bits."""
    from flint import arb, arb_mat, ctx

    with ctx.workprec(4000):
        n = len(W)
        w = [[arb(x) for x in row] for row in W.tolist()]
        d = [sum(row, arb(0)) for row in w]
        a = arb(share)

        def similar(i, j):
            return w[i][j] / (d[i] * d[j]).sqrt() if W[i, j] else arb(0)

        A = arb_mat(n, n, [int(i == j) - a * similar(i, j) for i in range(n) for j in range(n)])
        b = arb_mat(n, 1, [(1 - a) * int(v) for v in y])
        return [float(x.mid()) for x in A.solve(b).entries()]


@given(graphs(most=5))
def test_errors_stay_within_the_bound(W):
    n = len(W)
    for share in (0.5, 0.99):
        found = label_spreading(W, [0, n - 1], [1.0, 0.0], alpha=share)
        for column, at in ((1, 0), (0, n - 1)):
            truth = exact(W, np.arange(n) == at, share)
            assert np.abs(found.scores[:, column] - truth).max() <= found.error_bound + 1e-300
        assert found.error_bound < 1e-9


@given(graphs(most=5))
def test_errors_stay_within_the_bound_with_multigrid(W):
    n = len(W)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spreading, "FEW", 0)
        patch.setattr(spreading, "SLOW", 0.0)
        found = label_spreading(W, [0, n - 1], [1.0, 0.0], alpha=0.99)
    truth = exact(W, np.arange(n) == 0, 0.99)
    assert np.abs(found.scores[:, 1] - truth).max() <= found.error_bound + 1e-300
    assert found.error_bound < 1e-9


def test_almost_all_that_spreads(monkeypatch):
    """Two answers within their bounds of each other, and a node without any edge."""
    points = np.random.default_rng(20261122).random((3000, 2))
    weights = block_diag((knn_graph(points, 8), csr_array((1, 1))))
    helped = label_spreading(weights, [0, 1, 3000], [1.0, 0.0, 1.0], alpha=1 - 1e-6)
    monkeypatch.setattr(spreading, "SLOW", 1.0)
    plain = label_spreading(weights, [0, 1, 3000], [1.0, 0.0, 1.0], alpha=1 - 1e-6)
    apart = np.abs(helped.scores - plain.scores).max()
    assert 0 < apart <= helped.error_bound + plain.error_bound < 1e-6
    assert abs(helped.scores[3000, 1] - 1e-6) <= helped.error_bound


def test_a_component_without_labels_has_no_class():
    spread = label_spreading(matrix(4, [1, 0, 0, 0, 0, 1]), [0], [[0.0, 1.0, 0.0]])
    assert spread.classes.tolist() == [1, 1, 0, 0]
    assert spread.ties.tolist() == [False, False, True, True]
    assert spread.scores.shape == (4, 3)
    assert (spread.scores[2:] == 0).all()


def test_a_path_by_hand():
    spread = label_spreading(matrix(2, [7]), [0], [1.0], alpha=0.5)
    truth = [float(Fraction(2, 3)), float(Fraction(1, 3))]
    assert np.abs(spread.scores[:, 1] - truth).max() <= spread.error_bound < 1e-13


def test_iterations_that_do_not_end_say_so(monkeypatch):
    monkeypatch.setattr(spreading, "STEPS", 1)
    with pytest.raises(BudgetError, match="1 steps"):
        label_spreading(np.eye(9, k=1) + np.eye(9, k=-1), [0, 4], [1.0, 0.0])


@pytest.mark.parametrize("alpha", [0, 1, 1.5, float("nan")])
def test_shares_that_make_no_sense(alpha):
    with pytest.raises(DomainError):
        label_spreading(matrix(2, [1]), [0], [1.0], alpha=alpha)
