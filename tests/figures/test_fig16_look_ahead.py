from itertools import combinations

import numpy as np
import pytest

from altheory.plot.style import style
from figures.fig16_look_ahead import (
    APART,
    BRIDGE,
    FREE,
    LEAF,
    MARKS,
    MINUS,
    NAMES,
    PLUS,
    QUERIES,
    SHOWN,
    TRUTH,
    asked,
    curves,
)
from figures.plate import plate

NAME = "fig16_look_ahead"


@pytest.fixture
def table(data):
    return data(NAME)


@pytest.fixture
def weights(table):
    found = np.zeros((len(TRUTH), len(TRUTH)))
    for row in table.records:
        if row["kind"] == "edge":
            found[row["node"], row["other"]] = found[row["other"], row["node"]] = row["value"]
    return found


def solved(weights, labels):
    """Return f by a dense solver."""
    free = [i for i in range(len(TRUTH)) if i not in labels]
    laplacian = np.diag(weights.sum(axis=1)) - weights
    f = np.zeros(len(TRUTH))
    f[list(labels)] = list(labels.values())
    f[free] = np.linalg.solve(laplacian[np.ix_(free, free)], weights[free] @ f)
    return f


def known(nodes):
    return {PLUS: 1, MINUS: 0} | {node: int(TRUTH[node]) for node in nodes}


def test_three_nodes_are_at_one_half_at_first(weights):
    f = solved(weights, known([]))
    assert f[[LEAF, APART, BRIDGE]] == pytest.approx(0.5, abs=1e-12)
    assert np.abs(np.delete(f, [PLUS, MINUS, LEAF, APART, BRIDGE]) - 0.5).min() > 0.01
    assert (weights[LEAF] > 0).sum() == 1
    assert np.flatnonzero(weights[APART]).tolist() == [PLUS, MINUS]


def test_each_question_is_the_best_by_definition(table, weights):
    for strategy in NAMES:
        nodes = asked(table, strategy)
        assert len(nodes) == QUERIES
        for q in range(QUERIES):
            labels = known(nodes[:q])
            scores = {k: score(weights, labels, k, strategy) for k in FREE if k not in labels}
            assert scores[nodes[q]] == pytest.approx(max(scores.values()), abs=1e-9)


def score(weights, labels, k, strategy):
    """Return what a strategy maximizes, from scratch."""
    f = solved(weights, labels)
    if strategy == "uncertainty":
        return min(f[k], 1 - f[k])
    after = {y: solved(weights, labels | {k: y}) for y in (0, 1)}
    sure = {y: np.maximum(g, 1 - g).sum() for y, g in after.items()}
    return f[k] * sure[1] + (1 - f[k]) * sure[0]


def test_uncertainty_asks_the_leaf_and_look_ahead_the_node_set_apart_third(table):
    assert asked(table, "uncertainty")[:2] == [LEAF, APART]
    first, second, third, *_ = asked(table, "look-ahead")
    assert third == APART
    assert {LEAF, APART, BRIDGE}.isdisjoint({first, second})


def test_curves_measure_what_is_known(table, weights):
    for kind, measure in (("right", right), ("confidence", confidence)):
        for strategy, one in curves(table, kind).items():
            for q, y in zip(one.xs, one.ys, strict=True):
                if strategy == "random" and q > 2:
                    continue  # hundreds of sets and more
                every = strategy == "random"
                sets = combinations(FREE, int(q)) if every else [asked(table, strategy)[: int(q)]]
                found = [measure(solved(weights, known(s))) for s in sets]
                assert y == pytest.approx(np.mean(found), abs=1e-8)


def right(f):
    return np.mean([(f[i] - 0.5) * (TRUTH[i] - 0.5) > 1e-9 for i in FREE])


def confidence(f):
    return np.mean([max(f[i], 1 - f[i]) for i in FREE])


def test_the_drawing_shows_the_order_of_questions_and_what_is_wrong(table):
    with style("icml"):
        axes = plate(NAME).draw(table).axes
    for ax, strategy in zip(axes, NAMES, strict=False):
        assert [text.get_text() for text in ax.texts] == ["1", "2"]
        disks = [line for line in ax.lines if line.get_marker() == "o"]
        assert len(disks) == 2 + SHOWN
        wrong = [r for r in table.records if (r["kind"], r["strategy"]) == ("wrong", strategy)]
        rims = [c for c in ax.collections if c.get_zorder() == 3.5]
        assert sum(np.shape(c.get_offsets())[0] for c in rims) == len(wrong) > 0
    for ax in axes[2:]:
        assert [line.get_marker() for line in ax.lines] == [m["marker"] for m in MARKS.values()]
        assert {line.get_linestyle() for line in ax.lines} == {"-"}


def test_the_words_hold_the_numbers(table):
    alt = plate(NAME).alt(table)
    assert "uncertainty sampling asks the leaf, then the node set apart" in alt
    assert "look-ahead asks a node of the clique above, then a node of the clique below" in alt
    assert "Share right: look-ahead 0.385, 0.923, 0.923, 1.000" in alt
    assert "uncertainty 0.557, 0.612, 0.650, 0.802, 0.953, 1.000" in alt
