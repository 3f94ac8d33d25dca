import numpy as np
import pytest
from matplotlib.collections import LineCollection

from altheory.graphs.cases.rings import two_rings
from altheory.graphs.minimum_cut import min_cut
from altheory.plot.style import style
from figures.fig14_two_rings import GRAPHIC, NEIGHBORS, SEED, of
from figures.plate import plate

NAME = "fig14_two_rings"


@pytest.fixture
def table(data):
    return data(NAME)


def values(table, method):
    return np.array([row["value"] for row in of(table, "value", method)])


def truth(table):
    rows = of(table, "node") + of(table, "label")
    return np.array([row["value"] for row in sorted(rows, key=lambda row: row["node"])])


def weights(table):
    n = len(truth(table))
    found = np.zeros((n, n))
    for row in of(table, "edge"):
        found[row["node"], row["other"]] = found[row["other"], row["node"]] = row["value"]
    return found


def test_the_soft_labels_are_means_of_their_neighbors(table):
    f, w = values(table, "soft cut"), weights(table)
    labeled = [row["node"] for row in of(table, "label")]
    free = np.setdiff1d(np.arange(len(f)), labeled)
    assert np.allclose((w @ f / w.sum(axis=1))[free], f[free], atol=1e-8)
    assert f[labeled].tolist() == [1, 0]


def test_soft_labels_rank_the_rings_and_cross_one_half(table):
    f, y = values(table, "soft cut"), truth(table)
    assert f[y == 1].min() > f[y == 0].max() > 0.5


def test_the_cut_severs_no_more_than_the_true_one(table):
    w, side = weights(table), values(table, "minimum cut")
    assert set(side) == {0.0, 1.0}
    assert (side == truth(table)).all()
    joins = w[np.ix_(side == 1, side == 0)]
    assert 0 < joins.sum() < min(w[row["node"]].sum() for row in of(table, "label"))


def test_the_nearest_label_is_nearest(table):
    rows = sorted(of(table, "node") + of(table, "label"), key=lambda row: row["node"])
    at = np.array([(row["x"], row["y"]) for row in rows])
    minus, plus = (at[row["node"]] for row in sorted(of(table, "label"), key=lambda r: r["value"]))
    closer = np.linalg.norm(at - plus, axis=1) < np.linalg.norm(at - minus, axis=1)
    assert (values(table, "nearest neighbor") == closer).all()


def test_shares_count_the_nodes_that_are_not_wrong(table):
    free = len(of(table, "node"))
    for method in GRAPHIC:
        (right,) = of(table, "right", method)
        wrong = [row["node"] for row in of(table, "wrong", method)]
        assert right["value"] == pytest.approx(1 - len(wrong) / free)
        off = (values(table, method) - 0.5) * (truth(table) - 0.5) <= 0
        assert wrong == np.flatnonzero(off).tolist()


def test_with_more_noise_the_cut_severs_one_label():
    case = two_rings(SEED, noise=0.2, neighbors=NEIGHBORS)
    cut = min_cut(case.weights, case.positive, case.negative)
    assert cut.is_unique
    assert np.flatnonzero(cut.labels == -1).tolist() == case.negative.tolist()


def test_edges_are_drawn_where_they_are_used_and_shares_are_written(table):
    with style("icml"):
        axes = plate(NAME).draw(table).axes
    drawn = [
        sum(len(c.get_segments()) for c in ax.collections if isinstance(c, LineCollection))
        for ax in axes
    ]
    edges = len(of(table, "edge"))
    assert drawn == [edges * used for used in GRAPHIC.values()]
    assert [ax.texts[0].get_text() for ax in axes] == [
        "47%\nright",
        "100%\nright",
        "82%\nright",
        "100%\nright",
    ]
    for ax in axes:
        assert [line.get_marker() for line in ax.lines] == ["o", "+", "o", "_"]


def test_the_words_hold_the_numbers(table):
    alt = plate(NAME).alt(table)
    assert "nearest neighbor 47% right, 78 nodes wrong" in alt
    assert "soft cut 82% right, 26 nodes wrong" in alt
    assert "0.68 to 0.92 on the inner ring and 0.09 to 0.57 on the outer ring" in alt
