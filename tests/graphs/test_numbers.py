"""What is no number, or no float, is refused or computed as it is, wherever graphs take numbers."""

from fractions import Fraction

import numpy as np
import pytest
from scipy.sparse import coo_array, csr_array

from altheory.errors import BudgetError, DomainError, UnlabeledComponentError
from altheory.graphs._dirichlet import clamped_nodes
from altheory.graphs.class_mass import mass_normalized
from altheory.graphs.cut_noise import cut_votes
from altheory.graphs.graph import graph_of
from altheory.graphs.harmonic_solution import harmonic
from altheory.graphs.induction import induced
from altheory.graphs.look_ahead import lookahead
from altheory.graphs.minimum_cut import min_cut
from altheory.graphs.nearest import nearest_point
from altheory.graphs.neighbors import epsilon_graph
from altheory.graphs.optimality import sigma_optimality, v_optimality
from altheory.graphs.random_walk import first_visits, hitting_probabilities, voltages
from altheory.graphs.soft_cut import energy
from altheory.graphs.spectral import conductance, spectral_partition
from altheory.graphs.spreading import label_spreading
from altheory.graphs.uncertainty import uncertainty_sampling
from tests.graphs.examples import exact_values

P3 = [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
BIG = 2**53
BIG_PATH = [[0, BIG, 0], [BIG, 0, BIG + 1], [0, BIG + 1, 0]]
THIRD = Fraction(1, 3)
BETWEEN = Fraction(BIG + 1, 2 * BIG + 1)


@pytest.mark.parametrize("kind", [list, np.array, csr_array, coo_array])
def test_integers_that_are_no_floats(kind):
    weights = kind(BIG_PATH) if kind is list else kind(np.array(BIG_PATH))
    for of in (graph_of, lambda w: min_cut(w, [0], [2]), lambda w: harmonic(w, [0, 2], [0, 1])):
        with pytest.raises(DomainError, match=f"holds floats, got {BIG + 1}.*exact=True"):
            of(weights)
    assert harmonic(weights, [0, 2], [0, 1], exact=True).f[1] == BETWEEN


def test_integers_beside_floats_in_a_list():
    mixed = [[0.0, BIG + 1], [BIG + 1, 0.5]]
    with pytest.raises(DomainError, match=f"got {BIG + 1}"):
        graph_of(mixed)
    assert graph_of([[0, 2**70], [2**70, 0]]).degrees.tolist() == [2.0**70] * 2
    assert graph_of([[0, Fraction(1, 4)], [Fraction(1, 4), 0]]).degrees.tolist() == [0.25] * 2


def test_a_sparse_matrix_may_repeat_itself():
    ends = ([0, 1, 0, 1, 1, 2], [1, 0, 1, 0, 2, 1])
    matrix = coo_array(([BIG, BIG, 1, 1, 1, 1], ends), shape=(3, 3))
    found = harmonic(matrix, [0, 2], [0, 1], exact=True)
    assert found.f[1] == Fraction(1, BIG + 2)


def test_long_doubles_that_are_no_floats():
    x = np.longdouble(1) + np.finfo(np.longdouble).eps
    if x == float(x):
        pytest.skip("long doubles are floats here")
    with pytest.raises(DomainError, match="holds floats"):
        graph_of(np.array([[0, x], [x, 0]]))


def test_values_that_are_no_floats():
    for values in ([THIRD, THIRD], [[THIRD, 2 * THIRD], [1, 0]]):
        with pytest.raises(DomainError, match=r"got \d/3, which is none; use exact=True"):
            harmonic(P3, [0, 2], values)
        assert harmonic(P3, [0, 2], values, exact=True).error_bound == 0
    assert harmonic(P3, [0, 2], [Fraction(1, 2), 1]).f[1] == 0.75
    with pytest.raises(DomainError, match="got 1/3, which is none; use exact=True"):
        energy(P3, [0, THIRD, 1])
    for proportions in (THIRD, [THIRD, 1 - THIRD]):
        with pytest.raises(DomainError, match="got 1/3, which is none; round them to floats"):
            mass_normalized(harmonic(P3, [0, 2], [0, 1]), proportions)


def test_points_that_are_no_floats():
    points = np.array([[BIG], [BIG + 1], [BIG + 2]])
    with pytest.raises(DomainError, match=f"got {BIG + 1}"):
        epsilon_graph(points, 1)


def fractions(rng, size):
    """A connected graph whose weights are thirds and sevenths."""
    rows = [[Fraction(0)] * size for _ in range(size)]
    for i in range(size):
        for j in range(i):
            w = Fraction(int(rng.integers(0, 5)), int(rng.choice([3, 7])))
            rows[i][j] = rows[j][i] = w or Fraction(int(i == j + 1), 3)
    return rows


def inverse(rows, labeled):
    """Columns of the inverse of the Laplacian: harmonic functions, in other words."""
    free = [i for i in range(len(rows)) if i not in labeled]
    columns = {}
    for k in free:
        toward = exact_values(rows, [*labeled, k], [0] * len(labeled) + [1])
        current = sum((w * (1 - toward[j]) for j, w in enumerate(rows[k])), Fraction(0))
        columns[k] = {i: toward[i] / current for i in free}
    return columns


@pytest.mark.seeded("rationals are compared with solving anew")
def test_looking_ahead_at_fractions(rng):
    for _ in range(5):
        rows, values = fractions(rng, 5), [THIRD, Fraction(1, 7)]
        found = lookahead(rows, [0, 3], values, exact=True)
        for k, score in zip([1, 2, 4], found.expected_confidence, strict=True):
            p, expected = exact_values(rows, [0, 3], values)[k], Fraction(0)
            for y, chance in ((1, p), (0, 1 - p)):
                then = exact_values(rows, [0, 3, k], [*values, y])
                expected += chance * sum(max(then[i], 1 - then[i]) for i in (1, 2, 4))
            assert score == expected
        again = lookahead(rows, [0, 3, 2], [*values, THIRD], exact=True).expected_confidence
        assert found.after(2, THIRD).expected_confidence.tolist() == again.tolist()


@pytest.mark.seeded("rationals are compared with the inverse")
def test_designs_and_uncertainty_of_fractions(rng):
    for _ in range(5):
        rows, labeled = fractions(rng, 6), [0, 3]
        floats = np.array(rows, dtype=np.float64)
        designs = [v_optimality, sigma_optimality]
        found = [design(rows, labeled, exact=True) for design in designs]
        while True:
            g = inverse(rows, labeled)
            sums = [{k: sum(x**2 for x in g[k].values()) for k in g}]
            sums.append({k: sum(g[k].values()) ** 2 for k in g})
            for design, of, rounded in zip(found, sums, designs, strict=True):
                assert design.reduction.tolist() == [of[k] / g[k][k] for k in g]
                assert (design.error_bound, design.best) == (0, design.ties[0])
                near = rounded(floats, labeled).reduction
                assert near.tolist() == pytest.approx([float(x) for x in design.reduction])
            if len(g) == 1:
                break
            node = found[0].best
            labeled, found = [*labeled, node], [design.after(node) for design in found]
        sure = uncertainty_sampling(rows, [0, 3], [THIRD, 0], candidates=[4, 1], exact=True)
        exact = exact_values(rows, [0, 3], [THIRD, 0])
        assert sure.scores.tolist() == [min(exact[i], 1 - exact[i]) for i in (1, 4)]


def test_designs_after_what_is_no_candidate():
    for exact in (True, False):
        design = v_optimality(P3, [0], candidates=[2], exact=exact)
        with pytest.raises(DomainError, match="is no candidate; give it as one"):
            design.after(1)
        with pytest.raises(DomainError, match="last candidate"):
            design.after(2)


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize(
    "values",
    [["0", "1"], [0, 1j], [True, False], [0, True], [0, None], [[0, 1], [1]], 1, [0, 10**400]],
)
def test_values_that_are_no_numbers(values, exact):
    with pytest.raises(DomainError):
        harmonic(P3, [0, 2], values, exact=exact)
    for value in ("1", True, 1j, None, 2 if exact else THIRD):
        with pytest.raises(DomainError):
            lookahead(P3, [0], [1], exact=exact).after(1, value)


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize(
    "weights",
    [
        np.eye(2)[::-1] > 0,
        [["0", "1"], ["1", "0"]],
        [[0, True], [True, 0]],
        [[0, 0.5], [True, 0]],
        [[0, 1j], [1j, 0]],
        3,
        [[0], [1, 0]],
    ],
)
def test_weights_that_are_no_numbers(weights, exact):
    with pytest.raises(DomainError):
        harmonic(weights, [0], [1], exact=exact)


@pytest.mark.parametrize("nodes", [[True], [0, True], [[0], [1, 2]], [0.0], ["0"], [None], 0, []])
def test_what_is_no_list_of_nodes(nodes):
    with pytest.raises(DomainError):
        clamped_nodes(graph_of(P3), nodes)
    with pytest.raises(DomainError):
        hitting_probabilities(P3, nodes)
    if nodes != []:
        with pytest.raises(DomainError):
            first_visits(P3, 2, nodes)


@pytest.mark.parametrize(
    "weights",
    [[[1, 2], [3]], [["1", "2", "3"]], [[10**400, 0, 0]], [[None, 0, 0]], [[True, 0, 0]], 7],
)
def test_new_points_that_are_none(weights):
    found = harmonic(P3, [0, 2], [0, 1])
    with pytest.raises(DomainError):
        induced(found, np.array(weights, dtype=object) if weights == [[True, 0, 0]] else weights)


@pytest.mark.parametrize("share", [Fraction(10**20 - 1, 10**20), Fraction(1, 10**400)])
def test_shares_next_to_an_end(share):
    with pytest.raises(DomainError, match="next to an end"):
        label_spreading(P3, [0, 2], [0, 1], alpha=share)


def test_sums_beyond_any_float():
    pairs = 1.7e308 * np.eye(4)[[1, 0, 3, 2]]
    assert str(min_cut(pairs, [0], [1])).startswith("minimum cut of weight 1.7e+308, not unique")
    assert str(min_cut(pairs, [0, 2], [1, 3])) == "minimum cut of weight 3.40000e+308, unique"


def test_noise_beyond_any_float():
    for noise in (0.5, 10**400):
        with pytest.raises(DomainError, match="float"):
            cut_votes([[0, 1.7e308], [1.7e308, 0]], [0], [1], noise=noise, rng=0)


def test_labels_beyond_64_bits():
    with pytest.raises(DomainError, match="64 bits"):
        nearest_point([[0.0]], [0], np.array([2**63 + 5], dtype=np.uint64))


@pytest.mark.parametrize("inside", [[1, -1, -1], ["False", "", ""], [[True], [False, True]], 1])
def test_sets_of_nodes_are_booleans(inside):
    with pytest.raises(DomainError, match="Booleans"):
        conductance(P3, inside)
    labels = spectral_partition(P3).labels
    assert conductance(P3, labels == 1) == 1


def test_weights_that_hardly_hold_together():
    steps = [5e-324, 1e300, 5e-324]
    path = np.diag(steps, 1) + np.diag(steps, -1)
    found = harmonic(path, [0, 3], [0, 1])
    exact = harmonic(path, [0, 3], [0, 1], exact=True)
    for x, y in zip(found.f.tolist(), exact.f.tolist(), strict=True):
        assert abs(Fraction(x) - y) <= Fraction(found.error_bound) <= Fraction(1, 10**8)


def test_the_budget_comes_before_the_work(monkeypatch):
    n = 100_000
    rows = np.arange(n - 1)
    half = csr_array((np.ones(n - 1), (rows, rows + 1)), shape=(n, n))

    def never(_):
        raise AssertionError("the weights were looked at")

    monkeypatch.setattr("altheory.graphs._rationals._entries", never)
    for asked in (
        lambda: harmonic(half + half.T, [0], [1], exact=True),
        lambda: lookahead(half + half.T, [0], [1], exact=True),
        lambda: v_optimality(half + half.T, [0], exact=True),
        lambda: harmonic([[0] * 3] * 203, [0], [1], exact=True),
    ):
        with pytest.raises(BudgetError, match=r"label more nodes, or .* without exact=True"):
            asked()


def test_remedies_exist():
    pair = [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
    for asked in (
        lambda: lookahead(pair, [0], [1]),
        lambda: lookahead(pair, [0], [1], exact=True),
        lambda: v_optimality(pair, [0]),
        lambda: sigma_optimality(pair, [0], exact=True),
    ):
        with pytest.raises(UnlabeledComponentError, match=r"label one node of each$"):
            asked()
    with pytest.raises(UnlabeledComponentError, match=r'with harmonic\(..., unlabeled="nan"\)$'):
        uncertainty_sampling(pair, [0], [1])
    for exact in (True, False):
        for found in (
            harmonic(pair, [0], [1], unlabeled="nan", exact=exact),
            hitting_probabilities(pair, [0], unlabeled="nan", exact=exact),
            first_visits(pair, 0, [1], unlabeled="nan", exact=exact),
            voltages(pair, [0], [-3], unlabeled="nan", exact=exact),
        ):
            f = found.f.astype(np.float64)
            assert np.isnan(f[2]).all()
            assert not np.isnan(f[:2]).any()


def test_reports_of_candidates():
    told = []
    for asked in (
        lambda tell: lookahead(P3, [0], [1], candidates=[1, 2], report=tell),
        lambda tell: sigma_optimality(P3, [0], candidates=[1, 2], report=tell),
    ):
        asked(lambda what, steps: told.append((what, steps)))
    assert told == [("candidates", 1), ("candidates", 2)] * 2
