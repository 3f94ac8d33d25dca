"""What results say of themselves in one line."""

import pytest

from altheory.graphs import (
    cases,
    cut_votes,
    full_graph,
    harmonic,
    multiway_cut,
    nearest_on_graph,
    nearest_point,
    spectral_partition,
)

POINTS = [[0.0], [1.0], [2.0]]
PATH = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
STAR = [[0, 1, 2, 4], [1, 0, 0, 0], [2, 0, 0, 0], [4, 0, 0, 0]]


@pytest.mark.parametrize(
    ("result", "said"),
    [
        (nearest_point(POINTS, [0, 2], [1, -1]), "nearest labels of 3 nodes, 1 tied"),
        (nearest_on_graph(PATH, [0, 3], [1, -1]), "nearest labels of 4 nodes, 0 tied"),
        (cut_votes(PATH, [0], [], rounds=7, rng=0), "7 votes on 4 nodes, 0 tied"),
        (multiway_cut(STAR, [1, 2], [0, 1]), "multiway cut of weight 1, at least 1, unique"),
        (
            multiway_cut(full_graph(POINTS, bandwidth=1e9), [0, 2], [0, 1]),
            "multiway cut of weight 2, at least 2, 1 node is not proved to be forced",
        ),
        (
            spectral_partition(PATH),
            "partition into 2 and 2 nodes, of conductance 0.333; second eigenvalue 0.5",
        ),
        (
            harmonic(PATH, [0, 3], [0, 1], exact=True),
            "harmonic on 4 nodes, 2 labeled, error at most 0, by rationals",
        ),
        (
            harmonic(PATH, [0, 3], [[1, 0], [0, 1]], exact=True),
            "harmonic on 4 nodes, 2 labeled, 2 classes, error at most 0, by rationals",
        ),
        (cases.documents(), "24 nodes, 5 labeled, 2 classes"),
        (cases.two_moons(0), "200 points in dimension 2, 2 labeled, 2 classes"),
    ],
)
def test_a_line(result, said):
    assert str(result) == said
