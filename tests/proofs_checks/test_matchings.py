"""The hypergraphs of the claims are those of the package."""

import pytest

from altheory.play.matching_reduction import Hypergraph
from altheory.play.suppression import optimal_suppression
from proofs_checks._matchings import (
    FOUR,
    PARTS,
    TRIPLES,
    bits,
    fewest_stars,
    matchings,
    own_values,
    partitions,
    sizes,
)


@pytest.mark.parametrize(("family", "step"), [(FOUR, 1), (PARTS, 9), (TRIPLES, 40_009)])
def test_stars_and_matchings_are_those_of_the_package(family, step):
    found = fewest_stars(family, own_values, family.k), matchings(family), sizes(family)
    for i in range(0, len(family.masks), step):
        mask = int(family.masks[i])
        edges = tuple(edge for j, edge in enumerate(family.edges) if mask >> j & 1)
        graph = Hypergraph(family.n, edges)
        expected = (
            optimal_suppression(graph.table(), family.k).stars,
            len(graph.matching()),
            len(edges),
        )
        assert tuple(int(of[i]) for of in found) == expected


def test_partitions_have_classes_of_any_size_from_k():
    assert len([*partitions(tuple(range(6)), 3)]) == 1 + 10
    assert len([*partitions(tuple(range(6)), 2)]) == 1 + 15 + 10 + 15
    assert bits([True, False, True]) == 0b101
