"""Minimum cuts against all cuts, in rationals."""

import json
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory import certificate
from altheory.errors import CertificateError, DomainError
from altheory.graphs._exact_sums import finest, in_units, total
from altheory.graphs._extreme_cuts import extreme_cuts
from altheory.graphs._max_flow import FlowSolver, exact_flow, flow_solver, network
from altheory.graphs.cut_proof import cut_certificate
from altheory.graphs.minimum_cut import min_cut
from altheory.ledger.graph_checker import verify
from tests.graphs.weighted import labeled_graphs, matrix


def all_cuts(W, positive, negative):
    """Every cut with its weight, as a set of nodes: the definition."""
    n = len(W)
    rational = [[Fraction(w) for w in row] for row in W.tolist()]
    free = [i for i in range(n) if i not in positive and i not in negative]
    for signs in product((False, True), repeat=len(free)):
        inside = set(positive) | {i for i, s in zip(free, signs, strict=True) if s}
        weight = sum(rational[i][j] for i in inside for j in range(n) if j not in inside)
        yield Fraction(weight), frozenset(inside)


def compared(W, positive, negative):
    cuts = list(all_cuts(W, positive, negative))
    least = min(weight for weight, _ in cuts)
    best = [inside for weight, inside in cuts if weight == least]
    found = min_cut(W, positive, negative)
    assert found.value == least
    assert set(np.flatnonzero(found.smallest)) == frozenset.intersection(*best)
    assert set(np.flatnonzero(found.largest)) == frozenset.union(*best)
    assert found.is_unique == (len(best) == 1)
    assert set(np.flatnonzero(found.labels == 1)) in best


@given(labeled_graphs())
def test_agrees_with_all_cuts(drawn):
    compared(*drawn)


@pytest.mark.parametrize("n", [2, 3, 4])
def test_every_small_graph(n):
    weightings = list(product((0, 1, 2), repeat=n * (n - 1) // 2))
    for weights in weightings[:: 1 if n < 4 else 3]:
        compared(matrix(n, weights), [0], [n - 1])


@given(labeled_graphs())
def test_few_bits_are_made_up_for_exactly(drawn):
    W, positive, negative = drawn
    exact = min_cut(W, positive, negative)
    few = FlowSolver("few bits", 7, flow_solver().solve)
    least, largest = extreme_cuts(exact.of, few)
    assert (least == exact.smallest).all()
    assert (largest == exact.largest).all()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(300))
def test_weights_of_all_magnitudes(seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 10))
    edges = n * (n - 1) // 2
    weights = [
        10.0 ** rng.uniform(-300, 300, edges),
        10.0 ** rng.uniform(-12, 12, edges),
        rng.choice([0.1, 0.2, 0.3, 0.4, 0.7], edges),
    ][seed % 3]
    kinds = rng.choice([0, 0, 0, 1, -1], n - 2).tolist()
    sides = ([i for i, kind in enumerate([1, *kinds, -1]) if kind == side] for side in (1, -1))
    compared(matrix(n, weights * (rng.random(edges) < 0.6)), *sides)


@given(labeled_graphs())
def test_a_flow_proves_the_cut(drawn):
    cut = min_cut(*drawn)
    proof = cut_certificate(cut)
    assert f"weigh {certificate.text(cut.value)} and" in verify(json.loads(json.dumps(proof)))
    assert proof["problem"]["forced"] == (cut.labels * cut.forced).tolist()


def test_a_graph_may_be_too_large_for_the_checker():
    W = np.ones((210, 210)) - np.eye(210)
    with pytest.raises(CertificateError, match="210 nodes with at most 19906 edges, got 21945"):
        cut_certificate(min_cut(W, [0], [1]))


@pytest.mark.parametrize("seed", range(40))
def test_few_bits_at_random(seed):
    """Flows of few bits leave much open, which is decided exactly."""
    rng = np.random.default_rng(seed)
    W = matrix(7, rng.random(21) * (rng.random(21) < 0.5))
    cuts = list(all_cuts(W, [0], [6]))
    least = min(weight for weight, _ in cuts)
    best = [inside for weight, inside in cuts if weight == least]
    few = FlowSolver("few bits", 6, flow_solver().solve)
    found = [set(np.flatnonzero(c)) for c in extreme_cuts(min_cut(W, [0], [6]).of, few)]
    assert found == [frozenset.intersection(*best), frozenset.union(*best)]


def test_the_last_bit_decides():
    """Rounded down to few bits, the three edges of the path are the same."""
    W = matrix(4, [0.1, 0, 0, np.nextafter(0.1, 0), 0, 0.1])
    compared(W, [0], [3])
    assert min_cut(W, [0], [3]).labels.tolist() == [1, 1, -1, -1]


def test_components_without_labels_are_free():
    cut = min_cut(matrix(5, [1, 0, 0, 0, 0, 0, 0, 0, 0, 1]), [0], [2])
    assert cut.value == 0
    assert cut.forced.tolist() == [True, True, True, False, False]
    assert cut.labels.tolist() == [1, 1, -1, -1, -1]
    assert str(cut) == "minimum cut of weight 0, not unique: 2 nodes are undecided"


@pytest.mark.parametrize("sides", [([1], []), ([], [1])])
def test_labels_of_one_kind_spread(sides):
    cut = min_cut(matrix(3, [1, 0, 1]), *sides)
    assert cut.value == 0
    assert cut.is_unique
    assert set(cut.labels) == {1 if sides[0] else -1}


@pytest.mark.parametrize(
    ("sides", "told"),
    [
        (([0, 1], [1]), "got 1 in both lists"),
        (([], []), "got none"),
        (([0, 0], []), "positive nodes are distinct"),
        (([3], []), "got 3"),
        (([0.5], []), "node number"),
    ],
)
def test_labels_that_make_no_sense(sides, told):
    with pytest.raises(DomainError, match=told):
        min_cut(matrix(3, [1, 1, 1]), *sides)


@pytest.mark.parametrize("wrong", [lambda f: f * 0, lambda f: f + 1, lambda f: -f])
def test_a_solver_that_errs_is_noticed(wrong):
    solver = flow_solver()
    bad = FlowSolver("bad", solver.bits, lambda *given: wrong(solver.solve(*given)))
    with pytest.raises(CertificateError, match="bad returned no largest flow"):
        extreme_cuts(min_cut(matrix(3, [1, 2, 1]), [0], [2]).of, bad)


def test_a_flow_of_many_digits():
    ends = (np.array([0, 1, 0]), np.array([1, 2, 2]))
    huge = 10**700
    flow, least, largest = exact_flow(
        network(3, ends, 0, 2),
        [huge + 1, huge, 7],
        [0, 0, 0],
        FlowSolver("few", 8, flow_solver().solve),
    )
    assert flow == [huge, huge, 7]
    assert least.tolist() == largest.tolist() == [True, True, False]


@given(st.lists(st.floats(0, 1e308), max_size=40))
def test_sums_are_exact(xs):
    floats = np.array(xs, dtype=float)
    assert total(floats) == sum(map(Fraction, xs))
    power = finest(floats)
    assert in_units(floats, power) == [Fraction(x) * Fraction(2) ** power for x in xs]


def test_many_large_terms_are_summed_exactly():
    xs = np.full(300_000, np.nextafter(1.0, 0))
    assert total(xs) == 300_000 * Fraction(xs[0])
