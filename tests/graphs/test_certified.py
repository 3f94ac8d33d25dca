"""Barriers: bounds on the error that hold whatever the solver did."""

from fractions import Fraction

import numpy as np
import pytest
from scipy.sparse import diags_array

from altheory.errors import BudgetError, CertificateError
from altheory.graphs import _elimination as elimination
from altheory.graphs import _multigrid as multigrid
from altheory.graphs import _solvers as solvers
from altheory.graphs._certified import error_bounds, mean_steps
from altheory.graphs._dirichlet import dirichlet_problem
from altheory.graphs._solvers import Solver, solver
from altheory.graphs.graph import graph_of
from altheory.graphs.harmonic_solution import harmonic
from altheory.graphs.neighbors import knn_graph
from tests.graphs.examples import exact_values, random_graph


def labeled_graph(rng, size, kind="even"):
    matrix = random_graph(rng, size, kind)
    matrix[0, 1:] = matrix[1:, 0] = matrix[0, 1:] + 0.01
    return matrix, np.array([1, size - 1]), np.array([0.0, 1.0])


@pytest.mark.seeded("every value is compared with the exact one")
def test_bounds_hold_for_any_values_whatever(rng):
    for _ in range(40):
        matrix, labeled, values = labeled_graph(rng, 8)
        problem = dirichlet_problem(graph_of(matrix), labeled)
        exact = exact_values(matrix, labeled.tolist(), values)
        for size in (1.0, 1e-3, 1e-12):
            f = np.array([float(exact[i]) for i in problem.free])
            f += size * rng.uniform(-1, 1, len(f))
            steps = mean_steps(problem, solver(problem))
            bounds = error_bounds(problem, f[:, None], values[:, None], steps)
            errors = [abs(Fraction(x) - exact[i]) for x, i in zip(f, problem.free, strict=True)]
            assert all(e <= Fraction(v) for e, v in zip(errors, bounds, strict=True))


@pytest.mark.seeded("every residual is compared with the exact one")
@pytest.mark.parametrize("kind", ["even", "any"])
def test_residuals_are_within_their_slack(rng, kind):
    for _ in range(40):
        matrix, labeled, values = labeled_graph(rng, 12, kind)
        problem = dirichlet_problem(graph_of(matrix), labeled)
        f = dict.fromkeys(range(12), Fraction(0))
        inner = rng.random(len(problem.free))
        f |= {int(i): Fraction(x) for i, x in zip(problem.free, inner, strict=True)}
        f |= {int(i): Fraction(x) for i, x in zip(labeled, values, strict=True)}
        found, slack = problem.residual(inner, values)
        for a, i in enumerate(problem.free.tolist()):
            exact = sum(Fraction(matrix[i, j]) * (f[j] - f[i]) for j in range(12))
            assert abs(Fraction(found[a]) - exact) <= Fraction(slack[a])


@pytest.mark.seeded("the barrier is a multiple of the exact one")
def test_mean_steps_are_bounded_from_above_and_not_by_much(rng):
    for _ in range(20):
        matrix, labeled, _ = labeled_graph(rng, 8)
        problem = dirichlet_problem(graph_of(matrix), labeled)
        exact = np.linalg.solve(problem.matrix().toarray(), problem.degrees)
        shares = rng.uniform(0.6, 1.0)
        found = mean_steps(problem, always(exact * shares))
        assert (exact * (1 - 1e-12) <= found).all()
        assert (found <= exact * (1 + 1e-12)).all()


def always(x):
    return Solver("known", lambda *_: x)


def test_what_is_no_barrier_is_refused():
    problem = dirichlet_problem(graph_of(np.ones((4, 4)) - np.eye(4)), np.array([0]))
    for x in (0.0, -1.0, np.nan, np.inf):
        with pytest.raises(CertificateError, match="exact=True"):
            mean_steps(problem, always(np.full(3, x)))
    with pytest.raises(CertificateError, match="exact=True"):
        error_bounds(problem, np.full((3, 1), np.nan), np.zeros((1, 1)), np.ones(3))


@pytest.mark.seeded("both ways certify their own error")
def test_all_ways_agree_within_their_bounds(rng, monkeypatch):
    points = rng.random((200, 2))
    weights, labeled = knn_graph(points, 6), [0, 1, 2, 3]
    told: list[str] = []
    direct = harmonic(weights, labeled, [0, 1, 0, 1])
    monkeypatch.setattr(elimination, "MOST", 0)
    monkeypatch.setattr(solvers, "FILL", -1)
    monkeypatch.setattr(solvers, "LONG", 1000)
    iterated = harmonic(
        weights, labeled, [0, 1, 0, 1], report=lambda what, step: told.append(f"{what} {step}")
    )
    monkeypatch.setattr(solvers, "LONG", 0)
    monkeypatch.setattr(multigrid, "SMALLEST", 20)
    cycled = harmonic(weights, labeled, [0, 1, 0, 1])
    problem = dirichlet_problem(graph_of(weights), np.array(labeled))
    f = elimination.eliminated(problem, np.array([[0.0], [1.0], [0.0], [1.0]]))[:, 0]
    methods = (direct.method, iterated.method, cycled.method)
    assert methods == ("sparse factorization", "conjugate gradients", "multigrid")
    assert told[:2] == ["conjugate gradients 1", "conjugate gradients 2"]
    for other in (iterated, cycled):
        assert direct.error_bound <= 1e-9
        assert other.error_bound <= 1e-8
        assert abs(direct.f - other.f).max() <= direct.error_bound + other.error_bound
    both = direct.error_bound + elimination.rounding(problem)
    assert abs(direct.f[problem.free] - f).max() <= both


def test_what_does_not_converge_is_a_named_error(monkeypatch):
    n = 40
    matrix = np.diag(np.ones(n - 1), 1) + np.diag(np.ones(n - 1), -1)
    monkeypatch.setattr(solvers, "FILL", -1)
    monkeypatch.setattr(solvers, "MOST", 3)
    monkeypatch.setattr(solvers, "CYCLES", 3)
    monkeypatch.setattr(solvers, "STEPS", 4)
    monkeypatch.setattr(solvers, "multigrid", lambda _: lambda b: b)
    monkeypatch.setattr(solvers, "sampled_factor", lambda _: lambda b: b)
    assert harmonic(matrix, [0, n - 1], [0, 1]).method == "elimination"
    monkeypatch.setattr(elimination, "MOST", 3)
    with pytest.raises(BudgetError, match="4 conjugate gradient steps do not solve for 38 nodes"):
        harmonic(matrix, [0, n - 1], [0, 1])


def test_more_steps_than_expected_end_in_another_way(monkeypatch):
    n = 300
    matrix = np.diag(np.ones(n - 1), 1) + np.diag(np.ones(n - 1), -1)
    monkeypatch.setattr(solvers, "FILL", -1)
    monkeypatch.setattr(solvers, "LONG", n + 1)
    monkeypatch.setattr(solvers, "MOST", 60)
    monkeypatch.setattr(elimination, "MOST", 0)
    told: list[str] = []
    found = harmonic(matrix, [0, n - 1], [0, 1], report=lambda what, _: told.append(what))
    assert abs(found.f - np.linspace(0, 1, n)).max() <= found.error_bound + 1e-15 <= 1e-8
    assert 60 < len(told) < 2 * 60
    assert found.method == "conjugate gradients, then sampled elimination"


@pytest.mark.parametrize("n", [3_000, 100_000])
def test_long_paths_are_certified_in_the_digits_of_two_floats(n):
    """The values of a path are known; in one float each, the bound grew with its square."""
    ones = np.ones(n - 1)
    found = harmonic(
        diags_array(np.array([ones, ones]), offsets=[-1, 1]).tocsr(), [0, n - 1], [0, 1]
    )
    exact = np.arange(n) / (n - 1)
    assert abs(found.f - exact).max() <= found.error_bound + 2.0**-53
    assert found.error_bound <= 1e-9


@pytest.mark.parametrize(("n", "spread"), [(5_000, 3), (1_500, 100)])
def test_long_paths_of_wide_weights_are_certified_or_named(n, spread):
    """Among more free nodes than are eliminated, nothing but a named error comes out."""
    rng = np.random.default_rng(0)
    w = 10.0 ** rng.uniform(-spread, spread, n - 1)
    weights = diags_array([w, w], offsets=[-1, 1]).tocsr()
    if spread == 100:
        with pytest.raises(
            (BudgetError, CertificateError), match="give the graph a larger bandwidth"
        ):
            harmonic(weights, [0, n - 1], [0, 1])
    else:
        found = harmonic(weights, [0, n - 1], [0, 1])
        exact = np.concatenate([[0], np.cumsum(1 / w)])
        assert abs(found.f - exact / exact[-1]).max() <= found.error_bound + 1e-12 <= 1e-6
