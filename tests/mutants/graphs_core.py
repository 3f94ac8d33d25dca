"""Lies about graphs and harmonic solutions."""

from tests.mutants import Mutant

HARMONIC = "tests/graphs/test_harmonic_solution.py"
ELIMINATION = "tests/graphs/test_elimination.py"
NEIGHBORS = "tests/graphs/test_neighbors.py"
SOFT_CUT = "tests/graphs/test_soft_cut.py"

MUTANTS = (
    Mutant(
        "altheory/graphs/_elimination.py",
        "return math.expm1(count * UNIT * (1 + 1e-6)) * (1 + 1e-6)",
        "return math.expm1(count * UNIT * 1e-4)",
        "a bound that rounding exceeds",
        ELIMINATION + "::test_each_value_is_known_to_relative_accuracy",
    ),
    Mutant(
        "altheory/graphs/_elimination.py",
        "out[:k] = out[:k] + share[:, 0] * out[k]",
        "out[:k] = out[:k] + out[k]",
        "a neighbor leads to the labels whatever its weight",
        ELIMINATION + "::test_each_value_is_known_to_relative_accuracy",
        fast=True,
    ),
    Mutant(
        "altheory/graphs/_certified.py",
        "return v / least * ROUNDED",
        "return v",
        "any positive barrier is high enough",
        "tests/graphs/test_certified.py::test_mean_steps_are_bounded_from_above_and_not_by_much",
    ),
    Mutant(
        "altheory/graphs/_dirichlet.py",
        "slack = (terms + 8) * UNIT * size",
        "slack = 0 * UNIT * size",
        "sums are not rounded",
        "tests/graphs/test_certified.py::test_residuals_are_within_their_slack",
    ),
    Mutant(
        "altheory/graphs/_dirichlet.py",
        "if not partly and not reached.all():",
        "if False:",
        "components without a label are passed over",
        HARMONIC + "::test_components_without_a_label_are_named",
    ),
    Mutant(
        "altheory/graphs/graph.py",
        '_require(matrix, matrix.data > 0, "a weight is not negative")',
        "",
        "weights may be negative",
        "tests/graphs/test_graph.py::test_what_is_no_graph_is_refused",
    ),
    Mutant(
        "altheory/graphs/_nearest_others.py",
        "if points.is_exact:",
        "if True:",
        "floats decide who is nearer",
        NEIGHBORS + "::test_a_last_bit_decides",
    ),
    Mutant(
        "altheory/graphs/_distances.py",
        "unsure = (squares <= self.high(nearly)) & (self.high(squares) >= nearly)",
        "unsure = squares != squares",
        "the radius is compared in floats",
        NEIGHBORS + "::test_the_radius_is_decided_exactly",
    ),
    Mutant(
        "altheory/graphs/soft_cut.py",
        "return conductance * rational(label - found.f[node]) ** 2",
        "return conductance * abs(rational(label - found.f[node]))",
        "the energy rises with the step and not with its square",
        SOFT_CUT + "::test_one_more_label_in_rationals_and_in_floats",
    ),
    Mutant(
        "altheory/graphs/class_mass.py",
        "wrong = error + 2 * ROUNDING",
        "wrong = error / 10",
        "the error of the solution is forgotten",
        "tests/graphs/test_class_mass.py::test_masses_agree_with_their_formula_within_the_bound",
    ),
    Mutant(
        "altheory/graphs/_multigrid.py",
        "x += level.damping * (b - level.matrix @ x)",
        "x += 0 * (b - level.matrix @ x)",
        "errors are damped on the way down alone",
        "tests/graphs/test_multigrid.py::test_a_cycle_is_symmetric_positive_and_contracts",
    ),
    Mutant(
        "altheory/graphs/_multigrid.py",
        "new = waiting & (race > ahead)",
        "new = waiting",
        "neighbors head aggregates side by side",
        "tests/graphs/test_multigrid.py"
        "::test_aggregates_are_neighborhoods_of_a_maximal_independent_set",
    ),
    Mutant(
        "altheory/graphs/harmonic_proof.py",
        "labels[problem.free] = 0",
        "labels[problem.free] = 1",
        "values that are near themselves",
        "tests/graphs/test_harmonic_proof.py::test_an_edge_of_1e300_behind_one_of_1e_300",
    ),
    Mutant(
        "altheory/graphs/harmonic_proof.py",
        "if any(force[i] <= 0 for i in free):",
        "if not free:",
        "a barrier that bends the other way",
        "tests/graphs/test_harmonic_proof.py::test_weights_from_1e_300_to_1e300_are_certified",
    ),
    Mutant(
        "altheory/graphs/soft_cut.py",
        "visits = first_visits(W, node, labeled, exact=exact)",
        "visits = first_visits(W, node, labeled[:1], exact=exact)",
        "a walk that passes a label",
        "tests/graphs/test_soft_cut.py::test_one_more_label_in_rationals_and_in_floats",
    ),
    Mutant(
        "altheory/graphs/_sampled_elimination.py",
        "new = weight[place] * (tails[i + 1] / tails[0])",
        "new = weight[place]",
        "edges that are sampled keep their weight",
        "tests/graphs/test_sampled_factor.py::test_the_sample_is_right_on_average",
    ),
    Mutant(
        "altheory/graphs/_elimination.py",
        "f = _eliminated(problem, *_grounded(problem, columns))",
        "f = _eliminated(problem, *_grounded(problem, 0 * columns))",
        "labels that are not carried along",
        ELIMINATION + "::test_each_value_is_known_to_relative_accuracy",
    ),
)
