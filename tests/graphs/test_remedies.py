"""Mistakes that are often made, and the way out that each error names."""

import numpy as np
import pytest

from altheory.errors import BudgetError, DomainError, UnlabeledComponentError
from altheory.graphs import (
    _rationals,
    effective_conductance,
    effective_resistance,
    graph_of,
    harmonic,
    harmonic_solution,
    induced,
    knn_graph,
    lookahead,
    mass_normalized,
    multiway_cut,
    sigma_optimality,
    uncertainty_sampling,
)

PATH = np.diag([1.0, 1, 1], 1) + np.diag([1.0, 1, 1], -1)
SOLVED = harmonic(PATH, [0, 3], [0, 1])
NEXT = lookahead(PATH, [0], [0], candidates=[1, 3])
EXACTLY = lookahead(PATH, [0], [0], candidates=[1, 3], exact=True)
DESIGN = sigma_optimality(PATH, [0], candidates=[1, 3])
THREE = lookahead(PATH, [0, 1], np.eye(3)[[0, 2]])


class Network:
    """A graph as networkx has them, as far as a module's name goes."""

    __module__ = "networkx.classes.graph"


MISTAKES = {
    "a mask": (lambda: harmonic(PATH, PATH[0] > 0, [0]), "give np.flatnonzero(mask)"),
    "labels of -1 and 1": (lambda: harmonic(PATH, [0, 3], [-1, 1]), "give (y + 1) / 2 for"),
    "numbers of classes": (lambda: harmonic(PATH, [0, 3], [0, 2]), "give rows, np.eye(C)[classes]"),
    "values of all nodes": (
        lambda: harmonic(PATH, [0, 3], [0, np.nan, np.nan, 1]),
        "each of 2 labeled nodes has a value, got 4; leave out nodes without a label",
    ),
    "a column": (lambda: harmonic(PATH, [0, 3], [[0], [1]]), "values.ravel()"),
    "names": (lambda: harmonic(PATH, [0, 3], ["a", "b"]), "HarmonicClassifier takes names"),
    "-1 and 1 in rationals": (
        lambda: harmonic(PATH, [0, 3], [-1, 1], exact=True),
        "got -1; give (y + 1) / 2 for",
    ),
    "classes in rationals": (
        lambda: harmonic(PATH, [0, 3], [2, 0], exact=True),
        "got 2; give rows, np.eye(C)[classes]",
    ),
    "names in rationals": (
        lambda: harmonic(PATH, [0, 3], ["a", "b"], exact=True),
        "HarmonicClassifier takes names",
    ),
    "classes from 1": (
        lambda: multiway_cut(PATH, [0, 3], [1, 2]),
        "give np.unique(classes, return_inverse=True)[1]",
    ),
    "a loop": (lambda: graph_of(np.eye(2)), "set the diagonal to 0"),
    "points": (lambda: graph_of(np.ones((3, 2))), "graph of points with knn_graph"),
    "a network": (lambda: graph_of(Network()), "give nx.to_scipy_sparse_array(G)"),
    "no result": (lambda: mass_normalized(SOLVED.f), "the result of harmonic is wanted"),
    "no result either": (lambda: induced(SOLVED.f, PATH), "the result of harmonic is wanted"),
    "weights of no nodes": (lambda: induced(SOLVED, [[1.0]]), "make them with weights_to"),
    "truth for a share": (lambda: mass_normalized(SOLVED, True), "a proportion is a number"),
    "all to one": (lambda: mass_normalized(SOLVED, 1), "class 0 has labels, got 1; give"),
    "none to one": (lambda: mass_normalized(SOLVED, [1, 0]), "class 1 has labels"),
    "counts": (lambda: mass_normalized(SOLVED, [150, 150]), "divide counts by their sum"),
    "a count": (lambda: mass_normalized(SOLVED, 30), "divide counts by their sum"),
    "too many shares": (lambda: mass_normalized(SOLVED, [10, 10, 20]), "each of 2 classes has a"),
    "no candidates": (
        lambda: lookahead(PATH, [0], [0], candidates=[]),
        "candidates are a list of one node number or more",
    ),
    "a candidate twice": (
        lambda: lookahead(PATH, [0], [0], candidates=[2, 2]),
        "candidates are distinct, got 2 twice",
    ),
    "its own ground": (lambda: effective_resistance(PATH, 0, [0]), "node 0 is among those"),
    "no candidate": (lambda: NEXT.after(2, 1), "node 2 is no candidate; give it as one"),
    "no exact candidate": (lambda: EXACTLY.after(2, 1), "node 2 is no candidate; give it as one"),
    "no candidate of a design": (lambda: DESIGN.after(2), "node 2 is no candidate; give it as one"),
    "a labeled node": (lambda: NEXT.after(0, 1), "node 0 has a label already or is none"),
    "an exact one": (lambda: EXACTLY.after(0, 1), "node 0 has a label already or is none"),
    "no node": (lambda: DESIGN.after(100), "node 100 has a label already or is none"),
    "the number of a class": (lambda: THREE.after(2, 1), "for class c give np.eye(3)[c]"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_way_out_is_named(mistake):
    make, remedy = MISTAKES[mistake]
    with pytest.raises(DomainError) as caught:
        make()
    assert remedy in str(caught.value)


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("values", [[[1, 1]], [[2, 0]], [0.5, 1.5], [2.5, -1]])
def test_no_way_out_is_named_where_none_is_known(values, exact):
    with pytest.raises(DomainError) as caught:
        harmonic(PATH, list(range(len(values))), values, exact=exact)
    assert ";" not in str(caught.value)


def test_exact_refusals_come_before_the_work(monkeypatch):
    def work(*_):
        raise AssertionError("work was begun")

    W = knn_graph(np.r_[np.arange(300.0), 1e6 + np.arange(3)][:, None], 2)
    for module in (harmonic_solution, _rationals):
        monkeypatch.setattr(module, "rational_weights", work)
    many = list(range(200))
    with pytest.raises(UnlabeledComponentError, match="3 of 303 nodes"):
        harmonic(W, many, [0.5] * 200, exact=True)
    for question in (
        lambda: harmonic(W, [0], [1], exact=True, unlabeled="nan"),
        lambda: harmonic(graph_of(W), [0], [1], exact=True, unlabeled="nan"),
        lambda: effective_conductance(W, 0, [1], exact=True),
        lambda: uncertainty_sampling(W, [0], [1], exact=True),
    ):
        with pytest.raises(BudgetError, match="at most 200 free nodes"):
            question()
